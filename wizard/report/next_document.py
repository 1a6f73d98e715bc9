"""The document of `wizard next`: what to find out, from whom and why; and when asking can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assessment_document import answered_words
from .document import Block, Document, Item, Items, Paragraph, Section
from .next_words import reasons_why, stop_words, whom_words
from .verdict_words import ADVICE, notice_words, verdict_sentence

if TYPE_CHECKING:
    from wizard.engine.changing.next_question import Questions, ToAsk
    from wizard.engine.compiling import Rules

    from .subject import Subject

MOST_QUESTIONS = 5
NOTHING = "Nothing is left to find out: no answer that is missing bears on what comes first, or on its conditions."
MAY_STOP = "Asking can stop: none of these would put another model first. They decide conditions, or move totals."


def next_document(subject: Subject, rules: Rules, found: Questions, most: int = MOST_QUESTIONS) -> Document:
    """The whole document, with at most `most` questions."""
    head = subject.pack.head
    notices = subject.assessment.notices
    return Document(
        title=f"{subject.council.title}: what to find out next",
        aside=f"rule set: {head.title} ({head.version})",
        blocks=(
            Paragraph(f"{answered_words(subject)} {ADVICE}"),
            *(Paragraph(f"Note: {notice_words(each, subject.assessment)}", strong=("Note:",)) for each in notices),
            Section("When asking can stop", _stopping(subject, found)),
            Section("Find out next", _questions(subject, rules, found, most)),
        ),
    )


def _stopping(subject: Subject, found: Questions) -> tuple[Block, ...]:
    items = []
    for result in subject.assessment.decisions:
        verdict = verdict_sentence(subject.assessment, result).text
        items.append(Item(result.decision.title, "point", None, (verdict, stop_words(subject, result, found))))
    return (Items(tuple(items)),)


def _questions(subject: Subject, rules: Rules, found: Questions, most: int) -> tuple[Block, ...]:
    if not found.questions:
        return (Paragraph(NOTHING),)
    shown = found.by_weight[:most]
    more = len(found.questions) - len(shown)
    blocks: list[Block] = [Paragraph(MAY_STOP)] if found.may_stop else []
    blocks.append(Items(tuple(_item(subject, rules, each) for each in shown)))
    blocks += (
        [Paragraph(f"and {more} more: {subject.command('next', f'--most {len(found.questions)}')}")] if more else []
    )
    return tuple(blocks)


def _item(subject: Subject, rules: Rules, each: ToAsk) -> Item:
    question = subject.questions[each.question]
    return Item(question.ask, "numbered", whom_words(subject, each), tuple(reasons_why(subject, rules, each)))
