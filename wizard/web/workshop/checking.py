"""The whole sheet in words, with a way back to each page; and sealing it, which cannot be undone."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from wizard.council_file import NotSaved
from wizard.session.change import NotTaken
from wizard.web.exchange import Goto, Page
from wizard.web.markup import Html, joined, tag
from wizard.web.shell import button, errors_box
from wizard.workshop.records import record_text

from .filling import closed, own_place, sheet_of
from .saying import fault_words
from .sheet_pages import pages_of
from .telling import not_kept_words

if TYPE_CHECKING:
    from wizard.schema.workshop import Sheet
    from wizard.web.exchange import Given
    from wizard.workshop.workshop import Workshop

    from .filling import Place
    from .visit import Visit

FINAL = (
    "Once it is sealed it cannot be changed. Nobody sees it before the sheets are opened together; then everybody in "
    "the room does, with the name of your role or team."
)
CHANGED = "Something on this sheet was changed since this page was made. Check it again, then seal it."


def check_page(visit: Visit) -> Given:
    """One's own sheet, to be checked."""
    return closed(visit, visit.seat.id) or checked(visit, own_place(visit))


def seal(visit: Visit) -> Given:
    """Seals one's own sheet."""
    return closed(visit, visit.seat.id) or sealed(visit, own_place(visit)) or Goto("/waiting")


def checked(visit: Visit, place: Place, wrong: str = "", status: int = 200) -> Page:
    """A sheet in words, and the button that seals it."""
    sheet = sheet_of(visit.workshop, place)
    parts = (
        errors_box((("seal", wrong),) if wrong else ()),
        tag("p", "Read it through. “Change” leads back to a page."),
        in_parts(visit.workshop, sheet, place.pages),
        tag("h2", "Seal it"),
        tag("p", FINAL),
        visit.to_form(
            place.check,
            tag("input", type="hidden", name="of", value=_digest(sheet)),
            tag("div", button("Seal this sheet", value="seal"), class_="buttons"),
            id="seal",
        ),
    )
    at = "check" if place.came_by == "browser" else place.at
    title = "Check your answers" if place.came_by == "browser" else f"Check the sheet of {place.seat.who}"
    return Page(title, joined(parts), status, at, before_title="Error: " if wrong else "")


def sealed(visit: Visit, place: Place) -> Page | None:
    """Seals a sheet as it was shown; None where that is done, else the page with what is in the way."""
    with visit.room.lock_of(place.seat.id):
        sheet = sheet_of(visit.workshop, place)
        if visit.form.one("of") != _digest(sheet):
            return checked(visit, place, CHANGED, 422)
        try:
            visit.workshop.seal(sheet)
        except NotSaved as fault:
            return checked(visit, place, not_kept_words(visit, fault), 503)
        except NotTaken as fault:
            return checked(visit, place, fault_words(fault), 422)
    return None


def in_parts(workshop: Workshop, sheet: Sheet, pages: str = "") -> Html:
    """A sheet in words, page by page; with ways back where `pages` says where they are."""
    parts = []
    for page in pages_of(workshop).values():
        rows = [tag("div", tag("dt", each.asked), tag("dd", each.words)) for each in page.said(sheet)]
        parts += [tag("h2", page.title), tag("dl", *rows, class_="answers")]
        if pages:
            unseen = tag("span", f": {page.title}", class_="unseen")
            parts.append(tag("p", tag("a", "Change", unseen, href=f"{pages}/{page.id}")))
    return joined(parts)


def _digest(sheet: Sheet) -> str:
    return sha256(record_text(sheet).encode("utf-8", "replace")).hexdigest()
