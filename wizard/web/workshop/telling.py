"""What went wrong with the workshop's files, in the words of whoever reads it: the facilitator is told where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.problems import Unreadable
from wizard.web.exchange import Page
from wizard.web.markup import joined, tag

if TYPE_CHECKING:
    from wizard.council_file import NotSaved
    from wizard.problems import Problem

    from .visit import Visit

DOES_NOT_SAVE = "The machine that runs the workshop could not keep this."
NOTHING_LOST = "Nothing that was kept or sealed before is lost."
TELL = "Tell the facilitator, then send it again."
STILL_SEALED = "This sheet cannot be read. What stands in it is not told before the sheets are open."


def not_kept_words(visit: Visit, fault: NotSaved) -> str:
    """In a sentence or two, for the page whose form could not be kept; the facilitator is told what to mend."""
    said = fault.problems[0]
    if visit.leads:
        return f"This could not be kept. {_told(said)}"
    return f"{DOES_NOT_SAVE} {TELL} What you filled in is still on this page."


def not_kept_page(visit: Visit, fault: NotSaved) -> Page:
    """Where there is no form to show again."""
    words = _told(fault.problems[0]) if visit.leads else f"{DOES_NOT_SAVE} {TELL}"
    body = joined((tag("p", words), tag("p", NOTHING_LOST), tag("p", tag("a", "To the first page", href="/"))))
    return Page("This could not be kept.", body, 503)


def unreadable_page(visit: Visit, fault: Unreadable) -> Page:
    """A file of the workshop that somebody changed by hand: where, and how to mend it, for the facilitator alone."""
    again = tag("p", tag("a", "Try again", href="/"))
    if not visit.leads:
        words = "A file of this workshop cannot be read. Tell the facilitator: they see where it is."
        return Page("This cannot be shown now.", joined((tag("p", words), tag("p", NOTHING_LOST), again)), 422)
    items = [tag("li", placed(visit, each)) for each in dict.fromkeys(fault.problems)]
    body = joined((tag("p", "Mend these files, then try again:"), tag("ul", *items), tag("p", NOTHING_LOST), again))
    return Page("Files of this workshop cannot be read.", body, 422)


def placed(visit: Visit, problem: Problem) -> str:
    """A fault with its place, and what it is: but nothing of what stands in a sheet while that is sealed."""
    folder = Path(problem.place.file).parent
    hidden = folder in (visit.workshop.folder / "sheets", visit.workshop.folder / "drafts") and _are_sealed(visit)
    return f"{problem.place}: {STILL_SEALED if hidden else _told(problem)}"


def _are_sealed(visit: Visit) -> bool:
    try:
        return not visit.workshop.is_open
    except Unreadable:
        return True


def _told(problem: Problem) -> str:
    return f"{problem.message} {problem.hint or ''}".strip()
