"""Lines in and lines out: the only place that reads what is typed and prints what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.text_cells import safe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

LONGEST = 20_000
"""Characters of a line; more is cut off, whatever a pipe brings."""


class NoMoreInput(Exception):
    """The input has ended, as at the end of a pipe."""


class Lines:
    """Every line that is said is free of anything that could steer a terminal.

    What comes through a pipe is echoed behind its prompt, as a terminal would, so that the output reads as a
    conversation.
    """

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source, self._target = source, target
        self._echoes = not source.isatty()
        if hasattr(source, "reconfigure"):
            # A byte that is no letter must not end the program.
            source.reconfigure(errors="replace")

    def say(self, *lines: str) -> None:
        """Each on a line of its own; an empty one sets apart what follows."""
        for line in lines:
            self._target.write(f"{safe(line)}\n")

    def say_all(self, lines: Iterable[str]) -> None:
        """Many lines, two blanks at the beginning of a remark kept."""
        for line in lines:
            margin = "  " if line.startswith("  ") else ""
            self._target.write(f"{margin}{safe(line)}\n")

    def flush(self) -> None:
        """Before something that takes a moment."""
        self._target.flush()

    def ask(self, prompt: str) -> str:
        """What was typed, with single blanks and nothing unprintable. Raises NoMoreInput."""
        self._target.write(f"{safe(prompt)} ")
        self._target.flush()
        try:
            line = rest = self._source.readline(LONGEST)
            while len(rest) == LONGEST and not rest.endswith("\n"):
                rest = self._source.readline(LONGEST)
        except (ValueError, OSError):
            line = ""
        if not line:
            self._target.write("\n")
            raise NoMoreInput
        typed = _clean(line)
        if self._echoes:
            self._target.write(f"{safe(typed)}\n")
        return typed


def shown(typed: str, most: int = 60) -> str:
    """What was typed, for a message about it: never a screenful."""
    return typed if len(typed) <= most else f"{typed[:most]} ..."


def number_of(typed: str, most: int) -> int:
    """The number from 1 to `most` that was typed; 0 for anything else."""
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
    return number if number <= most else 0


def _clean(line: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in line).split())
