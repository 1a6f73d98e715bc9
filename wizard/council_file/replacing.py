"""The second way of saving: a top-level key that cannot be changed by splicing is written anew.

Its layout is lost; its comments are gathered above it, and the person's own keys stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wizard.strict_yaml import Mapping, Node, Scalar, Sequence

from .emitting import entry
from .layout import Edit, Layout, NotInPlace, is_block, spliced
from .own_keys import identity, is_own, without_own_keys
from .plain import CONTAINERS
from .writing import SPREAD

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")


def replaced_text(text: str, tree: Mapping, new: dict[str, Any]) -> str:
    """The text with every top-level key written anew whose value differs.

    `tree` is the text's own, as it stands. Raises NotInPlace for a file written in braces.
    """
    if tree.flow:
        raise NotInPlace
    layout, edits, indent = Layout(text), [], tree.span.start_column
    for key, (name, value) in tree.entries.items():
        if is_own(key) or without_own_keys(value).plain() == new.get(key):
            continue
        start, end = layout.line_start(layout.start(name)), layout.next_line(layout.end(value))
        wanted = with_own_keys(value, new.get(key))
        lines = [" " * indent + comment for comment in _comments(layout, start, end, name, value)]
        if wanted or key in new:
            lines += entry(key, wanted, indent, spread=key in SPREAD)
        edits.append(_instead(layout, start, end, lines))
    absent = {key: value for key, value in new.items() if key not in tree.entries and (value or key not in CONTAINERS)}
    found = spliced(text, edits)
    if not absent:
        return found
    added = [line for key, value in absent.items() for line in entry(key, value, indent, spread=key in SPREAD)]
    whole = Layout(found)
    return spliced(found, [whole.lines_in(len(found), added)])


def with_own_keys(node: Node, new: Any) -> Any:
    """The new value, with the person's own keys where they stood in the old one."""
    if isinstance(node, Mapping):
        own = {key: value.plain() for key, (_, value) in node.entries.items() if is_own(key)}
        if not isinstance(new, dict):
            # A bare answer needs a mapping round it to have keys beside it.
            new = ({"is": new} if own else new) if new is not None else {}
        if isinstance(new, dict):
            children = {key: value for key, (_, value) in node.entries.items()}
            merged = {key: with_own_keys(children[key], part) if key in children else part for key, part in new.items()}
            return {**merged, **own}
    if isinstance(node, Sequence) and isinstance(new, list):
        children = {identity(item): item for item in node.items}
        return [with_own_keys(children[identity(part)], part) if identity(part) in children else part for part in new]
    return new


def _instead(layout: Layout, start: int, end: int, lines: list[str]) -> Edit:
    text = layout.line_break.join(lines)
    ends_in_break = layout.break_before(end) < end
    return Edit(start, end, text + layout.line_break if lines and ends_in_break else text)


def _comments(layout: Layout, start: int, end: int, name: Scalar, value: Node) -> list[str]:
    """Every comment between two offsets: a '#' at the start of a word that stands in no text."""
    texts = sorted((layout.start(each), layout.end(each)) for each in _scalars(name, value))
    found, position = [], start
    for text_start, text_end in [*texts, (end, end)]:
        for line in re.split("\r\n|[\n\r\x85\u2028\u2029]", layout.text[position:text_start]):
            match = _COMMENT.search(line)
            if match:
                found.append(match.group().rstrip())
        position = max(position, text_end)
    headers = [_header(layout, each) for each in _scalars(name, value) if is_block(each)]
    return [*found, *(comment for comment in headers if comment)]


def _header(layout: Layout, node: Scalar) -> str:
    start = layout.start(node)
    found = re.search(r"[ \t]+(#.*)$", layout.text[start : layout.line_end(start)])
    return found.group(1).rstrip() if found else ""


def _scalars(name: Scalar, node: Node) -> Iterator[Scalar]:
    yield name
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries.values():
            yield from _scalars(key, value)
    else:
        for item in node.items:
            yield from list(_scalars(name, item))[1:]
