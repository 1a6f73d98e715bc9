"""Texts, lists and mappings as YAML that reads back exactly, and that a person would have written.

Only what `wizard.strict_yaml` reads is written: plain words, double quotes, folded and literal
blocks, lists and mappings in either style.
"""

from __future__ import annotations

import re
from typing import Any

WIDTH = 110
"""Characters in a line, where the text can be broken."""

STEP = 2
"""Spaces a level is indented by."""

_PLAIN = re.compile(r"^[A-Za-z0-9](?:[A-Za-z0-9 _./()%'&+;£’–-]*[A-Za-z0-9_./()%'+;’])?$")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ONE_SPACE_APART = re.compile(r"^\S+(?: \S+)*$")


def inline(value: Any) -> str:
    """The value on one line, as it can stand anywhere: lists and mappings in brackets and braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(part) for part in value) + "]"
    return scalar(value)


def scalar(text: str) -> str:
    """A text on one line: plain where it holds no sign that YAML knows, in double quotes otherwise."""
    if _PLAIN.match(text) and not text.endswith("\n"):
        return text
    return '"' + "".join(_escaped(char) for char in text) + '"'


def entry(key: str, value: Any, indent: int, *, spread: bool = False) -> list[str]:
    """The lines of one entry of a mapping; with `spread`, a mapping or a list of mappings is never in brackets."""
    start = " " * indent + scalar(key) + ":"
    if isinstance(value, str):
        block = block_lines(value, indent + STEP) if not _fits(start, scalar(value)) or "\n" in value else None
        return [f"{start} {block[0]}", *block[1:]] if block else [f"{start} {scalar(value)}"]
    if not value or (not spread and _fits(start, inline(value)) and not _has_lines(value)):
        return [f"{start} {inline(value)}"]
    return [start, *inner_lines(value, indent + STEP)]


def inner_lines(value: Any, indent: int) -> list[str]:
    """The lines of what stands under a key: the entries of a mapping, or the items of a list."""
    if isinstance(value, dict):
        return [line for key, part in value.items() for line in entry(key, part, indent)]
    return [line for item in value for line in item_lines(item, indent)]


def item_lines(item: Any, indent: int) -> list[str]:
    """The lines of one item of a list."""
    dash = " " * indent + "- "
    if not isinstance(item, dict) or not item:
        return [dash + inline(item)]
    first, *rest = inner_lines(item, indent + STEP)
    return [dash + first[indent + STEP :], *rest]


def block_lines(text: str, indent: int) -> list[str] | None:
    """A long text over several lines, its sign first; None for a text that would not read back exactly."""
    if not text or not all(char.isprintable() or char == "\n" for char in text):
        return None
    margin = " " * indent
    if _ONE_SPACE_APART.match(text) and "\n" not in text:
        return [">-", *(margin + line for line in _folded(text, WIDTH - indent))]
    lines = text.split("\n")
    if any(line != line.rstrip() for line in lines) or not lines[-1] or not lines[0] or lines[0].startswith(" "):
        return None
    return ["|-", *(margin + line if line else "" for line in lines)]


def _folded(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _fits(start: str, value: str) -> bool:
    return len(start) + 1 + len(value) <= WIDTH


def _has_lines(value: Any) -> bool:
    """Whether a text of several lines is in here, which reads badly inside brackets."""
    if isinstance(value, str):
        return "\n" in value
    return any(_has_lines(part) for part in (value.values() if isinstance(value, dict) else value))


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
