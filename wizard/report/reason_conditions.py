"""When an argument holds, what was answered to its questions, and why its evidence weighs what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import Domain, answer_words
from wizard.conditions.nodes import questions_in
from wizard.conditions.parse import parse
from wizard.conditions.words import in_words
from wizard.schema.grading import graded

if TYPE_CHECKING:
    from wizard.engine.results import Reason

    from .subject import Subject

PRIVATE = "answered, kept private"


class ReasonConditions:
    """The words about one subject's arguments; the pack must have been read without faults."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._domains = {each.id: Domain(each) for each in subject.questions.values()}

    def when(self, reason: Reason) -> str:
        """The condition in words; empty for an argument that always holds."""
        parts = []
        if reason.argument.when is not None:
            parts.append(in_words(parse(reason.argument.when, self._domains)[0], self._domains))
        moves = reason.argument.counts_against_moves
        if moves is not None and reason.model not in reason.argument.counts_against:
            distance = self._subject.assessment.decision(self._decision(reason)).decision.distances[moves.at_least]
            parts.append(f"the move from today is at least this far: {distance}")
        return " and ".join(parts)

    def answers(self, reason: Reason) -> str:
        """What was answered to the questions of the condition."""
        questions: dict[str, None] = {}
        if reason.argument.when is not None:
            questions.update(dict.fromkeys(questions_in(parse(reason.argument.when, self._domains)[0])))
        if reason.argument.counts_against_moves is not None:
            questions[self._subject.pack.decisions[self._decision(reason)].today] = None
        return "; ".join(f"{each.replace('_', ' ')}: {self._answer(each)}" for each in questions)

    def grade_reason(self, reason: Reason) -> str:
        """Why the evidence has its grade, in words that follow "because"."""
        return graded(reason.argument, reason.model, self._subject.pack)[1]

    def _answer(self, question: str) -> str:
        answer = self._subject.assessment.case.answers.get(question)
        if answer is not None and self._subject.questions[question].sensitive:
            return PRIVATE
        return answer_words(self._domains[question], answer)

    def _decision(self, reason: Reason) -> str:
        return self._subject.pack.criteria[reason.criterion].decision
