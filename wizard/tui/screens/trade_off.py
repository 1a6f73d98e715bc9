"""Which matters more? One either/or question, with "I cannot say" among its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from wizard.session.weighing import usual_role
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList
from wizard.tui.widgets.said_by_fields import SaidByFields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.report.priorities_on_screen import EitherOr

CANNOT_SAY = "cannot_say"


class TradeOffScreen(Page):
    """What the answer does is shown once it is given, never before: nobody should answer for a result."""

    NAME = "trade_off"
    HEADING = "Which matters more?"
    ABOUT = (
        "Choose what should count for more in your council. You do not have to know by how much. What your answer "
        "makes of the result is shown afterwards, and Ctrl+Z takes it back."
    )
    DEFAULT_CSS = """
    TradeOffScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    TradeOffScreen #ask { padding: 1 2; text-style: bold; max-width: 100; }
    TradeOffScreen ChoiceList { max-width: 100; max-height: 100h; margin-bottom: 1; }
    TradeOffScreen.-low #ask { padding: 0 2; }
    """

    def __init__(self, decision: str, asked: EitherOr) -> None:
        super().__init__()
        self._decision, self._asked = decision, asked

    def body(self) -> Iterable[Widget]:
        """The question, the answers, who says so."""
        from wizard.report.priorities_on_screen import CANNOT_SAY as WORDS

        session = self.wizard.session
        sides = (self._asked.first, self._asked.second)
        yield Static(self._asked.ask, id="ask", markup=False)
        with VerticalScroll(can_focus=False):
            yield ChoiceList(
                [*(Choice(each.group, each.title, each.about) for each in sides), Choice(CANNOT_SAY, WORDS)]
            )
            yield SaidByFields(usual_role(session.file) if session is not None else "")
        yield ButtonRow(next="Record it")

    def on_mount(self) -> None:
        """Begins with the answers."""
        self.query_one(ChoiceList).focus()

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        self.query_one(SaidByFields).needs_why = event.chosen != (CANNOT_SAY,)

    @on(ChoiceList.GoOn)
    def _to_role(self) -> None:
        self.query_one("#role", AnswerField).input.focus()

    @on(AnswerField.GoOn, "#role")
    def _to_why(self) -> None:
        self.query_one("#why", AnswerField).input.focus()

    @on(AnswerField.GoOn, "#why")
    @on(Button.Pressed, "#next")
    def _record(self) -> None:
        from wizard.engine.eliciting import NotWeights
        from wizard.proof.setting_priorities import Compared, with_trade_offs

        from .priorities_changed import record

        session, chosen = self.wizard.session, self.query_one(ChoiceList).chosen
        if session is None or not chosen:
            self.say("Choose one of the answers first.")
            self.query_one(ChoiceList).focus()
            return
        by = self.query_one(SaidByFields).said()
        if by is None:
            return
        one, other = self._asked.first.group, self._asked.second.group
        if chosen[0] == other:
            one, other = other, one
        pair = Compared(one, other, one_matters_more=chosen[0] != CANNOT_SAY)
        weighable = session.view.weighable[self._decision]
        try:
            new = with_trade_offs(session.file, self._decision, weighable, [pair], session.said(by))
        except NotWeights as refused:
            self.say(f"{refused.message} {refused.hint}")
            return
        record(self, self._decision, new)
