"""The facilitator's room: who is in and who is waited for, and opening the sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import NotSaved
from wizard.session.change import NotTaken
from wizard.web.exchange import Goto, Page
from wizard.web.markup import Html, joined, tag
from wizard.web.shell import button, errors_box

from .paper import keyed_in, unreadable_drafts
from .saying import fault_words
from .seating import leaving
from .telling import not_kept_words, placed

if TYPE_CHECKING:
    from wizard.schema.workshop import Seat
    from wizard.web.exchange import Given

    from .visit import Visit

LET_GO, AWAIT, OPEN, MADE_UP, NEW_CODE = "let_go", "await", "open", "made_up", "new_code"
FROM_THEN_ON = "From then on no sheet comes in, and everybody sees what came out."


def room(visit: Visit) -> Given:
    """How far the room is, and what can be done now."""
    return _page(visit)


def act(visit: Visit) -> Given:
    """Lets somebody go or waits for them again, opens the sheets, or lets a made-up team seal in a rehearsal."""
    do, _, id = visit.form.one("do").partition(":")
    try:
        if do in (LET_GO, AWAIT):
            visit.workshop.let_go(id, left=do == LET_GO)
        elif do == NEW_CODE:
            return _new_code(visit, id)
        elif do == OPEN:
            visit.workshop.open_sheets()
        elif do == MADE_UP and visit.workshop.file.rehearsal:
            _made_up(visit)
    except NotSaved as fault:
        return _page(visit, not_kept_words(visit, fault), 503)
    except NotTaken as fault:
        return _page(visit, fault_words(fault), 422)
    return Goto("/room")


def _new_code(visit: Visit, id: str) -> Page:
    """Another code for somebody who lost theirs. Raises NotTaken where nobody took that seat in a browser; NotSaved."""
    code = visit.workshop.give_new_code(id)
    seat = visit.workshop.seat(id)
    who = seat.who if seat is not None else ""
    parts = (
        tag("p", f"Tell {who}, and nobody else: with the join code and then this one they come back to their sheet."),
        tag("p", code, class_="large"),
        tag("p", "It is shown only now; the code they had before is of no use any more."),
        tag("p", tag("a", "Back to the room", href="/room", class_="next")),
    )
    return Page(f"A new code for {who}", joined(parts), at="room")


def without_page(visit: Visit) -> Given:
    """Asks once more before the sheets are opened without somebody."""
    workshop = visit.workshop
    presence = workshop.presence
    if workshop.is_open or presence.all_in or not presence.sealed:
        return Goto("/room")
    missing = presence.of - len(presence.sealed) - len(presence.waiting)
    others = f"and {missing} of whom nobody took a seat" if presence.waiting else f"{missing} nobody took a seat for"
    items = [*(tag("li", each) for each in presence.waiting), *([tag("li", others)] if missing > 0 else [])]
    parts = (
        tag("p", f"{presence.in_words}. The sheets would be opened without:"),
        tag("ul", *items),
        tag("p", f"{FROM_THEN_ON} What they have filled in so far is not looked at."),
        visit.to_form("/room/without", tag("div", button("Open without them"), class_="buttons")),
        tag("p", tag("a", "Back: wait for them", href="/room")),
    )
    return Page("Open without those who are missing?", joined(parts), at="room")


def open_without(visit: Visit) -> Given:
    """Opens the sheets without them. Raises NotTaken where none is in; NotSaved."""
    visit.workshop.open_sheets(without_waiting=True)
    return Goto("/room")


def _made_up(visit: Visit) -> None:
    from wizard.workshop.rehearsing import made_up_sheet

    with visit.room.lock_of(""):
        number = len(visit.workshop.presence.sealed) + 1
        visit.workshop.seal(made_up_sheet(visit.workshop, number))


def _page(visit: Visit, wrong: str = "", status: int = 200) -> Page:
    workshop = visit.workshop
    presence = workshop.presence
    parts = (
        errors_box((("who", wrong),) if wrong else ()),
        _joining(visit) if not workshop.is_open else None,
        tag("p", f"{presence.in_words}.", class_="large") if presence.of else tag("p", "Nobody is in yet."),
        *(tag("p", f"Note: {each}") for each in workshop.notices),
        _unreadable(visit),
        _opening(visit),
        tag("h2", "Who is here", id="who", tabindex="-1"),
        _who(visit),
        leaving(visit),
    )
    return Page("The room", joined(parts), status, "room", before_title="Error: " if wrong else "")


def _joining(visit: Visit) -> Html:
    where = tag("p", "Everybody joins at ", tag("strong", visit.room.address or "this address"), " with the code")
    code = tag("p", visit.room.doors.join, class_="large")
    return joined((where, code, tag("p", tag("a", "For the projector", href="/projector"))))


def _unreadable(visit: Visit) -> Html | None:
    items = [tag("li", placed(visit, each)) for each in unreadable_drafts(visit.workshop)]
    if not items:
        return None
    return joined((tag("p", "Sheets that somebody is filling in cannot be read. Mend these files:"), tag("ul", *items)))


def _opening(visit: Visit) -> Html:
    workshop = visit.workshop
    presence = workshop.presence
    if workshop.is_open:
        told = tag("a", "Tell it step by step", href="/reveal", class_="next") if workshop.is_case_study else None
        came = tag("a", "What came out", href="/result", class_=None if told else "next")
        files = tag("a", "Files to keep", href="/files")
        return joined((tag("p", told) if told else None, tag("p", came), tag("p", files)))
    if presence.all_in:
        opens = tag("div", button("Open the sheets", value=OPEN), class_="buttons")
        return joined((visit.to_form("/room", tag("p", f"All are in. {FROM_THEN_ON}"), opens), _practice(visit)))
    without = tag("p", tag("a", "Open without those who are missing", href="/room/without"))
    again = tag("p", tag("a", "Look again", href="/room", class_="next"))
    return joined((again, without if presence.sealed else None, _practice(visit)))


def _practice(visit: Visit) -> Html | None:
    if not visit.workshop.file.rehearsal:
        return None
    return visit.to_form("/room", tag("p", button("Let a made-up team seal", value=MADE_UP, quiet=True)))


def _who(visit: Visit) -> Html:
    workshop = visit.workshop
    in_already = workshop.presence.sealed
    left = [each for each in workshop.seats if not workshop.is_sealed(each.id)]
    waited = [_seat(visit, each) for each in left if not each.left]
    gone = [_seat(visit, each) for each in left if each.left]
    lists = (
        ("In", [tag("li", each) for each in in_already]),
        ("Waited for", waited),
        ("Gone without a sheet", gone),
    )
    parts = [joined((tag("h3", title), tag("ul", *items, class_="list"))) for title, items in lists if items]
    return joined(parts) if parts else tag("p", "Nobody has taken a seat yet.")


def _seat(visit: Visit, seat: Seat) -> Html:
    words, do = ("Wait for them again", AWAIT) if seat.left else ("Let go", LET_GO)
    if visit.workshop.is_open:
        return tag("li", seat.who)
    on_paper = seat.id in {each.id for each in keyed_in(visit.workshop)}
    paper = tag("p", tag("a", f"Go on with the sheet of {seat.who}", href=f"/paper/{seat.id}/check"))
    go = button(words, value=f"{do}:{seat.id}", quiet=True, label=f"{words}: {seat.who}")
    new = "New code"
    code = button(new, value=f"{NEW_CODE}:{seat.id}", quiet=True, label=f"{new}: {seat.who}") if seat.keys else None
    return tag("li", seat.who, paper if on_paper else None, visit.to_form("/room", tag("p", go, code)))
