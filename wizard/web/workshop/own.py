"""One's own sheet once the sheets are open: beside everybody's, with what it points to, and a word against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import answer_words
from wizard.council_file import NotSaved
from wizard.proof.driving import first_so_far
from wizard.report.document import Column, Item, Items, Paragraph, Section, Table
from wizard.report.figures import sentence
from wizard.report.verdict_words import verdict_in_brief
from wizard.session.change import NotTaken
from wizard.web.documents import html_of
from wizard.web.exchange import Goto, Page
from wizard.web.markup import Html, joined, tag
from wizard.web.shell import errors_box
from wizard.web.visit import not_there

from .checking import in_parts
from .saying import fault_words
from .sheet_pages import words_field
from .telling import not_kept_words

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult
    from wizard.report.document import Block
    from wizard.web.exchange import Given
    from wizard.workshop.group.result import GroupResult
    from wizard.workshop.group.voices import Voice

    from .visit import Visit

LATER = "What your own sheet has credit for is shown here at the last step, once the room has been told everything."


def own(visit: Visit) -> Given:
    """One's own sheet beside what came out."""
    return _page(visit)


def disagree(visit: Visit) -> Given:
    """Puts down that one does not agree on a decision, in one's own words; no words take it back."""
    decision = visit.names["decision"]
    if visit.workshop.is_case_study or decision not in visit.workshop.rules.pack.decisions:
        raise not_there()
    try:
        visit.workshop.object_to(visit.seat.id, decision, visit.form.one(f"words-{decision}"))
    except NotSaved as fault:
        return _page(visit, decision, not_kept_words(visit, fault), 503)
    except NotTaken as fault:
        return _page(visit, decision, fault_words(fault), 422)
    return Goto("/own")


def _page(visit: Visit, decision: str = "", wrong: str = "", status: int = 200) -> Given:
    workshop = visit.workshop
    sheet = workshop.own_sheet(visit.seat.id)
    if sheet is None or not workshop.is_open:
        return Goto("/")
    if workshop.is_case_study:
        parts = [html_of(_credit(visit)), in_parts(workshop, sheet)]
    else:
        found = visit.room.result()
        voice = next(each for each in found.voices if each.sheet.id == sheet.id)
        box = errors_box(((f"words-{decision}", wrong),) if wrong else ())
        parts = [*([box] if box else []), html_of(_beside(found, voice)), *_objecting(visit, decision, wrong)]
    parts.append(tag("p", tag("a", "What came out", href="/result")))
    return Page(f"Your own sheet: {sheet.who}", joined(parts), status, "own", before_title="Error: " if wrong else "")


def _credit(visit: Visit) -> tuple[Block, ...]:
    from wizard.workshop.training.credit import credit_section

    sheet = visit.workshop.own_sheet(visit.seat.id)
    if sheet is None or visit.workshop.progress.step < len(visit.room.steps()):
        return (Paragraph(LATER),)
    return (credit_section(visit.workshop, sheet),)


def _beside(found: GroupResult, voice: Voice) -> tuple[Block, ...]:
    return (_verdicts(found, voice), _answers(found, voice), *_orders(found, voice))


def _verdicts(found: GroupResult, voice: Voice) -> Section:
    rows = tuple(
        (
            result.decision.title,
            _brief(found, voice.assessment.decision(result.decision.id)),
            _brief(found, result),
        )
        for result in found.assessment.decisions
    )
    columns = (Column("to be settled"), Column("your answers alone"), Column("all together"))
    return Section("What your answers point to", (Table(columns, rows, caption="Your own result beside that of all"),))


def _brief(found: GroupResult, result: DecisionResult) -> str:
    return sentence(
        verdict_in_brief(found.assessment.pack, result.verdict, result.verdict.so_far and first_so_far(result))
    )


def _answers(found: GroupResult, voice: Voice) -> Section:
    from wizard.workshop.group.words import tally_words

    domains = found.workshop.rules.domains

    def words(question: str) -> str:
        answer = voice.answers.get(question)
        return "left out" if answer is None else answer_words(domains[question], answer)

    rows = tuple(
        (
            sentence(domains[each.question].question.named),
            words(each.question),
            tally_words(found.workshop, each.question, each.positions, each.left_out),
            "as not asked" if each.joined is None else answer_words(domains[each.question], each.joined),
        )
        for each in found.asked
    )
    columns = (Column("question"), Column("you"), Column("everybody, and how many"), Column("counts as"))
    return Section("Your answers beside everybody's", (Table(columns, rows, caption="Each question"),))


def _orders(found: GroupResult, voice: Voice) -> tuple[Section, ...]:
    from wizard.workshop.group.positions import Position
    from wizard.workshop.group.words import said_words

    pack = found.assessment.pack
    items = tuple(
        Item(sentence(f"{pack.decisions[each].title} {said_words(found.workshop, each, Position(order, ()))}"))
        for each, order in voice.orders.items()
    )
    return (Section("What matters more to you", (Items(items),)),) if items else ()


def _objecting(visit: Visit, decision: str, wrong: str) -> list[Html]:
    """A form for each decision. What was put down stands in it."""
    said = next((each.says for each in visit.workshop.objections if each.id == visit.seat.id), {})
    intro = (
        "Say why, in your own words. It goes into the room's document, with the name of your role or team, for each "
        "question that is being settled; it changes no figure."
    )
    parts = [tag("h2", "You do not agree?"), tag("p", intro)]
    for each in visit.workshop.rules.pack.decisions.values():
        id = f"words-{each.id}"
        words = visit.form.one(id) if each.id == decision else said.get(each.id, "")
        label = f"We do not agree on this: {each.title}"
        unseen = tag("span", f" on: {each.title}", class_="unseen")
        keep = tag("button", "Put it down", unseen, type="submit", name="do", value="", class_="quiet")
        hint = "This is put down. Empty it and send it again to take it back." if each.id in said else ""
        fields = words_field(id, label, words, hint, wrong if each.id == decision else "")
        parts.append(visit.to_form(f"/own/{each.id}", fields, tag("p", keep)))
    return parts
