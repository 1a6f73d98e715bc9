"""One finding: what it says, who says so, where to look it up, and everything that rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.tui.actions import Action
from wizard.tui.linked_page import LinkedPage
from wizard.tui.widgets.buttons import Press

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.report.evidence.linked import Linked


class FindingScreen(LinkedPage):
    """`finding` is `source.finding`."""

    NAME = "finding"
    HEADING = "A finding"
    ABOUT = (
        "One finding of a report, in this rule set's own words. Below it: who says so, where to look it up in the "
        "report itself, and what rests on it. Open a reason to see its condition, its weight and its other findings."
    )
    ACTIONS = (
        Action(
            "screen.copy_phrase",
            "Copy the words to find it by",
            "Copies a few words that stand exactly so in the report, to search for them there.",
            ("c",),
            4,
        ),
    )

    def __init__(self, finding: str) -> None:
        super().__init__()
        self._finding = finding
        self._phrase = ""

    def more_buttons(self) -> Iterable[Press]:
        """The words to look for, to the clipboard."""
        yield Press("Copy the words to find it by", action="screen.copy_phrase")

    def made(self, library: EvidenceLibrary, here: Assessment | None) -> Linked:
        """The finding and all that rests on it."""
        from wizard.report.evidence.finding_document import finding_document

        self._phrase = library.entry(self._finding).finding.phrase
        return finding_document(library, self._finding, here)

    def action_copy_phrase(self) -> None:
        """To the clipboard of the terminal, where it allows that."""
        if self._phrase:
            self.app.copy_to_clipboard(self._phrase)
            self.say(f"Copied, where the terminal allows it: {self._phrase}")
