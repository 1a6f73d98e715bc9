"""What a lead leans on and what one answer does to it, a line or two each; `sensitivity_document` has the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Item, Items, Paragraph, Section
from .figures import counted, hundredths, sentence
from .reason_conditions import PRIVATE
from .sensitivity_words import end_answer_words, lead_words

if TYPE_CHECKING:
    from wizard.engine.leaning import JudgementFound, Leaning
    from wizard.engine.tornado import Bar, End, Tornado

    from .subject import Subject

MOST_JUDGEMENTS, MOST_ANSWERS = 5, 5
TURNS = "decides"
WHEN_IT_TURNS = "left out, or graded one higher or lower, another model would come first"


def leaning_in_brief(subject: Subject, found: Leaning | None) -> tuple[Section, ...]:
    """The weightiest judgements, a line or two each."""
    if found is None:
        return ()
    shown = found.judgements[:MOST_JUDGEMENTS]
    items = tuple(_judgement(each) for each in shown)
    if not items:
        return (Section("Judgements it leans on most", (Paragraph("No judgement moves the lead."),)),)
    said = f"What each adds to the lead of {subject.pack.models[found.first].name}, in points of the total"
    said += f"; “{TURNS}”: {WHEN_IT_TURNS}" if any(each.turns for each in shown) else ""
    left = found.counted - len(shown)
    more = (Paragraph(f"{counted(left, 'more judgement')} not shown; --full shows ten."),) if left else ()
    return (Section("Judgements it leans on most", (Paragraph(sentence(said)), Items(items), *more)),)


def answers_in_brief(subject: Subject, found: Tornado | None) -> tuple[Section, ...]:
    """The answers that alone could move the lead furthest, a line or two each."""
    if found is None:
        return ()
    moving = [bar for bar in found.bars if bar.width]
    items = tuple(
        Item(f"{subject.questions[bar.question].named}: {_range(subject, found, bar)}") for bar in moving[:MOST_ANSWERS]
    )
    first, second = (subject.pack.models[each].name for each in (found.first, found.second))
    if not items:
        return (Section("One answer at a time", (Paragraph("No single answer can move the lead."),)),)
    opening = Paragraph(
        f"How far each answer alone, all others as they are, could move {first}, which stands "
        f"{hundredths(found.lead).lstrip('+')} ahead of {second}."
    )
    left = len(moving) - len(items)
    more = (Paragraph(f"{counted(left, 'more answer')} can move it less; --full shows ten."),) if left else ()
    return (Section("One answer at a time", (opening, Items(items), *more)),)


def _judgement(each: JudgementFound) -> Item:
    said = sentence(each.argument.because) + (" (not known yet, counted by its chance)" if each.undecided else "")
    adds = hundredths(each.adds)
    return Item(said, "numbered", f"{adds}, {TURNS}" if each.turns else adds)


def _range(subject: Subject, found: Tornado, bar: Bar) -> str:
    """'from 0.17 behind (one or two at most) to 2.84 ahead (as answered)'; who is first only where that is a third."""
    said = [end_answer_words(subject, bar, end) for end in (bar.low, bar.high)]
    low, high = (f"{lead_words(end.lead)}{_first_words(subject, found, end)}" for end in (bar.low, bar.high))
    if said == [PRIVATE, PRIVATE]:
        return f"from {low} to {high} ({PRIVATE})"
    return f"from {low} ({said[0]}) to {high} ({said[1]})"


def _first_words(subject: Subject, found: Tornado, end: End) -> str:
    if end.first is None:
        return ", none being open"
    behind = {found.first: end.lead < 0, found.second: end.lead >= 0}
    return f", {subject.pack.models[end.first].name} first" if behind.get(end.first, True) else ""
