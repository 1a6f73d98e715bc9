"""What everybody knows alike: the facts that the sheets are filled in on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.web.documents import html_of
from wizard.web.exchange import Page
from wizard.web.markup import joined, tag

if TYPE_CHECKING:
    from wizard.web.exchange import Given

    from .visit import Visit


def facts(visit: Visit) -> Given:
    """The facts, and on to the sheet for whoever still fills one in."""
    from wizard.workshop.facts import facts_document

    found = facts_document(visit.workshop)
    seat = visit.found_seat
    begins = seat is not None and not visit.workshop.is_open and not visit.workshop.is_sealed(seat.id)
    onward = tag("p", tag("a", "On to your sheet", href="/sheet", class_="next")) if begins else None
    body = joined((tag("p", found.aside, class_="quiet-words") if found.aside else None, html_of(found.blocks), onward))
    title = f"The facts: {found.title}" if visit.workshop.is_case_study else "The facts"
    return Page(title, body, at="facts")
