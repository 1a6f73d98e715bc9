"""A frozen council file opened: read with the rule set that was frozen with it, in a folder of nobody else's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wizard.council_file import read_council, view_of
from wizard.council_file.written import written_in
from wizard.engine import compile_rules
from wizard.pack.bases import base_folder
from wizard.pack.layout import HEAD, lay_out
from wizard.pack.recalling import pack_in
from wizard.problems import Place, Problem, Unreadable
from wizard.strict_yaml.reading import read_bytes

from .archive import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.council_file import OpenCouncil, PackView, WrittenCouncil
    from wizard.engine import Rules
    from wizard.pack.layout import PackFile
    from wizard.schema.pack import Pack

COUNCIL = "council.yaml"
RULES = "rules"
RESULT_JSON, RESULT_TEXT = "result.json", "result.txt"


class Frozen(NamedTuple):
    """A frozen file with its own rules. `result` is what it came to when it was frozen, as `assess` gives JSON."""

    council: OpenCouncil
    rules: Rules
    view: PackView
    result: Mapping[str, Any]


def parts_of(data: bytes, pack: Pack, folder: Path) -> dict[str, bytes]:
    """The members that a result rests on: the council file's bytes, every file of the rule set in `folder`, and every
    file of those it builds on."""
    members = {COUNCIL: data}
    at: Path | None = folder
    for name in (pack.head.id, *(each.id for each in pack.built_on)):
        at = folder if name == pack.head.id else base_folder(at, name) if at is not None else None
        if at is None:
            message = f"The rule set '{name}' was moved or removed while it was being read."
            raise Unreadable([Problem("missing-folder", Place(name), message)])
        members.update((f"{RULES}/{name}/{file.name}", read_bytes(file.path, file.shown)) for file in _files(at))
    return members


def _files(folder: Path) -> Iterator[PackFile]:
    layout = lay_out(folder)
    yield layout.head
    for files in (*layout.files.values(), *layout.sections.values()):
        yield from files


def thawed(members: Mapping[str, bytes], path: Path, shown_as: str, rules: str | None = None) -> Frozen:
    """What the members mean. Raises Unreadable, with places inside the archive, for what cannot be used.

    `rules` is the id of the rule set it was frozen with, where that may be another than the council file names.
    """
    if COUNCIL not in members:
        raise Unreadable([Problem("not-frozen", Place(shown_as), f"There is no '{COUNCIL}' in this archive.")])
    written = written_in(members[COUNCIL], path, f"{shown_as}/{COUNCIL}")
    pack = _pack(members, rules if rules is not None else written.pack.id, shown_as)
    view = view_of(pack)
    return Frozen(read_council(written, view), compile_rules(pack), view, _result(members))


def read_frozen(path: Path, shown_as: str) -> Frozen:
    """The frozen council file in an archive. Raises Unreadable."""
    found = unpacked(path, shown_as)
    facts = found.facts.get("pack")
    named = facts.get("id") if isinstance(facts, dict) else None
    known = isinstance(named, str) and f"{RULES}/{named}/{HEAD}" in found.members
    return thawed(found.members, path, shown_as, named if known else None)


def written_frozen(path: Path, shown_as: str) -> WrittenCouncil:
    """The council file in an archive as it was written. Raises Unreadable."""
    members = unpacked(path, shown_as).members
    if COUNCIL not in members:
        raise Unreadable([Problem("not-frozen", Place(shown_as), f"There is no '{COUNCIL}' in this archive.")])
    return written_in(members[COUNCIL], path, f"{shown_as}/{COUNCIL}")


def _pack(members: Mapping[str, bytes], pack: str, shown: str) -> Pack:
    """The rule set, unpacked into a private folder for as long as it is read."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="council-wizard-") as home:
        for name, data in members.items():
            if name.startswith(f"{RULES}/"):
                path = Path(home, *name.split("/"))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        folder = Path(home, RULES, pack)
        try:
            found = pack_in(folder)
        except Unreadable as fault:
            told = [_in_archive(each, home, shown) for each in fault.problems]
            raise Unreadable(told) from None
    for base in found.built_on:
        # What lies elsewhere on this machine is not what was frozen.
        if f"{RULES}/{base.id}/{HEAD}" not in members:
            message = f"The rule set '{base.id}', which '{pack}' builds on, is not in this archive."
            raise Unreadable([Problem("member-missing", Place(shown), message)])
    return found


def _in_archive(problem: Problem, home: str, shown: str) -> Problem:
    """The fault with the archive's name for the folder, which is gone by the time anybody reads this."""
    file = problem.place.file.replace(home, shown).replace("\\", "/")
    return problem._replace(place=problem.place._replace(file=file), message=problem.message.replace(home, shown))


def _result(members: Mapping[str, bytes]) -> Mapping[str, Any]:
    try:
        found = json.loads(members[RESULT_JSON])
    except (KeyError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
