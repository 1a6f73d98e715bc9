"""From a folder to a rule set: every file read once, every fault of every file told in one run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from wizard.problems import Problem, Unreadable
from wizard.schema.overlay import OverlayHead
from wizard.schema.pack import Pack
from wizard.schema.pack_head import PackHead

from .blaming import Blame, blame_for
from .heads import WrittenHead, written_head
from .layout import Layout, empty_folders, lay_out
from .linking import link
from .overlaying import Above, base_of, built_on, head_over, laid_over, left_out_faults, moved_base
from .places import Places
from .reading_files import Reading


@dataclass(frozen=True)
class ReadPack:
    """A rule set and the places of its parts.

    `problems` holds what is wrong with the folder but does not touch the rules, such as a file
    that nothing reads; `check_pack` reports it too. `folders` begins with its own, then those of the rule sets it
    builds on; `base` is the nearest of these as it is by itself, and `blame` knows where to tell what is wrong there.
    """

    pack: Pack
    places: Places
    problems: list[Problem] = field(default_factory=list)
    folders: tuple[Path, ...] = ()
    layout: Layout | None = None
    base: ReadPack | None = None
    blame: Blame | None = None


def read_pack(folder: Path, *, every_source: bool = False) -> ReadPack:
    """The rule set in a folder, laid over the one that it builds on.

    Only sources that something cites are opened, unless `every_source` is asked for. Raises
    Unreadable with every fault of every file where the rule set cannot be used.
    """
    return _read(folder, every_source, ())


def _read(folder: Path, every_source: bool, above: Above) -> ReadPack:
    layout = lay_out(folder)
    written = written_head(layout.head)
    if written.stacked:
        return _read_over(folder, layout, written, every_source, above)
    if written.tree is not None or "builds_on" not in (written.text or ""):
        layout.problems += empty_folders(folder, layout)
    reading = Reading(folder, layout, written)
    reading.parts.head = written.head if isinstance(written.head, PackHead) else None
    reading.read(every_source)
    problems = [*reading.problems, *link(reading.parts)]
    if problems:
        raise Unreadable([*problems, *layout.harmless])
    pack = reading.parts.pack(reading.fingerprint())
    return ReadPack(pack, reading.parts.places, layout.harmless, (folder,), layout)


def _read_over(folder: Path, own: Layout, written: WrittenHead, every_source: bool, above: Above) -> ReadPack:
    """A rule set that builds on another, which must be sound by itself."""
    if written.builds_on is None:
        raise Unreadable([*written.problems, *own.problems, *own.harmless])
    every = every_source or bool(written.leaves_out.findings)
    try:
        base = base_of(written, folder, above, lambda below, chain: _read(below, every, chain))
    except Unreadable as fault:
        raise Unreadable([*written.problems, *own.problems, *fault.problems]) from None
    assert base.layout is not None
    reading = Reading(folder, laid_over(own, base.layout, written.leaves_out), written)
    reading.problems += left_out_faults(written, own, base)
    reading.read(every_source)
    if isinstance(written.head, OverlayHead):
        reading.parts.head = head_over(written.head, base.pack.head, reading.parts)
    blame = blame_for(written, own, base, reading.parts, reading.parts.places)
    problems = blame.told([*reading.problems, *link(reading.parts)])
    if problems:
        raise Unreadable([*problems, *own.harmless])
    pack = reading.parts.pack(reading.fingerprint(base.pack.fingerprint))
    pack = replace(pack, built_on=built_on(pack, base.pack, written.builds_on.version))
    remarks = [*own.harmless, *moved_base(written, base)]
    return ReadPack(pack, reading.parts.places, remarks, (folder, *base.folders), reading.layout, base, blame)
