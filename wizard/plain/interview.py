"""The interview: what matters most first, or section by section; back, skip, and when asking can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from wizard.report.asking_words import nothing_left, why_now
from wizard.report.figures import counted

from .commands import Command
from .lines import number_of
from .place import Place
from .question import ON_A_QUESTION, QuestionPlace

if TYPE_CHECKING:
    from .conversation import Conversation

SKIP = Command(("s", "skip"), "leaves it for now", "interview:skip")
COMMANDS = (*ON_A_QUESTION, SKIP)


class Interviewing(QuestionPlace):
    """Asks one question after another. `section` is the section that is gone through, None for what matters most."""

    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, talk: Conversation, question: str, section: str | None = None) -> None:
        super().__init__(talk, question)
        self.section = section
        self.passed: set[str] = set()
        self.trail: list[str] = []
        self._reviews = section is not None and talk.session.plan.state_of(question) != "to_do"
        self._was_core = not talk.session.ranking_allowed

    def arrive(self) -> None:
        """Reads the question out; the session knows which one it is."""
        self.session.jump(self.question)
        super().arrive()

    def heading(self) -> str:
        """'Question 3 of 12. How you are deciding.'; without a count where what comes next hangs on the answers."""
        session = self.session
        section = next(each for each in session.plan.sections if self.question in [one.id for one in each.questions])
        title = f"{section.title.rstrip('.')}."
        among = section.questions if self.section is not None else session.core.questions
        asked = [each.id for each in among if each.is_asked]
        return (
            f"Question {asked.index(self.question) + 1} of {len(asked)}. {title}" if self.question in asked else title
        )

    def remarks(self) -> list[str]:
        """Why it is asked now, where that is not plain: after the core questions."""
        session = self.session
        if self.section is not None or self.asked.core or self.stands:
            return []
        found = self.talk.work.worth.found(session.rules, session.assessment).questions
        return [why_now(each) for each in found if each.question == self.question]

    def after(self) -> None:
        """The next question, or the end."""
        self.trail.append(self.question)
        self.passed.discard(self.question)
        self._core_done()
        self.onward()

    def onward(self) -> None:
        """To the next question that is to be asked."""
        following = self._in_section() if self.section is not None else self.session.next_to_ask(self.passed)
        if following is None:
            self._end()
        else:
            self.question = following
            self.arrive()

    def back(self) -> None:
        """To the question before; before the first one, to where one came from."""
        session = self.session
        plan = session.core if self.section is None and self.asked.core else session.plan
        before = self.trail.pop() if self.trail else plan.before(self.question)
        if before is None or (self.section is not None and not self._is_here(before)):
            super().back()
            return
        self.passed.discard(before)
        self.question = before
        self.arrive()

    def _is_here(self, question: str) -> bool:
        section = next((each for each in self.session.plan.sections if each.id == self.section), None)
        return section is not None and any(each.id == question for each in section.questions)

    def _in_section(self) -> str | None:
        """The next one of the section: when it is gone through again each that arises, else each without an answer."""
        planned = self.session.plan.questions
        later = planned[[each.id for each in planned].index(self.question) + 1 :]
        for each in later:
            wanted = each.is_asked if self._reviews else each.state == "to_do" and each.id not in self.passed
            if wanted and self._is_here(each.id):
                return each.id
        return None

    def _core_done(self) -> None:
        if self._was_core and self.session.ranking_allowed:
            self._was_core = False
            self.talk.say(
                "",
                "The questions that matter most have answers now. Type r for the result.",
                "What follows is asked because it could still change what comes first.",
            )

    def _end(self) -> None:
        if self.section is not None:
            self.talk.say("That was the last question of this section.")
        else:
            session = self.session
            if session.ranking_allowed:
                tell_end(self.talk, len(self.passed))
            else:
                left = counted(len(self.passed), "question")
                self.talk.say(f"You left {left} for now. Type g to go through them again.")
        self.talk.leave_place()


class Sections(Place):
    """The sections of the interview, to choose from."""

    ABOUT = "The full interview, section by section. A number chooses a section; Enter goes to the next with questions."

    def arrive(self) -> None:
        """Every section and how far it is."""
        plan = self.session.plan
        self.talk.say("", f"The full interview: {plan.done} of {plan.of} questions that arise have answers.")
        for number, each in enumerate(plan.sections, start=1):
            how = f"{each.done} of {each.of} answered" if each.of else "nothing arises"
            self.talk.say(f"{number}: {each.title.rstrip('.')}: {how}.")

    def prompt(self) -> str:
        """A number."""
        return f"Section 1 to {len(self.session.plan.sections)}, Enter for the next one, ? for help:"

    def take(self, line: str) -> None:
        """The section of a number."""
        sections = self.session.plan.sections
        if number := number_of(line, len(sections)):
            self._into(number - 1)
        else:
            self.talk.not_understood(line, f"Type a number from 1 to {len(sections)}.")

    def blank(self) -> None:
        """The first section in which a question is left."""
        for place, each in enumerate(self.session.plan.sections):
            if each.done < each.of:
                self._into(place)
                return
        self.talk.say("Every question that arises has an answer.")

    def _into(self, place: int) -> None:
        section = self.session.plan.sections[place]
        asked = [each for each in section.questions if each.is_asked]
        first = next((each for each in asked if each.state == "to_do"), asked[0] if asked else None)
        if first is None:
            self.talk.say("Nothing in this section arises, as things stand.")
        else:
            self.talk.go(Interviewing(self.talk, first.id, section.id))


def go_on(talk: Conversation, _: str) -> None:
    """Goes on with what matters most; where nothing is left, says so."""
    session = talk.session
    following = session.next_to_ask()
    if following is not None:
        talk.go(Interviewing(talk, following))
        return
    tell_end(talk, 0)


def tell_end(talk: Conversation, passed_over: int) -> None:
    """That nothing is left to ask, and why for each question being settled."""
    from wizard.report.session_variants import subject_of

    session = talk.session
    found = talk.work.worth.found(session.rules, session.assessment)
    opening, sentences = nothing_left(subject_of(session), found, passed_over)
    talk.say("", opening, *sentences, "Type r for the result, l for your answers, m for the menu.")


def rest(talk: Conversation, _: str) -> None:
    """Not sure to every core question that is left, so that a result may be shown of little, and owned as such."""
    session = talk.session
    left = [each.id for each in session.core.questions if each.state == "to_do"]
    while left:
        talk.changed(session.not_sure(left[0]), f"Not sure: {session.rules.domains[left[0]].question.named}.")
        left = [each.id for each in session.core.questions if each.state == "to_do"]
    talk.say("Every question that matters most has an answer. Type r for the result.")


def by_section(talk: Conversation, _: str) -> None:
    """The full interview."""
    talk.go(Sections(talk))


def skip(place: Interviewing, _: str) -> None:
    """Leaves a question for now."""
    if place.session.plan.state_of(place.question) == "to_do":
        place.passed.add(place.question)
    place.trail.append(place.question)
    place.talk.say("Left for now." if not place.stands else "It stays as it was.")
    place.onward()
