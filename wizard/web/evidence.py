"""What stands behind an entry: an argument, a finding, a criterion, a question, or what the reports tell of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.session_variants import subject_of

from .documents import html_of
from .exchange import Page
from .markup import joined, tag
from .visit import not_there

if TYPE_CHECKING:
    from wizard.report.document import Document
    from wizard.report.evidence.linked import Linked

    from .documents import KeyOf
    from .exchange import Given
    from .visit import Visit

AT = "evidence"


def behind(visit: Visit) -> Given:
    """What an address names, looked up in the rule set."""
    kind, id = visit.names["kind"], visit.names["id"]
    if kind == "criterion":
        return _criterion(visit, id)
    try:
        linked = _linked(visit, kind, id)
    except (KeyError, StopIteration):
        raise not_there() from None
    return linked_page(linked.document, linked.key_of)


def _linked(visit: Visit, kind: str, id: str) -> Linked:
    """Raises KeyError where there is none of that id."""
    library = visit.library
    session = visit.session
    here = session.assessment if session.ranking_visible else None
    if kind == "argument":
        from wizard.report.evidence.argument_document import argument_document

        return argument_document(library, id, here)
    if kind == "finding":
        from wizard.report.evidence.finding_document import finding_document

        return finding_document(library, id, here)
    if kind == "question" and id in session.rules.domains:
        from wizard.report.evidence.question_document import question_document

        return question_document(library, id)
    if kind == "place":
        from wizard.proof.evidence_library import Wanted
        from wizard.report.evidence.found_document import found_document

        return found_document(library, Wanted(place=id))
    raise KeyError(id)


def _criterion(visit: Visit, id: str) -> Given:
    from wizard.report.explanation import explanation

    from .results import not_yet

    if id not in visit.session.rules.pack.criteria:
        raise not_there()
    return not_yet(visit, "result") or linked_page(explanation(subject_of(visit.session), criterion=id), lambda _: None)


def linked_page(document: Document, key_of: KeyOf) -> Page:
    """A document of the evidence as a page."""
    aside = tag("p", document.aside, class_="quiet-words") if document.aside else None
    return Page(document.title, joined((aside, html_of(document.blocks, key_of, title=document.title))), at=AT)
