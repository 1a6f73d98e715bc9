"""What can be done with the question on the screen: answered, cleared, noted on, looked up; and what is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from .actions import Action
from .page import Page
from .screen_registry import is_there, screen_class
from .widgets.question_view import QuestionView

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.session.change import Change
    from wizard.session.session import Session

ABOUT_ANSWERS = (
    Action("screen.evidence", "Evidence", "The findings behind what this question decides.", ("e", "f4")),
    Action("screen.note", "Note and source", "Write down why, and where the answer comes from.", ("n", "f5")),
    Action("screen.either", "Either of several", "Mark several answers of which one holds, or one again.", ("o",)),
    Action("screen.clear", "Clear", "As if it had not been asked, which is not the same as 'Not sure'.", ("c", "f8")),
    Action("screen.go_to", "Go to", "Any question, found by a word.", ("g", "f3")),
    Action("screen.standing", "Ranking", "Shows or hides where things stand. That it was seen is kept.", ("r", "f6")),
)


class QuestionPage(Page):
    """A page with a `QuestionView`. `question` is the one that is shown, None where there is none to ask."""

    question: str | None = None

    @property
    def session(self) -> Session:
        """The work on the desk."""
        session = self.wizard.session
        assert session is not None, "questions are asked of a council file"
        return session

    @property
    def view(self) -> QuestionView:
        """The question."""
        return self.query_one(QuestionView)

    def show(self, question: str) -> None:
        """Goes to a question."""
        raise NotImplementedError

    def answered(self) -> None:
        """Called when an answer has changed here: show it as it is now."""
        raise NotImplementedError

    # ---- answers ----

    @on(QuestionView.Given)
    def _given(self, event: QuestionView.Given) -> None:
        session, written = self.session, event.written
        if written is None:
            self._try(lambda: session.forget(event.question))
        else:
            self._try(lambda: session.answer(event.question, written))

    def _try(self, make: Callable[[], Change | None]) -> None:
        from wizard.session.change import NotTaken

        try:
            change = make()
        except NotTaken as fault:
            self.say(f"{fault.message} {fault.hint or ''}".strip())
            return
        self.wizard.made(change)
        self.answered()

    def finish(self) -> None:
        """What was typed is taken before anything else happens."""
        question, written = self.question, self.view.pending()
        if question is not None and written is not None:
            self._try(lambda: self.session.answer(question, written))

    # ---- what can be done with a question ----

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not possible with this question stands nowhere."""
        session, question = self.wizard.session, self.question
        if session is None:
            return False
        if action in ("standing", "result"):
            return session.ranking_allowed
        if action == "all_of_it":
            return session.ranking_visible
        if action == "evidence":
            return question is not None and is_there("evidence")
        if action == "either":
            return self.is_mounted and self.view.can_be_either
        if action in ("note", "clear"):
            return question is not None and session.given(question) is not None
        return True

    def possible_actions(self) -> list[Action]:
        """Back is this screen's own; and where letters are typed, only other keys are named."""
        found = [each for each in super().possible_actions() if each.name != "app.back"]
        if not isinstance(self.focused, Input):
            return found
        return [each._replace(keys=tuple(key for key in each.keys if len(key) > 1)) for each in found]

    def action_evidence(self) -> None:
        """What the reports say on what hangs on this question."""
        self.finish()
        self.app.push_screen(screen_class("evidence")(question=self.question))  # type: ignore[call-arg]

    def action_note(self) -> None:
        """Writes a note, and where the answer is from."""
        self.finish()
        self.wizard.open_page("note", self.question)

    def action_either(self) -> None:
        """Several answers of which one holds, or one again."""
        self.view.toggle_either()
        self.view.take_keys()

    def action_clear(self) -> None:
        """Takes the answer back."""
        question = self.question
        if question is not None:
            self._try(lambda: self.session.forget(question))
            self.view.take_keys()

    def action_go_to(self) -> None:
        """Any question."""
        self.finish()
        self.wizard.open_page("go_to", self.show)
