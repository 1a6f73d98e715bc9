"""The commands there are, in the order in which a person meets them; none is imported here."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """The module that runs a command, and what it does in a few words."""

    module: str
    does: str


COMMANDS = {
    "assess": Command("assess", "what the evidence points to for a council, how firmly, and why"),
    "explain": Command("explain", "every score taken apart, argument by argument"),
    "new": Command("new", "start a council file, with every question ready to be answered"),
    "validate": Command("validate", "whether council files can be read, and what to mend"),
    "consistency": Command("consistency", "the rules held against what the places in the reports did"),
    "pack": Command("pack", "look at a rule set: check, test, tilt, show, checks"),
}


def overview() -> str:
    """What `wizard` and `wizard --help` say."""
    width = max(map(len, COMMANDS))
    lines = [f"  wizard {name:<{width}}  {command.does}" for name, command in COMMANDS.items()]
    return "\n".join(
        [
            "The council wizard holds what is known of a council against what five reports of 2002 to 2008",
            "say about leading children's and adults' social services. It advises; it never decides.",
            "",
            *lines,
            "",
            "Try it on a place from the reports:",
            "  wizard assess scenarios/reports/bracknell_forest_2008.yaml",
            "",
            "Start your own:",
            "  wizard new our_council.yaml",
            "",
            "'wizard COMMAND --help' says more about a command; 'wizard --version' names the version.",
        ]
    )
