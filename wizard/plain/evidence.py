"""The findings of the reports, searched by words; where they disagree, and who was never asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .reading import Reading

if TYPE_CHECKING:
    from .conversation import Conversation

MOST_FOUND = 20


def search(talk: Conversation, rest: str) -> None:
    """Findings in which all the words stand."""
    from wizard.proof.evidence_library import Wanted
    from wizard.report.evidence.found_document import found_document

    words = rest or talk.fill_in("Words to look for in the findings:", "Such as: heads of service. Enter reads all.")
    talk.go(Reading(talk, found_document(talk.work.library, Wanted(words=words), MOST_FOUND)))


def disagreements(talk: Conversation, _: str) -> None:
    """Both sides of each."""
    from wizard.report.evidence.disagreements_document import disagreements_document

    here = talk.session.assessment if talk.session.ranking_visible else None
    talk.go(Reading(talk, disagreements_document(talk.work.library, here)))


def not_asked(talk: Conversation, _: str) -> None:
    """The limits of the evidence."""
    from wizard.report.evidence.disagreements_document import not_asked_document

    talk.say("")
    talk.read_out(not_asked_document(talk.work.library))
