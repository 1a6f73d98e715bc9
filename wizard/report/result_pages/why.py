"""Why: what speaks for and against, the weightiest first, each with who says so; each opens what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.ranking import in_order, is_ranked
from wizard.report.reason_items import counts_against, favours, holding, not_known, reason_item
from wizard.report.subject import runner_up, spoken_for

from .page import Opening, ResultPage, verdict_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, Reason, Standing
    from wizard.report.document import Sign
    from wizard.report.subject import Subject

NOTHING = "Nothing in the reports that holds for this council."
NO_ORDER = "Too little is known to say which comes first. What holds already, in no order:"


def page(subject: Subject, _: Rules) -> ResultPage:
    """Per decision the case for and against what is spoken for, then the case for the runner-up."""
    opening = Opening()
    sections = tuple(_decision(subject, result, opening) for result in subject.assessment.decisions)
    return ResultPage(sections, opening.opens)


def _decision(subject: Subject, result: DecisionResult, opening: Opening) -> Section:
    blocks: list[Block] = [verdict_block(subject, result)]
    if not is_ranked(result):
        if not result.verdict.core_answered:
            return Section(result.decision.title, tuple(blocks))
        blocks.append(Paragraph(NO_ORDER))
    models = models_told(result)
    for each in models:
        blocks += _case(subject, result, each, opening)
    undecided = not_known(result, *(each.model.id for each in models))
    if undecided:
        items = tuple(_undecided(subject, result, each, opening) for each in undecided)
        blocks.append(Section("Not known yet", (Items(items),)))
    return Section(result.decision.title, tuple(blocks))


def models_told(result: DecisionResult) -> list[Standing]:
    """What the verdict speaks of, then the runner-up; where nothing is ranked, all that compete."""
    if not is_ranked(result):
        return [each for each in in_order(result) if each in result.competing]
    second = runner_up(result)
    return [*spoken_for(result), *([second] if second is not None else [])]


def _case(subject: Subject, result: DecisionResult, standing: Standing, opening: Opening) -> list[Block]:
    name = standing.model.name
    ways: tuple[tuple[str, Sign, Sequence[Reason]], ...] = (
        ("For", "for", holding(result, standing.model.id, favours)),
        ("Against", "against", holding(result, standing.model.id, counts_against)),
    )
    return [
        Section(
            f"{word} {name}",
            (Items(tuple(_item(subject, each, sign, opening) for each in reasons)) if reasons else Paragraph(NOTHING),),
        )
        for word, sign, reasons in ways
    ]


def _item(subject: Subject, reason: Reason, sign: Sign, opening: Opening) -> Item:
    # Judgements and disputes stand behind the entry: here forty of them would hide the reasons.
    item = reason_item(subject, reason, sign)
    notes = tuple(each for each in item.notes if each.startswith("disputed"))
    return opening.item(item._replace(notes=notes), "argument", f"{reason.criterion}.{reason.argument.id}")


def _undecided(subject: Subject, result: DecisionResult, reason: Reason, opening: Opening) -> Item:
    way = "for" if favours(reason) else "against"
    name = result.standing(reason.model).model.name
    remark = f"would count {way} {name}; {subject.ask(reason.truth)}"
    item = reason_item(subject, reason, "not_known")
    told = Item(f"If it is so: {item.text}", "not_known", item.aside, (remark,))
    return opening.item(told, "argument", f"{reason.criterion}.{reason.argument.id}")
