"""Weights said in one of three ways: points for the step from worst to best, an order, or so much of 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from wizard.session.weighing import usual_role
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.said_by_fields import SaidByFields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.proof.setting_priorities import NewPriorities, SaidBy
    from wizard.report.priorities_on_screen import ToWeigh
    from wizard.session.session import Session

TITLES = {
    "swing": "How much does each step from worst to best matter?",
    "rank": "In which order do they matter?",
    "weight": "How much of 100 should each count?",
}
EXAMPLES = {"swing": "0 to 100", "rank": "1, 2, 3 and so on", "weight": "empty: shares the rest"}


class WeighScreen(Page):
    """A field for each group, or for each criterion of the group `whole`; then whose view it is, and why."""

    NAME = "weigh"
    ABOUT = (
        "Type a number in each field; Enter goes to the next. Nothing is changed before you press Record it, and what "
        "it makes of the result is shown then. Ctrl+Z takes it back."
    )
    DEFAULT_CSS = """
    WeighScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    WeighScreen #how { padding: 1 2; max-width: 100; }
    WeighScreen.-low #how { padding: 0 2; }
    """

    def __init__(self, decision: str, way: str, whole: str | None = None) -> None:
        super().__init__()
        self._decision, self._way, self._whole = decision, way, whole
        self._parts: tuple[ToWeigh, ...] = ()

    def body(self) -> Iterable[Widget]:
        """What to type, the fields, who says so."""
        from wizard.report.priorities_on_screen import HOW_TO_SAY, to_weigh

        session = self.wizard.session
        assert session is not None
        self._parts = to_weigh(session, self._decision, self._whole)
        with VerticalScroll(can_focus=False):
            yield Static(HOW_TO_SAY[self._way], id="how", markup=False)
            for number, each in enumerate(self._parts):
                yield AnswerField(
                    self._check(each),
                    value=each.stated if self._way == "weight" else "",
                    example=EXAMPLES[self._way],
                    hint=each.title,
                    id=f"part{number}",
                )
            yield SaidByFields(usual_role(session.file))
        yield ButtonRow(next="Record it")

    def on_mount(self) -> None:
        """Begins with the first field."""
        self.header.title = TITLES[self._way]
        self.query(AnswerField).first().input.focus()

    def _check(self, part: ToWeigh):  # type: ignore[no-untyped-def]
        def fault(text: str) -> str:
            if not text:
                return "" if self._way == "weight" else f"{part.title}: {EXAMPLES[self._way]}."
            if not text.replace(".", "", 1).isdecimal():
                return f"{part.title}: type a number, such as {'2' if self._way == 'rank' else '40'}."
            if self._way == "rank" and not (text.isdecimal() and 1 <= int(text) <= len(self._parts)):
                return f"{part.title}: a place from 1 to {len(self._parts)}."
            return ""

        return fault

    @on(AnswerField.GoOn)
    def _next_field(self, event: AnswerField.GoOn) -> None:
        fields = list(self.query(AnswerField))
        following = fields.index(event.field) + 1
        if following < len(fields):
            fields[following].input.focus()
        else:
            self._record()

    @on(Button.Pressed, "#next")
    def _record(self) -> None:
        from wizard.engine.eliciting import NotWeights

        from .priorities_changed import record

        session = self.wizard.session
        fields = [self.query_one(f"#part{number}", AnswerField) for number in range(len(self._parts))]
        faults = [each for each in fields if each.complain()]
        if faults or session is None:
            faults[0].input.focus()
            return
        by = self.query_one(SaidByFields).said()
        if by is None:
            return
        said = [(part.id, field.value) for part, field in zip(self._parts, fields, strict=True) if field.value]
        try:
            new = self._new(session, said, session.said(by))
        except NotWeights as refused:
            self.say(f"{self._in_titles(refused.message)} {self._in_titles(refused.hint)}")
            return
        record(self, self._decision, new)

    def _new(self, session: Session, said: list[tuple[str, str]], by: SaidBy) -> NewPriorities:
        from wizard.proof import setting_priorities as setting

        weighable = session.view.weighable[self._decision]
        if self._way == "swing":
            return setting.with_swings(session.file, self._decision, weighable, said, by)
        if self._way == "weight":
            return setting.with_stated(session.file, self._decision, weighable, said, by)
        places = sorted({int(place) for _, place in said})
        order = [[each for each, place in said if int(place) == wanted] for wanted in places]
        return setting.with_ranks(session.file, self._decision, weighable, order, by)

    def _in_titles(self, words: str) -> str:
        """What is said of ids, said of titles."""
        for part in sorted(self._parts, key=lambda each: -len(each.id)):
            words = words.replace(f"'{part.id}'", f"“{part.title}”")
        return words
