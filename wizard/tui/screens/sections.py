"""The sections as a list of their own, where there is no room for them beside the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from wizard.tui.page import Page
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import ChoiceList
from wizard.tui.widgets.section_rail import section_choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget


class SectionsScreen(Page):
    """Calls `go` with the section that was chosen, back on the screen before."""

    NAME = "sections"
    HEADING = "Sections"
    ABOUT = "The sections of the interview, each with how far it is. Choose one to go there."
    DEFAULT_CSS = """
    SectionsScreen ChoiceList { height: 1fr; max-width: 100; }
    """

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self._go = go

    def body(self) -> Iterable[Widget]:
        """The list, and the way back."""
        session = self.wizard.session
        yield ChoiceList(section_choices(session.plan) if session is not None else (), kind="menu")
        yield ButtonRow(next=None)

    @on(ChoiceList.GoOn)
    def _chosen(self, event: ChoiceList.GoOn) -> None:
        event.stop()
        self.app.pop_screen()
        self._go(event.chosen[0])
