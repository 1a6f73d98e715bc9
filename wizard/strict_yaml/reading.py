"""From a file to a tree: what is not safe, small, plain YAML is refused with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.problems import Place, Problem, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from .nodes import Node

LARGEST_FILE = 2_000_000
"""Bytes. The longest pack file is some 100 KB; more than this is a mistake or an attack."""

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, shown_as: str | None = None) -> str:
    """The text of a file. Raises Unreadable where it is missing, a folder, too large or not UTF-8 text."""
    return decode(read_bytes(path, shown_as), Place(shown_as or str(path)))


def read_bytes(path: Path, shown_as: str | None = None) -> bytes:
    """A file as it stands on disk. Raises Unreadable where it is missing, a folder, too large or cannot be read."""
    place = Place(shown_as or str(path))
    try:
        if path.is_dir():
            raise _unreadable("is-a-folder", place, "This is a folder, not a file.", "Name a file inside it.")
        if path.exists() and not path.is_file():
            raise _unreadable("not-a-file", place, "This is not an ordinary file.", "Name a YAML file.")
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            raise _unreadable(
                "too-large", place, "The file is larger than 2 MB.", "A rule set or council file is far smaller."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise _unreadable("missing-file", place, "There is no such file.", _nearby(path)) from None
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or "the name cannot be used"
        raise _unreadable("unreadable-file", place, f"The file cannot be read: {words}.", None) from None


def decode(data: bytes, place: Place) -> str:
    """Bytes as text; what is not UTF-8 text is refused with line and column."""
    if data.startswith(_BYTE_ORDER_MARKS):
        raise _unreadable(
            "not-utf-8", place, "The file is written in UTF-16.", "Save it again as UTF-8 (in Notepad: Save As, UTF-8)."
        )
    if b"\x00" in data:
        raise _unreadable("binary-file", place, "This is not a text file.", "Name a YAML file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = data[: fault.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise _unreadable(
            "not-utf-8",
            place._replace(line=line, column=column),
            "A character here is not UTF-8 text.",
            "Save the file as UTF-8, or retype the character.",
        ) from None
    if not text.strip():
        raise _unreadable("empty-file", place, "The file is empty.", "Start one with 'wizard new'.")
    return text


def read_tree(path: Path, shown_as: str | None = None) -> Node:
    """The tree of a file. Raises Unreadable."""
    return tree_of_text(read_text(path, shown_as), shown_as or str(path))


def tree_of_text(text: str, file: str) -> Node:
    """The tree of a text; `file` names it in problems. Raises Unreadable."""
    from .building import build

    return build(text, file)


def _unreadable(check: str, place: Place, message: str, hint: str | None) -> Unreadable:
    return Unreadable([Problem(check, place, message, hint)])


def _nearby(path: Path) -> str | None:
    """A file of nearly the same name in the same folder, as a hint."""
    from difflib import get_close_matches

    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return "Check the name; the folder is not there either."
    close = get_close_matches(path.name, names, n=1)
    return f"Did you mean '{path.parent / close[0]}'?" if close else "Check the name and the folder you are in."
