"""Arguments read with the standard library, complained about in words."""

from __future__ import annotations

import argparse
from typing import NoReturn


class Misused(Exception):
    """The command was not called as it can be; the text says what is wrong and what to do."""


class Parser(argparse.ArgumentParser):
    """Reads arguments; a wrong one raises Misused instead of ending the process, and so does --help once printed."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self._formats: tuple[str, ...] = ()

    def takes_result_options(self, *formats: str) -> None:
        """Adds `--format`, one of `formats` (the first where none is named), and `--output`."""
        self._formats = formats
        said = f"{formats[0]} (for reading), {' or '.join(formats[1:])} (for other programs)"
        self.add_argument("--format", metavar="FORMAT", default=formats[0], help=said)
        self.add_argument("--output", metavar="FILE", help="write the result to this file")

    def error(self, message: str) -> NoReturn:
        """Raises Misused."""
        raise Misused(f"{self.prog}: {_in_words(message)}\n'{self.prog} --help' shows how it is used.")

    def parse(self, argv: list[str]) -> argparse.Namespace | None:
        """The arguments; None where help was asked for and has been printed. Raises Misused."""
        try:
            args = self.parse_args(argv)
        except SystemExit:
            return None
        if self._formats and args.format not in self._formats:
            raise Misused(f"'{args.format}' is not a format: it can be {', '.join(self._formats)}.")
        return args


def _in_words(message: str) -> str:
    message = message.replace("the following arguments are required:", "this is missing:")
    message = message.replace("unrecognized arguments:", "not understood:")
    message = message.replace("invalid choice:", "not possible:").replace("argument ", "", 1)
    return message if message.endswith(".") else f"{message}."
