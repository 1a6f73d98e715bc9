"""`wizard tui [FILE]`, and `wizard` alone on a terminal: the app."""

from __future__ import annotations

import sys

DESCRIPTION = """Opens the app in this terminal: questions one at a time, the result, what would change it.
With FILE it opens that council file. Everything works by keys and by mouse; F1 helps, Q quits.
With --plain it asks and answers line by line, as 'wizard ask' does, from then on every time; --no-plain ends that."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused."""
    file, plain = None, None
    if argv:
        from .usage import Parser

        parser = Parser("wizard tui", DESCRIPTION)
        parser.add_argument("file", metavar="FILE", nargs="?", help="a council file")
        parser.add_argument("--plain", action="store_true", default=None, help="line by line, from now on every time")
        parser.add_argument("--no-plain", dest="plain", action="store_false", help="on the whole screen again")
        args = parser.parse(argv)
        if args is None:
            return 0
        file, plain = args.file, args.plain
    if wants_plain(plain):
        from .ask import asked

        return asked(file)
    if not is_terminal():
        from .usage import Misused

        raise Misused(
            "The app needs a terminal that it can draw on. 'wizard ask FILE' does the same line by line, anywhere; "
            "'wizard assess FILE' prints a result."
        )
    from wizard.tui.starting import start

    return start(file)


def wants_plain(said: bool | None = None) -> bool:
    """Whether the app is to run line by line: as it is said now, which is remembered, else as it was said last."""
    from wizard.session.settings import Settings

    settings = Settings()
    if said is not None:
        settings.remember_plain(said)
    return settings.plain


def is_terminal() -> bool:
    """Whether there is a terminal to read keys from and to draw on."""
    import os

    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
