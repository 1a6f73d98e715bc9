"""One question answered otherwise in a what-if; the council file's own answer stays beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from wizard.tui.page import Page
from wizard.tui.widgets.answer_field import AnswerField
from wizard.tui.widgets.buttons import ButtonRow, Press
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

    from wizard.report.levers import DecisionLevers
    from wizard.session.session import Session

NOT_SURE, NONE = "not_sure", "(none)"
ROUGH = "(rough)"


class VaryAnswerScreen(Page):
    """Options with what each would turn in words; numbers and dates in a field, with rough ones to choose from."""

    NAME = "vary_answer"
    HEADING = "Vary an answer"
    ABOUT = (
        "Choose what would be answered in this what-if. The council file keeps its own answer; 'As in the file' "
        "takes the variation back. Enter tries it, and shows at once what moved."
    )
    DEFAULT_CSS = """
    VaryAnswerScreen VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    VaryAnswerScreen #ask { padding: 1 2 0 2; text-style: bold; max-width: 100; }
    VaryAnswerScreen .said { padding: 0 2; max-width: 100; color: $text-muted; }
    VaryAnswerScreen ChoiceList { margin-top: 1; max-width: 100; max-height: 100h; }
    VaryAnswerScreen.-low #ask { padding: 0 2; }
    """

    def __init__(self, question: str, variant: str | None, levers: Sequence[DecisionLevers] = ()) -> None:
        super().__init__()
        self._question, self._variant, self._levers = question, variant, tuple(levers)

    @property
    def _session(self) -> Session:
        session = self.wizard.session
        assert session is not None
        return session

    @property
    def _here(self) -> str | None:
        """The what-if, as long as it is there."""
        return self._variant if self._variant in [each.id for each in self._session.state.variants] else None

    def body(self) -> Iterable[Widget]:
        """The question, what the file says, and what to choose from."""
        from wizard.report.comparing_words import answer_in_words

        session = self._session
        domain = session.rules.domains[self._question]
        stands = answer_in_words(session.rules.pack, self._question, session.answer_of(self._question))
        with VerticalScroll(can_focus=False):
            yield Static(domain.question.ask, id="ask", markup=False)
            yield Static(f"In the council file: {stands}", classes="said", markup=False)
            if domain.is_numeric:
                yield from self._field()
            else:
                yield ChoiceList(self._choices(), kind="several" if domain.kind == "choices" else "one")
        yield ButtonRow(Press("As in the file", id="forget", action="screen.forget"), next="Try it")

    def _field(self) -> Iterator[Widget]:
        from wizard.report.varied_questions import turning_words
        from wizard.session.typed import as_typed, rough_answers

        session = self._session
        question = session.rules.domains[self._question].question
        for words in turning_words(self._levers, self._question):
            yield Static(words, classes="said", markup=False)
        given = session.given(self._question, self._here)
        value = as_typed(given.written) if given is not None else ""
        hint = f"{question.unit or ''}  'to' between two makes a range.".strip()
        yield AnswerField(self._fault, value=value, hint=hint, words=True)
        rough = rough_answers(session.rules, self._question)
        choices = [Choice(f"{ROUGH}{place}", each.words) for place, each in enumerate(rough)]
        yield ChoiceList([*choices, Choice(NOT_SURE, "Not sure")], kind="menu")

    def _choices(self) -> Iterator[Choice]:
        from wizard.report.varied_questions import option_notes

        domain = self._session.rules.domains[self._question]
        notes = option_notes(self._session, self._here, self._levers, self._question)
        for option in domain.options:
            title = domain.option_title(option)
            yield Choice(option, title[:1].upper() + title[1:], notes.get(option, ""))
        if domain.kind == "choices":
            yield Choice(NONE, "None of these", alone=True)
        yield Choice(NOT_SURE, "Not sure", alone=True)

    def on_mount(self) -> None:
        """Marks the answer as it stands here, and stands on one that would turn the result."""
        self.on_work_changed()
        choices = self.query_one(ChoiceList)
        field = self.query(AnswerField)
        (field.first().input if field else choices).focus()
        turning = [
            place
            for place, each in enumerate(choices.choices)
            if "if " in each.note and ("if not" not in each.note or each.id in choices.chosen)
        ]
        if turning and not field:
            choices.highlighted = turning[0]

    def on_work_changed(self) -> None:
        """Shows the answer as it stands."""
        from wizard.session.typed import as_typed

        session = self._session
        given = session.given(self._question, self._here)
        for field in self.query(AnswerField):
            field.restart(as_typed(given.written) if given is not None else "")
        if session.rules.domains[self._question].is_numeric:
            return
        self.query_one(ChoiceList).set_chosen(_chosen(given.answer) if given is not None else ())

    def _fault(self, text: str) -> str:
        from wizard.conditions.domain import Refused, understand
        from wizard.session.typed import typed

        domain = self._session.rules.domains[self._question]
        if not text:
            return "Type an answer, or choose 'Not sure'."
        try:
            understand(domain, typed(domain, text))
        except Refused as refused:
            return f"{refused.fault.message} {refused.fault.hint or ''}".strip()
        return ""

    @on(Button.Pressed, "#next")
    def _pressed(self) -> None:
        field = self.query(AnswerField)
        if field:
            if not field.first().complain():
                self._typed(field.first().value)
            return
        chosen = self.query_one(ChoiceList).chosen
        if chosen:
            self._take(chosen)
        else:
            self.say("Choose an answer first.")

    @on(AnswerField.GoOn)
    def _entered(self, event: AnswerField.GoOn) -> None:
        self._typed(event.text)

    @on(ChoiceList.GoOn)
    def _chose(self, event: ChoiceList.GoOn) -> None:
        self._take(event.chosen)

    def _typed(self, text: str) -> None:
        from wizard.session.typed import typed

        self._try(typed(self._session.rules.domains[self._question], text))

    def _take(self, chosen: tuple[str, ...]) -> None:
        from wizard.session.typed import rough_answers

        first = chosen[0] if chosen else ""
        if first.startswith(ROUGH):
            rough = rough_answers(self._session.rules, self._question)
            self._try(rough[int(first.removeprefix(ROUGH))].written)
        elif first == NONE:
            self._try([])
        elif first == NOT_SURE or self._session.rules.domains[self._question].kind != "choices":
            self._try(first)
        else:
            self._try(list(chosen))

    def _try(self, written: Any) -> None:
        from wizard.conditions.domain import understand
        from wizard.session.change import NotTaken

        session, variant = self._session, self._here
        answer = understand(session.rules.domains[self._question], written)
        if answer == session.answer_of(self._question, variant):
            self.say("That is the answer as it stands already. Choose another one, or go back.")
            return
        try:
            variant = variant if variant is not None else session.begin_what_if()
            if answer == session.answer_of(self._question):
                change = session.forget(self._question, variant)
            else:
                change = session.answer(self._question, written, variant=variant)
        except NotTaken as refused:
            self.say(f"{refused.message} {refused.hint or ''}".strip())
            return
        self._leave()
        self.wizard.made(change)
        self.wizard.page.on_work_changed()

    def action_forget(self) -> None:
        """Takes the variation back: in this what-if the answer is again that of the file."""
        change = self._session.forget(self._question, self._here) if self._here is not None else None
        if change is None:
            self.say("It is as in the file already.")
            return
        self._leave()
        self.wizard.made(change)
        self.wizard.page.on_work_changed()

    def _leave(self) -> None:
        """Back to what moved, past the list of questions."""
        self.app.pop_screen()
        if self.wizard.page.NAME == "vary_question":
            self.app.pop_screen()


def _chosen(answer: Any) -> tuple[str, ...]:
    from wizard.conditions.answers import Chosen, NotSure, OneOf

    if isinstance(answer, NotSure):
        return (NOT_SURE,)
    if isinstance(answer, Chosen) and not answer.options:
        return (NONE,)
    return tuple(answer.options) if isinstance(answer, (Chosen, OneOf)) else ()
