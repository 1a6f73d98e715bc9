"""Two arguments of a criterion hold under the same answers and move the same models the same way.

One situation is one argument: what it rests on is joined in it, or the same reason would count twice.
Conditions are compared by the answers under which they hold, not by how they are written. Arguments
without a condition are general evidence, of which there may be several; they are not compared.

PASS
    - {id: small, when: {population: {below: 10000}}, favours: [combined_director], ...}
    - {id: large, when: {population: {above: 500000}}, favours: [combined_director], ...}
FAIL
    - {id: small, when: {population: {below: 10000}}, favours: [combined_director], ...}
    - {id: tiny, when: {population: {at_most: 9999}}, favours: [combined_director], ...}
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.conditions.nodes import ALWAYS
from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem
from wizard.schema.criterion import Argument


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each argument that repeats an earlier one."""
    for index, placed in enumerate(parsed.arguments):
        if placed.condition == ALWAYS:
            continue
        for earlier in parsed.arguments[:index]:
            if earlier.criterion is not placed.criterion or _moved(earlier.argument) != _moved(placed.argument):
                continue
            if parsed.alike(earlier.condition, placed.condition):
                yield Problem(
                    "duplicate-argument",
                    parsed.places.of("criterion", placed.criterion.id, *placed.path, "id"),
                    f"'{placed.argument.id}' holds whenever '{earlier.argument.id}' does, and moves the same models.",
                    "Join the two: one argument, with the findings of both.",
                )
                break


def _moved(argument: Argument) -> tuple[frozenset[str], frozenset[str], str]:
    by_move = argument.counts_against_moves
    return frozenset(argument.favours), frozenset(argument.counts_against), by_move.at_least if by_move else ""
