"""Ctrl+P: everything that can be done from where one was, to be searched by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, Static

from wizard.tui.actions import Action, key_words
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget


class CommandsScreen(Page):
    """Type part of a word, choose with the arrow keys, Enter does it."""

    NAME = "commands"
    HEADING = "Commands"
    ABOUT = "Everything that can be done from where you were. Type part of a word to find it."
    ACTIONS = (
        Action("screen.down", "To the list", "From the words you type down into the list.", ("down",), hidden=True),
    )
    DEFAULT_CSS = """
    CommandsScreen ChoiceList { height: 1fr; max-width: 100; }
    CommandsScreen #none { padding: 0 2; color: $text-muted; }
    """

    def __init__(self, actions: Sequence[Action] = ()) -> None:
        super().__init__()
        self._actions = [each for each in actions if not each.hidden and each.name != "app.commands"]

    def body(self) -> Iterable[Widget]:
        """The words to search for, and what was found."""
        yield AnswerField(lambda _: "", example="such as: colours", hint="Enter does the first one found.", id="words")
        yield ChoiceList(self._found(""), kind="menu")
        yield Static(id="none", markup=False)
        yield ButtonRow(next=None)

    @on(AnswerField.Changed)
    def _search(self, event: AnswerField.Changed) -> None:
        found = self._found(event.text)
        self.query_one(ChoiceList).show(found)
        self.query_one("#none", Static).update("" if found else f"Nothing is called '{event.text}'. Try another word.")

    @on(AnswerField.GoOn)
    def _first(self) -> None:
        self.query_one(ChoiceList).choose(0)

    @on(ChoiceList.GoOn)
    def _do(self, event: ChoiceList.GoOn) -> None:
        action = next(each for each in self._actions if each.name == event.chosen[0])
        app = self.app
        app.pop_screen()
        app.call_later(app.run_action, action.name, app.screen)

    def action_down(self) -> None:
        """Into the list."""
        if isinstance(self.focused, Input):
            self.query_one(ChoiceList).focus()

    def _found(self, words: str) -> list[Choice]:
        wanted = words.casefold().split()
        found = [each for each in self._actions if all(word in _said(each) for word in wanted)]
        return [Choice(each.name, _title(each), each.help) for each in found]


def _said(action: Action) -> str:
    return f"{action.title} {action.help}".casefold()


def _title(action: Action) -> str:
    keys = " or ".join(map(key_words, action.keys))
    return f"{action.title}   ({keys})" if keys else action.title
