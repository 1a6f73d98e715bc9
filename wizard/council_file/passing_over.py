"""A file held against a rule set that builds on its own and leaves some of it out: what is gone there is passed over.

Only for looking at: a file of which something was passed over cannot be saved, so that nothing in it is lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from wizard.problems import Place, Problem
from wizard.strict_yaml import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection

    from wizard.strict_yaml import Node

PARTS = ("answers", "weights", "trade_offs", "off_the_table", "expect")
"""The keys under which a file names parts of its rule set."""


def without_gone(
    tree: Mapping, gone: Collection[str], pack: str, file: str, decisions: Collection[str] = ()
) -> tuple[Mapping, list[Problem]]:
    """The tree without what names a part of the rule set that is gone, and a notice for each.

    `decisions` are those of the rule set: what somebody says who dissents on one of them is a model, on anything else
    an answer, whose options may be called what a model was.
    """
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
    group, passed = found.value_node("group"), _Passed(gone, pack, file, notices)
    if isinstance(group, Mapping) and isinstance(asked := group.value_node("asked"), Sequence):
        left = [each for each in asked.items if not passed.over(each)]
        found = _with(found, "group", _with(group, "asked", replace(asked, items=left)))
    dissent = found.value_node("dissent")
    if isinstance(dissent, Sequence):
        kept = [each for each in dissent.items if not passed.over_dissent(each, decisions)]
        found = _with(found, "dissent", replace(dissent, items=kept))
    return found, notices


class _Passed(NamedTuple):
    """Notes what is passed over in lists."""

    gone: Collection[str]
    pack: str
    file: str
    notices: list[Problem]

    def over(self, node: Node | None) -> bool:
        """Whether a name is gone, which is noted."""
        if not isinstance(node, Scalar) or node.text not in self.gone:
            return False
        self.notices.append(_notice(node, node.text, self.pack, self.file))
        return True

    def over_dissent(self, item: Node, decisions: Collection[str]) -> bool:
        """Whether what somebody dissents on is gone, or the model they would have."""
        if not isinstance(item, Mapping):
            return False
        on = item.value_node("on")
        of_model = isinstance(on, Scalar) and on.text in decisions
        return self.over(on) or (of_model and self.over(item.value_node("says")))


def _notice(node: Scalar, name: str, pack: str, file: str) -> Problem:
    place = Place(file, node.span.start_line + 1, node.span.start_column + 1)
    return Problem("passed-over", place, f"'{pack}' leaves out '{name}': this is passed over.")


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
            notices.append(_notice(name, key, pack, file))
        elif deeper and isinstance(value, Mapping):
            entries[key] = (name, _kept(value, gone, pack, file, notices, deeper=False))
        else:
            entries[key] = (name, value)
    return replace(part, entries=entries)


def _with(tree: Mapping, key: str, value: Node) -> Mapping:
    return replace(tree, entries={**tree.entries, key: (tree.entries[key][0], value)})
