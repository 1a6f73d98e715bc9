"""What came out, for everybody in the room: a group's result, or as much of a case as has been told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Document
from wizard.web.documents import html_of
from wizard.web.exchange import Page
from wizard.web.markup import joined, tag
from wizard.workshop.marks import mark_of
from wizard.workshop.remarks import remarks_of

if TYPE_CHECKING:
    from wizard.web.exchange import Given

    from .visit import Visit


def result(visit: Visit) -> Given:
    """The whole of it; before the sheets are open, that they are sealed."""
    workshop = visit.workshop
    look_again = tag("p", tag("a", "Look again", href="/result", class_="next"))
    if not workshop.is_open:
        said = tag("p", f"{workshop.presence.in_words}. They are opened together, once all are.")
        return Page("The sheets are sealed", joined((said, look_again)), at="result")
    if not workshop.is_case_study:
        return Page("What came out", html_of(room_document(visit).blocks), at="result")
    steps = visit.room.steps()
    told = steps[: workshop.progress.step]
    more = tag("p", "More is told step by step. ", tag("a", "Look again", href="/result"))
    shown = [each.section for each in told] + list(remarks_of(workshop.opened) if len(told) == len(steps) else ())
    parts = (
        tag("p", f"{len(told)} of {len(steps)} steps are told."),
        html_of(shown),
        more if len(told) < len(steps) else None,
    )
    return Page("What came out", joined(parts), at="result")


def room_document(visit: Visit) -> Document:
    """All that came out as a document to keep. Raises NotTaken while the sheets are sealed."""
    workshop = visit.workshop
    if workshop.is_case_study:
        blocks = (*(each.section for each in visit.room.steps()), *remarks_of(workshop.opened))
        return Document(workshop.file.title, "a case told step by step", blocks, mark_of(workshop.file))
    from wizard.workshop.group.document import group_document

    return group_document(visit.room.result())
