"""Events of the C parser become a tree, one at a time and without recursion.

The C library's own composer calls itself for every level and crashes the process on deep nesting;
reading its events in a loop does not, and the first event too deep ends the reading.
"""

from __future__ import annotations

from typing import Any

import yaml

from wizard.problems import Place, Problem, Unreadable

from .nodes import Mapping, Node, Scalar, Sequence, Span
from .words import parser_words

DEEPEST = 50
TOO_DEEP = f"More than {DEEPEST} brackets or levels deep."
LESS_DEEP = "Close brackets, or indent less."

# Without libyaml (rare: a platform with no wheel) the slower pure-Python parser gives the same events.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build(text: str, file: str) -> Node:
    """The tree of one document. Raises Unreadable with every fault that does not stop the reading."""
    builder = _Builder(file)
    try:
        loader = _Loader(text)
        try:
            while True:
                event = loader.get_event()
                if event is None or not builder.take(event):
                    break
        finally:
            loader.dispose()
    except yaml.YAMLError as fault:
        builder.problems.append(_too_deep(text, file) or _parser_problem(fault, text, file))
    if builder.problems:
        raise Unreadable(builder.problems)
    if builder.root is None:
        raise Unreadable([Problem("empty-file", Place(file), "The file says nothing: every line is a comment.")])
    return builder.root


class _Builder:
    """Takes events in turn; `problems` holds what was refused, `root` the tree so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[tuple[Mapping | Sequence, Scalar | None]] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Whether reading goes on after this event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self._open(event, kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._refuse("alias", event, "An alias (*) is not allowed.", "Write the value out in full.")
            self._place_node(Scalar(_span(event), "", ""))
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._refuse(
                    "several-documents",
                    event,
                    "A second document begins here.",
                    "Remove the line '---', or put this part in a file of its own.",
                )
                return False
        return kind is not yaml.StreamEndEvent

    def _scalar(self, event: Any) -> None:
        self._refuse_decorations(event)
        style = event.style or ""
        self._place_node(Scalar(_span(event), event.value, "" if style == "plain" else style))

    def _open(self, event: Any, mapping: bool) -> bool:
        self._refuse_decorations(event)
        span = _span(event)
        node: Mapping | Sequence = (
            Mapping(span, {}, bool(event.flow_style)) if mapping else Sequence(span, [], bool(event.flow_style))
        )
        self._place_node(node)
        self._stack.append((node, None))
        if len(self._stack) > DEEPEST:
            self._refuse("too-deep", event, TOO_DEEP, LESS_DEEP)
            return False
        return True

    def _close(self, event: Any) -> None:
        node, _ = self._stack.pop()
        end = event.end_mark if node.flow else event.start_mark
        node.span = Span(node.span.start_line, node.span.start_column, end.line, end.column)

    def _place_node(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent, key = self._stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key is None:
            self._stack[-1] = (parent, self._as_key(parent, node))
        else:
            parent.entries[key.text] = (key, node)
            self._stack[-1] = (parent, None)

    def _as_key(self, parent: Mapping, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._refuse_at(
                "odd-key", node.span, "A key must be a plain word.", "Put quotes round it, or remove the brackets."
            )
            return Scalar(node.span, "", "")
        earlier = parent.entries.get(node.text)
        if earlier is not None:
            line = earlier[0].span.start_line + 1
            self._refuse_at(
                "duplicate-key",
                node.span,
                f"'{node.text}' stands here a second time; the first is in line {line}.",
                "Remove one of the two.",
            )
        if node.text == "<<":
            self._refuse_at("merge-key", node.span, "A merge key (<<) is not allowed.", "Write the values out in full.")
        return node

    def _refuse_decorations(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(
                "anchor", event, f"An anchor (&{event.anchor}) is not allowed.", "Write the value out in full."
            )
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(
                "tag",
                event,
                f"A tag ({written}) is not allowed.",
                "Remove it; put quotes round a text that begins with '!'.",
            )

    def _refuse(self, check: str, event: Any, message: str, hint: str) -> None:
        self._refuse_at(check, _span(event), message, hint)

    def _refuse_at(self, check: str, span: Span, message: str, hint: str) -> None:
        place = Place(self.file, span.start_line + 1, span.start_column + 1)
        self.problems.append(Problem(check, place, message, hint))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


def _too_deep(text: str, file: str) -> Problem | None:
    """The fault of a text that some libyaml gave up on for its depth, before it had told of a single bracket.

    The pure-Python scanner has no limit of its own, does not recurse, and is only asked about a faulty file.
    """
    depth = 0
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            kind = type(token).__name__
            depth += kind.endswith(("SequenceStartToken", "MappingStartToken"))
            depth -= kind.endswith(("SequenceEndToken", "MappingEndToken")) or kind == "BlockEndToken"
            if depth > DEEPEST:
                mark = token.start_mark
                return Problem("too-deep", Place(file, mark.line + 1, mark.column + 1), TOO_DEEP, LESS_DEEP)
    except yaml.YAMLError:
        return None
    return None


def _parser_problem(fault: yaml.YAMLError, text: str, file: str) -> Problem:
    if isinstance(fault, yaml.reader.ReaderError):
        before = text[: fault.position] if isinstance(fault.position, int) else ""
        line = before.count("\n") + 1
        place = Place(file, line, len(before) - (before.rfind("\n") + 1) + 1)
        return Problem("odd-character", place, "A character here cannot stand in a YAML file.", "Remove or retype it.")
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    message, hint = parser_words(str(getattr(fault, "problem", "") or ""), text, place)
    return Problem("not-yaml", place, message, hint)
