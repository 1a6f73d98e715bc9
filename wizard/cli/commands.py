"""The commands there are, in the order in which a person meets them; none is imported here."""

from __future__ import annotations

from typing import NamedTuple

ONE, SEVERAL, FILES, RULES = "One council", "Several councils", "Council files", "Rule sets"
"""The parts of the overview, in their order."""


class Command(NamedTuple):
    """The module that runs a command, what it does in a few words, and the part of the overview it stands in."""

    module: str
    does: str
    part: str = ONE


COMMANDS = {
    "tui": Command("tui", "the app: questions, result and what would change it, by keys or mouse"),
    "ask": Command("ask", "the same line by line: for screen readers, plain terminals and pipes"),
    "serve": Command("serve", "the same in the browser, as plain forms; for others too with a join code"),
    "assess": Command("assess", "what the evidence points to for a council, how firmly, and why"),
    "explain": Command("explain", "every score taken apart, argument by argument"),
    "robustness": Command("robustness", "how firm a result is, and what makes it less firm"),
    "priorities": Command("priorities", "who comes first under which priorities, and setting them"),
    "flips": Command("flips", "what would change a result, and what mends a poor fit"),
    "next": Command("next", "what to find out next, from whom, and when asking can stop"),
    "what-if": Command("what_if", "what would come out if an answer or a weight were otherwise"),
    "compare": Command("compare", "council files side by side, and why they differ", SEVERAL),
    "diff": Command("diff", "why two results differ: which answer, weight or rule moves what", SEVERAL),
    "batch": Command("batch", "a table of councils in, a table of results out", SEVERAL),
    "workshop": Command("workshop", "people in a room: judge apart and compare, or foretell a case", SEVERAL),
    "report": Command("report", "a committee report, or one page for the leader, to be passed on"),
    "new": Command("new", "start a council file, with every question ready to be answered", FILES),
    "validate": Command("validate", "whether council files can be read, and what to mend", FILES),
    "freeze": Command("freeze", "a council file with its rules and result in one archive, to keep", FILES),
    "evidence": Command("evidence", "search the findings of the reports, and see what rests on each", RULES),
    "consistency": Command("consistency", "the rules held against what the places in the reports did", RULES),
    "pack": Command("pack", "rule sets: new, check, test, diff, tilt, show, schema, checks", RULES),
}


def overview() -> str:
    """What `wizard` and `wizard --help` say."""
    width = max(map(len, COMMANDS))
    lines: list[str] = []
    for part in (ONE, SEVERAL, FILES, RULES):
        found = {name: each for name, each in COMMANDS.items() if each.part == part}
        lines += ["", f"{part}:", *(f"  wizard {name:<{width}}  {each.does}" for name, each in found.items())]
    return "\n".join(
        [
            "The council wizard holds what is known of a council against what five reports of 2002 to 2008",
            "say about leading children's and adults' social services. It advises; it never decides.",
            *lines,
            "",
            "Try it on a place from the reports:",
            "  wizard assess scenarios/reports/bracknell_forest_2008.yaml",
            "",
            "Start your own:",
            "  wizard new our_council.yaml",
            '  wizard new --council "East Riding of Yorkshire"',
            "",
            "'wizard COMMAND --help' says more about a command; 'wizard --version' names the version.",
        ]
    )
