"""Which models are on the table in a what-if: taken off for a reason, or put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button

from wizard.tui.varying_page import VaryingPage
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.session.change import Change
    from wizard.session.session import Session

CHOOSE = "Choose a model in the list first."


class VaryModelsScreen(VaryingPage):
    """Choose a model and say why it would be off the table; one that is off is put back by choosing it."""

    NAME = "vary_models"
    HEADING = "Models in this what-if"
    ABOUT = (
        "Choose a model to take it off the table here, and type the reason, which every result shows. Choosing one "
        "that is off the table puts it back."
    )

    def __init__(self, variant: str | None) -> None:
        super().__init__(variant)
        self._model = ""

    def body(self) -> Iterable[Widget]:
        """The models, and the reason."""
        yield ChoiceList(kind="menu")
        yield AnswerField(lambda text: "" if text else "Type a reason.", example="the reason", hint=CHOOSE, words=True)
        yield ButtonRow(next="Take off the table")

    def to_vary(self, session: Session, variant: str | None) -> Iterable[Choice]:
        """Every model of every decision, with whether it is on the table here."""
        from wizard.report.varied_questions import models_to_vary

        return [Choice(*each) for each in models_to_vary(session, variant)]

    @on(ChoiceList.GoOn)
    def _choose(self, event: ChoiceList.GoOn) -> None:
        session = self.wizard.session
        self._model = event.chosen[0]
        if session is None:
            return
        if self._model in session.assessment_of(self.here).case.off_the_table:
            self._change(None)
            return
        field = self.query_one(AnswerField)
        field.hint = next(each.label for each in event.choice_list.choices if each.id == self._model)
        field.input.focus()

    @on(AnswerField.GoOn)
    @on(Button.Pressed, "#next")
    def _take_off(self) -> None:
        field = self.query_one(AnswerField)
        if not self._model:
            self.say(CHOOSE)
        elif not field.complain():
            self._change(field.value)

    def _change(self, reason: str | None) -> None:
        """Takes the model off for a reason; without one puts it back."""
        from wizard.session.change import NotTaken

        def make(session: Session, variant: str | None) -> Change | None:
            if reason is not None:
                return session.take_off_the_table(self._model, reason, variant)
            if variant is None:
                raise NotTaken("in-the-file", "It is off the table in the council file itself.", "Put it back there.")
            return session.put_back(self._model, variant)

        change = self.vary(reason is not None, make)
        if change is not None:
            field = self.query_one(AnswerField)
            field.restart("")
            field.hint = CHOOSE
            self._model = ""
            self.varied(change)
