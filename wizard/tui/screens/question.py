"""Quick mode: the questions that matter most, one at a time; then the result; then what could still change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from wizard.tui.actions import Action
from wizard.tui.asking_page import GOING, AskingPage
from wizard.tui.question_page import ABOUT_ANSWERS

if TYPE_CHECKING:
    from wizard.session.plan import Plan


class QuestionScreen(AskingPage):
    """Begins with the first core question that has no answer; where all have one, with what matters most next."""

    NAME = "question"
    HEADING = "What matters most next"
    ABOUT = (
        "One question at a time, first those that matter most. Then the result opens, and after it the questions "
        "follow that could still change it, until none can. Everything is saved as you go; you can stop at any time."
    )
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        *ABOUT_ANSWERS,
        Action("screen.all_questions", "All questions", "The full interview, section by section.", ("a",)),
        *GOING,
    )
    LINKS = frozenset((*AskingPage.LINKS, "screen.all_questions"))

    ASKS_NEXT = True

    def __init__(self, at: str | None = None) -> None:
        super().__init__(at)
        self._result_seen = False
        self._passed_over: dict[str, None] = {}
        self._why: dict[str, str] = {}

    @property
    def plan(self) -> Plan:
        """Only the core questions are counted."""
        return self.session.core

    def begin(self) -> None:
        """The first core question without an answer."""
        first = self.session.core.first_to_do
        if first is not None:
            self.show(first)
        else:
            self._result_seen = True
            self._next_worth()

    def on_screen_resume(self) -> None:
        """Back from the result, what matters most next is asked."""
        super().on_screen_resume()
        core = self.session.core
        at_the_end = self.question is not None and self._is_core() and core.after(self.question) is None
        if self._result_seen and at_the_end and core.is_done:
            self._next_worth()

    def go_on(self) -> None:
        """The next core question; after the last the result; after that what matters most."""
        question, core = self.question, self.session.core
        if question is None:
            self.action_result()
        elif self._is_core() and (after := core.after(question)) is not None:
            self._say_if_passed_over(question)
            self.show(after)
        elif not core.is_done:
            self._to_the_first_left(question)
        elif self._is_core() and not self._result_seen:
            self._result_seen = True
            self.action_result()
        else:
            if self.session.given(question) is None:
                self._passed_over[question] = None
            self._next_worth()

    def why_now(self) -> str:
        """What the answer could do, for a question that is not among the core; it stays when that is answered."""
        question, worth = self.question or "", self.wizard.desk.worth_asking
        if question not in self._why and not self._is_core() and worth is not None and self.foresight.is_there:
            from wizard.report.asking_words import why_now

            found = worth.found(self.session.rules, self.session.assessment)
            self._why.update({each.question: why_now(each) for each in found.questions if each.question == question})
        return self._why.get(question, "")

    def foreseen(self) -> None:
        """Why it is asked can be said now."""
        super().foreseen()
        if self.question is not None and self.question not in self._why and self.why_now():
            self.refresh_question(afresh=False)

    def action_all_questions(self) -> None:
        """To the full interview, at the same question."""
        from .interview import InterviewScreen

        self.finish()
        self.app.switch_screen(InterviewScreen(self.question))

    def _is_core(self) -> bool:
        return any(each.id == self.question for each in self.session.core.questions)

    def _say_if_passed_over(self, question: str) -> None:
        if self.session.given(question) is None:
            self.say("Left without an answer for now. “Not sure” is an answer too.")

    def _to_the_first_left(self, question: str) -> None:
        core = self.session.core
        left = core.of - core.done
        first = core.first_to_do
        if first is not None:
            words = "One question has" if left == 1 else f"{left} questions have"
            self.say(f"{words} no answer yet. “Not sure” is an answer too.")
            if first != question:
                self.show(first)

    def _next_worth(self) -> None:
        if not self.foresight.is_there:
            if self.question is None:
                self.view.show_words("One moment", ("Finding out what matters most next.",))
            self.wait(self._next_worth)
            return
        following = self.session.next_to_ask(self._passed_over)
        if following is not None:
            self.show(following)
        else:
            self._end()

    def _end(self) -> None:
        from wizard.report.asking_words import nothing_left
        from wizard.report.subject import Subject

        session, worth = self.session, self.wizard.desk.worth_asking
        assert worth is not None
        subject = Subject(session.assessment, session.file, "")
        found = worth.found(session.rules, session.assessment)
        passed = len(self._passed_over) if session.next_to_ask() is not None else 0
        self._passed_over.clear()
        title, sentences = nothing_left(subject, found, passed)
        self.show_end(title, sentences)
