"""`wizard workshop open FOLDER`: opens the sheets, once all are in."""

from __future__ import annotations

from pathlib import Path

from .taking import told
from .usage import Parser

DESCRIPTION = """Opens the sheets of a workshop, once all are in; from then on none can be put in. With
--without-waiting it goes on without those who have not sealed theirs."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop open", DESCRIPTION)
    parser.add_argument("folder", metavar="FOLDER", help="a workshop's folder")
    parser.add_argument("--without-waiting", action="store_true", help="go on without those who are not in")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.workshop.workshop import Workshop

    workshop = Workshop.open(Path(args.folder))
    told(lambda: workshop.open_sheets(without_waiting=args.without_waiting))
    next_one = "reveal" if workshop.is_case_study else "result"
    count = len(workshop.opened)
    said = "1 sheet is" if count == 1 else f"{count} sheets are"
    print(f"{said} open. Now: wizard workshop {next_one} {args.folder}")
    return 0
