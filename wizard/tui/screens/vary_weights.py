"""Priorities in a what-if: how much a group of criteria, or a criterion within its group, would count."""

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

CHOOSE = "Choose what to weigh in the list first."


class VaryWeightsScreen(VaryingPage):
    """Choose what to weigh, type a number from 0 to 100; nothing typed takes the weight back."""

    NAME = "vary_weights"
    HEADING = "Priorities in this what-if"
    ABOUT = (
        "Groups of criteria count the same until somebody says otherwise. Choose a group, or a criterion within its "
        "group, and type how much of 100 it should count here; what is not set shares the rest. Leave the field "
        "empty to take a weight back."
    )

    def __init__(self, variant: str | None) -> None:
        super().__init__(variant)
        self._weighed = ""

    def body(self) -> Iterable[Widget]:
        """The list, and the number."""
        yield ChoiceList(kind="menu")
        yield AnswerField(lambda _: "", example="0 to 100", hint=CHOOSE, words=False)
        yield ButtonRow(next="Set this weight")

    def to_vary(self, session: Session, variant: str | None) -> Iterable[Choice]:
        """Groups, and the criteria in each, with what they count here."""
        from wizard.report.varied_questions import weights_to_vary

        return [Choice(*each) for each in weights_to_vary(session, variant)]

    @on(ChoiceList.GoOn)
    def _choose(self, event: ChoiceList.GoOn) -> None:
        self._weighed = event.chosen[0]
        label = next(each.label for each in event.choice_list.choices if each.id == self._weighed)
        field = self.query_one(AnswerField)
        field.hint = f"of 100: {label.removeprefix('- ')}"
        field.restart("")
        field.input.focus()

    @on(AnswerField.GoOn)
    @on(Button.Pressed, "#next")
    def _set(self) -> None:
        field = self.query_one(AnswerField)
        if not self._weighed:
            self.say(CHOOSE)
            return
        decision, _, of = self._weighed.partition(":")

        def make(session: Session, variant: str | None) -> Change | None:
            if field.value:
                return session.set_weights(decision, {of: field.value}, variant=variant)
            return session.remove_weights(decision, [of], variant) if variant is not None else None

        change = self.vary(bool(field.value), make)
        if change is not None:
            field.restart("")
            self.varied(change)
