"""The phrase that finds a place in a report has more than eight words.

A phrase is there to find the place, not to quote the report.

PASS
    phrase: quite feel that they could justify two
FAIL
    phrase: did not quite feel that they could justify two separate chief officers
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem

LONGEST = 8


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each finding."""
    for source in parsed.pack.sources.values():
        for name, finding in source.findings.items():
            words = len(finding.phrase.split())
            if words > LONGEST:
                yield Problem(
                    "phrase-too-long",
                    parsed.places.of("finding", f"{source.id}.{name}", "phrase"),
                    f"The phrase has {words} words.",
                    f"Use at most {LONGEST} that occur exactly in the report.",
                )
