"""`wizard workshop status FOLDER`: who is in, and who is waited for."""

from __future__ import annotations

from pathlib import Path

from .usage import Parser

DESCRIPTION = "Says who has sealed a sheet, who is waited for, and whether the sheets are open. No answer is shown."


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop status", DESCRIPTION)
    parser.add_argument("folder", metavar="FOLDER", help="a workshop's folder")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.report.figures import listed
    from wizard.workshop.workshop import Workshop

    workshop = Workshop.open(Path(args.folder))
    presence = workshop.presence
    print(f"{workshop.file.title}: {len(presence.sealed)} of {presence.of} are in.")
    if presence.sealed:
        print(f"In: {listed(presence.sealed)}.")
    if presence.waiting:
        print(f"Waited for: {listed(presence.waiting)}.")
    print("The sheets are open." if workshop.is_open else "The sheets are sealed.")
    return 0
