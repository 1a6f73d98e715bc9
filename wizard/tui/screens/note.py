"""A note on an answer, and where the answer comes from."""

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

    from wizard.session.giving import Words


class NoteScreen(Page):
    """Two fields; both are kept with the answer in the council file."""

    NAME = "note"
    HEADING = "Note and source"
    ABOUT = (
        "Both are kept in the council file beside the answer, and shown in reports. Write roles, not names. An empty "
        "field takes away what stood there."
    )
    DEFAULT_CSS = """
    NoteScreen Static.ask { padding: 1 2 0 2; text-style: bold; }
    NoteScreen #question { padding: 1 2 0 2; color: $text-muted; max-width: 100; height: auto; }
    NoteScreen ButtonRow { margin-top: 1; }
    """

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def body(self) -> Iterable[Widget]:
        """What is noted, where it is from, and the way on."""
        session = self.wizard.session
        assert session is not None
        given = session.given(self._question)
        self._note = " ".join((given.note or "").split()) if given is not None else ""
        self._from = (given.from_ or "") if given is not None else ""
        yield Static(session.rules.domains[self._question].question.ask, id="question", markup=False)
        yield Static("Note", classes="ask", markup=False)
        yield AnswerField(_anything, value=self._note, example="such as: two of the six are new", words=True, id="note")
        yield Static("Where the answer comes from", classes="ask", markup=False)
        yield AnswerField(
            _anything, value=self._from, example="such as: chief executive, in March", words=True, id="from"
        )
        yield ButtonRow(next="Keep")

    @on(AnswerField.GoOn, "#note")
    def _to_source(self) -> None:
        self.query_one("#from", AnswerField).input.focus()

    @on(AnswerField.GoOn, "#from")
    @on(Button.Pressed, "#next")
    def _keep(self) -> None:
        from wizard.session.change import NotTaken

        session = self.wizard.session
        assert session is not None
        given = session.given(self._question)
        if given is None:
            self.app.pop_screen()
            return
        note, source = (self.query_one(each, AnswerField).value for each in ("#note", "#from"))
        try:
            change = session.answer(
                self._question, given.written, _changed(note, self._note), _changed(source, self._from)
            )
        except NotTaken as fault:
            self.say(f"{fault.message} {fault.hint or ''}".strip())
            return
        self.app.pop_screen()
        self.wizard.page.on_work_changed()
        self.wizard.made(change)


def _anything(_: str) -> str:
    return ""


def _changed(words: str, before: str) -> Words:
    """A note of several lines is shown in one, and stays as it was where it was not written in."""
    from wizard.session.giving import AS_IT_STANDS

    return AS_IT_STANDS if words == before else words
