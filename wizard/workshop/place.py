"""Where a workshop's facts stand, and who has taken their place in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wizard.pack.finding import council_files_of_reports
from wizard.problems import Place, Problem, Unreadable
from wizard.proof.outcomes import outcome_file

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.schema.workshop import WorkshopFile


def by_name(who: str) -> tuple[tuple[int, str], ...]:
    """By what names are put in order as people do: 'Table 2' before 'Table 10', whatever the letters' size."""
    parts = re.findall(r"[0-9]+|[^0-9]+", who.casefold())
    return tuple((int(each[:18]), "") if each[0] in "0123456789" else (-1, each) for each in parts)


class Presence(NamedTuple):
    """Who is in (their sheet is sealed) and who is waited for, by their names; `of` so many sheets there will be."""

    sealed: tuple[str, ...]
    waiting: tuple[str, ...]
    of: int

    @property
    def in_words(self) -> str:
        """'2 of 3 are in', without a full stop."""
        if not self.of:
            return "Nobody has a seat or a sheet yet"
        number = len(self.sealed)
        return f"{number} of {self.of} {'is' if number == 1 else 'are'} in"

    @property
    def all_in(self) -> bool:
        """Whether nobody is waited for, and there is something to open."""
        return bool(self.sealed) and len(self.sealed) >= self.of


def facts_of(folder: Path, file: WorkshopFile, head: Path) -> tuple[Path, Path | None]:
    """The council file with the facts, and that with the outcome of a place. Raises Unreadable."""
    if file.kind == "group":
        if file.council != (folder / file.council).name:
            words = f"'{file.council}' is not a file of this folder."
            raise Unreadable([Problem("wrong-value", Place(str(head)), words, "Name the file, without a folder.")])
        return folder / file.council, None
    for path in council_files_of_reports():
        outcome = outcome_file(path, path.stem)
        if path.stem == file.council and outcome.is_file():
            return path, outcome
    words = f"'{file.council}' is not a place of which the reports tell what it did."
    raise Unreadable([Problem("unknown-case", Place(str(head)), words, "'wizard workshop cases' lists them.")])
