"""Between sealing and opening: how many are in, and what one sealed oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.web.exchange import Goto, Page
from wizard.web.markup import joined, tag

from .checking import in_parts
from .seating import leaving

if TYPE_CHECKING:
    from wizard.web.exchange import Given

    from .visit import Visit


def waiting(visit: Visit) -> Given:
    """How many are in. Once the sheets are open it leads to one's own."""
    workshop = visit.workshop
    if workshop.is_open or not workshop.is_sealed(visit.seat.id):
        return Goto("/")
    said = "Your sheet is sealed. The sheets are opened together, once all are in; then you see what came out."
    body = joined(
        (
            tag("p", f"{workshop.presence.in_words}.", class_="large"),
            tag("p", said),
            tag("p", tag("a", "Look again", href="/waiting", class_="next")),
            tag("p", tag("a", "Read what you sealed", href="/sealed")),
            leaving(visit),
        )
    )
    return Page("Waiting for the others", body, at="waiting")


def sealed(visit: Visit) -> Given:
    """What one sealed, for nobody but oneself."""
    sheet = visit.workshop.own_sheet(visit.seat.id)
    if sheet is None:
        return Goto("/")
    back = tag("p", tag("a", "Back", href="/"))
    said = tag("p", "Nobody else sees this before the sheets are open.") if not visit.workshop.is_open else None
    return Page("What you sealed", joined((said, in_parts(visit.workshop, sheet), back)), at="waiting")
