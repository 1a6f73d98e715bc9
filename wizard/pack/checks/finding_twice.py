"""One finding supports two arguments of a decision, and no reason is given.

What one voice said once would count twice. Where a finding really bears on two criteria, one of the
arguments says why in `shared_findings`.

PASS
    - id: small_council
      supported_by: [a_report.city]
      shared_findings: {a_report.city: It is about size here and about cost there.}
FAIL
    - {id: small_council, supported_by: [a_report.city], ...}
    - {id: costly_posts, supported_by: [a_report.city], ...}
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each argument that shares a finding with an earlier one, where neither says why."""
    first: dict[tuple[str, str], str] = {}
    for placed in parsed.arguments:
        for index, citation in enumerate(placed.argument.supported_by):
            if citation in placed.argument.shared_findings:
                continue
            key = placed.criterion.decision, citation
            if key in first:
                yield Problem(
                    "finding-twice",
                    parsed.places.of("criterion", placed.criterion.id, *placed.path, "supported_by", index),
                    f"'{citation}' already supports the argument {first[key]}.",
                    "Join the two arguments, or give the reason in 'shared_findings'.",
                )
            name = f"'{placed.argument.id}' of '{placed.criterion.id}'"
            first.setdefault(key, name)
