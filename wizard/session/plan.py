"""The interview's plan: which questions there are, which of them arise, and how far the person has come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.conditions.answers import NotSure

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wizard.conditions.answers import Answer
    from wizard.conditions.deciding import Truth
    from wizard.engine import Rules
    from wizard.schema.question import Question

QuestionState = Literal["done", "not_sure", "to_do", "may_arise", "does_not_arise"]
"""`may_arise`: whether it is asked hangs on a question that is still to be answered."""

SectionState = Literal["done", "now", "to_do", "nothing_arises"]

SECONDS_A_QUESTION = 30
"""A judgement, not a measurement: reading a question of two lines, thinking, and one key."""


class PlannedQuestion(NamedTuple):
    """A question and how it stands."""

    question: Question
    state: QuestionState

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def is_asked(self) -> bool:
        """Whether it counts among the questions of the interview as things stand."""
        return self.state in ("done", "not_sure", "to_do")


class PlannedSection(NamedTuple):
    """A section: `done` of its `of` questions that arise have an answer, "not sure" included."""

    id: str
    title: str
    questions: tuple[PlannedQuestion, ...]
    state: SectionState
    done: int
    of: int


@dataclass(frozen=True)
class Plan:
    """Questions in the order of asking, in their sections. `at` is the question that the person is on, or None."""

    sections: tuple[PlannedSection, ...]
    at: str | None

    @cached_property
    def questions(self) -> tuple[PlannedQuestion, ...]:
        """Every question, those too that do not arise."""
        return tuple(each for section in self.sections for each in section.questions)

    @property
    def done(self) -> int:
        """How many questions that arise have an answer, "not sure" included."""
        return sum(section.done for section in self.sections)

    @property
    def of(self) -> int:
        """How many questions arise as things stand."""
        return sum(section.of for section in self.sections)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.done == self.of

    @property
    def number(self) -> int | None:
        """Which of the questions that arise the person is on, from 1; None on none of them."""
        asked = [each.id for each in self.questions if each.is_asked]
        return asked.index(self.at) + 1 if self.at in asked else None

    @property
    def minutes_left(self) -> int:
        """Whole minutes that the questions left will take, rounded up: 0 only where none is left."""
        return -(-(self.of - self.done) * SECONDS_A_QUESTION // 60)

    @property
    def first_to_do(self) -> str | None:
        """The first question without an answer."""
        return next((each.id for each in self.questions if each.state == "to_do"), None)

    def after(self, question: str) -> str | None:
        """The next question that arises; None after the last."""
        later = self.questions[self._place(question) + 1 :]
        return next((each.id for each in later if each.is_asked), None)

    def before(self, question: str) -> str | None:
        """The question before that arises; None before the first."""
        earlier = self.questions[: self._place(question)]
        return next((each.id for each in reversed(earlier) if each.is_asked), None)

    def to_do_after(self, question: str) -> str | None:
        """The next question without an answer, from the beginning again after the last; None where all have one."""
        place = self._place(question)
        ring = (*self.questions[place + 1 :], *self.questions[:place])
        return next((each.id for each in ring if each.state == "to_do"), None)

    def state_of(self, question: str) -> QuestionState:
        """How a question stands. Raises KeyError for one that is not in the plan."""
        return self.questions[self._place(question)].state

    def _place(self, question: str) -> int:
        for place, each in enumerate(self.questions):
            if each.id == question:
                return place
        raise KeyError(question)


def plan_of(
    rules: Rules,
    answers: Mapping[str, Answer],
    truths: Mapping[str, Truth],
    at: str | None = None,
    *,
    core: bool = False,
) -> Plan:
    """The plan of the whole interview, or of its core questions only.

    `truths` says of every question whether it is asked. One that hangs on answers which are not known counts as
    asked, unless a question of this same plan is still to decide it.
    """
    sections = []
    among = {each.id for section in rules.pack.sections for each in section.questions if each.core or not core}
    for section in rules.pack.sections:
        planned = tuple(
            PlannedQuestion(each, _state(each.id, answers, truths, among))
            for each in section.questions
            if each.id in among
        )
        if planned:
            sections.append(_section(section.section, section.title, planned, at))
    return Plan(tuple(sections), at)


def _section(id: str, title: str, planned: tuple[PlannedQuestion, ...], at: str | None) -> PlannedSection:
    asked = [each for each in planned if each.is_asked]
    done = sum(each.state != "to_do" for each in asked)
    state: SectionState = "done" if done == len(asked) else "to_do"
    if any(each.id == at for each in planned):
        state = "now"
    elif not asked:
        state = "nothing_arises"
    return PlannedSection(id, title, planned, state, done, len(asked))


def _state(
    question: str, answers: Mapping[str, Answer], truths: Mapping[str, Truth], among: Collection[str]
) -> QuestionState:
    truth = truths[question]
    if truth is False:
        return "does_not_arise"
    if question in answers:
        return "not_sure" if isinstance(answers[question], NotSure) else "done"
    # A test on a question that does not arise is false, so whatever a condition hangs on arises or may arise.
    if truth is not True and any(each in among and each not in answers for each in truth):
        return "may_arise"
    return "to_do"
