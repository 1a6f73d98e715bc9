"""Taking part: a name for the room, the code to come back with, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import NotSaved
from wizard.session.change import NotTaken
from wizard.web.exchange import Goto, Page, Refusal
from wizard.web.fields import text_field
from wizard.web.markup import Html, joined, tag
from wizard.web.shell import button, errors_box

from .joining import refuse_guessing
from .telling import not_kept_words

if TYPE_CHECKING:
    from wizard.web.exchange import Given

    from .visit import Visit

WHO, BACK = "who", "back"
ASK = "What are you or your team called?"
HINT = "A role or a team, such as 'Finance' or 'Table 2': not a person's name."
NOT_YOURS = "No seat has this code. Look at it again where you wrote it down."
MANY = "Many have taken a seat from this address just now."


def name_page(visit: Visit) -> Given:
    """Asks for a name, or for the code of somebody who was here before."""
    return Goto("/") if _is_placed(visit) else _page(visit)


def take_seat(visit: Visit) -> Given:
    """Gives a seat, and the code to come back with, which is shown this once. Raises Refusal for too many at once."""
    if _is_placed(visit):
        return Goto("/")
    wait = visit.room.seating.seconds_to_wait(visit.address)
    if wait:
        raise Refusal(429, MANY, f"Wait {wait} seconds, then try again.", (("retry-after", str(wait)),))
    try:
        seat, code = visit.workshop.take_seat(visit.form.one(WHO), visit.key)
    except NotTaken as fault:
        return _page(visit, who=" ".join(filter(None, (fault.message, fault.hint))))
    except NotSaved as fault:
        return _page(visit, who=not_kept_words(visit, fault), status=503)
    visit.room.seating.use(visit.address)
    del visit.found_seat
    said = "Write this down. If this browser or this machine fails, it brings you back to your sheet:"
    body = joined(
        (
            tag("p", said),
            tag("p", code, class_="large"),
            tag("p", "It is shown only now, and is yours alone: do not show it to others."),
            tag("p", tag("a", "I have written it down: on to the facts", href="/facts", class_="next")),
        )
    )
    return Page(f"You take part as {seat.who}", body)


def come_back(visit: Visit) -> Given:
    """Brings somebody back to their seat. Raises Refusal for too many wrong codes."""
    if _is_placed(visit):
        return Goto("/")
    refuse_guessing(visit)
    try:
        seat = visit.workshop.come_back(visit.form.one(BACK), visit.key)
    except NotSaved as fault:
        return _page(visit, back=not_kept_words(visit, fault), status=503)
    if seat is None:
        visit.room.wrong_codes.use(visit.address)
        return _page(visit, back=NOT_YOURS)
    return Goto("/")


def leaving(visit: Visit) -> Html:
    """A button for a machine that others use next."""
    back = "the longer code brings you back" if visit.leads else "your own code brings you back to your sheet"
    said = f"Others use this machine next? Nothing is lost; {back}."
    leave = button("Leave this machine to others", quiet=True)
    return joined((tag("p", said, class_="quiet-words"), visit.to_form("/leave", tag("p", leave))))


def _is_placed(visit: Visit) -> bool:
    return visit.leads or visit.found_seat is not None


def _page(visit: Visit, *, who: str = "", back: str = "", status: int = 422) -> Page:
    wrong = bool(who or back)
    faults = tuple((field, words) for field, words in ((WHO, who), (BACK, back)) if words)
    sent = visit.form
    plain = {"class_": "short", "autocapitalize": "none", "spellcheck": "false"}
    again = visit.to_form(
        "/back",
        text_field(BACK, "Your own code", hint="The one you wrote down.", fault=back, **plain),
        tag("p", button("Come back", quiet=True)),
    )
    new = visit.to_form(
        "/name",
        text_field(WHO, "Your role or team", sent.one(WHO), hint=HINT, fault=who),
        tag("div", button("Take part"), class_="buttons"),
    )
    late = tag("p", "The sheets are open: nobody can take part any more who did not before.")
    parts = (
        errors_box(faults),
        late if visit.workshop.is_open else new,
        tag("h2", "You were here before?"),
        again,
    )
    return Page(ASK, joined(parts), status if wrong else 200, "name", before_title="Error: " if wrong else "")
