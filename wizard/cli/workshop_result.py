"""`wizard workshop result FOLDER`: what a group's answers come to, and where it parts; and the joined council file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .documents import deliver_document, output_form, takes_output
from .usage import Misused, Parser
from .workshop_folder import opened, takes_workshop, told_once_open

if TYPE_CHECKING:
    from wizard.workshop.group.result import GroupResult

DESCRIPTION = """Shows what a group's sheets come to once they are open: the joined result, what each one's answers
point to alone, where people part and what hangs on it. With --save it writes the joined answers as a council file,
with who would have answered otherwise: 'wizard report', 'wizard tui' and all the rest take it like any other."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop result", DESCRIPTION)
    takes_workshop(parser)
    takes_output(parser)
    parser.add_argument("--save", metavar="FILE", help="write the joined council file; never over one that is there")
    args = parser.parse(argv)
    if args is None:
        return 0
    form = output_form(args)
    from wizard.workshop.group.document import group_document
    from wizard.workshop.group.result import group_result

    workshop = opened(args)
    found = told_once_open(args, lambda: group_result(workshop))
    if args.save is None or args.output is not None:
        if args.save is not None and Path(args.save).exists():
            raise Misused(f"'{args.save}' is there already. Name another file with --save. Nothing was written.")
        deliver_document(group_document(found), args.output, form)
    if args.save is not None:
        _save(found, args.save)
    return 0


def _save(found: GroupResult, name: str) -> None:
    from wizard.council_file import create_council
    from wizard.workshop.group.joined_file import joined_file

    create_council(Path(name), joined_file(found), found.workshop.rule_set.view)
    print(f"Written: {name}", file=sys.stderr)
