"""One argument: its condition in words, its grade and why, the findings on both sides, its judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.tui.linked_page import LinkedPage
from wizard.tui.widgets.buttons import Press

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.report.evidence.linked import Linked


class ArgumentScreen(LinkedPage):
    """`argument` is `criterion.argument`."""

    NAME = "argument"
    HEADING = "A reason"
    ABOUT = (
        "One reason of the rule set: when it holds, whether it holds for the council at hand, how much it moves and "
        "why its evidence weighs what it does, and the findings on both sides. Open a finding to see where it stands."
    )

    def __init__(self, argument: str) -> None:
        super().__init__()
        self._argument = argument

    def more_buttons(self) -> Iterable[Press]:
        """Its findings in the library, where they can be searched and narrowed down further."""
        yield Press("Its findings in the library", action="screen.in_library")

    def made(self, library: EvidenceLibrary, here: Assessment | None) -> Linked:
        """The argument with its evidence."""
        from wizard.report.evidence.argument_document import argument_document

        return argument_document(library, self._argument, here)

    def action_in_library(self) -> None:
        """Opens the library on what this argument cites."""
        self.wizard.open_page("evidence", argument=self._argument)
