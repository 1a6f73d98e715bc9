"""Faults that a rule set causes in the one it builds on, told where its author can mend them.

What lies below was sound before, so whatever is wrong there now comes of something left out, replaced or added
above. Which of these it was is seen by the names that the fault mentions; where none is mentioned, it is told at
`leaves_out`, else at `builds_on`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.problems import Place, Problem
from wizard.schema.overlay import KINDS

from .layout import FOLDERS
from .overlaying import FILE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .heads import WrittenHead
    from .layout import Layout
    from .parts import Objects
    from .places import Places
    from .reading import ReadPack

MOST_PLACES = 3
"""So many places that need something are named; they are mended one after the other anyway."""

_QUOTED = re.compile(r"'([a-z][a-z0-9_.]*)'")
_WORD = re.compile(r"[a-z][a-z0-9_.]*[a-z0-9]")


class Cause(NamedTuple):
    """Something that was changed above, and where that is written."""

    how: Literal["left out", "written"]
    kind: str
    id: str
    place: Place


class Blame(NamedTuple):
    """All that was changed above, the files it was changed in the sight of, and where to tell what fits none of it."""

    causes: tuple[Cause, ...]
    files_below: frozenset[str]
    root: Place
    otherwise: Place

    def told(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, those in files below (or in what is inherited of the head) told at their cause."""
        found: list[Problem] = []
        needing: dict[tuple[str, Cause], list[Problem]] = {}
        for each in dict.fromkeys(problems):
            cause = self._cause(each.message) if self._is_below(each.place) else None
            if not self._is_below(each.place):
                found.append(each)
            elif cause is not None and cause.how == "left out":
                needing.setdefault((each.check, cause), []).append(each)
            else:
                found.append(self._told(each, cause))
        return [*found, *(self._needed(check, cause, those) for (check, cause), those in needing.items())]

    def _is_below(self, place: Place) -> bool:
        return place.file in self.files_below or place == self.root

    def _told(self, problem: Problem, cause: Cause | None) -> Problem:
        if problem.check == "unused-question":
            return self._unused(problem)
        there = self._there(problem)
        if cause is None:
            message = f"With what is changed here, {there} does not hold any more: {problem.message}"
            return problem._replace(place=self.otherwise, message=message)
        message = f"What is written here does not go with {there}: {problem.message}"
        return problem._replace(place=cause.place, message=message)

    def _needed(self, check: str, cause: Cause, problems: list[Problem]) -> Problem:
        """Something left out that is still needed, be it in many places, is one fault."""
        places = list(dict.fromkeys(map(self._there, problems)))
        there = ", ".join(places[:MOST_PLACES])
        more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
        needs = "needs" if len(places) == 1 else "need"
        kind = cause.kind.replace("_", " ")
        message = f"The {kind} '{cause.id}' is left out here, but {there}{more} still {needs} it: {problems[0].message}"
        return Problem(check, cause.place, message, "Leave that out too, or write it anew here.")

    def _there(self, problem: Problem) -> str:
        return "what is inherited of its head" if problem.place == self.root else str(problem.place)

    def _unused(self, problem: Problem) -> Problem:
        """Nobody should be asked what nothing depends on, so this one is told with what to write."""
        name = _QUOTED.findall(problem.message)[0]
        message = f"Nothing depends any more on the answer to '{name}', which is asked in {problem.place}."
        hint = f"Leave the question out too: 'leaves_out: {{questions: [{name}]}}'."
        return Problem(problem.check, self.otherwise, message, hint)

    def _cause(self, message: str) -> Cause | None:
        quoted, words = set(_QUOTED.findall(message)), set(_WORD.findall(message))
        for names in (quoted, words):
            for cause in self.causes:
                # A finding is named in two parts; a plain word of English may happen to be an id.
                parts = {cause.id} if cause.id in names else set(cause.id.split("."))
                if parts <= names and (names is quoted or "_" in cause.id):
                    return cause
        return None


def blame_for(written: WrittenHead, own: Layout, base: ReadPack, objects: Objects, places: Places) -> Blame:
    """Who is to blame for what is wrong below, once everything has been read."""
    causes = (*_left_out(written), *_written(own, base, objects, places))
    below = [file for files in base.layout.files.values() for file in files] if base.layout else []
    below += [file for files in base.layout.sections.values() for file in files] if base.layout else []
    files = frozenset((*(file.shown for file in below), str(base.folders[0])))
    leaves_out = any(each.how == "left out" for each in causes)
    otherwise = written.place("leaves_out" if leaves_out else "builds_on", key=True)
    return Blame(causes, files, written.place(), otherwise)


def _left_out(written: WrittenHead) -> Iterator[Cause]:
    for key, kind in KINDS.items():
        for index, name in enumerate(getattr(written.leaves_out, key)):
            yield Cause("left out", kind, name, written.place("leaves_out", key, index))


def _written(own: Layout, base: ReadPack, objects: Objects, places: Places) -> Iterator[Cause]:
    """Every file written here, and what the file in whose place it stands had and it has not."""
    for folder in FOLDERS:
        kind = KINDS[FILE_KINDS[folder]]
        for file in own.files[folder]:
            place = places.of(kind, file.id, "section" if kind == "section" else "id")
            if place.file != file.shown:
                place = Place(file.shown, 1, 1)
            yield Cause("written", kind, file.id, place)
            if kind == "section":
                yield from _questions(file.id, base, objects, place, places)
            if kind == "source" and file.id in base.pack.sources:
                now = objects.sources[file.id].findings if file.id in objects.sources else {}
                for finding in base.pack.sources[file.id].findings:
                    if finding not in now:
                        yield Cause("written", "finding", f"{file.id}.{finding}", place)


def _questions(section: str, base: ReadPack, objects: Objects, place: Place, places: Places) -> Iterator[Cause]:
    before: Sequence[str] = [
        question.id for each in base.pack.sections if each.section == section for question in each.questions
    ]
    now = [question.id for each in objects.sections if each.section == section for question in each.questions]
    for question in dict.fromkeys((*before, *now)):
        here = places.of("question", question, "id")
        yield Cause("written", "question", question, here if here.file == place.file else place)
