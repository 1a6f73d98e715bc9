"""The menu of a workshop's pages: what each may go to, as far as the workshop is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.problems import Unreadable

if TYPE_CHECKING:
    from .visit import Visit

Menu = tuple[tuple[str, str, str], ...]

FACTS = ("/facts", "facts", "The facts")
PROJECTOR = ("/projector", "projector", "For the projector")


def menu_of(visit: Visit) -> Menu:
    """Address, part and words of each entry; none for whoever has not come in, or where nothing can be read."""
    try:
        return _entries(visit)
    except Unreadable:
        return ()


def _entries(visit: Visit) -> Menu:
    if visit.role == "nobody":
        return ()
    is_open = visit.workshop.is_open
    result = (("/result", "result", "What came out"),) if is_open else ()
    if visit.leads:
        reveal = (("/reveal", "reveal", "Step by step"),) if is_open and visit.workshop.is_case_study else ()
        paper = () if is_open else (("/paper", "paper", "Sheets on paper"),)
        room = ("/room", "room", "The room")
        return (room, FACTS, *paper, *reveal, *result, ("/files", "files", "Files"), PROJECTOR)
    if visit.found_seat is None:
        return (() if is_open else (("/name", "name", "Take part"),)) + (*result, PROJECTOR)
    if visit.workshop.is_sealed(visit.seat.id):
        own = ("/own", "own", "Your own sheet") if is_open else ("/waiting", "waiting", "Waiting")
        return (FACTS, own, *result)
    if is_open:
        return (FACTS, *result)
    return (FACTS, ("/sheet", "sheet", "Your sheet"), ("/check", "check", "Check and seal"))
