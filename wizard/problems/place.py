"""A place in a file."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A file as the person named it, with line and column counted from 1. Line 0 is the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file
