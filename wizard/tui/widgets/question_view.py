"""One question with whatever it takes for an answer; another question takes its place without anything new mounted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from wizard.conditions.answers import OneOf
from wizard.report.asking_words import refusal_words, takes_words
from wizard.session.change import NotTaken
from wizard.session.giving import AS_IT_STANDS, taken
from wizard.session.typed import as_typed, typed

from .answer_choices import choices_of, kind_of, marked_in, means_the_same, written_of
from .answer_field import AnswerField
from .choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from wizard.schema.base import RawAnswer

    from .answer_choices import Asked

EXAMPLES = {"date": "such as 2008-04", "whole_number": "a whole number", "number": "a number"}
EITHER = "Mark every answer that it could be."
SEVERAL = "Mark all that hold."
ROUGHLY = "Or choose, where you know it only roughly:"


class QuestionView(VerticalScroll, can_focus=False):
    """Shows `Asked`. Posts `Given` when the answer changes and `Done` when the person wants to go on."""

    DEFAULT_CSS = """
    QuestionView { height: 1fr; scrollbar-size-vertical: 1; }
    QuestionView > Static { height: auto; padding: 0 2; max-width: 100; }
    QuestionView #ask { padding: 1 2; text-style: bold; }
    QuestionView #how { color: $text-muted; }
    QuestionView #remarks { padding: 1 2 0 2; }
    QuestionView ChoiceList {
        max-height: 1000; max-width: 100; scrollbar-gutter: auto; scrollbar-size-horizontal: 0;
    }
    QuestionView AnswerField { max-width: 100; }
    """
    HELP = "A question. Digits choose, Enter goes on; a letter on the lines below the answers does what it says."

    class Given(Message):
        """Another answer, as a council file would have it; None where every mark was taken away."""

        def __init__(self, question: str, written: RawAnswer | None) -> None:
            super().__init__()
            self.question, self.written = question, written

    class Done(Message):
        """The person goes on."""

    def __init__(self, *below: Widget) -> None:
        super().__init__()
        self._below = below
        self._asked: Asked | None = None
        self._either = False
        self._said: dict[str, str] = {}
        self._field = AnswerField(self._fault, id="field")
        self._list = ChoiceList(id="answers")

    def compose(self) -> ComposeResult:
        """The parts; those that the question does not need are not displayed."""
        yield Static(id="ask", markup=False)
        yield self._field
        yield Static(id="how", markup=False)
        yield self._list
        yield Static(id="remarks", markup=False)
        yield from self._below

    # ---- what is shown ----

    def show(self, asked: Asked, *, afresh: bool = True) -> None:
        """Shows a question; `afresh` puts its beginning in sight and the keys into it."""
        same = self._asked is not None and self._asked.domain.id == asked.domain.id
        given = asked.given.answer if asked.given is not None else None
        self._either = (self._either and same) or (isinstance(given, OneOf) and len(given.options) > 1)
        self._asked = asked
        self._say("#ask", asked.domain.question.ask)
        self._say("#how", self._how())
        self._list.display = True
        self._show_answers(asked)
        self._field.display = asked.domain.is_numeric
        if asked.domain.is_numeric:
            self._field.input.placeholder = EXAMPLES[asked.domain.kind]
            self._field.restart(as_typed(asked.given.written) if asked.given is not None else "")
            self._field.hint = takes_words(asked.domain)
        self._say("#remarks", "\n".join(asked.remarks))
        if afresh:
            self.scroll_home(animate=False)
            self.take_keys()

    def show_words(self, title: str, sentences: Sequence[str]) -> None:
        """Shows a few sentences where there is no question to ask."""
        self._asked = None
        self._field.display = self._list.display = False
        for part, words in (("#ask", title), ("#how", ""), ("#remarks", "\n\n".join(sentences))):
            self._say(part, words)
        self.scroll_home(animate=False)

    def take_keys(self) -> None:
        """What is typed goes to the answer."""
        if self._asked is not None:
            (self._field.input if self._asked.domain.is_numeric else self._list).focus(scroll_visible=False)

    @property
    def can_be_either(self) -> bool:
        """Whether several answers could be named of which one holds; of two, that would be 'not sure'."""
        return self._asked is not None and self._asked.domain.kind == "choice" and len(self._asked.domain.options) > 2

    def toggle_either(self) -> None:
        """From one answer to any of several, or back."""
        if self.can_be_either and self._asked is not None:
            self._either = not self._either
            marked = self._list.chosen
            self._list.show(choices_of(self._asked), kind=kind_of(self._asked, self._either), chosen=marked[:1])
            self._say("#how", self._how())
            if not self._either and len(marked) > 1:
                self._give(marked[:1])

    def _say(self, part: str, words: str) -> None:
        # An update lays the whole screen out anew, and most parts stay as they are from one answer to the next.
        if self._said.get(part) != words:
            self._said[part] = words
            static = self.query_one(part, Static)
            static.display = bool(words)
            static.update(Content(words))

    def _how(self) -> str:
        if self._asked is None:
            return ""
        domain = self._asked.domain
        if domain.is_numeric:
            return ROUGHLY if self._asked.rough else ""
        return EITHER if self._either else SEVERAL if domain.kind == "choices" else ""

    def _show_answers(self, asked: Asked) -> None:
        choices, kind = tuple(choices_of(asked)), kind_of(asked, self._either)
        chosen = marked_in(asked)
        if (choices, kind) == (self._list.choices, self._list.kind):
            self._list.set_chosen(chosen)
            if not chosen:
                self._list.highlighted = 0
        else:
            self._list.show(choices, kind=kind, chosen=chosen)

    # ---- what is answered ----

    def pending(self) -> RawAnswer | None:
        """What was typed, would do, and was not given yet."""
        asked = self._asked
        if asked is None or not asked.domain.is_numeric or not self._field.value or self._field.fault:
            return None
        written = typed(asked.domain, self._field.value)
        return None if means_the_same(asked, written) else written

    def refuses_to_go_on(self) -> bool:
        """Says what is wrong with what was typed, and whether anything is."""
        if self._asked is None or not self._asked.domain.is_numeric or not self._field.value:
            return False
        return self._field.complain()

    def _fault(self, text: str) -> str:
        asked = self._asked
        if asked is None:
            return ""
        if not text:
            return "" if self._list.chosen else "Type it here, or choose below. Not sure is an answer too."
        try:
            taken(asked.domain, typed(asked.domain, text), AS_IT_STANDS, AS_IT_STANDS, None)
        except NotTaken as fault:
            return refusal_words(asked.domain, fault)
        return ""

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self._give(event.chosen)

    def _give(self, chosen: tuple[str, ...]) -> None:
        asked = self._asked
        if asked is not None:
            self.post_message(self.Given(asked.domain.id, written_of(asked, chosen)))

    @on(AnswerField.Changed)
    def _typing(self, event: AnswerField.Changed) -> None:
        event.stop()

    @on(AnswerField.GoOn)
    @on(ChoiceList.GoOn)
    def _go_on(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Done())

    @on(OptionList.OptionHighlighted)
    def _show_the_end(self, event: OptionList.OptionHighlighted) -> None:
        """With the last answer, what stands below it comes into sight; keys alone would not get there."""
        event.stop()
        if self._list.has_focus and event.option_index == len(self._list.choices) - 1:
            self.scroll_end(animate=False)
