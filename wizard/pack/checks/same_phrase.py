"""Two findings of a source lead to the same words in it.

Either they are one finding, or one of the two phrases leads to the wrong place.

PASS
    a: {phrase: quite feel that they could justify two, ...}
    b: {phrase: one step from the top job, ...}
FAIL
    a: {phrase: quite feel that they could justify two, ...}
    b: {phrase: quite feel that they could justify two, ...}
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each finding whose phrase an earlier one has."""
    for source in parsed.pack.sources.values():
        first: dict[str, str] = {}
        for name, finding in source.findings.items():
            phrase = " ".join(finding.phrase.casefold().split())
            if phrase in first:
                yield Problem(
                    "same-phrase",
                    parsed.places.of("finding", f"{source.id}.{name}", "phrase"),
                    f"The finding '{first[phrase]}' has the same phrase.",
                    "Join the two findings, or choose other words.",
                )
            first.setdefault(phrase, name)
