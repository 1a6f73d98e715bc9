"""A new council file: what the council is called, and where the answers go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Static

from wizard.tui.file_names import fault_of_new, name_from, typed_path
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.session.session import Session


class BeginScreen(Page):
    """Two fields; the second fills itself in until the person types there."""

    NAME = "begin"
    HEADING = "New council file"
    ABOUT = (
        "Your answers are kept in a text file of your own. Give the council's name; the file is named after it. "
        "Nothing leaves this computer."
    )
    DEFAULT_CSS = """
    BeginScreen Static.ask { padding: 1 2 0 2; text-style: bold; }
    BeginScreen ButtonRow { margin-top: 1; }
    """

    def body(self) -> Iterable[Widget]:
        """Both questions and the way on."""
        yield Static("What is the council called?", classes="ask", markup=False)
        yield AnswerField(_title_fault, example="such as: Our Council", words=True, id="title")
        yield Static("Keep the answers in this file", classes="ask", markup=False)
        yield AnswerField(self._name_fault, hint="", words=True, id="name")
        yield ButtonRow(next="Begin")

    def on_mount(self) -> None:
        """Says in which folder the file will be."""
        self._named_by_hand = False
        self.query_one("#name", AnswerField).hint = f"in {self._folder}"

    @property
    def _folder(self) -> Path:
        return Path.cwd()

    def _name_fault(self, text: str) -> str:
        return fault_of_new(text, self._folder)

    @on(AnswerField.Changed, "#title")
    def _titled(self, event: AnswerField.Changed) -> None:
        if not self._named_by_hand and type(event) is AnswerField.Changed:
            self.query_one("#name", AnswerField).restart(name_from(event.text) if event.text else "")

    @on(AnswerField.Changed, "#name")
    def _renamed(self, event: AnswerField.Changed) -> None:
        self._named_by_hand = bool(event.text)

    @on(AnswerField.GoOn, "#title")
    def _to_name(self) -> None:
        self.query_one("#name", AnswerField).input.focus()

    @on(AnswerField.GoOn, "#name")
    @on(Button.Pressed, "#next")
    def _begin(self) -> None:
        title, name = (self.query_one(each, AnswerField) for each in ("#title", "#name"))
        for field in (title, name):
            if field.complain():
                field.input.focus()
                return
        path, said, desk = typed_path(name.value, self._folder), title.value, self.wizard.desk

        def begun() -> Session:
            return desk.begun(said, path)

        self.app.pop_screen()
        self.wizard.open_work(begun, said)


def _title_fault(text: str) -> str:
    return "" if text else "Type a name; it stands over every result."
