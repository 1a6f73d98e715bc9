"""Which files a rule set's folder holds, and which of them stand where nothing reads them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from wizard.problems import Place, Problem, Unreadable

HEAD = "pack.yaml"
FOLDERS = ("decisions", "questions", "models", "criteria", "poor_fits", "risks", "measures", "sources")
NEEDED = ("decisions", "questions", "models", "criteria")

_ENDING = ".yaml"
_QUESTION_FILE = re.compile(r"^\d\d_([a-z][a-z0-9_]*)$")


class PackFile(NamedTuple):
    """A file: its path, how it is shown to a person, its name inside the pack, and the id it should hold.

    `without` names what a rule set above leaves out of it: questions by id, findings as `source.finding`.
    """

    path: Path
    shown: str
    name: str
    id: str
    without: frozenset[str] = frozenset()


@dataclass
class Layout:
    """The files by folder, in the order of their names.

    `sections` gives, for each source, the files of its sub-folder. `problems` holds files that
    nothing reads and folders without a file that must have one; `harmless` those stray files
    that cannot have been meant as part of the rules.
    """

    head: PackFile
    files: dict[str, list[PackFile]] = field(default_factory=lambda: {folder: [] for folder in FOLDERS})
    sections: dict[str, list[PackFile]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    harmless: list[Problem] = field(default_factory=list)


def lay_out(folder: Path) -> Layout:
    """The layout of a folder. Raises Unreadable where it is no folder."""
    if not folder.is_dir():
        what = "This is a file, not the folder of a rule set." if folder.exists() else "There is no such folder."
        raise Unreadable(
            [Problem("missing-folder", Place(str(folder)), what, "Name the folder that holds 'pack.yaml'.")]
        )
    layout = Layout(_file(folder, HEAD, "pack"))
    for entry in _entries(folder, layout):
        if entry.name == HEAD and entry.is_file():
            continue
        if entry.name in FOLDERS and entry.is_dir():
            _fill(layout, folder, entry.name)
        else:
            _stray(layout, folder, entry, "")
    return layout


def empty_folders(folder: Path, layout: Layout) -> list[Problem]:
    """What a rule set that stands by itself lacks."""
    return [
        Problem("empty-folder", Place(str(folder / name)), f"A rule set needs at least one file in '{name}'.")
        for name in NEEDED
        if not layout.files[name]
    ]


def _fill(layout: Layout, folder: Path, name: str) -> None:
    for entry in _entries(folder / name, layout):
        stem = entry.name.removesuffix(_ENDING)
        if entry.is_dir() and name == "sources":
            _fill_sections(layout, folder, f"{name}/{entry.name}", entry.name)
        elif entry.is_dir() or stem == entry.name:
            _stray(layout, folder, entry, name)
        elif name == "questions":
            _question_file(layout, folder, f"{name}/{entry.name}", stem)
        else:
            layout.files[name].append(_file(folder, f"{name}/{entry.name}", stem))


def _fill_sections(layout: Layout, folder: Path, name: str, source: str) -> None:
    layout.sections[source] = []
    for entry in _entries(folder / name, layout):
        stem = entry.name.removesuffix(_ENDING)
        if entry.is_dir() or stem == entry.name:
            _stray(layout, folder, entry, name)
        else:
            layout.sections[source].append(_file(folder, f"{name}/{entry.name}", stem))


def _question_file(layout: Layout, folder: Path, name: str, stem: str) -> None:
    match = _QUESTION_FILE.match(stem)
    file = _file(folder, name, match[1] if match else stem)
    if match is None:
        layout.problems.append(
            Problem(
                "file-name",
                Place(file.shown),
                "A file of questions is named by two figures and its section.",
                "Rename it, such as '03_leadership.yaml'; the figures set the order of asking.",
            )
        )
    layout.files["questions"].append(file)


def _stray(layout: Layout, folder: Path, entry: os.DirEntry[str], inside: str) -> None:
    place = Place(str(folder / inside / entry.name))
    stem, ending = Path(entry.name).stem, Path(entry.name).suffix
    if entry.is_dir():
        hint = _near(entry.name) if not inside else "Move its files up into the folder, or remove it."
        layout.problems.append(Problem("stray-file", place, "Nothing in a rule set reads this folder.", hint))
    elif ending.lower() in (".yaml", ".yml"):
        right = f"Rename it to '{stem}{_ENDING}'." if inside else "Move it into one of: " + ", ".join(FOLDERS) + "."
        layout.problems.append(Problem("stray-file", place, "Nothing in a rule set reads this file.", right))
    else:
        hint = "Remove it, or let its name begin with '.'."
        layout.harmless.append(Problem("stray-file", place, "Nothing in a rule set reads this file.", hint))


def _near(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, FOLDERS, n=1)
    return f"Did you mean '{close[0]}'?" if close else "The folders are: " + ", ".join(FOLDERS) + "."


def _entries(folder: Path, layout: Layout) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as fault:
        words = fault.strerror or "no reason given"
        layout.problems.append(Problem("unreadable-file", Place(str(folder)), f"The folder cannot be read: {words}."))
        return
    yield from (entry for entry in entries if not entry.name.startswith("."))


def _file(folder: Path, name: str, object_id: str) -> PackFile:
    path = folder / name
    return PackFile(path, str(path), name, object_id)
