"""What to find out next, from whom and why; each entry opens its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.changing.next_question import questions_to_ask
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.next_document import MAY_STOP, NOTHING
from wizard.report.next_words import reasons_why, stop_words, whom_words
from wizard.report.verdict_words import verdict_sentence

from .page import Opening, ResultPage

if TYPE_CHECKING:
    from wizard.engine.changing.next_question import ToAsk
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult
    from wizard.report.subject import Subject

MOST_AT_FIRST = 5
"""So many can be taken in at once; the others follow under a heading of their own."""


def page(subject: Subject, rules: Rules) -> ResultPage:
    """What `wizard next` says, with every question."""
    found = questions_to_ask(rules, subject.assessment)
    opening = Opening()
    stopping = tuple(
        Item(
            result.decision.title,
            "point",
            None,
            (_verdict(subject, result), stop_words(subject, result, found)),
        )
        for result in subject.assessment.decisions
    )
    blocks: list[Block] = [Section("Whether asking can stop", (Items(stopping),))]
    if not found.questions:
        return ResultPage((*blocks, Paragraph(NOTHING)), {})
    asked = found.by_weight
    items = [_item(subject, rules, each, opening, place < MOST_AT_FIRST) for place, each in enumerate(asked)]
    first: list[Block] = [Paragraph(MAY_STOP)] if found.may_stop else []
    blocks.append(Section("Find out next", (*first, Items(tuple(items[:MOST_AT_FIRST])))))
    if items[MOST_AT_FIRST:]:
        rest = Items(tuple(items[MOST_AT_FIRST:]))
        blocks.append(Section("After that, what matters most first", (rest,)))
    return ResultPage(tuple(blocks), opening.opens)


def _item(subject: Subject, rules: Rules, each: ToAsk, opening: Opening, counts: bool) -> Item:
    ask = subject.questions[each.question].ask
    reasons = tuple(reasons_why(subject, rules, each))
    item = Item(ask, "numbered" if counts else "point", whom_words(subject, each), reasons)
    return opening.item(item, "question", each.question)


def _verdict(subject: Subject, result: DecisionResult) -> str:
    return verdict_sentence(subject.assessment, result).text
