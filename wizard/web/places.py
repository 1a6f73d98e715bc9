"""The places in the reports as case studies: what was known before each chose, what it did, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.session.file_names import file_words

from .documents import html_of
from .evidence import AT
from .exchange import Page
from .markup import Html, joined, tag
from .shell import button
from .visit import not_there

if TYPE_CHECKING:
    from .exchange import Given
    from .room import Openable
    from .visit import Visit

ABOUT = "Each is told as the reports tell it: what was known before the choice, what was done, and what became of it."
OTHER_RULES = (
    "The place was written down for another rule set than the one in use here, so its findings cannot be opened from "
    "this page. Work on a copy of the place to read on there."
)


def places(visit: Visit) -> Given:
    """All of them."""
    found = visit.room.offered("report")
    links = (tag("li", tag("a", file_words(each.path), href=f"/places/{id}")) for id, each in found.items())
    listed = tag("ul", *links, class_="list") if found else tag("p", "None came with the program.")
    return Page("The places in the reports", joined((tag("p", ABOUT), listed)), at=AT)


def place(visit: Visit) -> Given:
    """One of them, under the rule set that its file names. Raises Unreadable."""
    found = visit.room.offered("report").get(visit.names["place"])
    if found is None:
        raise not_there()
    return _page(visit, visit.names["place"], found)


def _page(visit: Visit, id: str, found: Openable) -> Page:
    from wizard.proof.outcomes import outcome_file, read_outcome
    from wizard.report.evidence.case_study_document import case_study_document

    study = visit.room.opened(found)
    library = visit.room.library_of(study.rules)
    outcome = outcome_file(found.path, study.file.id)
    told = read_outcome(outcome, library.pack) if outcome.is_file() else None
    linked = case_study_document(library, study.file, study.answers, told)
    alike = visit.is_at_work and visit.session.rules is study.rules
    parts = (
        tag("p", linked.document.aside, class_="quiet-words"),
        None if alike or not visit.is_at_work else tag("p", OTHER_RULES),
        html_of(linked.document.blocks, linked.key_of if alike else None, title=linked.document.title),
        tag("h2", "Work on a copy of it"),
        _open(visit, id),
        tag("p", tag("a", "All places in the reports", href="/places")),
    )
    return Page(linked.document.title, joined(parts), at=AT)


def _open(visit: Visit, id: str) -> Html:
    said = "See what the evidence points to for this place, and try what would come out if something were otherwise."
    stays = " It takes the place of what is open now; download that first to be sure of it." if visit.is_at_work else ""
    which = tag("input", type="hidden", name="which", value=f"report:{id}")
    opening = visit.to_form("/open", which, tag("p", button("Work on a copy")))
    return joined((tag("p", f"{said}{stays}"), opening))
