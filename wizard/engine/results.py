"""What reasoning comes to: every figure with what it is made of. Points and totals run from 0 to 100."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from wizard.conditions.deciding import Truth
    from wizard.schema.criterion import Argument, Criterion
    from wizard.schema.decision import Decision
    from wizard.schema.measure import Measure
    from wizard.schema.operating_model import OperatingModel, Precondition, Variant
    from wizard.schema.pack import Pack
    from wizard.schema.pack_head import Grade
    from wizard.schema.poor_fit import PoorFit
    from wizard.schema.risk import Risk, Shift

    from .case import Case

VerdictKind = Literal[
    "not_enough_known", "depends_on_priorities", "too_close", "clear", "leans", "only_one_open", "none_open"
]
Openness = Literal["open", "not_known", "not_open", "off_the_table"]
CapKind = Literal["poor_fit", "precondition", "outside_period", "date_not_known", "core_only", "openness_not_known"]
NoticeKind = Literal["outside_period", "date_not_known"]


class Reason(NamedTuple):
    """An argument's bearing on one model.

    `truth` says whether it holds; an undecided one counts for its `chance` (0 to 1, from the 256
    completions). `points` is step x chance, signed, on the criterion's scale; `weighted` is what it
    adds to the model's total.
    """

    argument: Argument
    criterion: str
    model: str
    grade: Grade
    truth: Truth
    chance: Fraction
    points: Fraction
    weighted: Fraction


class Standing(NamedTuple):
    """How one model stands. `low` and `high` bound its total over the completions of what is unknown.

    `first_unknowns` and `first_priorities` are the shares (0 to 1) of completions and of mixes of
    priorities in which it leads. `level_unknowns` and `level_priorities` name the models that share its
    lead in every one of those, and lead in no other: nothing unknown, or no priorities, part them.
    `why_not` says why a model is not open; `waits_for` names the questions that decide it where that is
    not known.
    """

    model: OperatingModel
    is_today: bool
    stays: bool
    openness: Openness
    why_not: str | None
    waits_for: frozenset[str]
    total: Fraction
    low: Fraction
    high: Fraction
    first_unknowns: Fraction
    first_priorities: float
    level_unknowns: frozenset[str] = frozenset()
    level_priorities: frozenset[str] = frozenset()


class Cap(NamedTuple):
    """Something that keeps the verdict from being clear."""

    kind: CapKind
    unless: str | None
    known: bool


class Verdict(NamedTuple):
    """What the evidence points to. `leader` is None where it points nowhere.

    `so_far` is set with "not enough known" where enough core answers are there but the lead is weak.
    `close` lists the models within reach of the first, itself included. `answer_first` lists
    questions to answer before anything can be said, `rivals` the models that each lead under many priorities.
    """

    kind: VerdictKind
    leader: str | None
    so_far: str | None
    close: tuple[str, ...]
    rivals: tuple[str, ...]
    caps: tuple[Cap, ...]
    answer_first: tuple[str, ...]
    core_answered: int
    core_asked: int


class PoorFitFound(NamedTuple):
    """Whether a poor fit holds for a model."""

    poor_fit: PoorFit
    model: str
    truth: Truth


class PreconditionFound(NamedTuple):
    """Whether a precondition of a model is met."""

    precondition: Precondition
    model: str
    truth: Truth


class ShiftFound(NamedTuple):
    """Whether something raises (+1) or lowers (-1) a level."""

    shift: Shift
    sign: int
    truth: Truth


class LevelFound(NamedTuple):
    """A level with what moved it, and the levels between which the unknown answers leave it."""

    level: str
    lowest: str
    highest: str
    shifts: tuple[ShiftFound, ...]


class RiskFound(NamedTuple):
    """A risk of a model."""

    risk: Risk
    model: str
    arises: Truth
    likelihood: LevelFound
    impact: LevelFound


class MeasureFound(NamedTuple):
    """Whether a measure would help this council."""

    measure: Measure
    helps: Truth


class VariantFound(NamedTuple):
    """Whether a form of a model suits this council."""

    variant: Variant
    model: str
    suits: Truth


class UnknownFound(NamedTuple):
    """A question that is not answered and leaves something undecided.

    `arguments` counts the arguments; `points` is the largest sum by which they could move one
    model's total. `others` counts what stands beside the totals of the models that compete: poor fits,
    preconditions and whether a model is open, once for each model.
    """

    question: str
    arguments: int
    others: int
    points: Fraction


@dataclass(frozen=True)
class DecisionResult:
    """Everything about one decision. `standings` run from the leader down, models that are not open last.

    `scores` gives each (criterion, model) its expected score; `silent` names the pairs on which the
    reports say nothing. `weights` together are exactly 1.
    """

    decision: Decision
    criteria: tuple[Criterion, ...]
    weights: Mapping[str, Fraction]
    standings: tuple[Standing, ...]
    verdict: Verdict
    reasons: tuple[Reason, ...]
    scores: Mapping[tuple[str, str], Fraction]
    silent: frozenset[tuple[str, str]]
    poor_fits: tuple[PoorFitFound, ...]
    preconditions: tuple[PreconditionFound, ...]
    risks: tuple[RiskFound, ...]
    measures: tuple[MeasureFound, ...]
    variants: tuple[VariantFound, ...]
    unknowns: tuple[UnknownFound, ...]

    def standing(self, model: str) -> Standing:
        """How a model stands. Raises KeyError for a model of another decision."""
        for standing in self.standings:
            if standing.model.id == model:
                return standing
        raise KeyError(model)

    @property
    def competing(self) -> tuple[Standing, ...]:
        """The standings of models that are open, or may be, from the first down."""
        return tuple(each for each in self.standings if each.openness in ("open", "not_known"))


@dataclass(frozen=True)
class Assessment:
    """A council held against a rule set. `answered` counts informative answers among the questions asked."""

    pack: Pack
    case: Case
    decisions: tuple[DecisionResult, ...]
    notices: tuple[NoticeKind, ...]
    answered: int
    asked: int
    core_answered: int
    core_asked: int

    def decision(self, decision: str) -> DecisionResult:
        """The result of one decision. Raises KeyError where there is none of that id."""
        for result in self.decisions:
            if result.decision.id == decision:
                return result
        raise KeyError(decision)

    def risks_of(self, decision: str, model: str) -> tuple[RiskFound, ...]:
        """The risks of one model that arise or may; those of a pair only where the other decision points to it."""
        chosen = {result.verdict.leader for result in self.decisions if result.decision.id != decision}
        return tuple(
            found
            for found in self.decision(decision).risks
            if found.model == model
            and found.arises is not False
            and (not found.risk.together_with or chosen.intersection(found.risk.together_with))
        )
