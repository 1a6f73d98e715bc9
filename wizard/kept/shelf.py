"""Where things are kept: one file an entry, in the person's cache folder.

An entry is written beside its place and renamed, so it is whole or not there. Reading back builds
nothing but plain data and this program's own records: an entry that names anything else is not read.
"""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

from .folders import own_folder

FOLDER_VARIABLE = "WIZARD_CACHE"
MOST_ENTRIES = 300

_ALLOWED = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("fractions", "Fraction"),
    ("wizard.kept.records", "Record"),
    ("wizard.schema.pack", "BuiltOn"),
    ("wizard.schema.pack", "Pack"),
    ("wizard.problems.place", "Place"),
    ("wizard.problems.problem", "Problem"),
    ("wizard.conditions.answers", "Between"),
    ("wizard.conditions.answers", "Chosen"),
    ("wizard.conditions.answers", "NotSure"),
    ("wizard.conditions.answers", "OneOf"),
}


def is_on() -> bool:
    """Whether anything is kept at all; where it is not, nobody needs to make what would be kept."""
    return _folder() is not None


def recall(kind: str, digest: str) -> Any:
    """What was kept under a digest; None where there is nothing, or nothing that can be read."""
    folder = _folder()
    if folder is None:
        return None
    try:
        with (folder / f"{kind}-{digest}").open("rb") as file:
            return _Reader(file).load()
    # A damaged entry can fail in any way at all, and is only ever a copy.
    except Exception:
        return None


def keep(kind: str, digest: str, value: Any) -> None:
    """Keeps a value of records and plain data; says nothing where it cannot."""
    folder = _folder()
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f".{kind}-{digest}.{os.getpid()}"
        try:
            beside.write_bytes(pickle.dumps(value, protocol=5))
            beside.replace(folder / f"{kind}-{digest}")
        finally:
            beside.unlink(missing_ok=True)
        _tidy(folder)
    except (OSError, pickle.PicklingError):
        return


def _folder() -> Path | None:
    """The cache folder; None where keeping is switched off."""
    return own_folder(FOLDER_VARIABLE, "LOCALAPPDATA", "~/Library/Caches", "XDG_CACHE_HOME", "~/.cache")


def _tidy(folder: Path) -> None:
    """Lets the oldest entries go where there are too many."""
    entries = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime_ns)
    for entry in entries[: max(0, len(entries) - MOST_ENTRIES)]:
        entry.unlink(missing_ok=True)


class _Reader(pickle.Unpickler):
    """Builds nothing that is not on the list, whatever an entry asks for."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} is not kept here")
        return super().find_class(module, name)
