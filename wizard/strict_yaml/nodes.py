"""What a YAML file says, as a tree in which everything knows its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """Where a node's text begins and ends: lines and columns counted from 0, the end exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Scalar:
    """A piece of text; `style` is the quote or block sign it was written with, "" when plain."""

    span: Span
    text: str
    style: str

    def plain(self) -> str:
        """The text."""
        return self.text


@dataclass(slots=True)
class Sequence:
    """A list; `flow` when written between square brackets."""

    span: Span
    items: list[Node]
    flow: bool

    def plain(self) -> list[Any]:
        """The list as Python values."""
        return [item.plain() for item in self.items]


@dataclass(slots=True)
class Mapping:
    """A mapping; `flow` when written between braces. Keys are scalars in the order written."""

    span: Span
    entries: dict[str, tuple[Scalar, Node]]
    flow: bool

    def plain(self) -> dict[str, Any]:
        """The mapping as Python values."""
        return {key: value.plain() for key, (_, value) in self.entries.items()}

    def key_node(self, key: str) -> Scalar | None:
        """The key itself, for its place."""
        entry = self.entries.get(key)
        return entry[0] if entry else None

    def value_node(self, key: str) -> Node | None:
        """The value under a key."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Node = Scalar | Sequence | Mapping


def locate(tree: Node, path: Iterable[str | int], *, key: bool = False) -> Span:
    """The span of the deepest part of `path` that the tree has; with `key`, of the last key rather than its value."""
    node: Node = tree
    span = tree.span
    for step in path:
        if isinstance(node, Mapping) and str(step) in node.entries:
            key_node, node = node.entries[str(step)]
            span = key_node.span if key else node.span
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
            span = node.span
        else:
            break
    return span
