"""Where council files are found, and what they are called on screen before any of them is read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from wizard.session.file_names import ENDINGS, file_words

__all__ = ["ENDINGS", "Entry", "entries_of", "file_words", "shipped_examples", "shipped_reports"]


class Entry(NamedTuple):
    """Something in a folder: another folder, or a file that could be a council file."""

    path: Path
    is_folder: bool


def shipped_reports() -> list[Path]:
    """The places in the reports."""
    from wizard.pack.finding import council_files_of_reports

    return council_files_of_reports()


def shipped_examples() -> list[Path]:
    """The made-up councils."""
    from wizard.pack.finding import shipped_council_files

    return [path for path in shipped_council_files() if path.parent.name == "examples"]


def entries_of(folder: Path) -> list[Entry]:
    """The folders and possible council files of a folder, folders first, hidden ones left out. Raises OSError."""
    found = [Entry(path, path.is_dir()) for path in folder.iterdir() if not path.name.startswith(".")]
    wanted = [each for each in found if each.is_folder or each.path.suffix.lower() in ENDINGS]
    return sorted(wanted, key=lambda each: (not each.is_folder, each.path.name.casefold()))
