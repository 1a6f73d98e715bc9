"""Filling in a sheet, a page at a time: each page that is sent is kept on the disk at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.council_file import NotSaved
from wizard.schema.workshop import Sheet
from wizard.session.change import NotTaken
from wizard.web.exchange import Goto, Page
from wizard.web.markup import joined, tag
from wizard.web.shell import button, errors_box
from wizard.web.visit import not_there

from .saying import fault_words
from .sheet_pages import pages_of
from .telling import not_kept_words

if TYPE_CHECKING:
    from wizard.schema.workshop import CameBy, Seat
    from wizard.web.exchange import Form, Given
    from wizard.workshop.workshop import Workshop

    from .sheet_pages import Faults, SheetPage
    from .visit import Visit

CHECK = "check"
"""The word for the page to check, and for going there from a page of the sheet."""


class Place(NamedTuple):
    """Whose sheet is filled in, where its pages are, how it comes in, and to which part of the menu it belongs."""

    seat: Seat
    pages: str
    check: str
    came_by: CameBy
    at: str


def first(visit: Visit) -> Given:
    """To the first page of the sheet."""
    return Goto(f"/sheet/{next(iter(pages_of(visit.workshop)))}")


def page(visit: Visit) -> Given:
    """One page of one's own sheet."""
    return closed(visit, visit.seat.id) or sheet_page(visit, own_place(visit))


def keep(visit: Visit) -> Given:
    """Keeps what was sent, and goes on."""
    return closed(visit, visit.seat.id) or kept(visit, own_place(visit))


def own_place(visit: Visit) -> Place:
    """The sheet of whoever asks."""
    return Place(visit.seat, "/sheet", "/check", "browser", "sheet")


def closed(visit: Visit, seat: str) -> Goto | None:
    """Where one goes whose sheet is sealed, or who is too late; None where it may still be filled in."""
    return Goto("/") if visit.workshop.is_open or visit.workshop.is_sealed(seat) else None


def sheet_of(workshop: Workshop, place: Place) -> Sheet:
    """What stands on somebody's sheet so far."""
    seat = place.seat
    begun = workshop.draft(seat.id)
    return begun or Sheet(id=seat.id, workshop=workshop.file.id, who=seat.who, came_by=place.came_by)


def sheet_page(visit: Visit, place: Place) -> Page:
    """A page of a sheet as it stands."""
    return _page(visit, place, _found(visit), sheet_of(visit.workshop, place))


def kept(visit: Visit, place: Place) -> Given:
    """Keeps what can be taken of a page; then the next, or the page again with what is wrong with it."""
    found = _found(visit)
    with visit.room.lock_of(place.seat.id):
        before = sheet_of(visit.workshop, place)
        taken = found.taken(before, visit.form)
        try:
            visit.workshop.keep_draft(taken.sheet)
        except NotSaved as fault:
            return _again(visit, place, found, before, {"": not_kept_words(visit, fault)}, 503)
        except NotTaken as fault:
            # Something else on the sheet, as where a file was changed by hand meanwhile.
            return _again(visit, place, found, before, {"": fault_words(fault)}, 422)
    if taken.faults:
        return _again(visit, place, found, taken.sheet, taken.faults, 422)
    if visit.form.one("do") == CHECK:
        return Goto(place.check)
    return Goto(_after(visit, place, found))


def _again(visit: Visit, place: Place, found: SheetPage, sheet: Sheet, faults: Faults, status: int) -> Page:
    return _page(visit, place, found, sheet, visit.form, faults, status)


def _page(
    visit: Visit,
    place: Place,
    found: SheetPage,
    sheet: Sheet,
    sent: Form | None = None,
    faults: Faults | None = None,
    status: int = 200,
) -> Page:
    pages = list(pages_of(visit.workshop))
    number = pages.index(found.id) + 1
    wrong = faults or {}
    # What belongs to no field leads to the form as a whole.
    box = errors_box(tuple((field or "sheet", words) for field, words in wrong.items()))
    first_back = "/facts" if place.came_by == "browser" else "/paper"
    back = f"{place.pages}/{pages[number - 2]}" if number > 1 else first_back
    keep_words = "Keep and go on" if number < len(pages) else "Keep and check"
    more = button("Keep and check everything", value=CHECK, quiet=True) if number < len(pages) else None
    form = visit.to_form(
        f"{place.pages}/{found.id}",
        found.fields(sheet, sent, wrong),
        tag("div", button(keep_words, value="on"), more, class_="buttons"),
        novalidate="novalidate",
        id="sheet",
    )
    whose = "" if place.came_by == "browser" else f"{place.seat.who}, on paper. "
    said = f"{whose}Page {number} of {len(pages)}. What you fill in is kept when you go on; nobody sees it yet."
    body = joined((tag("p", said, class_="position"), box, form, tag("p", tag("a", "Back", href=back))))
    return Page(found.title, body, status, place.at, before_title="Error: " if wrong else "")


def _found(visit: Visit) -> SheetPage:
    found = pages_of(visit.workshop).get(visit.names["page"])
    if found is None:
        raise not_there()
    return found


def _after(visit: Visit, place: Place, found: SheetPage) -> str:
    pages = list(pages_of(visit.workshop))
    later = pages[pages.index(found.id) + 1 :]
    return f"{place.pages}/{later[0]}" if later else place.check
