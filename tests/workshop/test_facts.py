"""What a group may see of the facts: neither what is asked apart, nor what is sensitive."""

from __future__ import annotations

from tests.workshop.conftest import WorkshopOf
from wizard.report.document import Document
from wizard.report.text import text_of
from wizard.workshop.facts import facts_document


def _words(document: Document) -> str:
    """The words, however lines are broken."""
    return " ".join(text_of(document, 110).split())


def test_what_is_asked_apart_is_not_shown(workshop_of: WorkshopOf) -> None:
    """The facts' file may hold what somebody once answered: it would sway the others."""
    text = _words(facts_document(workshop_of("room", questions=("roof",))))
    assert "* Roof" not in text and "Sound" not in text and "300" in text
    assert "* Roof: Sound" in _words(facts_document(workshop_of("other", questions=("wishes",))))


def test_sensitive_facts_are_kept_back_and_counted(workshop_of: WorkshopOf) -> None:
    """Neither the answer, nor its note; a confidential workshop shows both."""
    text = _words(facts_document(workshop_of()))
    assert "secret" not in text and "1 sensitive fact is known and kept back" in text
    assert "head leaving" not in text.casefold()
    confidential = _words(facts_document(workshop_of("closed", confidential=True, questions=("wishes",))))
    assert "A secret." in confidential and "kept back" not in confidential


def test_what_is_not_known_is_said(workshop_of: WorkshopOf) -> None:
    """A gap is told as a gap, never as a no."""
    text = _words(facts_document(workshop_of()))
    assert "WHAT IS NOT KNOWN" in text and "Not known is never no" in text
