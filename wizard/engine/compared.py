"""What a comparison of results comes to: what differs, what moved, and what each reason adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.conditions.answers import Answer
    from wizard.conditions.deciding import Truth
    from wizard.schema.criterion import Argument
    from wizard.schema.operating_model import OperatingModel

    from .results import (
        Assessment,
        DecisionResult,
        PoorFitFound,
        PreconditionFound,
        RiskFound,
        Standing,
        Verdict,
    )

Pair = tuple[str, str]

Turn = Literal["began", "ceased", "likelier", "less_likely"]


class AnswerChanged(NamedTuple):
    """None is "not answered"."""

    question: str
    before: Answer | None
    after: Answer | None


class WeightChanged(NamedTuple):
    """A weight that a person stated for a group or a criterion, in per cent; None is "not stated"."""

    decision: str
    of: str
    before: Fraction | None
    after: Fraction | None


class TradeOffsChanged(NamedTuple):
    """Pairs of groups of which the first was said to matter more: those there were and those there are."""

    decision: str
    before: tuple[Pair, ...]
    after: tuple[Pair, ...]


class OffTheTableChanged(NamedTuple):
    """The reason for which a model is off the table; None where it is not."""

    model: str
    before: str | None
    after: str | None


class Changes(NamedTuple):
    """What differs between two cases: answers in the order of asking, all else by id."""

    answers: tuple[AnswerChanged, ...]
    weights: tuple[WeightChanged, ...]
    trade_offs: tuple[TradeOffsChanged, ...]
    off_the_table: tuple[OffTheTableChanged, ...]


class TotalMoved(NamedTuple):
    """One model's standing on both sides; `moved` is its total after less its total before, in points."""

    model: OperatingModel
    before: Standing
    after: Standing
    moved: Fraction


class ArgumentMoved(NamedTuple):
    """An argument that does not bear alike on both sides.

    `points` gives, for each model that it bears on, by how much it moves the score on the criterion. An
    argument against moves may begin to hold for one model and not for another: it then stands here twice.
    """

    argument: Argument
    criterion: str
    points: tuple[tuple[str, Fraction], ...]
    before: Truth
    after: Truth
    chance_before: Fraction
    chance_after: Fraction

    @property
    def turn(self) -> Turn:
        """Whether it began to hold, ceased to hold (or is known not to), or only changed its chance."""
        if self.after is True:
            return "began"
        if self.after is False:
            return "ceased"
        if self.before is True or (self.before is not False and self.chance_after < self.chance_before):
            return "less_likely"
        return "likelier"


class ReasonMoved(NamedTuple):
    """What a moved argument adds to the lead of the first model of a pair over the second, in points."""

    moved: ArgumentMoved
    adds: Fraction


class WeightMoved(NamedTuple):
    """A criterion's weight on both sides (shares of 1), and what the change adds to the lead of a pair."""

    criterion: str
    before: Fraction
    after: Fraction
    adds: Fraction


@dataclass(frozen=True)
class LeadMoved:
    """How the lead of `first` over `second` moved, and why, what adds most first; nothing adds zero.

    All that `reasons` and `weights` add together is exactly `after` - `before`.
    """

    first: str
    second: str
    before: Fraction
    after: Fraction
    reasons: tuple[ReasonMoved, ...]
    weights: tuple[WeightMoved, ...]

    @property
    def moved(self) -> Fraction:
        """By how many points the lead moved."""
        return self.after - self.before


class PoorFitMoved(NamedTuple):
    """A poor fit that is found, gone, or known otherwise than before."""

    before: PoorFitFound
    after: PoorFitFound


class PreconditionMoved(NamedTuple):
    """A precondition that is met, unmet, or known otherwise than before."""

    before: PreconditionFound
    after: PreconditionFound


class OpennessMoved(NamedTuple):
    """A model that opened, closed, or may now do either."""

    before: Standing
    after: Standing


class RiskMoved(NamedTuple):
    """A risk that arises or not otherwise than before, or whose likelihood or impact changed."""

    before: RiskFound
    after: RiskFound


@dataclass(frozen=True)
class BeforeAndAfter:
    """One decision's result before and after something was otherwise."""

    before: DecisionResult
    after: DecisionResult

    @property
    def verdict_moved(self) -> bool:
        """Whether the verdict is of another class or names other models; what holds it back is not looked at."""
        return gist(self.before.verdict) != gist(self.after.verdict)

    @property
    def leader_moved(self) -> bool:
        """Whether another model is pointed to, or one is and none was, or none is and one was."""
        return self.before.verdict.leader != self.after.verdict.leader


@dataclass(frozen=True)
class DecisionCompared(BeforeAndAfter):
    """One decision on both sides. `totals` run in the rule set's order; `arguments` are all that moved.

    `lead` is the move between the two leading models (see `leading_pair`); None where fewer than two compete.
    """

    totals: tuple[TotalMoved, ...]
    arguments: tuple[ArgumentMoved, ...]
    weights_moved: bool
    lead: LeadMoved | None
    poor_fits: tuple[PoorFitMoved, ...]
    preconditions: tuple[PreconditionMoved, ...]
    openness: tuple[OpennessMoved, ...]
    risks: tuple[RiskMoved, ...]

    @property
    def moved(self) -> bool:
        """Whether anything at all is otherwise."""
        beside = (self.poor_fits, self.preconditions, self.openness, self.risks)
        return bool(self.arguments or self.weights_moved or any(beside)) or self.before.verdict != self.after.verdict


@dataclass(frozen=True)
class Comparison:
    """Two results of the same rules."""

    before: Assessment
    after: Assessment
    changes: Changes
    decisions: tuple[DecisionCompared, ...]


class QuestionAcross(NamedTuple):
    """One question's answer in each of several results, None where it is not answered."""

    question: str
    answers: tuple[Answer | None, ...]

    @property
    def agree(self) -> bool:
        """Whether all say the same."""
        return all(each == self.answers[0] for each in self.answers)


@dataclass(frozen=True)
class SeveralCompared:
    """Several results of the same rules: every question that any of them answers, and each held against the first."""

    assessments: tuple[Assessment, ...]
    questions: tuple[QuestionAcross, ...]
    against_first: tuple[Comparison, ...]


def gist(verdict: Verdict) -> tuple[object, ...]:
    """What a verdict says, without what holds it back: two are the same where this is."""
    return verdict.kind, verdict.leader, verdict.so_far, frozenset(verdict.close), frozenset(verdict.rivals)
