"""Every page of a workshop, by how far the workshop is and who asks: whoever adds an address adds it here, too.

`test_workshop_accessible` fails while an address of `wizard/web/workshop/routes.py` has no page here.
"""

from __future__ import annotations

from typing import NamedTuple


class Seen(NamedTuple):
    """A page: the route it is of, its address, and who comes to it.

    `closely` for a few, which are looked at in the dark and on a wide screen too (see `axe`), and `afar` for what a
    projector shows.
    """

    way: str
    address: str
    by: str
    closely: bool = False
    afar: bool = False
    status: int = 200


class Faulty(NamedTuple):
    """A form that comes back: where it is, who sends it with which button, and what is put in (see `looking`)."""

    address: str
    by: str
    button: str
    field: str = ""
    said: str = ""
    closely: bool = False


Looked = Seen | Faulty

NOBODY, GUEST, TEAM, LEADS = "nobody", "guest", "team", "leads"
"""Who has no code, the join code, a seat besides, the facilitator's code."""

PAPER = "table_3"
"""The seat whose sheet the facilitator puts in."""

FORETELL = "foretell-leadership"

GROUP: dict[str, tuple[Looked, ...]] = {
    "begun": (
        Seen("/favicon.ico", "/favicon.ico", NOBODY, status=404),
        Seen("/join", "/join", NOBODY, closely=True),
        Faulty("/join", NOBODY, "Come in", "#code", "wrong"),
        Seen("/name", "/name", GUEST),
        Faulty("/name", GUEST, "Take part", closely=True),
        Faulty("/name", GUEST, "Come back", "#back", "wrong"),
        Seen("/result", "/result", GUEST),
        Seen("/projector", "/projector", GUEST, afar=True),
        Seen("/projector/still", "/projector/still", GUEST, closely=True, afar=True),
        Seen("/facts", "/facts", TEAM, closely=True),
        Seen("/sheet/{page}", "/sheet/deciding", TEAM),
        Seen("/sheet/{page}", "/sheet/service", TEAM, closely=True),
        Seen("/sheet/{page}", "/sheet/order-leadership", TEAM),
        Faulty("/sheet/order-leadership", TEAM, "Keep and go on", "#place-readers", ""),
        Faulty("/sheet/anything-else", TEAM, "Keep and check", "#remark", "x" * 20_001),
        Seen("/check", "/check", TEAM, closely=True),
        Faulty("/check", TEAM, "Seal this sheet", "[name=of]", "other"),
        Seen("/room", "/room", LEADS),
        Seen("/paper", "/paper", LEADS),
        Faulty("/paper", LEADS, "Begin"),
        Seen("/paper/{seat}/check", f"/paper/{PAPER}/check", LEADS),
        Seen("/paper/{seat}/{page}", f"/paper/{PAPER}/service", LEADS),
        Seen("/files", "/files", LEADS),
    ),
    "sealed": (
        Seen("/waiting", "/waiting", TEAM, closely=True),
        Seen("/sealed", "/sealed", TEAM),
        Seen("/room", "/room", LEADS, closely=True),
        Seen("/room/without", "/room/without", LEADS),
        Seen("/projector", "/projector", GUEST, afar=True),
    ),
    "open": (
        Seen("/own", "/own", TEAM, closely=True),
        Faulty("/own", TEAM, "Put it down on: Who leads the branches", "#words-leadership", "x" * 20_001),
        Seen("/result", "/result", TEAM, closely=True),
        Seen("/name", "/name", GUEST),
        Seen("/projector", "/projector", GUEST, closely=True, afar=True),
        Seen("/room", "/room", LEADS),
        Seen("/files", "/files", LEADS, closely=True),
    ),
}
"""The pages of a group that judges apart, at each stage of it."""

CASE: dict[str, tuple[Looked, ...]] = {
    "begun": (
        Seen("/facts", "/facts", TEAM),
        Seen("/sheet/{page}", f"/sheet/{FORETELL}", TEAM, closely=True),
        Faulty(f"/sheet/{FORETELL}", TEAM, "Keep and go on", "[name=reason]"),
        Seen("/sheet/{page}", "/sheet/risks", TEAM),
        Faulty("/sheet/risks", TEAM, "Keep and go on", "[name=risk]"),
        Seen("/check", "/check", TEAM),
        Seen("/room", "/room", LEADS),
        Seen("/files", "/files", LEADS),
    ),
    "open": (
        Seen("/own", "/own", TEAM),
        Seen("/reveal", "/reveal", LEADS),
        Seen("/projector", "/projector", GUEST, afar=True),
    ),
    "told": (
        Seen("/own", "/own", TEAM),
        Seen("/result", "/result", TEAM, closely=True),
        Seen("/reveal", "/reveal", LEADS, closely=True),
        Seen("/projector", "/projector", GUEST, closely=True, afar=True),
        Seen("/files", "/files", LEADS),
    ),
}
"""The pages of a case in a rehearsal."""

ONWARD = {
    (NOBODY, "/"): "/join",
    (GUEST, "/"): "/name",
    (TEAM, "/"): "/facts",
    (LEADS, "/"): "/room",
    (TEAM, "/sheet"): "/sheet/deciding",
}
"""Addresses that have no page of their own, and where they lead when a group has begun."""

FILES = {"/files/{name}": "/files/script.html"}
"""Addresses that give a file to keep."""
