"""What is said around a question while it is asked: what it takes, why now, and that nothing is left to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.parse import parse
from wizard.conditions.words import in_words

from .figures import counted, of_hundred, put, sentence
from .flip_words import tenths_words
from .next_words import stop_words

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain
    from wizard.engine import Rules
    from wizard.engine.changing.next_question import Questions, ToAsk
    from wizard.session.change import AnswerGiven, NotTaken

    from .subject import Subject

NONE_OF_THESE, NOT_SURE = "None of these", "Not sure"
SENSITIVE = (
    "Sensitive: your answer stays out of public reports, of tables of many councils, and of workshops that are not "
    "confidential."
)


def takes_words(domain: Domain) -> str:
    """What may be typed: 'people; from 1,000 to 2,000,000. A range will do: 180000 - 200000.'"""
    if domain.kind == "date":
        first, last = domain.question.min, domain.question.max
        years = f", from {first} to {last}" if first and last else ""
        return f"A year, a month or a day{years}: 2008, April 2008, 1 April 2008. A range will do: 2008 - 2010."
    low, high = (domain.value_words(each) for each in (domain.low, domain.high))
    unit = domain.question.unit
    bounds = f"from {low} to {high}" if low and high else f"from {low}" if low else f"up to {high}" if high else ""
    said = "; ".join(each for each in (unit, bounds) if each) or ("a whole number" if domain.whole else "a number")
    return f"{sentence(said)} A range will do: two numbers with - between them."


def refusal_words(domain: Domain, fault: NotTaken) -> str:
    """Why an answer cannot be taken and how to mend it, without the id of the question."""
    if fault.check == "out-of-range":
        return sentence(f"it can be {domain.takes()}")
    return " ".join(sentence(each) for each in (fault.message, fault.hint) if each)


def not_arising_words(rules: Rules, question: str) -> str:
    """Why a question does not arise; for one that arises always, nothing."""
    raw = rules.domains[question].question.asked_when
    if raw is None:
        return ""
    condition = in_words(parse(raw, rules.domains)[0], rules.domains)
    said = f"As things stand this does not arise: it is asked where {condition}."
    return f"{said} An answer is kept, and counts for nothing."


def why_now(each: ToAsk) -> str:
    """What the answer could do, with no word on which model comes first."""
    if each.needed:
        return "Asked now because an answer is needed before more can be said."
    if each.opens:
        return "Asked now because the answer decides whether what comes first can be chosen at all."
    if each.chance:
        return f"Asked now because the answer would put another model first in {of_hundred(each.chance)} cases."
    return f"Asked now because the answer could move the lead by up to {tenths_words(each.swing)}."


def nothing_left(subject: Subject, found: Questions, passed_over: int) -> tuple[str, tuple[str, ...]]:
    """That asking can stop, and for each decision why; or how many questions were passed over that could matter."""
    said = tuple(
        f"{put(result.decision.title)} {stop_words(subject, result, found)}" for result in subject.assessment.decisions
    )
    if passed_over:
        return f"You passed over {counted(passed_over, 'question')} that could still change what comes first.", said
    if found.may_stop:
        return "Nothing that is still unknown was found to change what comes first.", said
    return "What could still change what comes first was answered 'not sure'.", said


def remarks_on(rules: Rules, question: str, given: AnswerGiven | None, arises: bool, now: str = "") -> tuple[str, ...]:
    """The sentences below a question: why it is asked, who would know, and what was noted on the answer."""
    asked = rules.domains[question].question
    said = [
        "" if arises else not_arising_words(rules, question),
        now,
        f"Why we ask: {asked.why}",
        f"Who would know: {asked.ask_whom}.",
        SENSITIVE if asked.sensitive else "",
    ]
    if given is not None:
        said += [f"Note: {given.note}" if given.note else "", f"From: {given.from_}" if given.from_ else ""]
    return tuple(each for each in said if each)
