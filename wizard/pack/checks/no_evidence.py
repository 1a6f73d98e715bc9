"""Something that moves a result rests on no finding and does not own up to being a judgement.

Looked at: arguments, models, preconditions, variants, poor fits, risks, what lowers a risk, and
measures. What raises or lowers a risk's levels is covered by the judgement that each risk states.

PASS
    - id: too_small_for_two_officers
      supported_by: [think_family_2008.city_two_officers]
PASS
    - id: too_small_for_two_officers
      judgement: No report gives a size; this bounds the one case there is.
FAIL
    - id: too_small_for_two_officers
      because: A very small council finds it hard to justify two chief officers.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.pack.usage import resting_in
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each."""
    for resting in resting_in(parsed.pack):
        if resting.thing.supported_by or resting.thing.judgement is not None:
            continue
        if resting.kind == "risk" and resting.path[:1] in (("likelihood",), ("impact",)):
            continue
        yield Problem(
            "no-evidence",
            parsed.places.of(resting.kind, resting.id, *resting.path),
            f"{resting.name} rests on no finding and does not say that it is a judgement.",
            "Cite a finding in 'supported_by', or say in 'judgement' what is assumed and why.",
        )
