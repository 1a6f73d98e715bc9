"""One decision over many completed answer sets: which arguments hold, the scores, and which models are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wizard.engine.evaluating import START

from .conditions import ConditionTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from wizard.engine.compiling import DecisionRules, Effect, Rules
    from wizard.schema.pack_head import Grade

    from .conditions import Columns, Row

AS_IT_IS, ONE_UP = 85, 171
"""A random byte lowers an argument's grade below the first, raises it from the second on: about a third of all each."""


class DecisionColumns:
    """The rules of one decision, ready for arrays.

    `argument_numbers` and `open_numbers` are the numbers of the arguments' and the models' conditions. `shape` is
    (criteria, models). `points` says what each argument moves each score by: (criteria x models, arguments).
    `separate` counts the arguments: the rules of one that counts against moves share its grade.
    """

    def __init__(self, rules: Rules, decision: DecisionRules) -> None:
        self.decision = decision
        self.table = ConditionTable(rules)
        self.argument_numbers = [self.table.number(rule.condition) for rule in decision.arguments]
        self.open_numbers = [self.table.number(rule.condition) for rule in decision.openness]
        self.shape = (len(decision.criteria), len(decision.models))
        ladder = rules.pack.head.grades
        named: dict[tuple[int, str], int] = {}
        self._sharing = [
            named.setdefault((rule.criterion, rule.argument.id), len(named)) for rule in decision.arguments
        ]
        self.separate = len(named)
        units: dict[tuple[int, str], list[Effect]] = {}
        for number, rule in enumerate(decision.arguments):
            for effect in rule.effects:
                units.setdefault((number, effect.grade.id), []).append(effect)
        self._rules = [number for number, _ in units]
        self._steps = np.array([_steps(effects[0].grade, ladder) for effects in units.values()], dtype=np.int8)
        self._steps = self._steps.reshape(len(units), 3)
        self._signs = self._signs_of(units)
        self.points = np.zeros((self._signs.shape[0], len(decision.arguments)), dtype=np.float32)
        for place, number in enumerate(self._rules):
            self.points[:, number] += self._signs[:, place] * self._steps[place, 1]
        numbers = (*self.argument_numbers, *self.open_numbers)
        self.keys: frozenset[str] = frozenset().union(*(self.table.keys(number) for number in numbers))

    @property
    def silent(self) -> NDArray[np.bool_]:
        """Where no argument speaks at all, whatever the answers: (criteria, models)."""
        spoken: NDArray[np.bool_] = self._signs.any(axis=1).reshape(self.shape)
        return ~spoken

    def over(self, rows: Mapping[str, Row], count: int) -> Columns:
        """The conditions over `count` answer sets."""
        return self.table.over(rows, count)

    def held(self, columns: Columns) -> NDArray[np.bool_]:
        """Which arguments hold: (arguments, answer sets)."""
        return columns.all_held(self.argument_numbers)

    def opened(self, columns: Columns) -> NDArray[np.bool_]:
        """Which models are open by law and circumstance: (models, answer sets)."""
        return columns.all_held(self.open_numbers)

    def scores(self, held: NDArray[np.bool_] | NDArray[np.float32]) -> NDArray[np.float32]:
        """The score of every model: (answer sets, criteria, models), exact in single precision.

        `held` says for each argument and answer set whether it holds, or with what chance.
        """
        return self._laid_out(self.points @ held.astype(np.float32))

    def scores_shifted(
        self, held: NDArray[np.bool_] | NDArray[np.float32], drawn: NDArray[np.uint8]
    ) -> NDArray[np.float32]:
        """The scores where every argument's grade may be one lower or higher, as its byte in `drawn` says.

        `drawn` is (separate arguments, answer sets). At the ends of the ladder of grades a shift moves nothing. Scores
        may leave 0 to 100 and are not cut off: a difference between two models stays a sum of reasons.
        """
        holding = [place for place, rule in enumerate(self._rules) if held[rule].any()]
        rules = [self._rules[place] for place in holding]
        bytes_ = drawn[[self._sharing[rule] for rule in rules]]
        lower, same, higher = self._steps[holding].T[:, :, None]
        # In single bytes: several times faster than looking each step up, and the steps are at most 50.
        steps = (bytes_ >= ONE_UP).view(np.int8) * (higher - same)
        steps += same
        steps -= (bytes_ < AS_IT_IS).view(np.int8) * (same - lower)
        counted = held[rules]
        if counted.dtype == np.bool_:
            steps *= counted.view(np.int8)
            moved = steps.astype(np.float32)
        else:
            moved = steps * counted.astype(np.float32)
        return self._laid_out(self._signs[:, holding] @ moved)

    def _laid_out(self, moved: NDArray[np.float32]) -> NDArray[np.float32]:
        moved += START
        scores: NDArray[np.float32] = moved.T.reshape(moved.shape[1], *self.shape)
        return scores

    def _signs_of(self, units: Mapping[tuple[int, str], list[Effect]]) -> NDArray[np.float32]:
        criteria, models = self.shape
        signs = np.zeros((criteria, models, len(units)), dtype=np.float32)
        for place, ((number, _), effects) in enumerate(units.items()):
            for effect in effects:
                signs[self.decision.arguments[number].criterion, effect.model, place] += np.sign(effect.points)
        return signs.reshape(criteria * models, len(units))


def _steps(grade: Grade, ladder: Sequence[Grade]) -> tuple[int, int, int]:
    """The step of a grade one lower, as it is and one higher; at the ends of the ladder it stays."""
    place = next(place for place, each in enumerate(ladder) if each.id == grade.id)
    return ladder[max(place - 1, 0)].step, ladder[place].step, ladder[min(place + 1, len(ladder) - 1)].step
