"""Saves the work under another name, or for the first time under one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Static

from wizard.tui.file_names import fault_of_new, typed_path
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class SaveAsScreen(Page):
    """One field; the work goes on in the new file."""

    NAME = "save_as"
    HEADING = "Save under a name"
    ABOUT = "The work is saved in a new file, and goes on there. A file that exists already is never overwritten."
    DEFAULT_CSS = """
    SaveAsScreen Static.ask { padding: 1 2 0 2; text-style: bold; }
    SaveAsScreen ButtonRow { margin-top: 1; }
    """

    def body(self) -> Iterable[Widget]:
        """The name, and the way on."""
        session = self.wizard.session
        name = f"{session.file.id}.yaml" if session is not None else ""
        yield Static("Name of the file", classes="ask", markup=False)
        yield AnswerField(self._fault, value=name, hint=f"in {self._folder}; a folder can be typed too", words=True)
        yield ButtonRow(next="Save")

    @property
    def _folder(self) -> Path:
        session = self.wizard.session
        return session.path.parent.absolute() if session is not None and session.path is not None else Path.cwd()

    def _fault(self, text: str) -> str:
        return fault_of_new(text, self._folder)

    @on(AnswerField.GoOn)
    @on(Button.Pressed, "#next")
    def _save(self) -> None:
        field, session = self.query_one(AnswerField), self.wizard.session
        if session is None or field.complain():
            return
        path = typed_path(field.value, self._folder)
        kept = self.wizard.desk.outcome(session.save_as(path))
        self.wizard.badge = kept.badge
        if kept.refused is not None:
            self.say(f"{kept.refused.problem.message} {kept.refused.problem.hint or ''}".strip())
            return
        self.app.pop_screen()
        self.wizard.page.say(f"Saved as {path}. The work goes on there.")
