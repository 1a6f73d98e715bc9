"""`wizard ask [FILE]`: plain mode, everything the app does, line by line."""

from __future__ import annotations

import sys

from .usage import Parser

DESCRIPTION = """Asks and answers line by line: no colour, nothing redrawn, one fact a line. For screen readers, for
terminals that only print, and for pipes: wizard ask our_council.yaml < answers.txt
With FILE it goes on with that council file, or begins it where it is not there yet. ? helps, q stops; every answer is
kept as it is given. 'wizard --plain' makes this the way the app starts."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard ask", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", nargs="?", help="a council file; a new one is begun")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    args = parser.parse(argv)
    if args is None:
        return 0
    return asked(args.file, args.pack)


def asked(file: str | None, pack: str | None = None) -> int:
    """Talks with whoever is at the other end of this process. Raises Unreadable."""
    from datetime import datetime

    from wizard.plain.starting import start
    from wizard.plain.work import Work
    from wizard.session.settings import Settings

    return start(Work(Settings(), datetime.now, pack), sys.stdin, sys.stdout, file)
