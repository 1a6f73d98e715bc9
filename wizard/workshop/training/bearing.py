"""What holds of a place on the facts known before it chose: its reasons, and its risks. No model is asked for here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.report.committee.risk_scale import FOUR_BY_FOUR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from wizard.conditions.deciding import Truth
    from wizard.engine.results import DecisionResult, Reason, RiskFound
    from wizard.schema.criterion import Argument
    from wizard.schema.risk import Risk

    from .study import Study

Holding = Literal["holds", "not_known", "does_not_hold"]

LOW = dict(FOUR_BY_FOUR.bands)["low"]
"""The highest score of a low risk on the scale that has as many impacts as the rule set."""


class ReasonHere(NamedTuple):
    """An argument of a decision, for the models that compete there.

    `weight` is the most that it moves the total of one of them where it holds, in points. `waits_for` are the
    questions that decide it where it is not known. `always` says that it holds for every council.
    """

    argument: Argument
    criterion: str
    holding: Holding
    weight: Fraction
    waits_for: frozenset[str]
    always: bool


class RiskHere(NamedTuple):
    """A risk, for the models that compete on its decision.

    `grave` are the entries of the register in which it arises and is medium or more; `others` those in which it is
    low, or does not arise, or may. `told` are the findings of this very place that speak of it. It is there to be
    spotted where there is either.
    """

    risk: Risk
    grave: tuple[RiskFound, ...]
    others: tuple[RiskFound, ...]
    told: tuple[str, ...]

    @property
    def is_there(self) -> bool:
        """Whether it could be spotted."""
        return bool(self.grave or self.told)

    @property
    def score(self) -> int:
        """How grave it is at most where it arises; 0 where it is nowhere medium."""
        return max(map(score_of, self.grave), default=0)

    @property
    def waits_for(self) -> frozenset[str]:
        """The questions that decide whether it arises, where that is not known."""
        return frozenset(
            question for each in self.others if isinstance(each.arises, frozenset) for question in each.arises
        )


def score_of(found: RiskFound) -> int:
    """Likelihood times impact, from 1 to 16, on the committee report's scale of four by four."""
    return FOUR_BY_FOUR.likelihood[found.likelihood.level] * FOUR_BY_FOUR.impact[found.impact.level]


def reasons_here(result: DecisionResult) -> dict[str, ReasonHere]:
    """Every argument that bears on a model that competes, by its id, in the order of the rule set."""
    competing = {each.model.id for each in result.competing}
    found: dict[tuple[str, str], list[Reason]] = {}
    for reason in result.reasons:
        if reason.model in competing:
            found.setdefault((reason.criterion, reason.argument.id), []).append(reason)
    return {argument: _reason(result, reasons) for (_, argument), reasons in found.items()}


def risks_here(study: Study) -> dict[str, RiskHere]:
    """Every risk of the decisions that are foretold, by its id, in the order of the rule set."""
    register: dict[str, list[RiskFound]] = {}
    for result in study.results:
        competing = {each.model.id for each in result.competing}
        for found in result.risks:
            if found.model in competing and _partner_competes(study, found.risk):
                register.setdefault(found.risk.id, []).append(found)
    return {each: _risk(study, register[each]) for each in study.pack.risks if each in register}


def _reason(result: DecisionResult, reasons: list[Reason]) -> ReasonHere:
    argument, criterion = reasons[0].argument, reasons[0].criterion
    truths = [each.truth for each in reasons]
    return ReasonHere(
        argument,
        criterion,
        _holding(truths),
        max(each.grade.step * result.weights[criterion] for each in reasons),
        frozenset(question for truth in truths if isinstance(truth, frozenset) for question in truth),
        argument.when is None and argument.counts_against_moves is None,
    )


def _holding(truths: list[Truth]) -> Holding:
    if any(each is True for each in truths):
        return "holds"
    return "not_known" if any(isinstance(each, frozenset) for each in truths) else "does_not_hold"


def _partner_competes(study: Study, risk: Risk) -> bool:
    """A risk of a pair is there only where the other decision is foretold too, and a partner competes in it."""
    if not risk.together_with:
        return True
    others = {standing.model.id for result in study.results for standing in result.competing}
    return bool(others.intersection(risk.together_with))


def _risk(study: Study, register: list[RiskFound]) -> RiskHere:
    grave = sorted((each for each in register if _is_grave(each)), key=lambda each: -score_of(each))
    others = tuple(each for each in register if not _is_grave(each))
    risk = study.pack.risks[register[0].risk.id]
    return RiskHere(risk, tuple(grave), others, tuple(_told(study, risk)))


def _is_grave(found: RiskFound) -> bool:
    return found.arises is True and score_of(found) > LOW


def _told(study: Study, risk: Risk) -> Iterator[str]:
    """The findings of this place on which the risk, or its level, rests. What only moved a level tells of no risk."""
    place = study.outcome.of_place
    for citation in dict.fromkeys(risk.supported_by):
        if place in study.pack.finding(citation).places:
            yield citation
