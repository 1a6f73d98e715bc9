"""`wizard pack test [PACK]`: the examples of a rule set, and what council files expect of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .loading import here_or_shipped
from .usage import Parser

if TYPE_CHECKING:
    from wizard.council_file import OpenCouncil
    from wizard.pack import ReadPack
    from wizard.problems import Problem

DESCRIPTION = """Runs every example of a rule set, and what the council files in the folder 'scenarios' beside its
folder expect of it (or those named with --councils).
Ends with 1 where something comes out otherwise, with 2 where something cannot be read."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard pack test", DESCRIPTION)
    parser.add_argument("pack", metavar="PACK", nargs="?", help="a folder or an id")
    parser.add_argument("--councils", metavar="FILE", nargs="+", help="only these council files")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.pack import find_pack, read_pack
    from wizard.problems.printing import all_as_text
    from wizard.proof.pack_test import try_pack

    folder = find_pack(args.pack or here_or_shipped())
    read = read_pack(folder)
    files = [Path(each) for each in args.councils] if args.councils else council_files_beside(folder)
    found = try_pack(read, councils_of(read, files, named=bool(args.councils)))
    said = f"{read.pack.head.id}: {found.examples} examples, {found.expectations} expectations of council files"
    if found.problems:
        print(all_as_text(found.problems), file=sys.stderr)
        print(f"\n{said}; {len(found.problems)} came out otherwise.", file=sys.stderr)
        return 1
    print(f"{said}: all as expected.")
    return 0


def council_files_beside(folder: Path) -> list[Path]:
    """The council files in `scenarios` beside the folder that the rule set lies in; outcomes are no council files."""
    from wizard.pack.finding import SCENARIOS, council_files_below

    return council_files_below(folder.resolve().parent.parent / SCENARIOS)


def councils_of(read: ReadPack, files: list[Path], named: bool, below: bool = False) -> list[OpenCouncil]:
    """Those that belong to the rule set; of files named, the others are told as problems. Raises Unreadable.

    With `below`, those that belong to a rule set it builds on are taken too.
    """
    from wizard.council_file import read_council, read_written, view_of
    from wizard.problems import Unreadable

    view = view_of(read.pack)
    councils: list[OpenCouncil] = []
    problems: list[Problem] = []
    for path in files:
        try:
            written = read_written(path, shown(path))
            own = written.pack.id == read.pack.head.id or (below and written.pack.id in view.bases)
            if named or own:
                councils.append(read_council(written, view, to_look_at=True))
        except Unreadable as fault:
            problems.extend(fault.problems)
    if problems:
        raise Unreadable(problems)
    return councils


def shown(path: Path) -> str:
    """The path from the current folder, where the file lies under it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
