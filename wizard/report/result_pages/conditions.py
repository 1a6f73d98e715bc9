"""What does not fit and what must be in place first, of every model that is told of; and what would mend either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.changing.expected import Expected
from wizard.engine.changing.mending import mendings
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.evidence_words import evidence_aside
from wizard.report.figures import counted, sentence
from wizard.report.mended_items import mending_words

from .page import Opening, ResultPage, verdict_block
from .why import models_told

if TYPE_CHECKING:
    from wizard.engine.changing.mending import Mended
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, PoorFitFound, PreconditionFound, Standing
    from wizard.report.subject import Subject

WHAT_IT_IS = (
    "A poor fit stands beside the total and is never averaged away. One that holds, or a condition that is not met, "
    "keeps what comes first from being clear."
)


def page(subject: Subject, rules: Rules) -> ResultPage:
    """Per decision and model: what holds, what is not met, what is not known and what is in place."""
    opening = Opening()
    sections = tuple(_decision(subject, rules, result, opening) for result in subject.assessment.decisions)
    return ResultPage((Paragraph(WHAT_IT_IS), *sections), opening.opens)


def _decision(subject: Subject, rules: Rules, result: DecisionResult, opening: Opening) -> Section:
    compiled = next(each for each in rules.decisions if each.decision.id == result.decision.id)
    mended = {
        (each.fault.id, each.model): each for each in mendings(Expected(rules, compiled, subject.assessment.case))
    }
    models = (_model(subject, rules, result, each, mended, opening) for each in models_told(result))
    return Section(result.decision.title, (verdict_block(subject, result), *models))


def _model(
    subject: Subject,
    rules: Rules,
    result: DecisionResult,
    standing: Standing,
    mended: dict[tuple[str, str], Mended],
    opening: Opening,
) -> Section:
    model = standing.model.id

    def remedies(fault: str) -> list[str]:
        found = mended.get((fault, model))
        return [f"would mend it: {each}" for each in mending_words(subject, rules, found)] if found else []

    fits = [each for each in result.poor_fits if each.model == model]
    needs = [each for each in result.preconditions if each.model == model]
    items = [_fit(subject, each, remedies(each.poor_fit.id), opening) for each in fits if each.truth is not False]
    items += [_need(subject, each, remedies(each.precondition.id), opening) for each in needs]
    items.sort(key=lambda item: ("against", "not_known", "met").index(item.sign))
    clear = sum(each.truth is False for each in fits)
    blocks: list[Block] = [Items(tuple(items))] if items else []
    if clear:
        blocks.append(Paragraph(f"Of {counted(len(fits), 'poor fit')} it could have, {clear} can be ruled out."))
    if not blocks:
        blocks.append(Paragraph("The reports name no condition and no poor fit of it."))
    return Section(sentence(standing.model.name).rstrip("."), tuple(blocks))


def _fit(subject: Subject, found: PoorFitFound, remedies: list[str], opening: Opening) -> Item:
    fit = found.poor_fit
    aside = evidence_aside(subject.pack, fit)
    if found.truth is True:
        notes = (f"what to do: {fit.remedy}", *remedies)
        item = Item(f"Poor fit: {fit.title}. {sentence(fit.because)}", "against", aside, notes)
    else:
        item = Item(f"Poor fit, not known: {fit.title}", "not_known", aside, (subject.ask(found.truth),))
    return opening.evidence(item, fit)


def _need(subject: Subject, found: PreconditionFound, remedies: list[str], opening: Opening) -> Item:
    need = found.precondition
    aside = evidence_aside(subject.pack, need)
    if found.truth is True:
        item = Item(f"In place: {need.title}", "met", aside)
    elif found.truth is False:
        notes = (f"why it matters: {need.because}", f"what to do: {need.remedy}", *remedies)
        item = Item(f"Not in place: {need.title}", "against", aside, notes)
    else:
        notes = (f"why it matters: {need.because}", subject.ask(found.truth))
        item = Item(f"Not known: {need.title}", "not_known", aside, notes)
    return opening.evidence(item, need)
