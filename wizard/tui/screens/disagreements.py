"""Where findings contradict each other: each such reason with both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.tui.linked_page import LinkedPage
from wizard.tui.widgets.buttons import Press

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.report.evidence.linked import Linked


class DisagreementsScreen(LinkedPage):
    """All of them, by the question being settled."""

    NAME = "disagreements"
    HEADING = "What the reports disagree on"
    ABOUT = "Reasons that one finding supports (+) and another disputes (-). Open a reason or a finding for more."

    def more_buttons(self) -> Iterable[Press]:
        """The other thing a sceptic asks."""
        yield Press("Who was never asked", action="screen.not_asked")

    def made(self, library: EvidenceLibrary, here: Assessment | None) -> Linked:
        """Both sides of each."""
        from wizard.report.evidence.disagreements_document import disagreements_document

        return disagreements_document(library, here)

    def action_not_asked(self) -> None:
        """Who does not speak in the reports."""
        self.wizard.open_page("not_asked")
