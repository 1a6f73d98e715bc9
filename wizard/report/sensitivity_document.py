"""Sections on what a lead leans on: its weightiest judgements, the numbers it rests on, and one answer at a time.

Each function gives parts of a document or plain data, so that any command and any face can include them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .document import Block, Column, Item, Items, Paragraph, Section, Table
from .figures import counted, hundredths, listed, points_words, sentence
from .json_design import rests_on
from .json_form import figure
from .ranking import is_ranked
from .sensitivity_words import (
    HOW_TO_READ_BARS,
    bar_scale,
    bar_signs,
    bar_words,
    end_answer_words,
    judgement_notes,
    threshold_title,
    threshold_value,
    tried_words,
)

if TYPE_CHECKING:
    from wizard.engine.leaning import JudgementFound, Leaning, Outcome, ThresholdFound
    from wizard.engine.tornado import Bar, End, Tornado

    from .subject import Subject

MOST_BARS = 10
"""The narrow end of a tornado tells nobody anything."""

NO_LEAD = "There are no two models to set against each other."
NOT_YET = "Not enough is known yet to set two models against each other."


def leaning_sections(subject: Subject, decision: str, found: Leaning | None) -> tuple[Section, ...]:
    """The judgements a decision's lead leans on most, and the rule set's own numbers."""
    title = "Judgements it leans on most"
    silent = _why_silent(subject, decision, found)
    if silent or found is None:
        return (Section(title, (Paragraph(silent or NO_LEAD),)),)
    pack = subject.pack
    opening = Paragraph(
        f"{sentence(_lead(subject, found))} What the rule set adds to the findings, and what would follow without it; "
        "first comes what would change the leader."
    )
    items = tuple(
        Item(
            sentence(each.argument.because) + (" (not known yet, counted by its chance)" if each.undecided else ""),
            "numbered",
            f"adds {hundredths(each.adds)}",
            judgement_notes(pack, each),
        )
        for each in found.judgements
    )
    left = found.counted - len(items)
    weigh = "weighs" if left == 1 else "weigh"
    more = (Paragraph(f"and {counted(left, 'more judgement')} that {weigh} no more"),) if left else ()
    listing: tuple[Block, ...] = (Items(items), *more) if items else (Paragraph("No judgement moves the lead."),)
    return (Section(title, (opening, *listing)), _thresholds(subject, found))


def tornado_section(subject: Subject, decision: str, found: Tornado | None) -> Section:
    """One answer at a time, the widest range first: a bar of signs, and the same in words."""
    title = "One answer at a time"
    silent = _why_silent(subject, decision, found)
    if silent or found is None:
        return Section(title, (Paragraph(silent or NO_LEAD),))
    moving = tuple(bar for bar in found.bars if bar.width)
    shown = moving[:MOST_BARS]
    still = len(found.bars) - len(moving)
    rest = [f"{counted(len(moving) - len(shown), 'more answer')} can move it less"] if len(moving) > len(shown) else []
    rest += [f"{counted(still, 'answer')} cannot move it"] if still else []
    closing = (Paragraph(sentence(listed(rest))),) if rest else ()
    lead = sentence(_lead(subject, found))
    if not shown:
        return Section(title, (Paragraph(f"{lead} No single answer can move that."),))
    scale = bar_scale(found, shown)
    rows = tuple(
        (subject.questions[bar.question].named, bar_signs(found, bar, scale), bar_words(subject, found, bar))
        for bar in shown
    )
    columns = (Column("answer on"), Column("how far"), Column("lead"))
    return Section(title, (Paragraph(f"{lead} {HOW_TO_READ_BARS}"), Table(columns, rows), *closing))


def leaning_json(subject: Subject, decision: str, found: Leaning | None) -> dict[str, Any] | None:
    """What the lead leans on; None where there is no lead, or not enough is known to name one."""
    if found is None or _why_silent(subject, decision, found):
        return None
    return {
        **_lead_json(found),
        "judgements_counted": found.counted,
        "judgements": [_judgement_json(subject, each) for each in found.judgements],
        "thresholds": [_threshold_json(each) for each in found.thresholds],
    }


def tornado_json(subject: Subject, decision: str, found: Tornado | None) -> dict[str, Any] | None:
    """Every question's range; None where there is no lead, or not enough is known to name one."""
    if found is None or _why_silent(subject, decision, found):
        return None
    return {**_lead_json(found), "questions": [_bar_json(subject, found, bar) for bar in found.bars]}


def _why_silent(subject: Subject, decision: str, found: Leaning | Tornado | None) -> str | None:
    """Why nothing may be said of a lead: nothing is ranked before enough is known."""
    if not is_ranked(subject.assessment.decision(decision)):
        return NOT_YET
    return NO_LEAD if found is None else None


def _lead(subject: Subject, found: Leaning | Tornado) -> str:
    first, second = (subject.pack.models[each].name for each in (found.first, found.second))
    if found.lead == 0:
        return f"{first} and {second} stand level"
    return f"the lead of {first} over {second} is {points_words(found.lead)}"


def _thresholds(subject: Subject, found: Leaning) -> Section:
    """The numbers that decide the verdict's class: those that a nudge would turn, then the others in a line."""
    turning = [each for each in found.thresholds if each.holds_up]
    steady = [each for each in found.thresholds if not each.holds_up]
    items = tuple(_threshold_item(subject, each) for each in turning)
    nudge = "Each was moved a tenth up and down, and “too close” by one point."
    opening = Paragraph(f"The rule set's own numbers, which are judgements too. {nudge}")
    said = [f"{threshold_title(each.name).lower()} ({threshold_value(each.name, each.value)})" for each in steady]
    closing = (Paragraph(sentence(f"No such change of these would change the verdict: {'; '.join(said)}")),)
    blocks: list[Block] = [opening]
    blocks += [Items(items)] if items else []
    return Section("Numbers it rests on", (*blocks, *(closing if said else ())))


def _threshold_item(subject: Subject, each: ThresholdFound) -> Item:
    tried = [tried_words(subject.pack, each, nudged) for nudged in each.tried if nudged.changes]
    notes = (each.because,) if each.because else ()
    text = f"{threshold_title(each.name)}: {threshold_value(each.name, each.value)}. Otherwise: {'; '.join(tried)}."
    return Item(text, notes=notes)


def _lead_json(found: Leaning | Tornado) -> dict[str, Any]:
    return {"decision": found.decision, "first": found.first, "second": found.second, "lead": figure(found.lead)}


def _judgement_json(subject: Subject, each: JudgementFound) -> dict[str, Any]:
    return {
        "argument": each.argument.id,
        "criterion": each.criterion,
        "says": each.argument.because,
        "adds": figure(each.adds),
        "not_known": each.undecided,
        "turns": each.turns,
        "grades": [grade.id for grade in each.grades],
        "without": _outcome_json(each.without),
        "one_grade_higher": _outcome_json(each.higher),
        "one_grade_lower": _outcome_json(each.lower),
        **rests_on(subject, each.argument),
    }


def _outcome_json(outcome: Outcome | None) -> dict[str, Any] | None:
    return {"first": outcome.first, "lead": figure(outcome.lead), "turns": outcome.turns} if outcome else None


def _threshold_json(each: ThresholdFound) -> dict[str, Any]:
    return {
        "name": each.name,
        "value": figure(each.value),
        "because": each.because,
        "holds_up_the_verdict": each.holds_up,
        "tried": [
            {"value": figure(tried.value), "verdict": tried.kind, "leader": tried.leader, "changes": tried.changes}
            for tried in each.tried
        ],
    }


def _bar_json(subject: Subject, found: Tornado, bar: Bar) -> dict[str, Any]:
    return {
        "question": bar.question,
        "asks": subject.questions[bar.question].ask,
        "known": bar.known,
        "width": figure(bar.width),
        "says": bar_words(subject, found, bar),
        "low": _end_json(subject, bar, bar.low),
        "high": _end_json(subject, bar, bar.high),
        "answers_tried": bar.tried,
        "exhaustive": bar.exhaustive,
    }


def _end_json(subject: Subject, bar: Bar, end: End) -> dict[str, Any]:
    private = subject.questions[bar.question].sensitive and bar.known != "unknown"
    return {
        "lead": figure(end.lead),
        "first": end.first,
        "answer": end_answer_words(subject, bar, end),
        "as_answered": None if private else end.given,
    }
