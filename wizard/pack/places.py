"""Where in its files each part of a rule set stands."""

from __future__ import annotations

from wizard.problems import Place
from wizard.strict_yaml import Node, locate

Path = tuple[str | int, ...]


class Places:
    """From (kind, id, path) to a place; nothing is computed until a place is asked for.

    Kinds: pack (id ""), decision, section, question, model, criterion, poor_fit, risk, measure,
    source, and finding (id `source.finding`). The path leads from the object into it, such as
    ("arguments", 0, "when"); what of it does not exist is left off.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._roots: dict[tuple[str, str], tuple[str, Node, Path]] = {}

    def add(self, kind: str, object_id: str, file: str, tree: Node, path: Path = ()) -> None:
        """Remember that the object stands at `path` in the tree of a file."""
        self._roots.setdefault((kind, object_id), (file, tree, path))

    def of(self, kind: str, object_id: str, *path: str | int, key: bool = False) -> Place:
        """The place of a part; with `key`, of the last key of the path rather than its value."""
        root = self._roots.get((kind, object_id))
        if root is None:
            return Place(self._folder)
        file, tree, start = root
        return place_in(file, tree, (*start, *path), key=key)


def place_in(file: str, tree: Node, path: Path, *, key: bool = False) -> Place:
    """The place in a file of what `path` leads to, as far as it exists."""
    span = locate(tree, path, key=key)
    return Place(file, span.start_line + 1, span.start_column + 1)
