"""Finds the edits that turn a person's text into one with other values, touching nothing else."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from wizard.strict_yaml import Mapping, Node, Scalar, Sequence

from .emitting import STEP, WIDTH, block_lines, entry, inline, inner_lines, item_lines, scalar
from .layout import Edit, Layout, NotInPlace, covers, is_block
from .migrating import Rewrite
from .own_keys import has_own_keys, identity, is_own
from .plain import ANSWER_WORDS, CONTAINERS, is_blank, is_usual, says_yes, settled_answer
from .writing import SPREAD

Steps = tuple[str, ...]


class _Item(NamedTuple):
    """An entry of a mapping or an item of a list, from its first to its last character."""

    start: int
    last: Node
    gone: bool


class Differences:
    """The edits between a tree, as laid out in a text, and the plain form of what it should say."""

    def __init__(self, text: str, tree: Mapping, new: dict[str, Any]) -> None:
        self.layout = Layout(text)
        self.edits: list[Edit] = []
        new = dict(new)
        for key, (_, value) in tree.entries.items():
            # An emptied container keeps its line, for the sake of the comments under it.
            if key in CONTAINERS and key not in new:
                new[key] = [] if isinstance(value, Sequence) else {}
        self._mapping(tree, new, ())

    def with_rewrites(self, rewrites: tuple[Rewrite, ...]) -> list[Edit]:
        """All edits, and the words that are out of date wherever no edit replaces them already."""
        words = []
        for rewrite in rewrites:
            node = Scalar(rewrite.span, "", "")
            start, end = self.layout.start(node), self.layout.span_end(node)
            if not covers(self.edits, start, end):
                words.append(Edit(start, end, scalar(rewrite.text)))
        return [*self.edits, *words]

    def _value(self, key: Scalar | None, node: Node, new: Any, path: Steps, column: int, flow: bool) -> None:
        if isinstance(node, Mapping):
            # Only an answer can be a mapping in the file and something else in the new values.
            self._whole_mapping(key, node, new if isinstance(new, dict) else {"is": new}, path)
            return
        new = settled_answer(new) if _in_answer(path) else new
        if isinstance(node, Sequence) and isinstance(new, list):
            self._sequence(key, node, new, path)
        elif isinstance(node, Scalar) and isinstance(new, str):
            self._scalar(key, node, new, path, column, flow)
        elif key is not None and is_blank(node) and len(path) == 1:
            if new:
                lines = inner_lines(new, column + STEP)
                self.edits.append(self.layout.lines_in(self.layout.next_line(self.layout.colon_after(key)), lines))
        else:
            self._in_one_line(key, node, new)

    # ---- mappings and lists ----

    def _whole_mapping(self, key: Scalar | None, node: Mapping, new: dict[str, Any], path: Steps) -> None:
        if not new and len(path) > 1 and not node.flow and not has_own_keys(node):
            self._in_one_line(key, node, new)
        else:
            self._mapping(node, new, path)

    def _mapping(self, node: Mapping, new: dict[str, Any], path: Steps) -> None:
        items = []
        for key, (name, value) in node.entries.items():
            gone = key not in new and not is_own(key) and not is_usual((*path, key), value.plain())
            items.append(_Item(self.layout.start(name), value, gone))
            if key in new and not is_own(key):
                self._value(name, value, new[key], (*path, key), node.span.start_column, node.flow)
        added = {key: value for key, value in new.items() if key not in node.entries}
        if node.flow:
            self._flow(node, items, [f"{scalar(key)}: {inline(value)}" for key, value in added.items()])
            return
        indent = node.span.start_column
        spread = not path
        lines = [
            line for key, value in added.items() for line in entry(key, value, indent, spread=spread and key in SPREAD)
        ]
        self._block(items, lines, at_end=not path)

    def _sequence(self, key: Scalar | None, node: Sequence, new: list[Any], path: Steps) -> None:
        if not new and node.items and not node.flow and len(path) > 1:
            self._in_one_line(key, node, new)
            return
        old_names, new_names = [identity(item) for item in node.items], [identity(item) for item in new]
        kept = [name for name in old_names if name in new_names]
        in_order = kept == new_names[: len(kept)]
        if not in_order or len(set(old_names)) < len(old_names) or len(set(new_names)) < len(new_names):
            self._reordered(key, node, new, path)
            return
        wanted = dict(zip(new_names, new, strict=True))
        items = []
        for name, item in zip(old_names, node.items, strict=True):
            items.append(_Item(self.layout.start(item), item, name not in wanted))
            if name in wanted:
                self._value(None, item, wanted[name], (*path, name), node.span.start_column, node.flow)
        added = new[len(kept) :]
        if node.flow:
            self._flow(node, items, [inline(item) for item in added])
        else:
            self._block(items, [line for item in added for line in item_lines(item, node.span.start_column)])

    def _reordered(self, key: Scalar | None, node: Sequence, new: list[Any], path: Steps) -> None:
        if all(isinstance(item, Scalar) for item in node.items) and all(isinstance(item, str) for item in new):
            if len(node.items) != len(new):
                self._in_one_line(key, node, new)
                return
            for item, text in zip(node.items, new, strict=True):
                self._value(None, item, text, path, node.span.start_column, node.flow)
        else:
            raise NotInPlace

    # ---- taking away and adding ----

    def _block(self, items: list[_Item], lines: list[str], at_end: bool = False) -> None:
        for item in items:
            if item.gone:
                self._drop_lines(item)
        if lines:
            self.edits.append(self.layout.lines_in(self._line_after(items[-1].last, at_end), lines))

    def _drop_lines(self, item: _Item) -> None:
        layout = self.layout
        start = layout.line_start(item.start)
        if layout.text[start : item.start].strip(" \t") not in ("", "-"):
            raise NotInPlace
        end = layout.next_line(layout.end(item.last))
        self.edits.append(Edit(start, end, ""))

    def _line_after(self, last: Node, at_end: bool) -> int:
        layout = self.layout
        while not isinstance(last, Scalar) and not last.flow:
            last = list(last.entries.values())[-1][1] if isinstance(last, Mapping) else last.items[-1]
        after = layout.next_line(layout.end(last))
        if at_end and not re.search(r"^\.\.\.", layout.text[after:], re.MULTILINE):
            return len(layout.text)
        start = layout.start(last)
        if is_block(last) and "+" in layout.text[start : layout.line_end(start)].split("#")[0]:
            # "keep": the blank lines that follow belong to the text.
            return layout.span_end(last)
        return after

    def _flow(self, node: Mapping | Sequence, items: list[_Item], added: list[str]) -> None:
        layout = self.layout
        starts, ends = [item.start for item in items], [layout.end(item.last) for item in items]
        kept = [index for index, item in enumerate(items) if not item.gone]
        if not kept:
            at = starts[0] if items else layout.start(node) + 1
            if items:
                comma = re.compile(r"\s*,").match(layout.text, ends[-1])
                self.edits.append(Edit(starts[0], comma.end() if comma else ends[-1], ""))
            self._insert(at, ", ".join(added))
            return
        for index, item in enumerate(items[: kept[-1]]):
            if item.gone:
                self.edits.append(Edit(starts[index], starts[index + 1], ""))
        if kept[-1] + 1 < len(items):
            gap = layout.text[ends[kept[-1]] : starts[kept[-1] + 1]]
            # A comment behind the last one kept stays, and the comma before it too, which does no harm.
            self.edits.append(Edit(starts[kept[-1] + 1] if "#" in gap else ends[kept[-1]], ends[-1], ""))
        self._insert(ends[kept[-1]], "".join(f", {each}" for each in added))

    def _insert(self, offset: int, text: str) -> None:
        if text:
            self.edits.append(Edit(offset, offset, text))

    # ---- single values ----

    def _in_one_line(self, key: Scalar | None, node: Node, new: Any) -> None:
        """Something of another kind: on the key's line, what stood there taken away and comments left."""
        if isinstance(node, Scalar) or node.flow:
            self._put(node, inline(new))
            return
        if key is None:
            raise NotInPlace
        self._insert(self.layout.colon_after(key), " " + inline(new))
        parts = node.entries.values() if isinstance(node, Mapping) else ((item, item) for item in node.items)
        for first, last in parts:
            self._drop_lines(_Item(self.layout.start(first), last, True))

    def _scalar(self, key: Scalar | None, node: Scalar, new: str, path: Steps, column: int, flow: bool) -> None:
        if _same(node, new, path):
            return
        layout = self.layout
        start, end = layout.start(node), layout.end(node)
        on_keys_line = key is not None and layout.line_start(start) == layout.line_start(layout.start(key))
        lines = None
        if is_block(node):
            lines = block_lines(new, column + STEP)
        elif on_keys_line and not flow and not layout.text[end : layout.line_end(end)].strip():
            too_long = start - layout.line_start(start) + len(scalar(new)) > WIDTH
            lines = block_lines(new, column + STEP) if too_long or "\n" in new else None
        comment = _header_comment(layout, node)
        head, *body = lines or [scalar(new)]
        self._put(node, layout.line_break.join([head + comment, *body]))

    def _put(self, node: Node, text: str) -> None:
        start, end = self.layout.start(node), self.layout.end(node)
        touching = start == end and start and not self.layout.text[start - 1].isspace()
        self.edits.append(Edit(start, end, f" {text}" if touching else text))


def _same(node: Scalar, new: str, path: Steps) -> bool:
    if node.text == new:
        return True
    if _in_answer(path):
        return path[-1] in ANSWER_WORDS and node.text.strip() == new.strip()
    if path[0] == "dissent" and path[-1] == "turns":
        return says_yes(node.text)
    if "weights" in path and path[-1] == "weight":
        return float(node.text) == float(new)
    # The schema takes blanks off both ends of a text, and noughts off the front of a format.
    whole_number = path == ("format",) or (path[0] == "record" and path[-1] != "ranking_seen")
    return node.text.strip() == new or (whole_number and int(node.text) == int(new))


def _in_answer(path: Steps) -> bool:
    """Whether an answer stands here, or a part of one: those of the file, of a what-if, or of somebody who dissents."""
    return "answers" in path or (path[0] == "dissent" and "says" in path[2:3])


def _header_comment(layout: Layout, node: Scalar) -> str:
    if not is_block(node):
        return ""
    start = layout.start(node)
    found = re.search(r"[ \t]+#.*$", layout.text[start : layout.line_end(start)])
    return found.group() if found else ""
