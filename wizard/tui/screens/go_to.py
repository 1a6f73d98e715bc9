"""Any question of the interview, found by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, Static

from wizard.tui.actions import Action
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

STATES = {
    "done": "answered",
    "not_sure": "not sure",
    "to_do": "to do",
    "may_arise": "may arise",
    "does_not_arise": "does not arise",
}


class GoToScreen(Page):
    """Calls `go` with the question that was chosen, back on the screen before."""

    NAME = "go_to"
    HEADING = "Go to a question"
    ABOUT = "Every question there is, with how it stands. Type part of a word to find it."
    ACTIONS = (
        Action("screen.down", "To the list", "From the words you type down into the list.", ("down",), hidden=True),
    )
    DEFAULT_CSS = """
    GoToScreen ChoiceList { height: 1fr; max-width: 100; }
    GoToScreen #none { padding: 0 2; color: $text-muted; height: auto; }
    """

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self._go = go

    def body(self) -> Iterable[Widget]:
        """The words to search for, and what was found."""
        yield AnswerField(lambda _: "", example="such as: budget", hint="Enter goes to the first one found.")
        yield ChoiceList(self._found(""), kind="menu")
        yield Static(id="none", markup=False)
        yield ButtonRow(next=None)

    def on_mount(self) -> None:
        """Nothing is missing yet."""
        self.query_one("#none", Static).display = False
        self.query_one(AnswerField).input.focus()

    @on(AnswerField.Changed)
    def _search(self, event: AnswerField.Changed) -> None:
        found = self._found(event.text)
        self.query_one(ChoiceList).show(found)
        none = self.query_one("#none", Static)
        none.display = not found
        none.update(f"No question holds '{event.text}'. Try another word.")

    @on(AnswerField.GoOn)
    def _first(self) -> None:
        self.query_one(ChoiceList).choose(0)

    @on(ChoiceList.GoOn)
    def _chosen(self, event: ChoiceList.GoOn) -> None:
        event.stop()
        self.app.pop_screen()
        self._go(event.chosen[0])

    def action_down(self) -> None:
        """Into the list."""
        if isinstance(self.focused, Input):
            self.query_one(ChoiceList).focus()

    def _found(self, words: str) -> list[Choice]:
        session = self.wizard.session
        wanted = words.casefold().split()
        found = []
        for section in session.plan.sections if session is not None else ():
            for each in section.questions:
                said = f"{each.question.ask} {each.question.named} {section.title}".casefold()
                if all(word in said for word in wanted):
                    found.append(Choice(each.id, each.question.ask, f"{STATES[each.state]}; {section.title}"))
        return found
