"""Sheets that were filled in on paper, put in by the facilitator with the same pages as everybody's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import NotSaved
from wizard.problems import Unreadable
from wizard.session.change import NotTaken
from wizard.web.exchange import Goto, Page
from wizard.web.fields import text_field
from wizard.web.markup import joined, tag
from wizard.web.shell import button, errors_box
from wizard.web.visit import not_there

from .checking import checked, sealed
from .filling import Place, kept, sheet_page
from .saying import fault_words
from .sheet_pages import pages_of
from .telling import not_kept_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.problems import Problem
    from wizard.schema.workshop import Seat
    from wizard.web.exchange import Given
    from wizard.workshop.workshop import Workshop

    from .visit import Visit

WHO = "who"


def papers(visit: Visit) -> Given:
    """Those that are being put in, and a new one."""
    return Goto("/room") if visit.workshop.is_open else _page(visit)


def begin(visit: Visit) -> Given:
    """Begins with the sheet of a team that has no seat."""
    workshop = visit.workshop
    if workshop.is_open:
        return Goto("/room")
    try:
        seat, _ = workshop.take_seat(visit.form.one(WHO))
    except NotSaved as fault:
        return _page(visit, not_kept_words(visit, fault), 503)
    except NotTaken as fault:
        return _page(visit, fault_words(fault), 422)
    return Goto(f"/paper/{seat.id}/{next(iter(pages_of(workshop)))}")


def page(visit: Visit) -> Given:
    """One page of such a sheet."""
    return sheet_page(visit, _place(visit))


def keep(visit: Visit) -> Given:
    """Keeps it, and goes on."""
    return kept(visit, _place(visit))


def check_page(visit: Visit) -> Given:
    """The whole sheet, to be checked."""
    return checked(visit, _place(visit))


def seal(visit: Visit) -> Given:
    """Seals it."""
    return sealed(visit, _place(visit)) or Goto("/room")


def keyed_in(workshop: Workshop) -> tuple[Seat, ...]:
    """The seats whose sheets are being put in from paper: no other sheet may be seen by the facilitator.

    They are those that no browser ever had.
    """
    return tuple(each for each in workshop.seats if not each.keys and not workshop.is_sealed(each.id))


def unreadable_drafts(workshop: Workshop) -> tuple[Problem, ...]:
    """What is wrong with sheets that are being filled in, which somebody changed by hand."""
    return tuple(_faults(workshop))


def _faults(workshop: Workshop) -> Iterator[Problem]:
    for each in workshop.seats:
        try:
            workshop.draft(each.id)
        except Unreadable as fault:
            yield from fault.problems


def _place(visit: Visit) -> Place:
    """The sheet that the address names. Raises Refusal where it is none that is put in from paper."""
    id = visit.names["seat"]
    seat = next((each for each in keyed_in(visit.workshop) if each.id == id), None)
    if seat is None or visit.workshop.is_open:
        raise not_there()
    return Place(seat, f"/paper/{id}", f"/paper/{id}/check", "paper", "paper")


def _page(visit: Visit, wrong: str = "", status: int = 200) -> Page:
    begun = [tag("li", tag("a", each.who, href=f"/paper/{each.id}/check")) for each in keyed_in(visit.workshop)]
    hint = "As it stands on the sheet: a role or a team, not a person's name."
    parts = (
        errors_box(((WHO, wrong),) if wrong else ()),
        tag("p", "For teams without a browser: put in what they ticked and wrote, page by page, and seal it for them."),
        visit.to_form(
            "/paper",
            text_field(WHO, "Whose sheet is it?", visit.form.one(WHO), hint=hint, fault=wrong),
            tag("div", button("Begin"), class_="buttons"),
        ),
        tag("h2", "Not sealed yet") if begun else None,
        tag("ul", *begun, class_="list") if begun else None,
    )
    return Page("Sheets on paper", joined(parts), status, "paper", before_title="Error: " if wrong else "")
