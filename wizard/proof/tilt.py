"""Which way a rule set leans before anybody has answered: how often each model leads over random answers.

The priorities are those nobody has set. A rule set whose evidence comes mostly from holders of one post
will lean to that post; this measures by how much, and whose evidence stands behind it. Random answers are
no picture of real councils: answers that go together in life are drawn apart here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.conditions.answers import Chosen
from wizard.engine import Case, assess, compile_rules
from wizard.engine.declaring import usual_weights
from wizard.engine.evaluating import Weighing, evaluate

from .behind_models import Behind, behind_models
from .random_answers import Way, random_answers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.conditions.cells import Facts
    from wizard.engine import Rules
    from wizard.engine.compiling import DecisionRules
    from wizard.engine.results import VerdictKind
    from wizard.schema.pack import Pack

SETS = 10_000
"""With ten thousand answer sets a share is within 1 point in 95 of 100 seeds."""

SAMPLE = 500
"""Verdicts take a whole assessment each; with five hundred a share is within 5 points in 95 of 100 seeds."""

WAYS: tuple[Way, ...] = ("evenly", "by_priors")


@dataclass(frozen=True)
class ModelTilt:
    """One model. `led` is the share of answer sets in which it leads (0 to 1; models that tie share the lead).

    `opened` is the share in which it is open. The totals (0 to 100) are over those; None where it never is.
    """

    model: str
    led: Fraction
    opened: Fraction
    lowest: Fraction | None
    mean: Fraction | None
    highest: Fraction | None


@dataclass(frozen=True)
class DecisionTilt:
    """One decision. Over `sets` answer sets `led` of the models and `none_open` come to 1 together.

    `stayed` is the share in which today's arrangement leads. `verdicts` counts the classes over
    the first `sample` sets.
    """

    decision: str
    sets: int
    sample: int
    models: tuple[ModelTilt, ...]
    none_open: Fraction
    stayed: Fraction
    verdicts: Mapping[VerdictKind, int]


@dataclass(frozen=True)
class Tilt:
    """Both ways of drawing, and what stands behind each model, by decision."""

    pack: Pack
    drawn: Mapping[Way, tuple[DecisionTilt, ...]]
    behind: Mapping[str, Behind]


def tilt(pack: Pack, sets: int = SETS, sample: int = SAMPLE) -> Tilt:
    """The tilt of a rule set, over `sets` answer sets (at least 1) for each way of drawing."""
    rules = compile_rules(pack)
    drawn = {way: _over(rules, way, sets, min(sample, sets)) for way in WAYS}
    behind = {each.decision.id: behind_models(pack, each) for each in rules.decisions}
    return Tilt(pack, drawn, behind)


def _over(rules: Rules, way: Way, sets: int, sample: int) -> tuple[DecisionTilt, ...]:
    running = [_Running(rules.pack, decision) for decision in rules.decisions]
    verdicts: list[Counter[VerdictKind]] = [Counter() for _ in running]
    for number, answers in enumerate(random_answers(rules, way, sets)):
        facts = rules.cells.facts(answers)
        for each in running:
            each.take(facts, answers)
        if number < sample:
            for counts, result in zip(verdicts, assess(rules, Case(answers)).decisions, strict=True):
                counts[result.verdict.kind] += 1
    return tuple(each.found(sets, sample, counts) for each, counts in zip(running, verdicts, strict=True))


class _Running:
    """Counts over the answer sets taken so far, for one decision; totals in units of the weighing."""

    def __init__(self, pack: Pack, decision: DecisionRules) -> None:
        self.decision = decision
        self.weighing = Weighing(decision.criteria, usual_weights(pack, decision.decision.id, decision.criteria))
        count = len(decision.models)
        self.led = [Fraction(0)] * count
        self.opened, self.sums = [0] * count, [0] * count
        self.lowest: list[int | None] = [None] * count
        self.highest: list[int | None] = [None] * count
        self.none_open = 0
        self.stayed = Fraction(0)

    def take(self, facts: Facts, answers: Mapping[str, Answer]) -> None:
        """One more answer set."""
        totals = self.weighing.totals(evaluate(self.decision, facts).scores)
        competing = [number for number, rule in enumerate(self.decision.openness) if rule.decide(facts) is True]
        if not competing:
            self.none_open += 1
            return
        best = max(totals[number] for number in competing)
        leaders = [number for number in competing if totals[number] == best]
        share = Fraction(1, len(leaders))
        for number in leaders:
            self.led[number] += share
        for number in competing:
            self._see(number, totals[number])
        today = answers[self.decision.decision.today]
        if isinstance(today, Chosen):
            self.stayed += sum(share for number in leaders if self.decision.models[number].id in today.options)

    def _see(self, number: int, total: int) -> None:
        self.opened[number] += 1
        self.sums[number] += total
        low, high = self.lowest[number], self.highest[number]
        self.lowest[number] = total if low is None else min(low, total)
        self.highest[number] = total if high is None else max(high, total)

    def found(self, sets: int, sample: int, verdicts: Counter[VerdictKind]) -> DecisionTilt:
        """What it has come to."""
        return DecisionTilt(
            decision=self.decision.decision.id,
            sets=sets,
            sample=sample,
            models=tuple(self._model(number, sets) for number in range(len(self.decision.models))),
            none_open=Fraction(self.none_open, sets),
            stayed=self.stayed / sets,
            verdicts=dict(verdicts.most_common()),
        )

    def _model(self, number: int, sets: int) -> ModelTilt:
        count = self.opened[number]
        return ModelTilt(
            model=self.decision.models[number].id,
            led=self.led[number] / sets,
            opened=Fraction(count, sets),
            lowest=self._points(self.lowest[number]),
            mean=Fraction(self.sums[number], count * self.weighing.unit) if count else None,
            highest=self._points(self.highest[number]),
        )

    def _points(self, units: int | None) -> Fraction | None:
        return None if units is None else Fraction(units, self.weighing.unit)
