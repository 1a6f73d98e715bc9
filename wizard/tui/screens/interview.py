"""The full interview: every question that arises, section by section, with how far each section is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from wizard.tui.actions import Action
from wizard.tui.asking_page import GOING, AskingPage
from wizard.tui.question_page import ABOUT_ANSWERS
from wizard.tui.widgets.choice_list import ChoiceList
from wizard.tui.widgets.section_rail import SectionRail, question_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

NARROW = 80
"""With fewer columns the sections are a line, and a list to open."""


class InterviewScreen(AskingPage):
    """Begins with the first question that has no answer."""

    NAME = "interview"
    HEADING = "All questions"
    ABOUT = (
        "Every question that arises, section by section. Go anywhere: to a section, to a question, or by a word. "
        "What you leave out stays unknown, and is never taken for a no."
    )
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        *ABOUT_ANSWERS,
        Action("screen.sections", "Sections", "How far each section is, and to any of them.", ("s", "f12")),
        Action("screen.core", "Only what matters most", "Back to the quick way.", ("a",)),
        *GOING,
    )
    LINKS = frozenset((*AskingPage.LINKS, "screen.sections", "screen.core"))
    DEFAULT_CSS = """
    InterviewScreen #here { height: auto; padding: 0 1; color: $text-muted; display: none; link-style: none; }
    .-narrow #here, .-tiny #here { display: block; }
    .-narrow SectionRail, .-tiny SectionRail { display: none; }
    """

    def above(self) -> Iterable[Widget]:
        """Where there is no room for the rail, a line."""
        yield Static(id="here", markup=False)

    def beside(self) -> Iterable[Widget]:
        """The rail."""
        yield SectionRail()

    def begin(self) -> None:
        """The first question without an answer; where all have one, the first."""
        plan = self.session.plan
        first = plan.first_to_do or next((each.id for each in plan.questions if each.is_asked), None)
        if first is not None:
            self.show(first)

    def go_on(self) -> None:
        """The next question that arises; after the last the first that has no answer; then the result."""
        question, plan = self.question, self.session.plan
        after = plan.after(question) if question is not None else None
        if question is None:
            self.action_result()
        elif after is not None:
            self.show(after)
        elif plan.first_to_do is not None and plan.first_to_do != question:
            left = plan.of - plan.done
            self.say(f"{left} question{'' if left == 1 else 's'} without an answer: here is the first.")
            self.show(plan.first_to_do)
        else:
            self.show_end("Every question that arises has been asked.", (self._ending(),))

    def _ending(self) -> str:
        plan = self.session.plan
        unanswered = plan.of - plan.done
        return f"{plan.done} of {plan.of} have an answer." if unanswered else f"All {plan.of} have an answer."

    def refresh_head(self) -> None:
        """The rail follows too."""
        super().refresh_head()
        plan = self.session.plan
        self.query_one(SectionRail).follow(plan)
        number, here = next(
            ((number, each) for number, each in enumerate(plan.sections, start=1) if each.state == "now"), (0, None)
        )
        if here is not None:
            words = f"Section {number} of {len(plan.sections)}: {here.done} of {here.of} answered"
            way = Content.assemble(("S", "bold $accent"), " Sections").stylize(
                Style.from_meta({"@click": "screen.sections"})
            )
            self.query_one("#here", Static).update(Content.assemble(words, "   ", way))

    @on(SectionRail.GoOn, "SectionRail")
    def _to_section(self, event: ChoiceList.GoOn) -> None:
        event.stop()
        self._go(event.chosen[0])

    def action_sections(self) -> None:
        """To the rail, or to the list of sections where there is no room for it."""
        self.finish()
        if self.app.size.width >= NARROW:
            self.query_one(SectionRail).focus()
        else:
            self.wizard.open_page("sections", self._go)

    def action_core(self) -> None:
        """To the quick way, at the same question."""
        from .question import QuestionScreen

        self.finish()
        self.app.switch_screen(QuestionScreen(self.question))

    def _go(self, section: str) -> None:
        self.finish()
        self.show(question_in(self.session.plan, section))
