"""Expected totals of one decision, and how they move when answers are changed: exact, many changes at a time.

A total is a sum over arguments: each counts for the share of the 256 completions in which it holds. A change
of one answer therefore moves only the arguments that look at that answer, and two changes together move the
sum of what each moves alone, but for the arguments that look at both. So every pair of changes is had from
the single ones and from those few arguments.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from wizard.conditions.answers import Chosen
from wizard.engine.columns.completed import assessed_rows
from wizard.engine.columns.conditions import cell_number
from wizard.engine.columns.decision import DecisionColumns
from wizard.engine.completing import COMPLETIONS
from wizard.engine.evaluating import START, Weighing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from wizard.conditions.cells import Facts
    from wizard.engine.case import Case
    from wizard.engine.columns.conditions import Row
    from wizard.engine.compiling import DecisionRules, Rules

    from .possible import Change

LARGEST_EXACT = 2**62
"""Beyond this, whole numbers of the machine would overflow: Python's own take their place."""


class Expected:
    """One decision of one case. `totals` are whole numbers in units of 1/`unit` of a point, one for each model.

    `competes` says for each model whether it is open or may be; `leader` is the number of the model that
    comes first (None where none competes): the highest total, today's arrangement first among equals, then the
    order of the rules.
    """

    def __init__(self, rules: Rules, decision: DecisionRules, case: Case) -> None:
        self.rules, self.decision, self.case = rules, decision, case
        self.answers = {question: answer for question, answer in case.answers.items() if question in rules.domains}
        self.facts: Facts = rules.cells.facts(self.answers)
        self.columns = DecisionColumns(rules, decision)
        self._keys = [self.columns.table.keys(number) for number in self.columns.argument_numbers]
        self._open_keys = [self.columns.table.keys(number) for number in self.columns.open_numbers]
        self._rows, self._count = assessed_rows(rules, self.answers, decision.bearing, self.columns.keys)
        weighing = Weighing(decision.criteria, case.weights_of(decision.decision.id, decision.criteria))
        self.unit = weighing.unit * COMPLETIONS
        self.values = self._values(weighing)
        self.by_key: dict[str, list[int]] = {}
        for number, keys in enumerate(self._keys):
            for key in keys:
                self.by_key.setdefault(key, []).append(number)
        self.counts = self.counts_with(range(len(decision.arguments)), [{}])[0]
        self.totals = START * self.unit + self.counts @ self.values
        self.competes = self.competing(self.facts)
        self._order = self._preference()
        self.leader = self.first(self.totals, self.competes)

    def counts_with(
        self, arguments: Iterable[int], settings: Sequence[Mapping[str, int]], *, complete: bool = False
    ) -> NDArray[Any]:
        """In how many of the 256 completions each argument holds: (settings, arguments).

        A setting gives keys another cell (its number) in all completions. Where settings are `complete` they leave
        nothing unknown that these arguments look at, so that one completion stands for all.
        """
        numbers = list(arguments)
        each = 1 if complete else self._count
        keys = frozenset().union(*(self._keys[number] for number in numbers))
        changed = frozenset().union(*settings) & keys
        rows = {key: np.tile(self._rows[key][:each], len(settings)) for key in keys}
        for key in changed:
            for place, setting in enumerate(settings):
                if key in setting:
                    rows[key][place * each : (place + 1) * each] = setting[key]
        columns = self.columns.over(rows, len(settings) * each)
        held = columns.all_held(self.columns.argument_numbers[number] for number in numbers)
        counts = held.reshape(len(numbers), len(settings), each).sum(axis=2).T
        scaled: NDArray[Any] = counts.astype(self.values.dtype) * (COMPLETIONS // each)
        return scaled

    def moves(self, changes: Sequence[Change]) -> NDArray[Any]:
        """What each change, alone, moves every model's total by: (changes, models), in units."""
        moved = np.zeros((len(changes), len(self.decision.models)), dtype=self.values.dtype)
        for key in dict.fromkeys(change.key for change in changes):
            places = [place for place, change in enumerate(changes) if change.key == key]
            arguments = self.by_key.get(key, [])
            if arguments:
                settings = [{key: cell_number(changes[place].cell)} for place in places]
                moved[places] = (self.counts_with(arguments, settings) - self.counts[arguments]) @ self.values[
                    arguments
                ]
        return moved

    @property
    def whole(self) -> int:
        """The count of an argument that holds in every completion."""
        return COMPLETIONS

    def row(self, key: str) -> Row:
        """The cell numbers of a key over the completions."""
        return self._rows[key]

    def is_open(self, key: str) -> bool:
        """Whether more than one cell of a key is still possible."""
        return bool(self.facts[key] & (self.facts[key] - 1))

    def unknown_keys(self, argument: int) -> frozenset[str]:
        """The keys that an argument looks at and whose cell is not known."""
        return frozenset(key for key in self._keys[argument] if self.is_open(key))

    def competing(self, facts: Facts) -> NDArray[np.bool_]:
        """Which models are open, or may be, given the facts."""
        return np.array(
            [
                rule.model not in self.case.off_the_table and rule.decide(facts) is not False
                for rule in self.decision.openness
            ]
        )

    def competing_with(self, cells: Mapping[str, int]) -> NDArray[np.bool_]:
        """Which models are open, or may be, once these keys are put in these cells (one bit each)."""
        return self.competing({**self.facts, **cells}) if any(self.opens(key) for key in cells) else self.competes

    def opens(self, key: str) -> bool:
        """Whether a key decides which models are open."""
        return any(key in keys for keys in self._open_keys)

    def changed_facts(self, *changes: Change) -> Facts:
        """The facts with these changes made."""
        return {**self.facts, **{change.key: change.cell for change in changes}}

    def first(self, totals: NDArray[Any], competes: NDArray[np.bool_]) -> int | None:
        """The model that comes first."""
        standing = [number for number in self._order if competes[number]]
        return max(standing, key=lambda number: totals[number]) if standing else None

    def overtaken_by(self, totals: NDArray[Any], competes: NDArray[np.bool_]) -> int | None:
        """The model that takes the lead from this case's leader; None where the leader holds or shares it."""
        now = self.first(totals, competes)
        if now is None or self.leader is None or now == self.leader:
            return None
        return now if not competes[self.leader] or totals[now] > totals[self.leader] else None

    def lead_of(self, model: int, totals: NDArray[Any], competes: NDArray[np.bool_]) -> int | None:
        """A model's total less the best other one's, in units; 0 where it stands alone, None where it is closed."""
        if not competes[model]:
            return None
        others = [int(total) for number, total in enumerate(totals) if competes[number] and number != model]
        return int(totals[model]) - max(others, default=int(totals[model]))

    def points(self, units: Any) -> Fraction:
        """Units as points."""
        return Fraction(int(units), self.unit)

    def _values(self, weighing: Weighing) -> NDArray[Any]:
        """What each argument adds to each model's total for one completion in which it holds, in units."""
        parts = weighing.parts
        table = [[0] * len(self.decision.models) for _ in self.decision.arguments]
        for row, rule in zip(table, self.decision.arguments, strict=True):
            for effect in rule.effects:
                row[effect.model] += parts[rule.criterion] * effect.points
        largest = self.unit * 100 * (len(table) + 1)
        return np.array(table, dtype=np.int64 if largest < LARGEST_EXACT else object).reshape(
            len(table), len(self.decision.models)
        )

    def _preference(self) -> list[int]:
        today = self.answers.get(self.decision.decision.today)
        inherited = today.options if isinstance(today, Chosen) else frozenset()
        models = self.decision.models
        return sorted(range(len(models)), key=lambda number: inherited != {models[number].id})
