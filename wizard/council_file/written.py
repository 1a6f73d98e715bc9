"""A council file as it stands on disk, before the rule set that it belongs to is known."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wizard.problems import Place, Unreadable
from wizard.schema.council import PackReference
from wizard.strict_yaml import Mapping, check_shape, decode, read_bytes, tree_of_text

from .migrating import Migrated, in_present_format
from .own_keys import without_own_keys
from .plain import file_of, no_mapping

BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class WrittenCouncil:
    """What was read from disk, once.

    `text` is the whole text with its line ends and, if there was one, its byte order mark;
    `digest` is the SHA-256 of its bytes. `tree` is in the present format, with its changes in
    `migrated`. `pack` names the rule set that the file was made with.
    """

    path: Path
    shown_as: str
    text: str
    digest: str
    migrated: Migrated
    pack: PackReference

    @property
    def tree(self) -> Mapping:
        """The tree in the present format, the person's own keys included."""
        return self.migrated.tree


def read_written(path: Path, shown_as: str | None = None) -> WrittenCouncil:
    """Reads a council file as far as can be done without its rule set.

    Raises Unreadable: for what cannot be read at all, for a newer format, and, where the rule
    set cannot be made out, with every fault of the file's shape.
    """
    return written_in(read_bytes(path, shown_as), path, shown_as)


def written_in(data: bytes, path: Path, shown_as: str | None = None) -> WrittenCouncil:
    """The same for bytes that are at hand already. Raises Unreadable."""
    name = shown_as or str(path)
    text = decode(data, Place(name))
    tree = tree_of_text(text, name)
    if not isinstance(tree, Mapping):
        raise Unreadable([no_mapping(name)])
    migrated = in_present_format(tree, name)
    if data.startswith(BYTE_ORDER_MARK.encode()):
        text = BYTE_ORDER_MARK + text
    return WrittenCouncil(path, name, text, digest_of(data), migrated, _pack_in(migrated.tree, name))


def pack_named_in(path: Path, shown_as: str | None = None) -> PackReference:
    """The rule set that a council file was made with. Raises Unreadable.

    Where the file is to be read afterwards, `read_written` saves reading it twice.
    """
    return read_written(path, shown_as).pack


def digest_of(data: bytes) -> str:
    """What tells one version of a file from another."""
    return sha256(data).hexdigest()


def _pack_in(tree: Mapping, name: str) -> PackReference:
    readable = without_own_keys(tree)
    node = readable.value_node("pack")
    if node is not None:
        reference, _ = check_shape(node, PackReference, name)
        if reference is not None:
            return reference
    _, problems = file_of(readable, name)
    raise Unreadable(problems)
