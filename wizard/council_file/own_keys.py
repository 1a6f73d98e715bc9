"""Keys beginning `x_` belong to the person: never read, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from wizard.strict_yaml import Mapping, Node, Sequence

OWN = "x_"

Path = tuple[str, ...]

Tree = TypeVar("Tree", bound=Node)


def is_own(key: str) -> bool:
    """Whether a key is the person's own."""
    return key.startswith(OWN)


def without_own_keys(node: Tree) -> Tree:
    """The tree without the person's own keys, at any depth."""
    found: Any = node
    if isinstance(node, Mapping):
        entries = {
            key: (name, without_own_keys(value)) for key, (name, value) in node.entries.items() if not is_own(key)
        }
        found = replace(node, entries=entries)
    elif isinstance(node, Sequence):
        found = replace(node, items=[without_own_keys(item) for item in node.items])
    return found  # type: ignore[no-any-return]


def own_values(node: Node, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every own key with the path that leads to it and its value; an item of a list is named by its `id`."""
    if isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            if is_own(key):
                yield (*path, key), value.plain()
            else:
                yield from own_values(value, (*path, key))
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from own_values(item, (*path, identity(item)))


def has_own_keys(node: Node) -> bool:
    """Whether the person has keys of their own in here."""
    return any(True for _ in own_values(node))


def identity(item: Node | Any) -> str:
    """What tells an item of a list from the others: its `id`, the pair it is `of`, what it is `on` and `who` holds it
    (in any order), or its text."""
    plain = item if isinstance(item, (str, list, dict)) else item.plain()
    if not isinstance(plain, dict):
        return str(plain).strip()
    pair = plain.get("of")
    if "id" not in plain and isinstance(pair, list):
        return " or ".join(sorted(map(str, pair)))
    who = plain.get("who")
    if "id" not in plain and isinstance(who, list):
        return f"{plain.get('on', '')}: {' and '.join(sorted(str(each).strip() for each in who))}"
    return str(plain.get("id", ""))
