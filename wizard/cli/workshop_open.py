"""`wizard workshop open FOLDER`: opens the sheets, once all are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .taking import told
from .usage import Misused, Parser
from .workshop_folder import as_typed, opened, takes_workshop

if TYPE_CHECKING:
    from wizard.workshop.workshop import Workshop

DESCRIPTION = """Opens the sheets of a workshop, once all are in; from then on none can be put in. With
--without-waiting it goes on without those who have not sealed theirs."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop open", DESCRIPTION)
    takes_workshop(parser)
    parser.add_argument("--without-waiting", action="store_true", help="go on without those who are not in")
    args = parser.parse(argv)
    if args is None:
        return 0
    workshop = opened(args)
    folder = as_typed(args.folder, args.pack)
    _open(workshop, folder, without_waiting=args.without_waiting)
    next_one = "reveal" if workshop.is_case_study else "result"
    count = len(told(lambda: workshop.opened))
    said = "1 sheet is" if count == 1 else f"{count} sheets are"
    print(f"{said} open. Now: wizard workshop {next_one} {folder}")
    return 0


def _open(workshop: Workshop, folder: str, *, without_waiting: bool) -> None:
    """Opens the sheets. Raises Misused with what to type where they cannot be opened yet."""
    from wizard.session.change import NotTaken

    try:
        workshop.open_sheets(without_waiting=without_waiting)
    except NotTaken as fault:
        ways = {
            "not-all-in": f"Wait for the others, or: wizard workshop open {folder} --without-waiting",
            "nothing-sealed": f"Sheets come in with: wizard workshop serve {folder} (or key-in, or add)",
        }
        raise Misused(f"{fault.message} {ways.get(fault.check, fault.hint or '')}".rstrip()) from None
