"""The places one can train on: those of which the reports say plainly which model they chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.council_file import read_council, read_written, view_of
from wizard.pack.finding import council_files_of_reports
from wizard.proof.outcomes import outcome_file, read_outcome
from wizard.report.document import Document, Item, Items, Paragraph
from wizard.report.figures import counted

from .place_title import place_title
from .study import known_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.schema.pack import Pack

HOW_LISTED = (
    "Those of which most was known before come first: the more facts there are, the more there is to reason about. "
    "Begin one with: wizard workshop new FOLDER --case NAME"
)
NAMES_TELL = "This list is for the facilitator: some names give away what a place did."


class CaseOffered(NamedTuple):
    """A place: `id` is its council file's, `title` gives nothing away, `known` counts the facts known before.

    `decisions` are those that can be foretold, `discuss` how many questions for discussion are written for it.
    """

    id: str
    title: str
    known: int
    decisions: tuple[str, ...]
    discuss: int


def cases(pack: Pack) -> tuple[CaseOffered, ...]:
    """The places to train on, those first of which most was known before. Raises Unreadable."""
    found = sorted(_found(pack), key=lambda each: (-each.known, each.id))
    return tuple(found)


def cases_document(pack: Pack) -> Document:
    """The list, for the facilitator."""
    items = tuple(
        Item(
            f"{each.id}: {each.title}",
            "point",
            f"{counted(each.known, 'fact')} known before",
            tuple(pack.decisions[decision].title for decision in each.decisions),
        )
        for each in cases(pack)
    )
    blocks = (Paragraph(HOW_LISTED), Items(items), Paragraph(NAMES_TELL))
    nothing = (Paragraph("No place in the reports belongs to this rule set: there is nothing to train on."),)
    return Document("Places to train on", f"rule set: {pack.head.title}", blocks if items else nothing)


def _found(pack: Pack) -> Iterator[CaseOffered]:
    view = view_of(pack)
    for path in council_files_of_reports():
        outcome = outcome_file(path, path.stem)
        if not outcome.is_file():
            continue
        written = read_written(path)
        if written.pack.id not in (pack.head.id, *(each.id for each in pack.built_on)):
            continue
        told = read_outcome(outcome, pack)
        if told.did:
            council = read_council(written, view)
            known = len(known_before(council))
            yield CaseOffered(path.stem, place_title(council.file), known, tuple(told.did), len(told.discuss))
