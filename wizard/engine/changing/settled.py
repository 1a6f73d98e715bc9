"""Whether anything that is still unknown could put another model first: when it cannot, asking can stop.

The lead over a rival is a sum over the undecided arguments. Arguments that share no unknown answer move apart, so
the least the lead can be is the sum of the least that each group of linked arguments leaves of it. A small group
is tried in every combination of its answers, which makes the answer exact; a larger one is bounded from below
by letting each argument fall as badly as it can, which may call a lead open that is not.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Literal

from wizard.conditions.cells import UNKNOWN
from wizard.conditions.reach import single_cells
from wizard.engine.columns.conditions import cell_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .expected import Expected

Settled = Literal["can_change", "none_found", "may_close", "cannot_change"]
"""`none_found`: no way was found and none could be ruled out either. `may_close`: no other model competes, but whether
the one that does is open is not known."""

MOST_COMBINATIONS = 4_096


def settled(expected: Expected) -> Settled:
    """Whether the leader can still be overtaken: also where it may be closed and leave the lead to a rival.

    Without a leader it can. A rival that may be closed counts as if it were open.
    """
    leader = expected.leader
    if leader is None:
        return "can_change"
    rivals = [number for number, competes in enumerate(expected.competes) if competes and number != leader]
    if expected.decision.openness[leader].decide(expected.facts) is not True:
        return "can_change" if rivals else "may_close"
    groups = list(_groups(expected))
    answer: Settled = "cannot_change"
    for rival in rivals:
        found = _least_lead(expected, groups, leader, rival)
        if found == "can_change":
            return "can_change"
        if found == "none_found":
            answer = "none_found"
    return answer


def _least_lead(expected: Expected, groups: list[_Group], leader: int, rival: int) -> Settled:
    ahead = expected.values[:, leader] - expected.values[:, rival]
    least = int(expected.totals[leader] - expected.totals[rival])
    reached = least
    for group in groups:
        now = int(expected.counts[group.arguments] @ ahead[group.arguments])
        bound, witness = group.least(expected, ahead)
        least += bound - now
        reached += witness - now
    if reached < 0:
        # The witnesses of groups that share nothing hold together: there is such a set of answers.
        return "can_change"
    return "cannot_change" if least >= 0 else "none_found"


class _Group:
    """Undecided arguments that are linked by unknown answers."""

    def __init__(self, arguments: list[int], keys: list[str]) -> None:
        self.arguments, self.keys = arguments, keys

    def least(self, expected: Expected, ahead: Any) -> tuple[int, int]:
        """A bound below what the group can add to the lead, and the least it was seen to add; equal where exact."""
        settings = self._settings(expected)
        weights = ahead[self.arguments]
        added = expected.counts_with(self.arguments, settings, complete=True) @ weights
        witness = int(min(added))
        if len(settings) == self._combinations(expected):
            return witness, witness
        whole = expected.whole
        return sum(min(0, int(weight)) * whole for weight in weights), witness

    def _settings(self, expected: Expected) -> list[dict[str, int]]:
        if self._combinations(expected) <= MOST_COMBINATIONS:
            cells = [_possible(expected, key) for key in self.keys]
            return [dict(zip(self.keys, combination, strict=True)) for combination in product(*cells)]
        rows = {key: expected.row(key) for key in self.keys}
        return [{key: int(rows[key][place]) for key in self.keys} for place in range(len(rows[self.keys[0]]))]

    def _combinations(self, expected: Expected) -> int:
        count = 1
        for key in self.keys:
            count *= len(_possible(expected, key))
        return count


def _possible(expected: Expected, key: str) -> list[int]:
    return [cell_number(cell) for cell in single_cells(expected.facts[key] & ~UNKNOWN)]


def _groups(expected: Expected) -> Iterator[_Group]:
    """The undecided arguments, those that share an unknown answer together."""
    waiting = {
        number: expected.unknown_keys(number)
        for number, rule in enumerate(expected.decision.arguments)
        if not isinstance(rule.decide(expected.facts), bool)
    }
    while waiting:
        number, keys = waiting.popitem()
        arguments, linked = [number], set(keys)
        while near := [other for other, others in waiting.items() if linked & others]:
            for other in near:
                arguments.append(other)
                linked |= waiting.pop(other)
        yield _Group(sorted(arguments), sorted(linked))
