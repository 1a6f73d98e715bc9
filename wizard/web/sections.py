"""The full interview: its sections, the questions of each with their answers, and changing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .exchange import Goto, Page
from .markup import Html, joined, tag
from .question_form import Place, answer_said
from .taking import question_page, taken
from .visit import not_there

if TYPE_CHECKING:
    from wizard.session.plan import PlannedQuestion, PlannedSection

    from .exchange import Given
    from .visit import Visit


def sections(visit: Visit) -> Given:
    """Every section, and how far it is."""
    plan = visit.session.plan
    items = joined(
        tag("li", tag("a", each.title.rstrip("."), href=f"/sections/{each.id}"), f": {_how_far(each)}")
        for each in plan.sections
    )
    said = f"{plan.done} of {plan.of} questions that arise have answers. Any of them can be changed at any time."
    return Page("All sections", joined((tag("p", said), tag("ul", items, class_="list"))), at="sections")


def section(visit: Visit) -> Given:
    """The questions of a section with their answers."""
    found = _section(visit)
    rows = joined(_row(visit, found, each) for each in found.questions if each.state != "does_not_arise")
    inert = [each for each in found.questions if each.state == "does_not_arise"]
    first = next((each.id for each in found.questions if each.state == "to_do"), None)
    begin = tag("a", "Answer what is left", href=f"/sections/{found.id}/{first}", class_="next")
    aside = tag(
        "details",
        tag("summary", f"Not asked, as things stand: {len(inert)}"),
        tag("dl", *(_row(visit, found, each) for each in inert), class_="answers"),
    )
    parts = (
        tag("p", _how_far(found)),
        tag("p", begin) if first is not None else None,
        tag("dl", rows, class_="answers") if rows else None,
        aside if inert else None,
        tag("p", tag("a", "All sections", href="/sections")),
    )
    return Page(found.title.rstrip("."), joined(parts), at="sections")


def question(visit: Visit) -> Given:
    """A question of a section."""
    found, asked = _section(visit), visit.question()
    visit.session.jump(asked)
    return question_page(visit, asked, _place(found, asked))


def answer(visit: Visit) -> Given:
    """Takes the answer up; then the next of the section without an answer, or the section."""
    found, asked = _section(visit), visit.question()
    again = taken(visit, asked, _place(found, asked))
    if again is not None:
        return again
    if visit.form.one("do") == "forget":
        return Goto(f"/sections/{found.id}/{asked}")
    questions = _section(visit).questions
    later = questions[[each.id for each in questions].index(asked) + 1 :]
    following = next((each.id for each in later if each.state == "to_do"), None)
    return Goto(f"/sections/{found.id}/{following}" if following is not None else f"/sections/{found.id}")


def change_page(visit: Visit) -> Given:
    """A question that is come to from elsewhere, such as from a page of the result."""
    asked = visit.question()
    return question_page(visit, asked, _changing(visit, asked))


def change(visit: Visit) -> Given:
    """Takes the answer up, and back to the section that it stands in."""
    asked = visit.question()
    again = taken(visit, asked, _changing(visit, asked))
    return again if again is not None else Goto(f"/sections/{_section_of(visit, asked).id}")


def _row(visit: Visit, found: PlannedSection, each: PlannedQuestion) -> Html:
    words = "Answer" if each.state in ("to_do", "may_arise") else "Change"
    link = tag(
        "a", words, tag("span", f": {each.question.named}", class_="unseen"), href=f"/sections/{found.id}/{each.id}"
    )
    given = visit.session.given(each.id)
    note = tag("dd", f"Note: {given.note}", class_="quiet-words") if given is not None and given.note else None
    source = tag("dd", f"From: {given.from_}", class_="quiet-words") if given is not None and given.from_ else None
    said = answer_said(visit, each.id)
    return tag("div", tag("dt", each.question.ask), tag("dd", said), source, note, tag("dd", link))


def _how_far(found: PlannedSection) -> str:
    return f"{found.done} of {found.of} answered" if found.of else "nothing arises, as things stand"


def _section(visit: Visit) -> PlannedSection:
    for each in visit.session.plan.sections:
        if each.id == visit.names["section"]:
            asked = visit.names.get("question")
            if asked is None or asked in [one.id for one in each.questions]:
                return each
    raise not_there()


def _section_of(visit: Visit, asked: str) -> PlannedSection:
    return next(each for each in visit.session.plan.sections if asked in [one.id for one in each.questions])


def _place(found: PlannedSection, asked: str) -> Place:
    ids = [each.id for each in found.questions if each.is_asked]
    title = f"{found.title.rstrip('.')}."
    before = f"Question {ids.index(asked) + 1} of {len(ids)}. {title}" if asked in ids else title
    can_wait = any(each.id == asked and each.state == "to_do" for each in found.questions)
    earlier = [each.id for each in found.questions[: [each.id for each in found.questions].index(asked)]]
    back = next((each for each in reversed(earlier) if each in ids), None)
    where = f"/sections/{found.id}"
    return Place(
        f"{where}/{asked}", where if back is None else f"{where}/{back}", before, "sections", can_wait=can_wait
    )


def _changing(visit: Visit, asked: str) -> Place:
    found = _section_of(visit, asked)
    return Place(f"/change/{asked}", f"/sections/{found.id}", f"{found.title.rstrip('.')}.", "sections")
