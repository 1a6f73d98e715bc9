"""What quick mode and the full interview have in common: one question view, going on and back, where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.widgets import Button

from .actions import Action
from .foresight import Foresight
from .question_page import ABOUT_ANSWERS, QuestionPage
from .screen_registry import is_there
from .widgets.action_links import ActionLinks
from .widgets.answer_choices import Asked
from .widgets.buttons import ButtonRow, Press
from .widgets.question_view import QuestionView
from .widgets.standing_view import StandingLines, StandingPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from wizard.session.plan import Plan

GOING = (
    Action("screen.previous", "Back", "To the question before; from the first to where you came from.", ("escape",), 2),
    Action("screen.all_of_it", "All of the ranking", "Where things stand, on a page of its own.", ("v", "f7")),
    Action("screen.result", "Result", "The whole result with the answers so far.", ("f9",)),
    Action("screen.stop", "Save and stop", "To the first screen. You can go on at any time."),
)


class AskingPage(QuestionPage):
    """A subclass says what comes `next`, and may put something beside the question."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (*ABOUT_ANSWERS, *GOING)
    ASKS_NEXT: ClassVar[bool] = False
    """Whether what is asked next is found out from the answers."""
    LINKS = frozenset(each.name for each in ABOUT_ANSWERS)

    # What stands beside the question depends on the width of the screen.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    AskingPage Body { overflow: hidden hidden; }
    AskingPage #columns { height: 1fr; }
    .-very-wide StandingPanel { width: 46; }
    """

    def __init__(self, at: str | None = None) -> None:
        """`at` is the question to begin with; without it the first that has no answer."""
        super().__init__()
        self._begin_at = at
        self._trail: list[str] = []
        self._answers: dict[str, object] = {}
        self._waiting: Callable[[], None] | None = None
        self.foresight = Foresight(self, self.foreseen, self.ASKS_NEXT)

    # ---- what a subclass says ----

    @property
    def plan(self) -> Plan:
        """The questions that are counted at the top."""
        return self.session.plan

    def begin(self) -> None:
        """Shows the first question there is to ask."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Shows what comes after the present question."""
        raise NotImplementedError

    def beside(self) -> Iterable[Widget]:
        """What stands left of the question."""
        return ()

    def above(self) -> Iterable[Widget]:
        """What stands over it."""
        return ()

    def why_now(self) -> str:
        """Why the question is asked at this place; nothing where it is its turn."""
        return ""

    # ---- what there is ----

    def body(self) -> Iterable[Widget]:
        """The question with what stands beside it, and the buttons."""
        yield from self.above()
        yield Horizontal(*self.beside(), QuestionView(ActionLinks(self.LINKS)), StandingPanel(), id="columns")
        yield StandingLines()
        yield ButtonRow(Press("Save and stop", action="screen.stop", id="stop"), back_action="screen.previous")

    def on_mount(self) -> None:
        """Goes to where the person left off."""
        if self.ASKS_NEXT:
            self.run_worker(_fetch, thread=True, group="fetch")
        at = self._begin_at or self._asked_for()
        if at is not None:
            self.show(at)
        else:
            self.begin()
        self.foresee()

    def _asked_for(self) -> str | None:
        """The question that another screen has gone to, where it has no answer yet."""
        at = self.session.at
        return at if at is not None and self.session.plan.state_of(at) == "to_do" else None

    def on_screen_resume(self) -> None:
        """Something may have changed on another screen."""
        at = self.session.at
        if self.question is not None and at is not None and at != self.question:
            # Another screen says where to go on.
            self.show(at)
        elif self.question is not None and self._answers != dict(self.session.answers):
            self.on_work_changed()
        elif self.question is not None:
            self.refresh_question(afresh=False)
        self.foresee()

    def on_resize(self) -> None:
        """Beside the question, or below it."""
        self.foresight.place()

    def show(self, question: str, *, back: bool = False) -> None:
        """Goes to a question."""
        if self.question is not None and not back and question != self.question:
            self._trail.append(self.question)
        self.question = question
        self._waiting = None
        self.session.jump(question)
        self.query_one("#next", Press).relabel("Next")
        self.refresh_question(afresh=True)

    def refresh_question(self, *, afresh: bool) -> None:
        """Shows the question as it stands now."""
        session, question = self.session, self.question
        if question is None:
            return
        from wizard.report.asking_words import remarks_on
        from wizard.session.typed import rough_answers

        given, rules = session.given(question), session.rules
        arises = session.plan.state_of(question) != "does_not_arise"
        remarks = remarks_on(rules, question, given, arises, self.why_now())
        asked = Asked(rules.domains[question], given, remarks, rough_answers(rules, question))
        self.view.show(asked, afresh=afresh)
        self._answers = dict(session.answers)
        self.refresh_head()
        self.refresh_bindings()

    def refresh_head(self) -> None:
        """Where one is, how far, how long still."""
        plan, header = self.plan, self.header
        here = next((each for each in self.session.plan.sections if each.state == "now"), None)
        header.title = here.title if here is not None else self.HEADING
        header.place = (plan.number, plan.of) if plan.number is not None else None
        header.minutes = plan.minutes_left if plan.number is not None else None

    def show_end(self, title: str, sentences: Iterable[str]) -> None:
        """Says that there is nothing more to ask; the way on is the result."""
        if self.question is not None:
            self._trail.append(self.question)
        self.question = None
        self.view.show_words(title, tuple(sentences))
        self.header.title, self.header.place, self.header.minutes = self.HEADING, None, None
        button = self.query_one("#next", Press)
        button.relabel("To the result")
        button.focus()
        self.refresh_bindings()

    def answered(self) -> None:
        """The question as it is now, in its place; what follows from it is found out meanwhile."""
        self.refresh_question(afresh=False)
        self.foresee()

    def on_work_changed(self) -> None:
        """After an undo the question stands there that it was about."""
        answers = dict(self.session.answers)
        differing = [each for each in {**self._answers, **answers} if self._answers.get(each) != answers.get(each)]
        if len(differing) == 1 and differing[0] != self.question:
            self.show(differing[0])
        elif self.question is not None:
            self.refresh_question(afresh=True)
        self.foresee()

    # ---- going on ----

    @on(QuestionView.Done)
    @on(Button.Pressed, "#next")
    def _on(self) -> None:
        if self.view.refuses_to_go_on():
            return
        self.finish()
        self.go_on()

    def action_previous(self) -> None:
        """Back to the question before, or away from the first."""
        self.finish()
        before = self._trail.pop() if self._trail else self.plan_before()
        if before is not None:
            self.show(before, back=True)
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def plan_before(self) -> str | None:
        """The question before in the order of asking."""
        plan, question = self.plan, self.question
        there = question is not None and any(each.id == question for each in plan.questions)
        return plan.before(question) if there and question is not None else None

    def action_stop(self) -> None:
        """To the first screen; the work is saved."""
        self.finish()
        self.wizard.save()
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        path = self.session.path
        self.wizard.page.say(f"Saved in {path}. You can go on with it from here at any time." if path else "")

    def action_result(self) -> None:
        """To the result: the one that is open below, or a new one."""
        self.finish()
        name = "result" if is_there("result") else "reading"
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if getattr(below, "NAME", "") == name:
            self.app.pop_screen()
        else:
            self.wizard.open_page(name)

    # ---- where things stand ----

    def action_standing(self) -> None:
        """Shows or hides the ranking."""
        self.session.show_ranking(not self.session.ranking_visible)
        self.foresee()
        self.refresh_bindings()

    def action_all_of_it(self) -> None:
        """The ranking on a page of its own."""
        self.finish()
        self.wizard.open_page("standing")

    def foresee(self) -> None:
        """Has a worker find out where things stand and what to ask next."""
        self.foresight.begin()
        self.foresight.place()

    def foreseen(self) -> None:
        """Called when that is known: who pressed Next meanwhile goes on now."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def wait(self, then: Callable[[], None]) -> None:
        """Does something as soon as it is known what to ask next; not if the person goes elsewhere meanwhile."""
        self._waiting = then
        self.foresight.begin()


def _fetch() -> None:
    """What finds the next question is slow to import; by the time that it is wanted it is there."""
    import wizard.engine.changing.next_question
    import wizard.report.asking_words  # noqa: F401
