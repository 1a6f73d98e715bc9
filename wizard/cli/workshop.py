"""`wizard workshop new | serve | result | ...`: a group that judges apart, or a case that is foretold."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from .usage import Misused
from .workshop_folder import veiled


class WorkshopCommand(NamedTuple):
    """How a sub-command is called, and what it does."""

    call: str
    does: str


COMMANDS = {
    "script": WorkshopCommand("script [FOLDER]", "two hours, minute by minute: what to say, show and hand out"),
    "cases": WorkshopCommand("cases", "the places in the reports that can be foretold, best first"),
    "new": WorkshopCommand("new FOLDER", "begin one: on a council's own facts, or on a place in the reports"),
    "handouts": WorkshopCommand("handouts FOLDER", "participant's sheet, answer sheet and facilitator's notes"),
    "rehearse": WorkshopCommand("rehearse FOLDER", "a practice run with made-up teams; the real one is not touched"),
    "serve": WorkshopCommand("serve FOLDER", "hold it in the browser: join code, sheets, projector"),
    "key-in": WorkshopCommand("key-in FOLDER", "put in a sheet that was filled in on paper"),
    "sheet": WorkshopCommand("sheet FOLDER FILE", "a council file for somebody to fill in by themselves"),
    "add": WorkshopCommand("add FOLDER FILE...", "put in sheets that came as council files"),
    "status": WorkshopCommand("status FOLDER", "who is in, and who is waited for"),
    "open": WorkshopCommand("open FOLDER", "open the sheets, once all are in"),
    "result": WorkshopCommand("result FOLDER", "what a group's answers come to, and where it parts"),
    "object": WorkshopCommand("object FOLDER", "put down that somebody does not agree, in their own words"),
    "reveal": WorkshopCommand("reveal FOLDER", "a case study told, step by step"),
    "credit": WorkshopCommand("credit FOLDER", "what each sheet on a case has credit for, to be handed out"),
}


def run(argv: list[str]) -> int:
    """Hands over to the sub-command; gives its exit code. Raises Misused and Unreadable."""
    if not argv or argv[0] in ("-h", "--help"):
        width = max(len(each.call) for each in COMMANDS.values())
        lines = [f"  wizard workshop {each.call:<{width}}  {each.does}" for each in COMMANDS.values()]
        print(
            "\n".join(["For a room of people, in the order in which a facilitator needs it:", "", *lines, "", _FOLDER])
        )
        return 0
    if argv[0] not in COMMANDS:
        from .naming import suggestion

        more = suggestion(argv[0], COMMANDS) or f"There are: {', '.join(COMMANDS)}."
        raise Misused(f"'wizard workshop {argv[0]}' is not a command. {more}")
    from wizard.problems import Unreadable

    try:
        return int(import_module(f"wizard.cli.workshop_{argv[0].replace('-', '_')}").run(argv[1:]))
    except Unreadable as fault:
        raise Unreadable(veiled(fault.problems)) from None


_FOLDER = "A workshop is a folder of small text files; whatever is sealed in it outlives a browser and a server."
