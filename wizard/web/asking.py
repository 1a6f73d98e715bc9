"""The questions that matter most, one a page; then those that could still change what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.asking_words import nothing_left, why_now
from wizard.report.figures import counted
from wizard.report.session_variants import subject_of

from .exchange import Goto, Page
from .markup import joined, tag
from .question_form import Place
from .taking import question_page, taken

if TYPE_CHECKING:
    from .exchange import Given
    from .visit import Visit


def on(visit: Visit) -> Given:
    """To the next question; where nothing is left, why."""
    session, passed = visit.session, visit.desk.passed
    core = [each.id for each in session.core.questions if each.state == "to_do"]
    if core and passed.issuperset(core):
        # No result may be shown before these have answers: they come again before anything else is asked.
        passed.difference_update(core)
        visit.desk.tell(
            f"You left {counted(len(core), 'question')} for now. Now is the time: “Not sure” is an answer too."
        )
    following = session.next_to_ask(passed)
    return Goto(f"/question/{following}") if following is not None else _end(visit)


def question(visit: Visit) -> Given:
    """One question."""
    asked = visit.question()
    visit.session.jump(asked)
    return question_page(visit, asked, _place(visit, asked))


def answer(visit: Visit) -> Given:
    """Takes the answer up and goes on."""
    asked = visit.question()
    again = taken(visit, asked, _place(visit, asked))
    if again is not None:
        return again
    if visit.form.one("do") == "forget":
        return Goto(f"/question/{asked}")
    visit.desk.come_through(asked)
    if visit.form.one("do") == "skip" and visit.session.plan.state_of(asked) == "to_do":
        visit.desk.passed.add(asked)
    else:
        visit.desk.passed.discard(asked)
    return Goto("/questions")


def rest(visit: Visit) -> Given:
    """Not sure to every core question that is left."""
    session = visit.session
    while left := [each.id for each in session.core.questions if each.state == "to_do"]:
        visit.desk.change(lambda work, asked=left[0]: work.not_sure(asked))  # type: ignore[misc]
    return Goto("/result")


def _place(visit: Visit, asked: str) -> Place:
    session = visit.session
    core = session.rules.domains[asked].question.core
    section = next(each for each in session.plan.sections if asked in [one.id for one in each.questions])
    title = f"{section.title.rstrip('.')}."
    ids = [each.id for each in session.core.questions if each.is_asked]
    before = f"Question {ids.index(asked) + 1} of {len(ids)}. {title}" if asked in ids else title
    return Place(
        f"/question/{asked}",
        _back(visit, asked),
        before,
        "questions",
        now="" if core else _now(visit, asked),
        can_wait=session.plan.state_of(asked) == "to_do",
    )


def _back(visit: Visit, asked: str) -> str:
    """The question that was come through before this one, else the one before it in the plan."""
    trail = visit.desk.trail
    came = trail[: trail.index(asked)] if asked in trail else trail
    before = came[-1] if came else visit.session.core.before(asked) if asked in _core(visit) else None
    return f"/question/{before}" if before is not None else "/work"


def _core(visit: Visit) -> list[str]:
    return [each.id for each in visit.session.core.questions]


def _now(visit: Visit, asked: str) -> str:
    session = visit.session
    if not session.ranking_allowed or session.plan.state_of(asked) != "to_do":
        return ""
    found = visit.desk.worth.found(session.rules, session.assessment).questions
    return next((why_now(each) for each in found if each.question == asked), "")


def _end(visit: Visit) -> Page:
    session = visit.session
    found = visit.desk.worth.found(session.rules, session.assessment)
    opening, sentences = nothing_left(subject_of(session), found, len(visit.desk.passed))
    body = joined(
        (
            tag("p", opening),
            tag("ul", *(tag("li", each) for each in sentences)),
            tag("p", tag("a", "See the result", href="/result", class_="next")),
            tag("p", tag("a", "Answer more, section by section", href="/sections")),
        )
    )
    return Page("Asking can stop here", body, at="questions")
