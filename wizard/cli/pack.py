"""`wizard pack new | check | test | diff | tilt | show | schema | checks`: for those who write rule sets."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from .usage import Misused


class PackCommand(NamedTuple):
    """How a sub-command is called, and what it does."""

    call: str
    does: str


COMMANDS = {
    "new": PackCommand("new FOLDER", "begin a rule set, or one that builds on another"),
    "check": PackCommand("check [PACK]", "read a rule set and look for everything that can be wrong with it"),
    "test": PackCommand("test [PACK]", "run its examples, and what council files expect of it"),
    "diff": PackCommand("diff OLD NEW", "what differs between two rule sets, and which results move"),
    "tilt": PackCommand("tilt [PACK]", "which way it leans: how often each model leads over random answers"),
    "show": PackCommand("show [PACK] [ID]", "print a rule set, or one part of it, in words"),
    "schema": PackCommand("schema [PACK]", "what an editor needs to complete and check the files as you type"),
    "checks": PackCommand("checks [NAME]", "the manual page of each check"),
}


def run(argv: list[str]) -> int:
    """Hands over to the sub-command; gives its exit code. Raises Misused and Unreadable."""
    if not argv or argv[0] in ("-h", "--help"):
        width = max(len(each.call) for each in COMMANDS.values())
        lines = [f"  wizard pack {each.call:<{width}}  {each.does}" for each in COMMANDS.values()]
        print("\n".join(["For those who write rule sets:", "", *lines, "", _DEFAULT]))
        return 0
    if argv[0] not in COMMANDS:
        from .naming import suggestion

        more = suggestion(argv[0], COMMANDS) or f"There are: {', '.join(COMMANDS)}."
        raise Misused(f"'wizard pack {argv[0]}' is not a command. {more}")
    return int(import_module(f"wizard.cli.pack_{argv[0]}").run(argv[1:]))


_DEFAULT = "PACK is a folder or an id; without it, the rule set in the current folder, else the one that ships."
