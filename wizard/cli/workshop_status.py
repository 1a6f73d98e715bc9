"""`wizard workshop status FOLDER`: who is in, and who is waited for."""

from __future__ import annotations

from .usage import Parser
from .workshop_folder import opened, takes_workshop

DESCRIPTION = "Says who has sealed a sheet, who is waited for, and whether the sheets are open. No answer is shown."


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop status", DESCRIPTION)
    takes_workshop(parser)
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.report.figures import listed

    workshop = opened(args)
    presence = workshop.presence
    print(f"{workshop.file.title}\n{presence.in_words}.")
    if presence.sealed:
        print(f"In: {listed(presence.sealed)}.")
    if presence.waiting:
        print(f"Waited for: {listed(presence.waiting)}.")
    for each in workshop.notices:
        print(f"Note: {each}")
    print("The sheets are open." if workshop.is_open else "The sheets are sealed.")
    return 0
