"""The name of a what-if, and a note on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Static

from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class VaryNameScreen(Page):
    """Two fields; a note may be left empty."""

    NAME = "vary_name"
    HEADING = "Name and note"
    ABOUT = "What this what-if is called, and what should be remembered of it. Both go into the file if it is kept."
    DEFAULT_CSS = """
    VaryNameScreen Static.ask { padding: 1 2 0 2; text-style: bold; }
    VaryNameScreen ButtonRow { margin-top: 1; }
    """

    def __init__(self, variant: str) -> None:
        super().__init__()
        self._variant = variant

    def body(self) -> Iterable[Widget]:
        """Both fields, and the way on."""
        session = self.wizard.session
        assert session is not None
        what_if = session.state.variant(self._variant).what_if
        yield Static("What is it called?", classes="ask", markup=False)
        yield AnswerField(_fault, value=what_if.title, example="such as: If two heads left", words=True, id="title")
        yield Static("A note (may be empty)", classes="ask", markup=False)
        yield AnswerField(lambda _: "", value=what_if.note or "", words=True, id="note")
        yield ButtonRow(next="Name it")

    @on(AnswerField.GoOn, "#title")
    def _to_note(self) -> None:
        self.query_one("#note", AnswerField).input.focus()

    @on(AnswerField.GoOn, "#note")
    @on(Button.Pressed, "#next")
    def _save(self) -> None:
        from wizard.session.change import NotTaken

        session = self.wizard.session
        title, note = (self.query_one(each, AnswerField) for each in ("#title", "#note"))
        if session is None or title.complain():
            title.input.focus()
            return
        try:
            made = [session.rename_what_if(self._variant, title.value), session.note_what_if(self._variant, note.value)]
        except NotTaken as refused:
            self.say(f"{refused.message} {refused.hint or ''}".strip())
            return
        except KeyError:
            # Undo took the what-if away while its name was typed.
            made = []
        self.app.pop_screen()
        for change in made:
            self.wizard.made(change)
        self.wizard.page.on_work_changed()


def _fault(text: str) -> str:
    return "" if text else "Type a name."
