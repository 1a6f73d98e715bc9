"""The small files of a workshop: one record each, written whole, read strictly, every fault with its place."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from wizard.council_file import NotSaved, create, put
from wizard.council_file.emitting import entry
from wizard.problems import Place, Problem, Unreadable
from wizard.schema.base import Authored
from wizard.schema.workshop import Objection, Seat, Sheet
from wizard.strict_yaml import Mapping, check_shape, locate, read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.strict_yaml import Node

Record = TypeVar("Record", bound=Authored)
Named = TypeVar("Named", bound=Seat | Sheet | Objection)

ENDING = ".yaml"
_ID = re.compile(r"[a-z][a-z0-9_]{0,99}\Z")
"""What an id can be: never a path, nor longer than a file's name."""

WRITING = Lock()
"""One file at a time: a folder is held while something is written in it, by threads of this process too."""


def record_text(record: Authored) -> str:
    """A record as YAML: keys in the order of its class, nothing that is not said."""
    lines = []
    for key, value in _plain(record.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)).items():
        lines += entry(key, value, 0, spread=isinstance(value, dict))
    return "\n".join(lines) + "\n"


def read_record(path: Path, shape: type[Record]) -> tuple[Record, Node]:
    """The record in a file, and its tree for places. Raises Unreadable with every fault."""
    tree = read_tree(path, str(path))
    if not isinstance(tree, Mapping):
        raise Unreadable([Problem("wrong-type", Place(str(path), 1, 1), "This should be lines of 'key: value'.")])
    found, problems = check_shape(tree, shape, str(path))
    if found is None:
        raise Unreadable(problems)
    return found, tree


def write_new(path: Path, record: Authored) -> None:
    """Writes a record that must not be there yet, safe on the disk. Raises NotSaved, nothing written."""
    with WRITING:
        create(path, record_text(record))


def write_over(path: Path, record: Authored) -> None:
    """Writes a record, in the place of an earlier one, safe on the disk. Raises NotSaved, the earlier one kept."""
    with WRITING:
        put(path, record_text(record).encode("utf-8"), over=True)


class Records(Generic[Named]):
    """A folder of records of one kind, each in a file named by its id; what did not change is not read again."""

    def __init__(self, folder: Path, shape: type[Named]) -> None:
        self._folder, self._shape = folder, shape
        self._read: dict[str, tuple[tuple[int, int], Named]] = {}

    def path(self, id: str) -> Path:
        """Where the record of an id stands, or would."""
        return self._folder / f"{id}{ENDING}"

    def all(self) -> tuple[Named, ...]:
        """Every record, in the order of their ids. Raises Unreadable with every fault of every file."""
        found: list[Named] = []
        problems: list[Problem] = []
        for each in self.ids():
            try:
                found.append(self._taken(each))
            except Unreadable as fault:
                problems += fault.problems
        if problems:
            raise Unreadable(problems)
        return tuple(found)

    def ids(self) -> tuple[str, ...]:
        """The ids of those that are there, in their order; none where there is no folder yet."""
        try:
            names = [each.name for each in self._folder.iterdir()]
        except FileNotFoundError:
            return ()
        except OSError as fault:
            raise _cannot_be_read(self._folder, fault) from None
        return tuple(sorted(name.removesuffix(ENDING) for name in names if name.endswith(ENDING) and name[0] != "."))

    def get(self, id: str) -> Named | None:
        """The record of an id; None where there is none, as for what is no id at all. Raises Unreadable."""
        return self._taken(id) if _ID.match(id) and is_there(self.path(id)) else None

    def add(self, id: str, record: Named) -> None:
        """Writes a new record. Raises NotSaved where there is one of that id already."""
        self._make_folder()
        write_new(self.path(id), record)

    def put(self, id: str, record: Named) -> None:
        """Writes a record, in the place of an earlier one of that id. Raises NotSaved."""
        self._make_folder()
        write_over(self.path(id), record)

    def remove(self, id: str) -> None:
        """Takes a record away; nothing happens where there is none."""
        self.path(id).unlink(missing_ok=True)

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            words = f"This folder cannot be made: {(fault.strerror or 'no reason given').lower()}."
            hint = "Allow writing there. Nothing was written."
            raise NotSaved([Problem("not-saved", Place(str(self._folder)), words, hint)]) from None

    def _taken(self, id: str) -> Named:
        path = self.path(id)
        stat = path.stat()
        mark = (stat.st_mtime_ns, stat.st_size)
        known = self._read.get(id)
        if known is not None and known[0] == mark:
            return known[1]
        record, tree = read_record(path, self._shape)
        if record.id != id:
            # A copy would let somebody count twice, or sit on another's seat.
            span = locate(tree, ("id",))
            words = f"This file is named '{id}', but its id is '{record.id}'."
            hint = "Let the two be the same; a copy belongs in another folder."
            place = Place(str(path), span.start_line + 1, span.start_column + 1)
            raise Unreadable([Problem("file-name", place, words, hint)])
        self._read[id] = (mark, record)
        return record


def is_there(path: Path) -> bool:
    """Whether there is such a file. Raises Unreadable where that cannot be told, as in a folder that is closed."""
    try:
        return path.is_file()
    except OSError as fault:
        raise _cannot_be_read(path, fault) from None


def _cannot_be_read(path: Path, fault: OSError) -> Unreadable:
    words = f"This cannot be read: {(fault.strerror or 'no reason given').lower()}."
    return Unreadable([Problem("unreadable", Place(str(path)), words, "Allow reading there, or name another folder.")])


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
