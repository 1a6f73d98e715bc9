"""`wizard pack new FOLDER`: begins a rule set, alone or on another."""

from __future__ import annotations

import re
from pathlib import Path

from .usage import Misused, Parser

DESCRIPTION = """Begins a rule set in a new folder: the smallest that runs, made up and full of comments that teach.
With --builds-on it begins one that changes another: all of that holds, but for what you add, replace, leave out or
weigh otherwise. Either passes 'wizard pack check' and 'wizard pack test' as it stands. The folder's name is its id."""

_ID = re.compile(r"^[a-z][a-z0-9_]*$")


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing written."""
    parser = Parser("wizard pack new", DESCRIPTION)
    parser.add_argument("folder", metavar="FOLDER", help="a folder that is not there yet, such as rules/our_rules")
    parser.add_argument("--builds-on", metavar="PACK", help="the rule set to build on, by id, such as reports_2008")
    args = parser.parse(argv)
    if args is None:
        return 0
    folder = Path(args.folder)
    rule_set = folder.resolve().name
    if not _ID.match(rule_set):
        raise Misused(
            f"'{rule_set}' cannot be the id of a rule set. Use small letters, figures and '_', beginning with a letter."
        )
    files = _files(folder, rule_set, args.builds_on)
    _write(folder, files)
    name = folder.as_posix()
    count = "1 file" if len(files) == 1 else f"{len(files)} files"
    print(f"Begun: {name} ({count}).\nNow: wizard pack check {name}\n     wizard pack test {name}")
    return 0


def _files(folder: Path, rule_set: str, base: str | None) -> dict[str, str]:
    from wizard.pack.starting import files_alone, files_over

    if base is None:
        return files_alone(rule_set)
    from wizard.pack import find_pack, read_pack
    from wizard.pack.bases import base_folder

    pack = read_pack(find_pack(base)).pack
    name = pack.head.id
    if name == rule_set:
        raise Misused(f"A rule set cannot have the id of the one it builds on ('{name}'): name the folder otherwise.")
    found = base_folder(folder, name)
    if found is None or found.resolve() != find_pack(base).resolve():
        raise Misused(
            f"From '{folder}' the rule set '{name}' would not be found where you mean: put the new folder beside it."
        )
    return files_over(rule_set, pack)


def _write(folder: Path, files: dict[str, str]) -> None:
    """All of the files, or none: written into a folder beside, which is then given the name."""
    import os
    import shutil

    if os.path.lexists(folder):
        raise Misused(f"'{folder}' is there already: name a folder that is not.")
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        for name, text in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        beside.rename(folder)
    except OSError as fault:
        shutil.rmtree(beside, ignore_errors=True)
        words = fault.strerror or "no reason given"
        raise Misused(f"'{folder}' could not be written: {words}. Nothing was written.") from None
