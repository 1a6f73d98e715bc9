"""How problems print: the place, the words, the line itself with a caret, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .problem import Problem

LONGEST_LINE = 110


def as_text(problem: Problem) -> str:
    """One problem as a person reads it; the line of the file is shown where it can be read."""
    head = f"{problem.place}  {problem.message}   ({problem.check})"
    lines = [head, *_excerpt(problem)]
    if problem.hint:
        lines.append(f"      {problem.hint}")
    return "\n".join(lines)


def all_as_text(problems: Iterable[Problem]) -> str:
    """Many problems, a blank line between them."""
    return "\n\n".join(as_text(problem) for problem in problems)


def printable(text: str) -> str:
    """The text with characters that would upset a terminal written as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _excerpt(problem: Problem) -> list[str]:
    if problem.place.line < 1:
        return []
    try:
        text = Path(problem.place.file).read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return []
    # Only the line breaks that YAML counts: splitlines() would also cut at form feeds and others.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if problem.place.line > len(lines):
        return []
    line = lines[problem.place.line - 1]
    indent = len(line) - len(line.lstrip(" "))
    column = problem.place.column - 1 - indent
    start = indent
    if column >= LONGEST_LINE:
        # The place lies beyond what is shown of a long line: show the part around it.
        start += column - LONGEST_LINE // 2
    before = "..." if start > indent else ""
    shown = before + line[start : start + LONGEST_LINE]
    column += indent - start + len(before)
    if not shown.strip():
        return []
    excerpt = [f"      {printable(shown)}"]
    if 0 <= column <= len(shown):
        excerpt.append("      " + " " * len(printable(shown[:column])) + "^")
    return excerpt
