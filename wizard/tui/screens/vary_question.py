"""Which question to answer otherwise in a what-if: searched by a word, those that would turn the result first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, Static

from wizard.tui.actions import Action
from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from wizard.report.levers import DecisionLevers

HINT = "Enter opens the first one; Down goes to the list. What would turn the result stands first."


class VaryQuestionScreen(Page):
    """Type part of a word, choose with the arrow keys, Enter opens it."""

    NAME = "vary_question"
    HEADING = "Vary an answer: which question?"
    ABOUT = (
        "Every question with its present answer. Where it says 'Would turn it', another answer to that question alone "
        "would put another model first. Type part of a word to find a question or a section."
    )
    ACTIONS = (
        Action("screen.down", "To the list", "From the words you type down into the list.", ("down",), hidden=True),
    )
    DEFAULT_CSS = """
    VaryQuestionScreen ChoiceList { height: 1fr; max-width: 110; }
    VaryQuestionScreen #none { padding: 0 2; color: $text-muted; }
    """

    def __init__(self, variant: str | None, levers: Sequence[DecisionLevers] = ()) -> None:
        super().__init__()
        self._variant, self._levers = variant, tuple(levers)

    def body(self) -> Iterable[Widget]:
        """The words to search for, and what was found."""
        yield AnswerField(lambda _: "", example="such as: heads", hint=HINT, id="words")
        yield ChoiceList(kind="menu")
        yield Static(id="none", markup=False)
        yield ButtonRow(next=None)

    def on_mount(self) -> None:
        """Fills the list; without levers at hand they are looked for aside."""
        self._fill("")
        if not self._levers:
            self.run_worker(self._look, thread=True, exclusive=True)

    def _look(self) -> None:
        from wizard.report.levers import levers_of
        from wizard.report.session_variants import variation_subject

        session = self.wizard.session
        if session is not None:
            found = tuple(levers_of(session.rules, variation_subject(session, self._variant)))
            self.app.call_from_thread(self._mark, found)

    def _mark(self, levers: tuple[DecisionLevers, ...]) -> None:
        self._levers = levers
        if any(each.levers for each in levers):
            choices = self.query_one(ChoiceList)
            before = choices.highlighted
            self._fill(self.query_one(AnswerField).value)
            # Whoever has begun to walk down the list stays on the question they stood on.
            if before:
                choices.highlighted = before

    def on_work_changed(self) -> None:
        """Answers may be others now."""
        self._fill(self.query_one(AnswerField).value)

    def _fill(self, words: str) -> None:
        from wizard.report.varied_questions import questions_to_vary

        session = self.wizard.session
        if session is None:
            return
        variant = self._variant if self._variant in [each.id for each in session.state.variants] else None
        found = questions_to_vary(session, variant, self._levers, words)
        self.query_one(ChoiceList).show([Choice(*each) for each in found])
        said = "" if found else f"No question has all of '{words}'. Try another word."
        self.query_one("#none", Static).update(said)

    @on(AnswerField.Changed)
    def _search(self, event: AnswerField.Changed) -> None:
        if type(event) is AnswerField.Changed:
            self._fill(event.text)

    @on(AnswerField.GoOn)
    def _first(self) -> None:
        self.query_one(ChoiceList).choose(0)

    @on(ChoiceList.GoOn)
    def _open(self, event: ChoiceList.GoOn) -> None:
        self.wizard.open_page("vary_answer", event.chosen[0], self._variant, self._levers)

    def action_down(self) -> None:
        """Into the list."""
        if isinstance(self.focused, Input):
            self.query_one(ChoiceList).focus()
