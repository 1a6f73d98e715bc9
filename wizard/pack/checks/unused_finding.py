"""A finding is written down, but nothing cites it.

PASS
    findings: {city_two_officers: ...}      and  supported_by: [think_family_2008.city_two_officers]
FAIL
    findings: {city_two_officers: ...}      and no citation of it anywhere
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.pack.usage import citations_in
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each finding of the sources that were read."""
    cited = {citation for _, _, citation in citations_in(parsed.pack)}
    for source in parsed.pack.sources.values():
        for name in source.findings:
            citation = f"{source.id}.{name}"
            if citation not in cited:
                yield Problem(
                    "unused-finding",
                    parsed.places.of("finding", citation, key=True),
                    f"Nothing cites '{citation}'.",
                    "Cite it where it supports, disputes or qualifies something, or remove it.",
                )
