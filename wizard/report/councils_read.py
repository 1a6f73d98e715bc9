"""Council files read to be set side by side: those that can be, and why others cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.engine.comparing import DifferentRules, compare_several
from wizard.problems import Unreadable
from wizard.session.session import Session

from .comparing_document import compare_document
from .document import Block, Document, Item, Items, Paragraph, Section
from .figures import counted
from .session_variants import subject_of
from .subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from wizard.engine.compared import SeveralCompared
    from wizard.session.rule_sets import RuleSets

LEFT_OUT = "Not compared"


class CouncilsRead(NamedTuple):
    """`several` is None where fewer than two can be compared; `refused` says of each of the others why not."""

    subjects: tuple[Subject, ...]
    several: SeveralCompared | None
    refused: tuple[Item, ...]


def councils_read(
    paths: Sequence[Path], rule_sets: RuleSets, work: Session | None = None, say: Callable[[str], object] = str
) -> CouncilsRead:
    """Reads the files, whatever is wrong with some of them; the unsaved work goes first where it is among them.

    Files made with another rule set than the first one are refused, one by one. `say` is told what is being done.
    """
    found: list[Subject] = [] if work is None else [subject_of(work)]
    refused: list[Item] = []
    for number, path in enumerate(paths, start=1):
        say(f"Reading {number} of {counted(len(paths), 'council file')}")
        try:
            session = Session.open(path, rule_sets=rule_sets, as_copy=True)
            found.append(Subject(session.assessment, session.file, shown_as(path)))
        except Unreadable as fault:
            refused += [_problem(each) for each in dict.fromkeys(fault.problems)]
    alike: list[Subject] = []
    for each in found:
        try:
            if alike:
                compare_several([alike[0].assessment, each.assessment])
            alike.append(each)
        except DifferentRules as different:
            refused.append(Item(f"{each.council.title}: {different}", "numbered", each.file))
    several = compare_several([each.assessment for each in alike]) if len(alike) > 1 else None
    return CouncilsRead(tuple(alike), several, tuple(refused))


def shown_as(path: Path) -> str:
    """A file's place as short as it can be told: from the current folder where it lies in there."""
    from pathlib import Path as Places

    return str(path.relative_to(Places.cwd())) if path.is_relative_to(Places.cwd()) else str(path)


def councils_document(read: CouncilsRead, changed_only: bool) -> Document:
    """The comparison as a document, and in it why some files are not in it."""
    left_out: tuple[Block, ...] = (Section(LEFT_OUT, (Items(read.refused),)),) if read.refused else ()
    if read.several is None:
        fewer = f"Comparing takes at least two council files; {len(read.subjects) or 'none'} can be used."
        return Document("Nothing to compare yet", "", (Paragraph(fewer), *left_out))
    document = compare_document(read.subjects, read.several, changed_only, to_scroll=True)
    return document._replace(blocks=(*left_out, *document.blocks))


def _problem(problem: object) -> Item:
    from wizard.problems import Problem

    assert isinstance(problem, Problem)
    return Item(problem.message, "numbered", str(problem.place), (problem.hint,) if problem.hint else ())
