"""`pack.yaml` by itself, read before anything else: whether the rule set builds on another, and what it declares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wizard.problems import Place, Problem, Unreadable
from wizard.schema.overlay import BuildsOn, LeavesOut, OverlayHead
from wizard.schema.pack_head import FORMAT, PackHead
from wizard.strict_yaml import Mapping, Node, Scalar, check_shape, read_text, tree_of_text

from .places import place_in

if TYPE_CHECKING:
    from .layout import PackFile

BUILDS_ON = "builds_on"


@dataclass
class WrittenHead:
    """What stands in `pack.yaml`. `head` is None where it has faults, `tree` where it could not even be read.

    `builds_on` is known as soon as that part of it is sound; `stacked` says that there is such a part at all.
    """

    file: PackFile
    text: str | None = None
    tree: Node | None = None
    head: PackHead | OverlayHead | None = None
    builds_on: BuildsOn | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def stacked(self) -> bool:
        """Whether it says that it builds on another rule set, however well."""
        return isinstance(self.tree, Mapping) and BUILDS_ON in self.tree.entries

    @property
    def own_id(self) -> str:
        """Its id as written; empty where there is none."""
        return "" if self.tree is None else text_at(self.tree, "id")

    @property
    def leaves_out(self) -> LeavesOut:
        """What it leaves out; nothing where that cannot be known."""
        return self.head.leaves_out if isinstance(self.head, OverlayHead) else LeavesOut()

    def place(self, *path: str | int, key: bool = False) -> Place:
        """The place of a part of it, as far as that exists."""
        return (
            Place(self.file.shown, 1, 1) if self.tree is None else place_in(self.file.shown, self.tree, path, key=key)
        )


def written_head(file: PackFile) -> WrittenHead:
    """The head of a rule set. Raises Unreadable at once where a newer program wrote it: nothing else can be trusted."""
    found = WrittenHead(file)
    try:
        found.text = read_text(file.path, file.shown)
        found.tree = tree_of_text(found.text, file.shown)
    except Unreadable as fault:
        found.problems.extend(fault.problems)
        return found
    _refuse_newer(found.tree, file.shown)
    if not found.stacked:
        found.head, problems = check_shape(found.tree, PackHead, file.shown)
        found.problems.extend(problems)
        return found
    found.head, problems = check_shape(found.tree, OverlayHead, file.shown)
    found.problems.extend(problems)
    assert isinstance(found.tree, Mapping)
    part = found.tree.value_node(BUILDS_ON)
    found.builds_on = check_shape(part, BuildsOn, file.shown)[0] if part is not None else None
    return found


def text_at(tree: Node, key: str) -> str:
    """The text under a key; empty where there is none."""
    node = tree.value_node(key) if isinstance(tree, Mapping) else None
    return node.text if isinstance(node, Scalar) else ""


def _refuse_newer(tree: Node, shown: str) -> None:
    written = text_at(tree, "format")
    if written.isascii() and written.isdigit() and int(written[:9]) > FORMAT:
        place = place_in(shown, tree, ("format",))
        raise Unreadable(
            [
                Problem(
                    "newer-format",
                    place,
                    f"This rule set has format {written}; this version of the program reads format {FORMAT}.",
                    "Use a newer version of the program.",
                )
            ]
        )
