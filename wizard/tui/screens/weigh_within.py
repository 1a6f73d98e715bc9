"""Which group to look into: its criteria can be weighed against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from wizard.tui.page import Page
from wizard.tui.screen_registry import screen_class
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class WeighWithinScreen(Page):
    """A list of the groups that hold more than one criterion."""

    NAME = "weigh_within"
    HEADING = "Within which group?"
    ABOUT = "The criteria of a group share what the group counts. Choose the group whose criteria you want to weigh."
    DEFAULT_CSS = """
    WeighWithinScreen ChoiceList { height: 1fr; max-width: 110; }
    """

    def __init__(self, decision: str) -> None:
        super().__init__()
        self._decision = decision

    def body(self) -> Iterable[Widget]:
        """The groups."""
        from wizard.report.priorities_on_screen import criteria_words, groups_to_look_into

        session = self.wizard.session
        assert session is not None
        pack, weighable = session.rules.pack, session.view.weighable[self._decision]
        groups = groups_to_look_into(session, self._decision)
        yield ChoiceList(
            [Choice(each.id, each.title, criteria_words(pack, weighable, each.id)) for each in groups], kind="menu"
        )
        yield ButtonRow(next=None)

    @on(ChoiceList.GoOn)
    def _chosen(self, event: ChoiceList.GoOn) -> None:
        self.app.switch_screen(screen_class("weigh")(self._decision, "weight", event.chosen[0]))
