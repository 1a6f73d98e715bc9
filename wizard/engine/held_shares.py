"""In how many of the 256 completions each argument of a decision holds, and how that moves when answers change.

An argument looks at few questions, and the completions come to few different answers to those. So each is decided
once for each of them, and a changed answer costs only the arguments that look at it. Plain Python, for a handful of
changes; `wizard.engine.columns` tries thousands at once.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from wizard.conditions.answers import Answer, Chosen
from wizard.conditions.nodes import Condition, tests_in
from wizard.conditions.parse import parse

from .completing import COMPLETIONS, completions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wizard.conditions.cells import Facts

    from .case import Case
    from .compiling import DecisionRules, Rules
    from .results import DecisionResult


class HeldShares:
    """One decision of one case. `counts` gives for each argument rule the completions in which it holds as things are.

    `keys` gives what each looks at, the questions that decide whether another is asked included. `scale` turns sums of
    counts times `points_of` into points of the total.
    """

    def __init__(self, rules: Rules, case: Case, result: DecisionResult) -> None:
        self.case, self.result = case, result
        self.decision: DecisionRules = next(each for each in rules.decisions if each.decision.id == result.decision.id)
        self.answers = {question: answer for question, answer in case.answers.items() if question in rules.domains}
        self.facts: Facts = rules.cells.facts(self.answers)
        self._cells = rules.cells
        self._asked_when = {
            question.id: parse(question.asked_when, rules.domains)[0]
            for question in rules.pack.questions.values()
            if question.asked_when is not None
        }
        drawn = completions(rules.cells, self.answers, self.decision.bearing, rules.pack.head.seed)
        self._columns = {key: [facts[key] for facts in drawn] for key in self.facts}
        self._combinations: dict[tuple[str, ...], Counter[tuple[int, ...]]] = {}
        self._known: dict[tuple[int, tuple[tuple[str, int], ...]], int] = {}
        self.keys = [tuple(sorted(self._keys_in(rule.condition))) for rule in self.decision.arguments]
        unit = lcm(*(weight.denominator for weight in result.weights.values())) if result.weights else 1
        self._parts = [int(result.weights[criterion.id] * unit) for criterion in self.decision.criteria]
        self.scale = Fraction(1, COMPLETIONS * unit)
        self.counts = [self.count(number, {}) for number in range(len(self.keys))]

    def points_of(self, model: str) -> list[int]:
        """What each argument rule moves a model by where it holds, times its criterion's weight."""
        place = next(number for number, each in enumerate(self.decision.models) if each.id == model)
        return [
            sum(effect.points for effect in rule.effects if effect.model == place) * self._parts[rule.criterion]
            for rule in self.decision.arguments
        ]

    def looking_at(self, keys: Iterable[str]) -> list[int]:
        """The argument rules that look at any of these keys."""
        wanted = frozenset(keys)
        return [number for number, each in enumerate(self.keys) if not wanted.isdisjoint(each)]

    def count(self, number: int, setting: Mapping[str, int]) -> int:
        """In how many completions an argument rule holds when some keys are put in other cells."""
        own = tuple((key, setting[key]) for key in self.keys[number] if key in setting)
        found = self._known.get((number, own))
        if found is None:
            facts = dict(own)
            rest = tuple(key for key in self.keys[number] if key not in facts)
            decide, found = self.decision.arguments[number].decide, 0
            for cells, times in self._combined(rest).items():
                facts.update(zip(rest, cells, strict=True))
                if decide(facts) is True:
                    found += times
            self._known[number, own] = found
        return found

    def first_with(self, question: str, answer: Answer, setting: Mapping[str, int]) -> str | None:
        """The model that comes first when a question has this answer, which `setting` puts in cells; None if none is
        open: the highest total, today's arrangement first among equals, then the order of the rules."""
        facts = {**self.facts, **setting}
        today = answer if question == self.decision.decision.today else self.answers.get(self.decision.decision.today)
        inherited = today.options if isinstance(today, Chosen) else frozenset()
        moved = [(number, self.count(number, setting) - self.counts[number]) for number in self.looking_at(setting)]
        ranks = []
        for place, (model, openness) in enumerate(zip(self.decision.models, self.decision.openness, strict=True)):
            if model.id in self.case.off_the_table or openness.decide(facts) is False:
                continue
            points = self.points_of(model.id) if any(by for _, by in moved) else []
            more = sum(by * points[number] for number, by in moved if by) * self.scale
            ranks.append((self.result.standing(model.id).total + more, inherited == {model.id}, -place))
        return self.decision.models[-max(ranks)[2]].id if ranks else None

    def _combined(self, keys: tuple[str, ...]) -> Counter[tuple[int, ...]]:
        """The different cells that these keys take together, and in how many completions each."""
        found = self._combinations.get(keys)
        if found is None:
            together = zip(*(self._columns[key] for key in keys), strict=True)
            found = self._combinations[keys] = Counter(together) if keys else Counter({(): COMPLETIONS})
        return found

    def _keys_in(self, condition: Condition) -> set[str]:
        found = set()
        for test in tests_in(condition):
            found.add(self._cells.accepted(test)[0])
            asked = self._asked_when.get(test.question)
            if asked is not None:
                found |= self._keys_in(asked)
        return found
