"""Both answers together: one design with its forms, conditions, measures, first steps in their order, and risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.design_sections import OUR_STEPS, level_name, mitigation_words
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.evidence_words import evidence_aside
from wizard.report.figures import listed, sentence
from wizard.report.ranking import TODAY
from wizard.report.reason_items import fitting_item
from wizard.report.staying import measures_for

from .page import Opening, ResultPage, verdict_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, RiskFound, Standing
    from wizard.report.subject import Subject

    Parts = Sequence[tuple[DecisionResult, Standing]]

NO_DESIGN = "Nothing is pointed to yet, so there is no design to describe. This page fills as more is known."
MOST_RISKS = 6


def page(subject: Subject, _: Rules) -> ResultPage:
    """The design that the evidence points to on all decisions; what is still open is said."""
    opening = Opening()
    results = subject.assessment.decisions
    parts = [(each, standing) for each in results if (standing := chosen(each)) is not None]
    blocks: list[Block] = [_together(results, parts)]
    if not parts:
        return ResultPage((*blocks, Paragraph(NO_DESIGN)), {})
    blocks.append(Section("What each part rests on", tuple(verdict_block(subject, each) for each in results)))
    blocks += _forms(subject, parts, opening)
    blocks += _order(parts)
    blocks += _measures(subject, parts, opening)
    blocks += _risks(subject, parts, opening)
    return ResultPage(tuple(blocks), opening.opens)


def chosen(result: DecisionResult) -> Standing | None:
    """What is pointed to, or would be so far; None where nothing is."""
    model = result.verdict.leader or result.verdict.so_far
    return result.standing(model) if model is not None else None


def _together(results: Sequence[DecisionResult], parts: Parts) -> Paragraph:
    names = [f"{standing.model.name}{f' {TODAY}' if standing.is_today else ''}" for _, standing in parts]
    told = [result for result, _ in parts]
    still = [each.decision.title for each in results if each not in told]
    so_far = any(result.verdict.leader is None for result in told)
    said = [f"The design {'so far' if so_far else 'that the evidence points to'}: {listed(names)}."] if names else []
    said += [f"Still open: {each}" for each in still]
    return Paragraph(" ".join(said), strong=tuple(standing.model.name for _, standing in parts))


def _forms(subject: Subject, parts: Parts, opening: Opening) -> list[Block]:
    blocks: list[Block] = []
    for result, standing in parts:
        found = [each for each in result.variants if each.model == standing.model.id and each.suits is not False]
        found.sort(key=lambda each: each.suits is not True)
        items = tuple(
            opening.evidence(
                fitting_item(subject, f"{each.variant.title}: {each.variant.summary}", each.variant, each.suits),
                each.variant,
            )
            for each in found
        )
        if items:
            blocks.append(Section(f"Forms of {standing.model.name} that suit, or may", (Items(items),)))
    return blocks


def _order(parts: Parts) -> list[Block]:
    """What comes first is what is missing; then the steps of each move, who leads before how it is linked."""
    items = [
        Item(f"Put in place: {each.precondition.title}. {sentence(each.precondition.remedy)}", "numbered")
        for result, standing in parts
        for each in result.preconditions
        if each.model == standing.model.id and each.truth is False
    ]
    items += [
        Item(f"Find out whether this is in place: {each.precondition.title}", "numbered")
        for result, standing in parts
        for each in result.preconditions
        if each.model == standing.model.id and isinstance(each.truth, frozenset)
    ]
    items += [
        Item(f"Mend what does not fit: {each.poor_fit.title}. {sentence(each.poor_fit.remedy)}", "numbered")
        for result, standing in parts
        for each in result.poor_fits
        if each.model == standing.model.id and each.truth is True
    ]
    for _, standing in parts:
        if standing.stays:
            items.append(Item(f"Keep {standing.model.name}: nothing has to be started for it.", "numbered"))
        else:
            items += [Item(sentence(step), "numbered") for step in standing.model.first_steps]
    in_place = [
        Item(f"In place already: {each.precondition.title}", "met")
        for result, standing in parts
        for each in result.preconditions
        if each.model == standing.model.id and each.truth is True
    ]
    blocks: list[Block] = [Paragraph(OUR_STEPS)]
    blocks += [Items(tuple(items))] if items else []
    blocks += [Items(tuple(in_place))] if in_place else []
    return [Section("What to do, in this order", tuple(blocks))]


def _measures(subject: Subject, parts: Parts, opening: Opening) -> list[Block]:
    items = tuple(
        opening.evidence(
            fitting_item(subject, f"{each.measure.title}: {each.measure.because}", each.measure, each.helps),
            each.measure,
        )
        for result, standing in parts
        for each in measures_for(result, standing.model.id)
    )
    return [Section("What joins up the front line as well", (Items(items),))] if items else []


def _risks(subject: Subject, parts: Parts, opening: Opening) -> list[Block]:
    found = [
        each
        for result, standing in parts
        for each in subject.assessment.risks_of(result.decision.id, standing.model.id)
    ]
    pairs = [each for each in found if each.risk.together_with]
    single = [each for each in found if not each.risk.together_with]
    blocks: list[Block] = []
    if pairs:
        items = tuple(_risk(subject, each, opening) for each in pairs)
        blocks.append(Section("Risks of the two together", (Items(items),)))
    if single:
        items = tuple(_risk(subject, each, opening) for each in single[:MOST_RISKS])
        left = len(single) - len(items)
        more = (Paragraph(f"and {left} more on the page of risks."),) if left else ()
        blocks.append(Section("The gravest risks of each part", (Items(items), *more)))
    return blocks


def _risk(subject: Subject, found: RiskFound, opening: Opening) -> Item:
    risk = found.risk
    name = subject.pack.models[found.model].name
    aside = f"{level_name(found.likelihood)}, {level_name(found.impact)} impact; {evidence_aside(subject.pack, risk)}"
    notes = tuple(f"to lower it: {mitigation_words(each)}" for each in risk.mitigations[:2])
    return opening.evidence(Item(f"{risk.title} (of {name}): {sentence(risk.says)}", "point", aside, notes), risk)
