"""One traced evaluation: which arguments hold, and what every model scores on every criterion.

Scores are whole numbers: a model starts each criterion at 50 and moves by the steps of the arguments
that hold. Totals are whole numbers too, in units of one over the common denominator of the weights,
so that no tie turns on rounding.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.cells import Facts
    from wizard.conditions.deciding import Truth
    from wizard.schema.criterion import Criterion

    from .compiling import ArgumentRule, DecisionRules

START = 50
"""The score at which the reports do not say."""

Exact = TypeVar("Exact", int, Fraction)

Scores = list[list[int]]
"""For each criterion, in the order of the rules, the score of each model, 0 to 100."""


class Evaluation(NamedTuple):
    """The truth of every argument, in the order of the rules, and the scores of those that hold."""

    truths: list[Truth]
    scores: Scores


def evaluate(rules: DecisionRules, facts: Facts) -> Evaluation:
    """What holds, given the facts; undecided arguments move nothing."""
    count = len(rules.models)
    scores = [[START] * count for _ in rules.criteria]
    truths: list[Truth] = []
    for rule in rules.arguments:
        truth = rule.decide(facts)
        truths.append(truth)
        if truth is True:
            row = scores[rule.criterion]
            for effect in rule.effects:
                row[effect.model] += effect.points
    return Evaluation(truths, scores)


def scores_with(start: Scores, undecided: Sequence[ArgumentRule], facts: Facts) -> tuple[Scores, list[bool]]:
    """The scores once the undecided arguments are settled by completed facts, and which of them hold."""
    scores = [row[:] for row in start]
    held = []
    for rule in undecided:
        holds = rule.decide(facts) is True
        held.append(holds)
        if holds:
            row = scores[rule.criterion]
            for effect in rule.effects:
                row[effect.model] += effect.points
    return scores, held


class Weighing:
    """Exact weighted means: `total` gives whole numbers in units of 1/`unit` of a point."""

    def __init__(self, criteria: Sequence[Criterion], weights: Mapping[str, Fraction]) -> None:
        self.unit = lcm(*(weight.denominator for weight in weights.values())) if weights else 1
        self.parts = [int(weights[criterion.id] * self.unit) for criterion in criteria]

    def totals(self, scores: Sequence[Sequence[Exact]]) -> list[Exact]:
        """The total of each model, in units."""
        count = len(scores[0]) if scores else 0
        totals: list[Any] = [0] * count
        for part, row in zip(self.parts, scores, strict=True):
            if part:
                for model in range(count):
                    totals[model] += part * row[model]
        return totals
