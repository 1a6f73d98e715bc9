"""What the program remembers of a person from one run to the next: looks, the last folder, the files opened lately.

Kept in one small JSON file in the person's own configuration folder. The first screen reads it before anything
heavy is loaded, so this module imports the standard library and little else. A damaged or missing file is the same as
nothing remembered; what cannot be written is forgotten at the end of the run, and never stops it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from wizard.kept.folders import own_folder

FOLDER_VARIABLE = "WIZARD_SETTINGS"
FILE = "settings.json"
DRAFTS = "unsaved"
MOST_RECENT = 9
LARGEST = 100_000
"""Bytes: a settings file larger than this was not written by this program."""


def settings_folder() -> Path | None:
    """The folder by the custom of each system; None where remembering is switched off or there is no home.

    `WIZARD_SETTINGS` names another folder, or is `off`.
    """
    return own_folder(FOLDER_VARIABLE, "APPDATA", "~/Library/Application Support", "XDG_CONFIG_HOME", "~/.config")


def drafts_folder() -> Path | None:
    """Where answers are kept that have no file of their own yet, or whose folder cannot be written in."""
    folder = settings_folder()
    return None if folder is None else folder / DRAFTS


class Settings:
    """What is remembered. Every `remember` writes at once, over whatever another run remembered meanwhile of that
    one thing only.

    `theme` is the name of the looks ("" where none was chosen), `plain` whether the plain mode was chosen,
    `last_folder` where a file was last opened or saved, `recent` the files opened lately, the last one first.
    """

    def __init__(self) -> None:
        self._path = None if (folder := settings_folder()) is None else folder / FILE
        self._take(_read(self._path))

    def remember_theme(self, theme: str) -> bool:
        """Keeps the looks for next time; False where that could not be written."""
        return self._remember(theme=theme)

    def remember_plain(self, plain: bool) -> bool:
        """Keeps whether the plain mode is wanted."""
        return self._remember(plain=plain)

    def remember_folder(self, folder: Path) -> bool:
        """Keeps the folder to begin in next time."""
        return self._remember(last_folder=str(folder.absolute()))

    def remember_file(self, path: Path) -> bool:
        """Puts a file at the head of those opened lately, and its folder as the one to begin in."""
        path = path.absolute()
        others = [each for each in _paths(_read(self._path), self.recent) if each != path]
        recent = [str(each) for each in (path, *others)][:MOST_RECENT]
        return self._remember(recent=recent, last_folder=str(path.parent))

    def forget_file(self, path: Path) -> bool:
        """Takes a file off the list, where it is not there any more or is nobody's business."""
        path = path.absolute()
        return self._remember(
            recent=[str(each) for each in _paths(_read(self._path), self.recent) if each != path],
        )

    def _remember(self, **new: Any) -> bool:
        kept = {**_read(self._path), **new}
        if self._path is None:
            self._take({**self._plain(), **new})
            return False
        written = _write(self._path, kept)
        # What was remembered in this run still counts in it where the disk would not take it.
        self._take(kept if written else {**self._plain(), **new})
        return written

    def _take(self, kept: dict[str, Any]) -> None:
        theme, folder = kept.get("theme"), kept.get("last_folder")
        self.theme: str = theme if isinstance(theme, str) else ""
        self.plain: bool = kept.get("plain") is True
        self.last_folder: Path | None = Path(folder) if isinstance(folder, str) and folder else None
        self.recent: tuple[Path, ...] = _paths(kept)

    def _plain(self) -> dict[str, Any]:
        folder = None if self.last_folder is None else str(self.last_folder)
        recent = [str(each) for each in self.recent]
        return {"theme": self.theme, "plain": self.plain, "last_folder": folder, "recent": recent}


def _paths(kept: dict[str, Any], otherwise: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    recent = kept.get("recent")
    if not isinstance(recent, list):
        return otherwise
    return tuple(dict.fromkeys(Path(each) for each in recent if isinstance(each, str) and each))[:MOST_RECENT]


def _read(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        found = json.loads(data) if len(data) <= LARGEST else {}
    # Too many brackets end in RecursionError, and a name with a zero byte in ValueError.
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, kept: dict[str, Any]) -> bool:
    """Written beside and renamed: never half a file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # File names may hold bytes that are no letters: kept as escapes, which read back as they were.
        data = json.dumps(kept, indent=1, ensure_ascii=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(data)
        beside.replace(path)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)
        return False
    return True
