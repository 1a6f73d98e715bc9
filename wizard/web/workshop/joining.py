"""Coming in: one form takes the join code and the facilitator's; and where each goes on from there."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from wizard.web.exchange import Goto, Page, Refusal
from wizard.web.fields import text_field
from wizard.web.markup import joined, tag
from wizard.web.shell import button, errors_box
from wizard.web.visit import not_there

if TYPE_CHECKING:
    from wizard.web.exchange import Given

    from .visit import Visit

CODE = "code"
HINT = "It stands on the projector or on your sheet, such as abcd-2345. The facilitator has a longer one."
WRONG = "That is not the code. Look at it again where it was shown or printed."


def no_picture(_: Visit) -> Given:
    """Browsers ask for a small picture; there is none."""
    raise not_there()


def onward(visit: Visit) -> Given:
    """To the page that whoever asks needs now."""
    if visit.role == "nobody":
        return Goto("/join")
    if visit.leads:
        return Goto("/room")
    is_open = visit.workshop.is_open
    if visit.found_seat is None:
        return Goto("/result" if is_open else "/name")
    if visit.workshop.is_sealed(visit.seat.id):
        return Goto("/own" if is_open else "/waiting")
    return Goto("/result" if is_open else "/facts")


def join_page(visit: Visit) -> Given:
    """Asks for the code."""
    return _page(visit, "") if visit.role == "nobody" else Goto("/")


def join(visit: Visit) -> Given:
    """Lets in whoever has a code. Raises Refusal for too many wrong ones."""
    if visit.role != "nobody":
        return Goto("/")
    refuse_guessing(visit)
    role = visit.room.opened_by(visit.form.one(CODE))
    if role == "nobody":
        visit.room.wrong_codes.use(visit.address)
        return _page(visit, WRONG)
    # A key that somebody else may have planted is of no use from here on.
    visit.key = visit.room.key_of(role)
    return Goto("/")


def leave(visit: Visit) -> Given:
    """Forgets who sits at this browser; their sheet stays, and they come back with their own code."""
    visit.key = secrets.token_urlsafe(24)
    return Goto("/join")


def refuse_guessing(visit: Visit) -> None:
    """Raises Refusal where too many wrong codes of any kind came from an address."""
    wait = visit.room.wrong_codes.seconds_to_wait(visit.address)
    if wait:
        hint = f"Wait {wait} seconds, then try again. Whoever is in already is not disturbed."
        raise Refusal(429, "Too many wrong codes came from this address.", hint, (("retry-after", str(wait)),))


def _page(visit: Visit, wrong: str) -> Page:
    more = {"class_": "short", "autocapitalize": "none", "spellcheck": "false"}
    body = joined(
        (
            errors_box(((CODE, wrong),) if wrong else ()),
            visit.to_form(
                "/join",
                text_field(CODE, "Join code", hint=HINT, fault=wrong, **more),
                tag("div", button("Come in"), class_="buttons"),
            ),
        )
    )
    return Page("Join", body, 422 if wrong else 200, before_title="Error: " if wrong else "")
