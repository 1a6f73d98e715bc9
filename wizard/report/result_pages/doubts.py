"""What to doubt: where the reports contradict each other, who was never asked, and which judgements it leans on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.leaning import leaning
from wizard.report.closing_sections import disputed, who_was_not_asked
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.evidence_words import evidence_aside, said_by
from wizard.report.figures import sentence
from wizard.report.ranking import is_ranked
from wizard.report.sensitivity_document import leaning_sections

from .page import Opening, ResultPage

if TYPE_CHECKING:
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult
    from wizard.report.subject import Subject

NONE = "None of the reasons that hold for this council is disputed in the reports."


def page(subject: Subject, rules: Rules) -> ResultPage:
    """Everything that a sceptical reader would ask about."""
    opening = Opening()
    blocks: list[Block] = []
    asked = who_was_not_asked(subject)
    blocks += [asked] if asked is not None else []
    for result in subject.assessment.decisions:
        blocks.append(_disagreements(subject, result, opening))
    for result in subject.assessment.decisions:
        if is_ranked(result) and len(result.competing) > 1:
            found = leaning(rules, subject.assessment, result.decision.id)
            blocks.append(Section(result.decision.title, leaning_sections(subject, result.decision.id, found)))
    return ResultPage(tuple(blocks), opening.opens)


def _disagreements(subject: Subject, result: DecisionResult, opening: Opening) -> Section:
    title = f"Where the reports disagree: {result.decision.title}"
    found = disputed(result)
    if not found:
        return Section(title, (Paragraph(NONE),))
    criteria = {each.argument.id: each.criterion for each in result.reasons}
    items = []
    for argument in found:
        against = tuple(
            f"but: {sentence(subject.pack.finding(each).says)} [{said_by(subject.pack, [each])}]"
            for each in argument.disputed_by
        )
        item = Item(sentence(argument.because), "point", evidence_aside(subject.pack, argument), against)
        items.append(opening.item(item, "argument", f"{criteria[argument.id]}.{argument.id}"))
    return Section(title, (Items(tuple(items)),))
