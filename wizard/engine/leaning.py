"""The judgements that a lead leans on most: what each adds, and whether the leader changes without it.

A judgement is what the rule set says beyond its findings: an argument that goes further than they do, or has
none, and the numbers it declares as thresholds. Everything is recomputed from an assessment's own figures, so
nothing is drawn afresh and the same input gives the same result.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple, cast

from .judging import grounds_behind, judge
from .lead import reasons_by_argument, rests_on_judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wizard.schema.criterion import Argument
    from wizard.schema.pack_head import Grade, Thresholds

    from .compiling import Rules
    from .results import Assessment, DecisionResult, Reason, Standing, VerdictKind

MOST = 10

SHARE_NUDGE, POINTS_NUDGE = Fraction(1, 10), Fraction(1)
"""How far a threshold is moved each way: a tenth for a share, one point for `close`."""


class Outcome(NamedTuple):
    """What the result would be: the model that comes first, and total(first) minus total(second) as they stand now.

    `turns` says that another model comes first than does now.
    """

    first: str
    lead: Fraction
    turns: bool


class JudgementFound(NamedTuple):
    """An argument that rests on a judgement, and holds or may hold.

    `adds` is what it adds to the lead in points of the total, net over both models. `higher` and `lower` tell of one
    grade up and down for every model it moves; None where no grade is left that way. `undecided` says that some of it
    is not known yet and counted by its chance.
    """

    argument: Argument
    criterion: str
    grades: tuple[Grade, ...]
    undecided: bool
    adds: Fraction
    without: Outcome
    higher: Outcome | None
    lower: Outcome | None

    @property
    def turns(self) -> bool:
        """Whether leaving it out, or grading it one higher or lower, changes the leader."""
        return any(each is not None and each.turns for each in (self.without, self.higher, self.lower))


class ThresholdTried(NamedTuple):
    """A threshold at another value, and the verdict that would follow."""

    value: Fraction
    kind: VerdictKind
    leader: str | None
    changes: bool


class ThresholdFound(NamedTuple):
    """A number that the rule set declares, with its reason; `because` is empty where it gives none.

    `tried` holds the values a nudge away. `holds_up` says that some nudge changes the verdict, so that it rests on
    this number.
    """

    name: str
    value: Fraction
    because: str
    tried: tuple[ThresholdTried, ...]

    @property
    def holds_up(self) -> bool:
        """Whether a nudge would change the class of the verdict, or the model it names."""
        return any(each.changes for each in self.tried)


@dataclass(frozen=True)
class Leaning:
    """What the lead of `first` over `second` leans on. `judgements` are at most ten of the `counted` that bear on it.

    Those that would change the leader come first, then those that add or take off most. `kind` is the verdict's class.
    """

    decision: str
    first: str
    second: str
    lead: Fraction
    kind: VerdictKind
    judgements: tuple[JudgementFound, ...]
    counted: int
    thresholds: tuple[ThresholdFound, ...]


def leaning(rules: Rules, assessment: Assessment, decision: str) -> Leaning | None:
    """What one decision's lead leans on; None where fewer than two models compete.

    `assessment` must come from these rules. Raises KeyError where there is no such decision.
    """
    result = assessment.decision(decision)
    if len(result.competing) < 2:
        return None
    first, second = result.competing[:2]
    found = sorted(_Leaning(rules, result).judgements(), key=lambda each: (not each.turns, -abs(each.adds)))
    return Leaning(
        decision=decision,
        first=first.model.id,
        second=second.model.id,
        lead=first.total - second.total,
        kind=result.verdict.kind,
        judgements=tuple(found[:MOST]),
        counted=len(found),
        thresholds=_thresholds(rules, assessment, result),
    )


class _Leaning:
    """One decision's totals, with single arguments changed."""

    def __init__(self, rules: Rules, result: DecisionResult) -> None:
        self.result = result
        self.grades: Sequence[Grade] = rules.pack.head.grades
        self.places = {grade.id: place for place, grade in enumerate(self.grades)}
        models = next(each.models for each in rules.decisions if each.decision.id == result.decision.id)
        # Equal totals keep the order of an assessment: today's arrangement first, then the declared order.
        self.order = {model.id: -place for place, model in enumerate(models)}
        self.first, self.second = (each.model.id for each in result.competing[:2])

    def judgements(self) -> Iterator[JudgementFound]:
        """Every judgement that moves the lead, or without which another model would come first."""
        for (criterion, _), reasons in reasons_by_argument(self.result).items():
            argument = reasons[0].argument
            if not rests_on_judgement(argument):
                continue
            without = self._outcome([-each.weighted for each in reasons], reasons)
            found = JudgementFound(
                argument=argument,
                criterion=criterion,
                grades=tuple({each.grade.id: each.grade for each in reasons}.values()),
                undecided=any(isinstance(each.truth, frozenset) for each in reasons),
                adds=self.lead - without.lead,
                without=without,
                higher=self._graded(reasons, 1),
                lower=self._graded(reasons, -1),
            )
            if found.adds or found.turns:
                yield found

    @property
    def lead(self) -> Fraction:
        """Total of the first minus total of the second."""
        return self.result.standing(self.first).total - self.result.standing(self.second).total

    def _graded(self, reasons: Sequence[Reason], way: int) -> Outcome | None:
        """The outcome with every grade one up or down, as far as there is one; None where there is none at all."""
        places = [self.places[each.grade.id] for each in reasons]
        moved = [min(max(place + way, 0), len(self.grades) - 1) for place in places]
        if moved == places:
            return None
        # What a reason weighs is proportional to its step, whatever its chance and its criterion's weight.
        more = [
            each.weighted * (Fraction(self.grades[place].step, each.grade.step) - 1)
            for each, place in zip(reasons, moved, strict=True)
        ]
        return self._outcome(more, reasons)

    def _outcome(self, more: Sequence[Fraction], reasons: Sequence[Reason]) -> Outcome:
        """What follows when each reason's model gets so much more."""
        totals = {each.model.id: each.total for each in self.result.competing}
        for each, points in zip(reasons, more, strict=True):
            if each.model in totals:
                totals[each.model] += points
        first = max(self.result.competing, key=lambda each: self._rank(each, totals)).model.id
        return Outcome(first, totals[self.first] - totals[self.second], first != self.first)

    def _rank(self, standing: Standing, totals: Mapping[str, Fraction]) -> tuple[Fraction, bool, int]:
        model = standing.model.id
        return totals[model], standing.stays, self.order[model]


def _thresholds(rules: Rules, assessment: Assessment, result: DecisionResult) -> tuple[ThresholdFound, ...]:
    """Every number that the rule set declares, in its order, with the verdicts a nudge away."""
    grounds = grounds_behind(rules, assessment, result)
    declared = rules.pack.head.thresholds
    values = {name: value for name, value in vars(declared).items() if isinstance(value, (int, float))}
    found = []
    for name, value in values.items():
        tried = []
        for nudged in _nudged(name, Fraction(str(value))):
            # A rule set as kept holds plain records and as read holds schema objects: judging needs the numbers only.
            other = cast("Thresholds", SimpleNamespace(**{**values, name: float(nudged)}))
            verdict = judge(other, result.competing, *grounds)
            changes = (verdict.kind, verdict.leader) != (result.verdict.kind, result.verdict.leader)
            tried.append(ThresholdTried(nudged, verdict.kind, verdict.leader, changes))
        because = declared.because.get(name, "")
        found.append(ThresholdFound(name, Fraction(str(value)), because, tuple(tried)))
    return tuple(found)


def _nudged(name: str, value: Fraction) -> list[Fraction]:
    """The values a nudge below and above, within what the threshold can be."""
    step, most = (POINTS_NUDGE, Fraction(100)) if name == "close" else (SHARE_NUDGE, Fraction(1))
    near = (max(value - step, Fraction(0)), min(value + step, most))
    return [each for each in near if each != value]
