"""A criterion or a poor fit has no example.

An example is the test that keeps a rule honest when somebody else changes it: `wizard pack test` runs it.

PASS
    examples:
      - {name: A small council, answers: {population: 9000}, expect_higher: {combined_director: separate_directors}}
FAIL
    no line 'examples:'
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each object without an example."""
    for kind, objects, what in (
        ("criterion", parsed.pack.criteria, "criterion"),
        ("poor_fit", parsed.pack.poor_fits, "poor fit"),
    ):
        for each in objects.values():
            if not each.examples:
                yield Problem(
                    "missing-example",
                    parsed.places.of(kind, each.id, "id"),
                    f"The {what} '{each.id}' has no example.",
                    "Add one under 'examples:' whose answers make the point.",
                )
