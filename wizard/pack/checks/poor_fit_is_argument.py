"""A poor fit holds under the same answers as an argument of the same decision.

A poor fit stands beside the total and is never averaged in. The same situation as an argument would
move the score as well: it would count twice, once where it may be outweighed.

PASS
    poor_fits/failing_services.yaml   when: {childrens_rating: failing}
    criteria/readiness.yaml           - {id: from_strength, when: {childrens_rating: very_good}, ...}
FAIL
    poor_fits/failing_services.yaml   when: {childrens_rating: failing}
    criteria/readiness.yaml           - {id: failing, when: {childrens_rating: [failing]}, ...}
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.conditions.nodes import ALWAYS
from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each poor fit and argument."""
    for poor_fit in parsed.pack.poor_fits.values():
        condition = parsed.condition(poor_fit.when)
        for placed in parsed.arguments:
            if placed.criterion.decision != poor_fit.decision or placed.condition == ALWAYS:
                continue
            if parsed.alike(condition, placed.condition):
                place = parsed.places.of("criterion", placed.criterion.id, *placed.path, "id")
                yield Problem(
                    "poor-fit-is-argument",
                    parsed.places.of("poor_fit", poor_fit.id, "when", key=True),
                    f"'{poor_fit.id}' holds whenever the argument '{placed.argument.id}' does ({place}).",
                    "Keep one of the two, or let them tell different situations apart.",
                )
