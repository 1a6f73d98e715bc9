"""The document of `wizard explain`: every score taken apart, and the lead as a sum of reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Block, Document, Item, Items, Paragraph, Section, Sign
from .evidence_words import evidence_aside, evidence_notes
from .figures import hundredths, level_words, percent, sentence, whole
from .ranking import is_ranked
from .reason_conditions import ReasonConditions
from .reason_items import favours
from .subject import Subject, runner_up
from .sum_of_reasons import sum_of_reasons
from .verdict_words import firmness, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from wizard.engine.results import DecisionResult, Reason, Standing
    from wizard.schema.criterion import Criterion


def explanation(subject: Subject, model: str | None = None, criterion: str | None = None) -> Document:
    """Everything about a result, or only what concerns one model or one criterion (ids; both must exist)."""
    conditions = ReasonConditions(subject)
    sections = tuple(
        _decision(subject, result, conditions, model, criterion)
        for result in subject.assessment.decisions
        if (model is None or any(each.model.id == model for each in result.standings))
        and (criterion is None or any(each.id == criterion for each in result.criteria))
    )
    head = subject.pack.head
    return Document(
        title=f"{subject.council.title}: how the result comes about",
        aside=f"rule set: {head.title} ({head.version})",
        blocks=(
            Paragraph(
                "A model starts on each criterion at 50, where the reports do not say, and moves by the points "
                "of each argument that holds; an argument that is not known yet counts by its chance. "
                "The total is the mean of the criteria by their weights."
            ),
            *sections,
        ),
    )


def _decision(
    subject: Subject, result: DecisionResult, conditions: ReasonConditions, model: str | None, criterion: str | None
) -> Section:
    verdict = verdict_sentence(subject.assessment, result)
    firmly = firmness(result)
    blocks: list[Block] = [Paragraph(verdict.text, strong=verdict.names)]
    blocks += [Paragraph(firmly)] if firmly else []
    shown = [each for each in result.standings if model is None or each.model.id == model]
    for each in result.criteria:
        if criterion is None or each.id == criterion:
            blocks.append(_criterion(subject, result, each, shown, conditions))
    if criterion is None and is_ranked(result):
        pair = _pair(result, model)
        blocks += [sum_of_reasons(result, *pair)] if pair else []
    return Section(result.decision.title, tuple(blocks))


def _pair(result: DecisionResult, model: str | None) -> tuple[Standing, Standing] | None:
    """The two models to set against each other: the first and the second, or the first and the one asked for."""
    competing = result.competing
    if len(competing) < 2:
        return None
    first = result.standing(result.verdict.leader) if result.verdict.leader else competing[0]
    asked = next((each for each in competing if each.model.id == model), None)
    second = asked if asked and asked is not first else runner_up(result) or competing[1]
    return first, second


def _criterion(
    subject: Subject,
    result: DecisionResult,
    criterion: Criterion,
    shown: Sequence[Standing],
    conditions: ReasonConditions,
) -> Section:
    weight = result.weights[criterion.id]
    groups = {group.id: group.title for group in subject.pack.head.groups}
    group = groups.get(criterion.group, criterion.group.replace("_", " "))
    said = f"{criterion.question} It weighs {percent(weight)} in 100 (part of: {group})."
    scale = "; ".join(f"{at} is “{criterion.scale[at]}”" for at in ("0", "50", "100") if at in criterion.scale)
    models = tuple(_model(subject, result, criterion, each, conditions) for each in shown)
    return Section(criterion.title, (Paragraph(f"{said} {sentence(scale)}"), *models))


def _model(
    subject: Subject,
    result: DecisionResult,
    criterion: Criterion,
    standing: Standing,
    conditions: ReasonConditions,
) -> Section:
    key = (criterion.id, standing.model.id)
    score, silent = result.scores[key], key in result.silent
    adds = hundredths(score * result.weights[criterion.id]).lstrip("+")
    title = f"{standing.model.title}: {level_words(score, silent)}, {whole(score)}; {adds} of its total"
    reasons = [each for each in result.reasons if (each.criterion, each.model) == key]
    if not reasons:
        return Section(title, (Paragraph("The reports are silent."),))
    ordered = sorted(reasons, key=lambda each: (each.truth is False, each.truth is not True, -abs(each.weighted)))
    return Section(title, (Items(tuple(_reason(subject, each, conditions) for each in ordered)),))


def _reason(subject: Subject, reason: Reason, conditions: ReasonConditions) -> Item:
    argument = reason.argument
    up = favours(reason)
    sign: Sign = "point"
    state = "does not hold: "
    if reason.truth is True:
        sign, state = ("for" if up else "against"), ""
    elif isinstance(reason.truth, frozenset):
        sign, state = "not_known", "not known yet: "
    when = conditions.when(reason)
    notes = [f"holds when {when}" if when else "holds for every council"]
    answered = conditions.answers(reason)
    notes += [f"as answered: {answered}"] if answered else []
    notes.append(_effect(reason))
    notes.append(f"{reason.grade.id.replace('_', ' ')} evidence because {conditions.grade_reason(reason)}")
    notes += evidence_notes(subject.pack, argument, in_full=True)
    return Item(f"{state}{sentence(argument.because)}", sign, evidence_aside(subject.pack, argument), tuple(notes))


def _effect(reason: Reason) -> str:
    step = ("+" if favours(reason) else "-") + str(reason.grade.step)
    if reason.truth is False:
        return f"would move the score by {step}; moves it by nothing"
    if reason.truth is True:
        return f"moves the score by {step}, which is {_total(reason.weighted)}"
    chance, points = percent(reason.chance), hundredths(reason.points)
    return f"would move the score by {step}; counts {points} by a chance of {chance} in 100, {_total(reason.weighted)}"


def _total(weighted: Fraction) -> str:
    return f"{hundredths(weighted)} on the total"
