"""What to find out next: what each answer that is missing could do to the lead (value of information).

For each question every possible answer is put in turn, with everything else that is unknown left as it is: the
chance that another model then comes first, and how many points the better choice would then be worth on average
(the expected value of perfect information on one question; Howard, 1966). A question alone may be
unable to turn the lead where two together can: what it can move the lead by is told too.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from wizard.conditions.answers import NotSure
from wizard.engine.columns.conditions import cell_number

from .flips import Flip, flip_of
from .possible import findings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .expected import Expected
    from .possible import Change

MOST_STATES = 64
"""A question with several options is tried in at most so many of their combinations, spread over the completions."""


@dataclass(frozen=True)
class OpenQuestion:
    """A question that is not known and bears on a decision.

    `chance` (0 to 1) is how likely the answer is to put another model first, `worth` what choosing by it would gain
    on average, `swing` how far apart its answers leave the lead: both in points. `turning` are the single answers
    that put another model first. `not_sure` tells that it was asked and nobody knew.
    """

    question: str
    chance: Fraction
    worth: Fraction
    swing: Fraction
    turning: tuple[Flip, ...]
    not_sure: bool


def open_questions(expected: Expected) -> tuple[OpenQuestion, ...]:
    """Every question that is asked, not known, and can move a total or close a model; what matters most first."""
    rules, facts = expected.rules, expected.facts
    found = []
    for question in expected.decision.bearing:
        asked = rules.asked.get(question)
        open_ones = [key for key in rules.cells.keys_of(question) if expected.is_open(key)]
        keys = [key for key in open_ones if key in expected.by_key or expected.opens(key)]
        if keys and (asked is None or asked(facts) is True):
            found.append(_Finding(expected, question, keys).outcome())
    moving = [each for each in found if each.swing or each.chance]
    return tuple(sorted(moving, key=lambda each: (-each.chance, -each.worth, -each.swing)))


class _Finding:
    """One question, and what its answers come to."""

    def __init__(self, expected: Expected, question: str, keys: list[str]) -> None:
        self.expected, self.question, self.keys = expected, question, keys
        self.arguments = sorted({number for key in keys for number in expected.by_key.get(key, ())})

    def outcome(self) -> OpenQuestion:
        """The question with its figures."""
        expected = self.expected
        found = findings_of(expected.rules, expected.answers, expected.facts, self.question)
        singles = [change for change in found if change.key in self.keys]
        settings = [{change.key: cell_number(change.cell)} for change in singles]
        states = self._states(settings)
        totals = self._totals([*settings, *(state for state, _ in states)])
        turning = [flip for change, row in zip(singles, totals, strict=False) for flip in self._turning(change, row)]
        chance = worth = Fraction(0)
        leads = []
        for (state, share), row in zip(states, totals[len(singles) :], strict=True):
            competes = expected.competing_with({key: 2 << cell for key, cell in state.items()})
            new = expected.overtaken_by(row, competes)
            if new is not None:
                chance += share
                worth += share * abs(expected.points(row[new]) - expected.points(row[expected.leader]))
            leads.append(expected.lead_of(expected.leader, row, competes) if expected.leader is not None else None)
        swings = [lead for lead in leads if lead is not None]
        swing = expected.points(max(swings) - min(swings)) if swings else Fraction(0)
        answer = expected.answers.get(self.question)
        return OpenQuestion(self.question, chance, worth, swing, tuple(turning), isinstance(answer, NotSure))

    def _states(self, settings: list[dict[str, int]]) -> list[tuple[dict[str, int], Fraction]]:
        """What may be found out, each with its chance; together 1. Of one key every possible cell is tried."""
        rows = {key: self.expected.row(key) for key in self.keys}
        count = len(next(iter(rows.values())))
        if len(self.keys) == 1:
            key = self.keys[0]
            return [(state, Fraction(int((rows[key] == state[key]).sum()), count)) for state in settings]
        step = max(1, count // MOST_STATES)
        seen: dict[tuple[int, ...], int] = {}
        for place in range(0, count, step):
            state = tuple(int(rows[key][place]) for key in self.keys)
            seen[state] = seen.get(state, 0) + 1
        tried = sum(seen.values())
        return [(dict(zip(self.keys, state, strict=True)), Fraction(number, tried)) for state, number in seen.items()]

    def _totals(self, settings: list[dict[str, int]]) -> Any:
        expected = self.expected
        if not self.arguments:
            return [expected.totals] * len(settings)
        counts = expected.counts_with(self.arguments, settings)
        return expected.totals + (counts - expected.counts[self.arguments]) @ expected.values[self.arguments]

    def _turning(self, change: Change, totals: Any) -> Iterator[Flip]:
        expected = self.expected
        competes = expected.competing_with({change.key: change.cell})
        new = expected.overtaken_by(totals, competes)
        if new is not None:
            yield flip_of(expected, (change,), new, totals, competes)
