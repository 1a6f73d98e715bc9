"""A file held against a rule set that builds on its own and leaves some of it out: what is gone there is passed over.

Only for looking at: a file of which something was passed over cannot be saved, so that nothing in it is lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.problems import Place, Problem
from wizard.strict_yaml import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection

    from wizard.strict_yaml import Node, Scalar

PARTS = ("answers", "weights", "trade_offs", "off_the_table", "expect")
"""The keys under which a file names parts of its rule set."""


def without_gone(tree: Mapping, gone: Collection[str], pack: str, file: str) -> tuple[Mapping, list[Problem]]:
    """The tree without what names a part of the rule set that is gone, and a notice for each."""
    notices: list[Problem] = []
    if not gone:
        return tree, notices
    found = _parts(tree, gone, pack, file, notices)
    what_ifs = found.value_node("what_ifs")
    if isinstance(what_ifs, Sequence):
        items: list[Node] = [
            _parts(item, gone, pack, file, notices) if isinstance(item, Mapping) else item for item in what_ifs.items
        ]
        found = _with(found, "what_ifs", replace(what_ifs, items=items))
    return found, notices


def _parts(tree: Mapping, gone: Collection[str], pack: str, file: str, notices: list[Problem]) -> Mapping:
    for key in PARTS:
        part = tree.value_node(key)
        if isinstance(part, Mapping):
            tree = _with(tree, key, _kept(part, gone, pack, file, notices, deeper=key == "weights"))
    return tree


def _kept(
    part: Mapping, gone: Collection[str], pack: str, file: str, notices: list[Problem], *, deeper: bool
) -> Mapping:
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, (name, value) in part.entries.items():
        if key in gone:
            place = Place(file, name.span.start_line + 1, name.span.start_column + 1)
            notices.append(Problem("passed-over", place, f"'{pack}' leaves out '{key}': this is passed over."))
        elif deeper and isinstance(value, Mapping):
            entries[key] = (name, _kept(value, gone, pack, file, notices, deeper=False))
        else:
            entries[key] = (name, value)
    return replace(part, entries=entries)


def _with(tree: Mapping, key: str, value: Node) -> Mapping:
    return replace(tree, entries={**tree.entries, key: (tree.entries[key][0], value)})
