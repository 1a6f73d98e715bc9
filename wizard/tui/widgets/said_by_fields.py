"""Who says so, and why: two fields that stand wherever a person states a priority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup
from textual.widgets import Static

from .answer_field import AnswerField

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from wizard.proof.setting_priorities import SaidBy


class SaidByFields(VerticalGroup):
    """A role is needed, since a priority without one would be nobody's; a reason is, unless `why` is switched off."""

    DEFAULT_CSS = """
    SaidByFields Static.ask { padding: 0 2; text-style: bold; }
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.needs_why = True

    def compose(self) -> ComposeResult:
        """The two fields."""
        yield Static("Whose view is it? (a role, never a name)", classes="ask", markup=False)
        yield AnswerField(_no_role, value=self._role, example="such as: chief executive", words=True, id="role")
        yield Static("Why?", classes="ask", markup=False)
        yield AnswerField(self._no_why, example="such as: it cost us two years", words=True, id="why")

    def _no_why(self, text: str) -> str:
        return "" if text or not self.needs_why else "Say why in a few words: it stands in every report."

    def said(self) -> SaidBy | None:
        """What was typed; None, with the fault said and in focus, where something is missing."""
        from wizard.proof.setting_priorities import SaidBy

        fields = [self.query_one(f"#{each}", AnswerField) for each in ("role", "why")]
        faults = [field for field in fields if field.complain()]
        if faults:
            faults[0].input.focus()
            return None
        role, why = (field.value for field in fields)
        return SaidBy(role, None, why or None)


def _no_role(text: str) -> str:
    return "" if text else "Say whose view it is: it stands in every report."
