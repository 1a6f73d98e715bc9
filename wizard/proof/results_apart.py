"""What another rule set makes of council files: which results move, and because of which arguments.

A council file is read with the rule set it names, and carried over to the other in its present names. A lead is a sum
of reasons, so its move is exactly the sum of what each criterion moves it by, and that of what its arguments do.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wizard.engine import assess
from wizard.engine.compared import gist
from wizard.engine.comparing import leading_pair

from .carrying import carried

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine import Case, Rules
    from wizard.engine.results import Assessment, Cap, DecisionResult
    from wizard.schema.criterion import Argument, Criterion


class ArgumentApart(NamedTuple):
    """What an argument adds to the lead on its criterion, in points of that criterion, with either rule set.

    None where the rule set does not have it.
    """

    argument: Argument
    before: Fraction | None
    after: Fraction | None


class CriterionApart(NamedTuple):
    """By how much a criterion moves the lead; its weight with either rule set (None where that does not have it)."""

    criterion: Criterion
    adds: Fraction
    weight_before: Fraction | None
    weight_after: Fraction | None
    arguments: tuple[ArgumentApart, ...]


@dataclass(frozen=True)
class DecisionApart:
    """One decision with both rule sets. `pair` are the models whose lead is followed; None where none can be."""

    before: DecisionResult
    after: DecisionResult
    pair: tuple[str, str] | None
    lead_before: Fraction
    lead_after: Fraction
    criteria: tuple[CriterionApart, ...]

    @property
    def verdict_moves(self) -> bool:
        """Whether the verdict is of another class or names other models."""
        return gist(self.before.verdict) != gist(self.after.verdict)

    @property
    def caps_gone(self) -> tuple[Cap, ...]:
        """What held the verdict back, and does not any more."""
        return tuple(each for each in self.before.verdict.caps if each not in self.after.verdict.caps)

    @property
    def caps_new(self) -> tuple[Cap, ...]:
        """What holds the verdict back, and did not before."""
        return tuple(each for each in self.after.verdict.caps if each not in self.before.verdict.caps)

    @property
    def moves(self) -> bool:
        """Whether anything that a reader is shown is otherwise: verdict, totals, what stands beside them."""
        return _shown(self.before) != _shown(self.after)


@dataclass(frozen=True)
class CouncilApart:
    """One council with both rule sets. `left_out` names answers that mean nothing in the one it was carried to."""

    before: Assessment
    after: Assessment
    decisions: tuple[DecisionApart, ...]
    left_out: tuple[str, ...]

    @property
    def moves(self) -> bool:
        """Whether its result moves: in a decision, or because one settles what the other does not."""
        settled = [[each.decision.id for each in side.decisions] for side in (self.before, self.after)]
        return settled[0] != settled[1] or any(each.moves for each in self.decisions)


def council_apart(case: Case, old: Rules, new: Rules, *, made_with_new: bool = False) -> CouncilApart:
    """A case, made with the old rule set or with the new one, held against both."""
    own, other = (new, old) if made_with_new else (old, new)
    found = carried(case, own.pack, other)
    there, here = assess(own, case), assess(other, found.case)
    before, after = (here, there) if made_with_new else (there, here)
    both = [each.decision.id for each in after.decisions]
    decisions = tuple(
        _decision(each, after.decision(each.decision.id)) for each in before.decisions if each.decision.id in both
    )
    return CouncilApart(before, after, decisions, found.left_out)


def _decision(before: DecisionResult, after: DecisionResult) -> DecisionApart:
    pair = leading_pair(before, after)
    known = [{each.model.id for each in side.standings} for side in (before, after)]
    if pair is None or not all(each.issuperset(pair) for each in known):
        return DecisionApart(before, after, None, Fraction(0), Fraction(0), ())
    one, other = (side.standing(pair[0]).total - side.standing(pair[1]).total for side in (before, after))
    return DecisionApart(before, after, pair, one, other, _criteria(before, after, pair))


def _criteria(before: DecisionResult, after: DecisionResult, pair: tuple[str, str]) -> tuple[CriterionApart, ...]:
    """What moves the lead, the biggest mover first."""
    sides = [_points(side, pair) for side in (before, after)]
    criteria = {each.id: each for side in (before, after) for each in side.criteria}
    found = []
    for id, criterion in criteria.items():
        one, other = (side.get(id, {}) for side in sides)
        weights = [side.weights.get(id) for side in (before, after)]
        leads = [
            (weight or Fraction(0)) * sum((points for _, points in each.values()), Fraction(0))
            for weight, each in zip(weights, (one, other), strict=True)
        ]
        adds = leads[1] - leads[0]
        arguments = tuple(
            ArgumentApart(argument, one[name][1] if name in one else None, other[name][1] if name in other else None)
            for name in dict.fromkeys([*one, *other])
            for argument in [(other if name in other else one)[name][0]]
            if (one[name][1] if name in one else 0) != (other[name][1] if name in other else 0)
        )
        if adds or arguments:
            found.append(CriterionApart(criterion, adds, weights[0], weights[1], arguments))
    return tuple(sorted(found, key=lambda each: -abs(each.adds)))


def _points(result: DecisionResult, pair: tuple[str, str]) -> Mapping[str, dict[str, tuple[Argument, Fraction]]]:
    """By criterion and argument, what it adds to the lead of the pair in points of the criterion."""
    signs = {pair[0]: 1, pair[1]: -1}
    found: dict[str, dict[str, tuple[Argument, Fraction]]] = {}
    for reason in result.reasons:
        if reason.model in signs:
            inside = found.setdefault(reason.criterion, {})
            points = inside.get(reason.argument.id, (reason.argument, Fraction(0)))[1]
            inside[reason.argument.id] = reason.argument, points + signs[reason.model] * reason.points
    return found


def _shown(result: DecisionResult) -> tuple[object, ...]:
    """What a reader is shown, without the words of it."""
    return (
        result.verdict,
        [(each.model.id, each.openness, each.total, each.low, each.high) for each in result.standings],
        [(each.model.id, each.first_priorities, each.first_unknowns) for each in result.standings],
        [(each.poor_fit.id, each.model, each.truth) for each in result.poor_fits if each.truth is not False],
        [(each.precondition.id, each.model, each.truth) for each in result.preconditions],
        [
            (each.risk.id, each.model, each.arises, each.likelihood.level, each.impact.level)
            for each in result.risks
            if each.arises is not False
        ],
        [(each.measure.id, each.helps) for each in result.measures if each.helps is not False],
        [(each.variant.id, each.model, each.suits) for each in result.variants if each.suits is not False],
    )
