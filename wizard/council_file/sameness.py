"""Whether a text says what a council file says, and keeps what is the person's own."""

from __future__ import annotations

from wizard.problems import Unreadable
from wizard.schema.council import CouncilFile
from wizard.strict_yaml import Mapping, Node, Sequence, tree_of_text

from .own_keys import identity, own_values, without_own_keys
from .plain import file_of, plain_of, settled


def means(text: str, file: CouncilFile, own_keys_of: Mapping | None = None) -> bool:
    """Whether the text reads back as exactly `file`, the two ways of writing a bare answer being one.

    With `own_keys_of`, also whether every own key of that tree still stands there with its value,
    unless what it belonged to is gone.
    """
    try:
        tree = tree_of_text(text.removeprefix("\ufeff"), "")
    except Unreadable:
        return False
    if not isinstance(tree, Mapping):
        return False
    read, _ = file_of(without_own_keys(tree), "")
    if read is None or settled(plain_of(read)) != settled(plain_of(file)):
        return False
    return own_keys_of is None or _own_keys_stand(own_keys_of, tree)


def _own_keys_stand(before: Mapping, after: Mapping) -> bool:
    present = dict(own_values(after))
    places = _paths(after)
    kept = {path: value for path, value in own_values(before) if path[:-1] in places}
    return kept == present


def _paths(tree: Mapping) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = {()}
    waiting: list[tuple[tuple[str, ...], Node]] = [((), tree)]
    while waiting:
        path, node = waiting.pop()
        parts: list[tuple[tuple[str, ...], Node]] = []
        if isinstance(node, Mapping):
            parts = [((*path, key), value) for key, (_, value) in node.entries.items()]
        elif isinstance(node, Sequence):
            parts = [((*path, identity(item)), item) for item in node.items]
        found.update(each for each, _ in parts)
        waiting.extend(parts)
    return found
