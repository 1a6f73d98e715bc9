"""Who was never asked: what each report cannot know, and who speaks how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.tui.linked_page import LinkedPage

if TYPE_CHECKING:
    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.report.evidence.linked import Linked


class NotAskedScreen(LinkedPage):
    """The limits of the evidence, before anybody else points to them."""

    NAME = "not_asked"
    HEADING = "Who was never asked"
    ABOUT = "What each report cannot know, in its own terms, and how the findings divide over those who speak."
    NEEDS_RESULT = False

    def made(self, library: EvidenceLibrary, here: Assessment | None) -> Linked:
        """Limits, voices, and those who do not speak."""
        from wizard.report.evidence.disagreements_document import not_asked_document
        from wizard.report.evidence.linked import Linked

        return Linked(not_asked_document(library), {})
