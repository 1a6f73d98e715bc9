"""Rule sets ready for use: found by name, read or taken as an earlier run kept them, made ready for reasoning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.council_file import PackView, WrittenCouncil, view_of
from wizard.engine import Rules, compile_rules
from wizard.pack import find_pack
from wizard.pack.recalling import pack_in
from wizard.problems import Place, Unreadable
from wizard.strict_yaml import locate

if TYPE_CHECKING:
    from pathlib import Path


class RuleSet(NamedTuple):
    """A rule set: its folder, its rules, and how council files see it."""

    folder: Path
    rules: Rules
    view: PackView


class RuleSets:
    """Rule sets that were asked for, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, RuleSet | Unreadable] = {}

    def named(self, name: str | Path) -> RuleSet:
        """The rule set of an id or a folder. Raises Unreadable where there is none or it has faults."""
        return self._in(find_pack(name))

    def of(self, written: WrittenCouncil) -> RuleSet:
        """The rule set that a council file names. Raises Unreadable; where there is none, at its place in the file."""
        try:
            folder = find_pack(written.pack.id)
        except Unreadable as fault:
            span = locate(written.tree, ("pack", "id"))
            place = Place(written.shown_as, span.start_line + 1, span.start_column + 1)
            raise Unreadable([each._replace(place=place) for each in fault.problems]) from None
        return self._in(folder)

    def _in(self, folder: Path) -> RuleSet:
        if folder not in self._read:
            try:
                pack = pack_in(folder)
                self._read[folder] = RuleSet(folder, compile_rules(pack), view_of(pack))
            except Unreadable as fault:
                self._read[folder] = fault
        found = self._read[folder]
        if isinstance(found, Unreadable):
            raise Unreadable(found.problems)
        return found
