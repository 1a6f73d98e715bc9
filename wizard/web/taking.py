"""An answer that was sent: taken, put off or taken back; or the form again with what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.asking_words import refusal_words
from wizard.session.change import NotTaken

from .answering import answer_in, filled_by, filled_with
from .exchange import Page
from .question_form import Fault, Place, first_field, question_body

if TYPE_CHECKING:
    from .answering import Filled
    from .visit import Visit

NOTHING_GIVEN = "Nothing is chosen. Choose an answer; “Not sure” is one too."
NOTHING_TYPED = "Nothing is typed. Type an answer, or choose “Not sure”, which is an answer too."


def question_page(
    visit: Visit, question: str, place: Place, fault: Fault | None = None, filled: Filled | None = None
) -> Page:
    """The question as a page."""
    ask = visit.session.rules.domains[question].question.ask
    body = question_body(visit, question, place, fault, filled)
    before = "Error: " if fault is not None else ""
    return Page(ask, body, 422 if fault is not None else 200, place.at, own_heading=True, before_title=before)


def taken(visit: Visit, question: str, place: Place) -> Page | None:
    """Takes up what was sent; None where that is done, else the form with what is wrong with it."""
    do = visit.form.one("do")
    if do == "skip":
        return None
    if do == "forget":
        visit.desk.change(lambda session: session.forget(question, place.variant))
        return None
    rules = visit.session.rules
    domain = rules.domains[question]
    given = visit.session.given(question, place.variant)
    try:
        stood = filled_with(rules, question, None if given is None else given.written)
        written = answer_in(rules, question, visit.form, stood)
    except NotTaken as fault:
        return _again(visit, question, place, first_field(domain), _words(fault))
    if written is None:
        return _again(
            visit, question, place, first_field(domain), NOTHING_TYPED if domain.is_numeric else NOTHING_GIVEN
        )
    try:
        _give(visit, question, written, place)
    except NotTaken as fault:
        if fault.check == "too-long":
            return _again(visit, question, place, "note", _words(fault))
        words = refusal_words(domain, fault) if domain.is_numeric else _words(fault)
        return _again(visit, question, place, first_field(domain), words)
    return None


def _give(visit: Visit, question: str, written: object, place: Place) -> None:
    if place.trying or not visit.form.has("note"):
        visit.desk.change(lambda session: session.answer(question, written, variant=place.variant))
        return
    note, source = visit.form.one("note").strip() or None, visit.form.one("from").strip() or None
    given = visit.session.given(question)
    if given is not None and source == given.from_:
        # An unchanged source says nothing of another answer: it goes with the old one.
        visit.desk.change(lambda session: session.answer(question, written, note=note))
    else:
        visit.desk.change(lambda session: session.answer(question, written, note=note, from_=source))


def _again(visit: Visit, question: str, place: Place, field: str, words: str) -> Page:
    return question_page(visit, question, place, Fault(field, words), filled_by(visit.form))


def _words(fault: NotTaken) -> str:
    return " ".join(each for each in (fault.message, fault.hint) if each)
