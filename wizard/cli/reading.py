"""Reads council files and their rule sets afresh, and keeps what is sound for the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import PackView, WrittenCouncil, read_council, read_written, view_of
from wizard.engine import Rules, compile_rules
from wizard.pack import find_council_file, find_pack, read_pack
from wizard.problems import Place, Problem, Unreadable
from wizard.strict_yaml import locate

from .loading import LoadedCouncil
from .recalling import keep_council, keep_pack, recalled_pack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wizard.schema.pack import Pack


def read_councils(names: Iterable[str], pack: str | None) -> list[LoadedCouncil]:
    """The council files, each with the rule set named in it or with `pack` instead.

    Raises Unreadable with every fault of every file and rule set.
    """
    packs = _Packs()
    loaded: list[LoadedCouncil] = []
    for name in names:
        try:
            written = read_written(find_council_file(name), name)
            found = packs.named(pack) if pack is not None else packs.of(written)
            if found is not None:
                folder, rules, view = found
                council = read_council(written, view)
                keep_council(name, pack, folder, council)
                loaded.append(LoadedCouncil(name, council, rules))
        except Unreadable as fault:
            packs.problems.extend(fault.problems)
    if packs.problems:
        raise Unreadable(dict.fromkeys(packs.problems))
    return loaded


_PackRead = tuple["Path", Rules, PackView]
"""A rule set's folder, its rules, and how council files see it."""


class _Packs:
    """Rule sets that were read, each once; `problems` gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._read: dict[Path, _PackRead | None] = {}

    def named(self, name: str) -> _PackRead | None:
        """The rule set of an id or a folder; None where it cannot be used. Raises Unreadable where there is none."""
        folder = find_pack(name)
        if folder not in self._read:
            try:
                pack = recalled_pack(folder) or self._afresh(folder)
                self._read[folder] = (folder, compile_rules(pack), view_of(pack))
            except Unreadable as fault:
                self.problems.extend(fault.problems)
                self._read[folder] = None
        return self._read[folder]

    @staticmethod
    def _afresh(folder: Path) -> Pack:
        pack = read_pack(folder).pack
        keep_pack(folder, pack)
        return pack

    def of(self, written: WrittenCouncil) -> _PackRead | None:
        """The rule set that a council file names. Raises Unreadable, at its place in the file, where there is none."""
        try:
            return self.named(written.pack.id)
        except Unreadable as fault:
            span = locate(written.tree, ("pack", "id"))
            place = Place(written.shown_as, span.start_line + 1, span.start_column + 1)
            raise Unreadable([each._replace(place=place) for each in fault.problems]) from None
