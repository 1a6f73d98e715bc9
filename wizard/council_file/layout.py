"""A person's text with the places of its lines and nodes, and the changes made in it by splicing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from wizard.strict_yaml import Mapping, Node, Scalar

# The line breaks that YAML counts; str.splitlines() would also cut at form feeds and others.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class NotInPlace(Exception):
    """A change that cannot be made by splicing: another way has to be found."""


class Edit(NamedTuple):
    """The text from `start` to `end` (offsets, end exclusive) gives way to `text`."""

    start: int
    end: int
    text: str


class Layout:
    """Offsets into a text (without byte order mark) for the nodes of its tree."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        first = _BREAK.search(text)
        self.line_break = first.group() if first and first.group() in ("\r\n", "\r") else "\n"

    def start(self, node: Node) -> int:
        """Where a node's text begins."""
        return self._offset(node.span.start_line, node.span.start_column)

    def span_end(self, node: Node) -> int:
        """Where the parser saw a node end; for blocks that is often where the next thing begins."""
        return self._offset(node.span.end_line, node.span.end_column)

    def end(self, node: Node) -> int:
        """Where the last character of a node's own text ends."""
        if isinstance(node, Scalar):
            return self._block_end(node) if is_block(node) else self.span_end(node)
        if node.flow:
            return self.span_end(node)
        last = list(node.entries.values())[-1][1] if isinstance(node, Mapping) else node.items[-1]
        return max(self.end(last), self.start(last))

    def line_start(self, offset: int) -> int:
        """Where the line that holds the offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """Where that line ends, its break not included."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the next line begins: the end of the text after the last one."""
        found = _BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def break_before(self, offset: int) -> int:
        """Where the line break that ends at the offset begins, or the offset itself where none does."""
        for sign in ("\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"):
            if self.text.endswith(sign, 0, offset):
                return offset - len(sign)
        return offset

    def colon_after(self, key: Scalar) -> int:
        """The offset just after the colon of a key. Raises NotInPlace where it is written in an unusual way."""
        found = re.compile(r"[ \t]*:").match(self.text, self.span_end(key))
        if not found:
            raise NotInPlace
        return found.end()

    def lines_in(self, offset: int, lines: Iterable[str]) -> Edit:
        """New lines at the beginning of a line, in the line breaks of the text, a missing last one left missing."""
        joined = self.line_break.join(line.replace("\n", self.line_break) for line in lines)
        if offset == len(self.text) and offset and self.break_before(offset) == offset:
            return Edit(offset, offset, self.line_break + joined)
        return Edit(offset, offset, joined + self.line_break)

    def _offset(self, line: int, column: int) -> int:
        # At the end of a text without a final line break the parser counts one line more than there is.
        return len(self.text) if line >= len(self._starts) else min(len(self.text), self._starts[line] + column)

    def _block_end(self, node: Scalar) -> int:
        start, end = self.start(node), self.span_end(node)
        header = self.line_end(start)
        body = self.text[header:end].rstrip(" \t\r\n\x85\u2028\u2029") if header < end else ""
        return header + len(body)


def is_block(node: Node) -> bool:
    """Whether a text is written as a folded or literal block."""
    return isinstance(node, Scalar) and node.style in ("|", ">")


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, which are given in offsets of the text before.

    Deletions that meet are made once. Raises NotInPlace where edits contradict each other.
    """
    done: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        last = done[-1] if done else None
        if last and not edit.text and not last.text and edit.start <= last.end:
            done[-1] = Edit(last.start, max(last.end, edit.end), "")
        elif last is None or edit.start >= last.end:
            done.append(edit)
        else:
            raise NotInPlace
    parts, position = [], 0
    for edit in _leaving_no_break(text, done):
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


def _leaving_no_break(text: str, edits: list[Edit]) -> list[Edit]:
    """Where the last lines go from a text without a final line break, the one before them goes too."""
    whole = Layout(text)
    found = []
    for edit in edits:
        at_the_end = not edit.text and edit.start < edit.end == len(text) and whole.break_before(edit.end) == edit.end
        found.append(edit._replace(start=whole.break_before(edit.start)) if at_the_end else edit)
    return found


def covers(edits: Iterable[Edit], start: int, end: int) -> bool:
    """Whether one of the edits takes away or replaces something between the offsets."""
    return any(edit.start < end and start < edit.end for edit in edits)
