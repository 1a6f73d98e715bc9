"""A problem is data: printing it is somebody else's work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .place import Place


class Problem(NamedTuple):
    """One fault: the check that found it, its place, what is wrong and how to mend it."""

    check: str
    place: Place
    message: str
    hint: str | None = None


class Unreadable(Exception):
    """Nothing more can be done with an input; carries every problem found in it, at least one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = sorted(problems, key=lambda problem: problem.place)
        super().__init__("; ".join(problem.message for problem in self.problems))
