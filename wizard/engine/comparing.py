"""Two or more results of the same rules held side by side: what differs, what moved, and exactly why.

The lead of one model over another moves by the sum of its reasons: what arguments do that hold in one
result and not in the other, and what other weights do. A change of score counts at the mean of the two
weights and a change of weight at the mean of the two scores, so that the two parts together are exactly
the move, and comparing the other way round gives exactly the opposite.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from .compared import (
    AnswerChanged,
    ArgumentMoved,
    Changes,
    Comparison,
    DecisionCompared,
    LeadMoved,
    OffTheTableChanged,
    OpennessMoved,
    PoorFitMoved,
    PreconditionMoved,
    QuestionAcross,
    ReasonMoved,
    RiskMoved,
    SeveralCompared,
    TotalMoved,
    TradeOffsChanged,
    WeightChanged,
    WeightMoved,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wizard.conditions.deciding import Truth

    from .case import Case
    from .compared import Pair
    from .results import Assessment, DecisionResult, Reason, RiskFound

Given = TypeVar("Given")


class DifferentRules(ValueError):
    """Results of different rule sets: their figures mean different things."""


def compare(before: Assessment, after: Assessment) -> Comparison:
    """What differs between two results, and why. Raises DifferentRules."""
    _refuse_different_rules([before, after])
    return Comparison(
        before,
        after,
        _changes(before, after),
        tuple(_decision(one, after.decision(one.decision.id)) for one in before.decisions),
    )


def compare_several(assessments: Sequence[Assessment]) -> SeveralCompared:
    """Two or more results beside each other. Raises DifferentRules, and ValueError for fewer than two."""
    if len(assessments) < 2:
        raise ValueError("comparing takes at least two results")
    _refuse_different_rules(assessments)
    questions = [
        QuestionAcross(question, tuple(each.case.answers.get(question) for each in assessments))
        for question in assessments[0].pack.questions
    ]
    return SeveralCompared(
        tuple(assessments),
        tuple(each for each in questions if any(answer is not None for answer in each.answers)),
        tuple(compare(assessments[0], each) for each in assessments[1:]),
    )


def leading_pair(before: DecisionResult, after: DecisionResult) -> tuple[str, str] | None:
    """The models whose lead says most about a move: the first before, and the first after.

    Where they are the same, the first and its nearest rival after (before, where none is left after).
    None where there is no second model that competes on either side.
    """
    first = [each.model.id for each in (*before.competing[:1], *after.competing[:1])]
    rivals = [each.model.id for each in (*after.competing, *before.competing)]
    for each in (*first[1:], *rivals) if first else ():
        if each != first[0]:
            return first[0], each
    return None


def lead_moved(before: DecisionResult, after: DecisionResult, first: str, second: str) -> LeadMoved:
    """How the lead of one model over another moved between two results of the same rules, as an exact sum.

    Raises KeyError for a model of another decision.
    """
    signs = {first: 1, second: -1}
    reasons = []
    for moved in _arguments_moved(before, after):
        weight = (before.weights[moved.criterion] + after.weights[moved.criterion]) / 2
        apart = sum((signs.get(model, 0) * points for model, points in moved.points), Fraction(0))
        reasons.append(ReasonMoved(moved, weight * apart))
    weights = []
    for criterion in before.criteria:
        one, other = before.weights[criterion.id], after.weights[criterion.id]
        apart = sum(
            (sign * side.scores[criterion.id, model] for side in (before, after) for model, sign in signs.items()),
            Fraction(0),
        )
        weights.append(WeightMoved(criterion.id, one, other, (other - one) * apart / 2))
    return LeadMoved(
        first,
        second,
        before.standing(first).total - before.standing(second).total,
        after.standing(first).total - after.standing(second).total,
        tuple(sorted((each for each in reasons if each.adds), key=lambda each: -abs(each.adds))),
        tuple(sorted((each for each in weights if each.adds), key=lambda each: -abs(each.adds))),
    )


def _refuse_different_rules(assessments: Sequence[Assessment]) -> None:
    first = assessments[0].pack
    for each in assessments[1:]:
        pack = each.pack
        if (pack.head.id, pack.head.version, pack.fingerprint) == (
            first.head.id,
            first.head.version,
            first.fingerprint,
        ):
            continue
        one, other = (f"'{found.head.id}' {found.head.version}" for found in (first, pack))
        words = f"the rule sets {one} and {other}" if one != other else f"two different texts of the rule set {one}"
        raise DifferentRules(
            f"These were held against {words}: their figures do not mean the same. "
            "Hold all of them against one rule set, then compare."
        )


def _changes(before: Assessment, after: Assessment) -> Changes:
    one, other = before.case, after.case
    return Changes(
        tuple(AnswerChanged(*each) for each in _differing(one.answers, other.answers, before.pack.questions)),
        tuple(
            WeightChanged(decision, *each)
            for decision in before.pack.decisions
            for each in _differing(one.weights.get(decision, {}), other.weights.get(decision, {}))
        ),
        tuple(TradeOffsChanged(*each) for each in _trade_offs(one, other)),
        tuple(OffTheTableChanged(*each) for each in _differing(one.off_the_table, other.off_the_table)),
    )


def _trade_offs(one: Case, other: Case) -> Iterator[tuple[str, tuple[Pair, ...], tuple[Pair, ...]]]:
    for decision in sorted({*one.trade_offs, *other.trade_offs}):
        # In which order they were made does not matter.
        before, after = (tuple(sorted(set(each.trade_offs.get(decision, ())))) for each in (one, other))
        if before != after:
            yield decision, before, after


def _differing(
    before: Mapping[str, Given], after: Mapping[str, Given], order: Iterable[str] | None = None
) -> Iterator[tuple[str, Given | None, Given | None]]:
    """The keys on which two mappings differ, in an order given or by name."""
    for key in sorted({*before, *after}) if order is None else order:
        if before.get(key) != after.get(key):
            yield key, before.get(key), after.get(key)


def _decision(before: DecisionResult, after: DecisionResult) -> DecisionCompared:
    pair = leading_pair(before, after)
    models = sorted((each.model for each in before.standings), key=lambda model: (model.order, model.id))
    sides = [(model, before.standing(model.id), after.standing(model.id)) for model in models]
    return DecisionCompared(
        before=before,
        after=after,
        totals=tuple(TotalMoved(model, one, other, other.total - one.total) for model, one, other in sides),
        arguments=tuple(_arguments_moved(before, after)),
        weights_moved=before.weights != after.weights,
        lead=lead_moved(before, after, *pair) if pair else None,
        poor_fits=tuple(
            PoorFitMoved(one, other)
            for one, other in zip(before.poor_fits, after.poor_fits, strict=True)
            if _state(one.truth) is not _state(other.truth)
        ),
        preconditions=tuple(
            PreconditionMoved(one, other)
            for one, other in zip(before.preconditions, after.preconditions, strict=True)
            if _state(one.truth) is not _state(other.truth)
        ),
        openness=tuple(OpennessMoved(one, other) for _, one, other in sides if one.openness != other.openness),
        risks=tuple(_risks_moved(before, after)),
    )


def _arguments_moved(before: DecisionResult, after: DecisionResult) -> Iterator[ArgumentMoved]:
    """The arguments whose truth or chance differs; models on which one bears in the same way are told together."""
    found: dict[tuple[object, ...], tuple[Reason, Reason, dict[str, Fraction]]] = {}
    for one, other in zip(before.reasons, after.reasons, strict=True):
        if _state(one.truth) is _state(other.truth) and one.chance == other.chance:
            continue
        key = (one.criterion, one.argument.id, one.truth, other.truth, one.chance, other.chance)
        points = found.setdefault(key, (one, other, {}))[2]
        points[one.model] = points.get(one.model, Fraction(0)) + other.points - one.points
    for one, other, points in found.values():
        yield ArgumentMoved(
            one.argument, one.criterion, tuple(points.items()), one.truth, other.truth, one.chance, other.chance
        )


def _risks_moved(before: DecisionResult, after: DecisionResult) -> Iterator[RiskMoved]:
    later = {(each.risk.id, each.model): each for each in after.risks}
    for one in before.risks:
        other = later[one.risk.id, one.model]
        if _state(one.arises) is not _state(other.arises) or _levels(one) != _levels(other):
            yield RiskMoved(one, other)


def _levels(found: RiskFound) -> tuple[str, str]:
    return found.likelihood.level, found.impact.level


def _state(truth: Truth) -> bool | None:
    """True, false, or None for undecided, whatever the questions because of which it is."""
    return truth if isinstance(truth, bool) else None
