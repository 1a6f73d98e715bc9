"""A place in the reports: what was known before it chose, what it did, what became of it, and its findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.tui.actions import Action
from wizard.tui.linked_page import LinkedPage
from wizard.tui.places import shipped_reports
from wizard.tui.screen_registry import is_there, screen_class
from wizard.tui.widgets.buttons import Press

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.report.evidence.linked import Linked


class PlaceScreen(LinkedPage):
    """`place` is a council file among the case studies, or a place as findings name it.

    A place of several case studies is a list to choose from; one of none leads to its findings.
    """

    NAME = "place"
    HEADING = "A place in the reports"
    ABOUT = (
        "What the reports say was known of this place before it chose, what it did, what became of it, and every "
        "finding about it. Open a finding for more, or see what the evidence points to on what was known."
    )
    NEEDS_RESULT = False
    ACTIONS = (
        Action("screen.result", "Open its result", "What the evidence points to for this place, and why.", ("r",), 4),
        Action("screen.what_if", "Try it as a what-if", "Begins from this place and changes answers.", ("t",), 4),
    )

    def __init__(self, place: Path | str) -> None:
        super().__init__()
        self._file = place if isinstance(place, Path) else None
        self._place = place if isinstance(place, str) else ""

    def more_buttons(self) -> Iterable[Press]:
        """To the result, and to trying things out."""
        yield Press("Open its result", action="screen.result", main=True)
        if is_there("what_if"):
            yield Press("What if", action="screen.what_if")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to open before the place is known."""
        if action in ("result", "what_if"):
            return self._file is not None and (action == "result" or is_there("what_if"))
        return True

    def _make(self) -> None:
        if self._file is None:
            from wizard.proof.outcomes import case_studies_of

            found = case_studies_of(self._place, shipped_reports(), self.wizard.desk.library().pack)
            if len(found) != 1:
                self.app.call_from_thread(self._go_elsewhere, found)
                return
            self._file = found[0]
        super()._make()

    def made(self, library: EvidenceLibrary, here: Assessment | None) -> Linked:
        """The page of the place, under the rule set that its file names."""
        from wizard.proof.outcomes import outcome_file, read_outcome
        from wizard.report.evidence.case_study_document import case_study_document

        assert self._file is not None
        session = self.wizard.desk.opened(self._file)
        library = self.wizard.desk.library(session.rules)
        found = outcome_file(self._file, session.file.id)
        outcome = read_outcome(found, library.pack) if found.is_file() else None
        return case_study_document(library, session.file, session.answers, outcome)

    def show_linked(self, linked: Linked) -> None:
        """Puts the page up; now there is something to open."""
        super().show_linked(linked)
        self.refresh_bindings()

    def _go_elsewhere(self, found: list[Path]) -> None:
        if not self.is_current:
            return
        if found:
            from wizard.report.evidence.finding_words import place_words

            self._switch("browse", f"Case studies: {place_words(self._place)}", found, "place")
        else:
            self._switch("evidence", place=self._place)

    def _switch(self, name: str, *arguments: Any, **named: Any) -> None:
        self.app.switch_screen(screen_class(name)(*arguments, **named))

    def action_result(self) -> None:
        """Opens the case study as work, without a file of its own until it is saved."""
        if self._file is not None:
            self.wizard.open_file(self._file)

    def action_what_if(self) -> None:
        """Opens it as work and goes to the what-ifs."""
        path = self._file
        if path is not None:
            self.wizard.open_page("opening", lambda: self.wizard.desk.opened(path), str(path), "what_if")
