"""Coming in with a join code, where the server can be reached from other machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .exchange import Goto, Page, Refusal
from .markup import joined, tag
from .shell import button, errors_box

if TYPE_CHECKING:
    from .exchange import Given
    from .visit import Visit


def join_page(visit: Visit) -> Given:
    """Asks for the code."""
    return Goto("/") if visit.room.is_own or visit.has_desk else _page(visit, "")


def join(visit: Visit) -> Given:
    """Lets in whoever has the code. Raises Refusal for too many wrong ones, and where the house is full."""
    room = visit.room
    if room.is_own or visit.has_desk:
        return Goto("/")
    wait = room.wrong_codes.seconds_to_wait(visit.address)
    if wait:
        hint = f"Wait {wait} seconds, then try again. Whoever is in already is not disturbed."
        raise Refusal(429, "Too many wrong codes came from this address.", hint, (("retry-after", str(wait)),))
    if not room.is_code(visit.form.one("code")):
        room.wrong_codes.use(visit.address)
        return _page(visit, "That is not the code. Look at it again where it was shown or printed.")
    visit.take_desk()
    return Goto("/")


def _page(visit: Visit, wrong: str) -> Page:
    field = tag(
        "input",
        type="text",
        id="code",
        name="code",
        class_="short",
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
        aria_describedby="hint",
        aria_invalid="true" if wrong else None,
    )
    said = "Whoever started the wizard here has a join code for you, such as abcd-2345."
    body = joined(
        (
            errors_box((("code", wrong),) if wrong else ()),
            tag("p", said, id="hint"),
            visit.to_form(
                "/join",
                tag("div", tag("label", "Join code", for_="code"), field, class_="field"),
                tag("div", button("Come in"), class_="buttons"),
            ),
        )
    )
    return Page("Join", body, 422 if wrong else 200, before_title="Error: " if wrong else "")
