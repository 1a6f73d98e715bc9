"""Puts the work on disk when that is asked for; whatever stands in the way comes back as data, with its sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.council_file import NotSaved
from wizard.problems import Place, Problem, Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from wizard.council_file import OpenCouncil

    from .recovering import Where

Offer = Literal["save_as", "overwrite", "reload", "try_again"]
"""What can be done instead: keep mine as another file, put mine in its place, take theirs, or try once more."""

OFFERS: dict[str, tuple[Offer, ...]] = {
    "changed-since": ("save_as", "overwrite", "reload"),
    "deleted-since": ("save_as", "overwrite"),
    "being-saved": ("try_again", "save_as"),
    "disk-full": ("try_again", "save_as"),
    "not-saved": ("try_again", "save_as"),
}


class Saved(NamedTuple):
    """The council file stands on disk. `when` is what the caller said or its clock gave."""

    path: Path
    when: datetime | None


class SaveRefused(NamedTuple):
    """Nothing was written: the file is as it was, and the work goes on in memory.

    `problems` say why, `offers` what can be done, and `kept` where the unsaved work is kept meanwhile (None: there
    is none).
    """

    problems: Sequence[Problem]
    offers: tuple[Offer, ...]
    kept: Where | None

    @property
    def problem(self) -> Problem:
        """The first of them."""
        return self.problems[0]


def tried(write: Callable[[], OpenCouncil], kept: Where | None) -> OpenCouncil | SaveRefused:
    """What writing came to."""
    try:
        return write()
    except (NotSaved, Unreadable) as fault:
        return refused(fault.problems, kept)


def refused(problems: Sequence[Problem], kept: Where | None) -> SaveRefused:
    """The refusal, with what can be done instead."""
    return SaveRefused(problems, OFFERS.get(problems[0].check, ("save_as",)), kept)


def no_file_yet(title: str, kept: Where | None) -> SaveRefused:
    """There is no file to save into yet, or it came with the program."""
    message = "These answers have no file of their own yet."
    return refused([Problem("no-file", Place(title), message, "Save under a name.")], kept)
