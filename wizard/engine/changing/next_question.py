"""Which question to ask next, over all decisions, section by section; and when asking can stop."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.conditions.answers import NotSure

from .expected import Expected
from .finding_out import open_questions
from .settled import settled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.compiling import Rules
    from wizard.engine.results import Assessment, DecisionResult

    from .finding_out import OpenQuestion
    from .settled import Settled


@dataclass(frozen=True)
class ToAsk:
    """One question worth asking.

    `needed` says that a decision points nowhere until enough such questions are answered. `by_decision` holds what
    it could do to each decision; `holds_back` names the decisions of which a precondition or a poor fit of the model
    that comes first hangs on it, `opens` those in which it decides whether that model is open at all.
    """

    question: str
    section: str
    needed: bool
    by_decision: Mapping[str, OpenQuestion]
    holds_back: tuple[str, ...]
    opens: tuple[str, ...]
    not_sure: bool

    @property
    def chance(self) -> Fraction:
        """How likely the answer is to put another model first, in the decision where it is likeliest."""
        return max((each.chance for each in self.by_decision.values()), default=Fraction(0))

    @property
    def worth(self) -> Fraction:
        """The points that choosing by the answer would gain on average, over all decisions."""
        return sum((each.worth for each in self.by_decision.values()), Fraction(0))

    @property
    def swing(self) -> Fraction:
        """How far apart its answers leave the lead, in points, in the decision where they do most."""
        return max((each.swing for each in self.by_decision.values()), default=Fraction(0))


@dataclass(frozen=True)
class Questions:
    """What is worth asking, what matters most first; the questions of one section stand together.

    `settled` says for each decision whether anything unknown could still put another model first.
    """

    questions: tuple[ToAsk, ...]
    settled: Mapping[str, Settled]

    @property
    def may_stop(self) -> bool:
        """Whether no answer that is missing was found to put another model first, and none is needed for a verdict.

        Not while what comes first may still turn out not to be open.
        """
        open_ones = any(each in ("can_change", "may_close") for each in self.settled.values())
        return not open_ones and not any(each.needed for each in self.questions)

    @property
    def by_weight(self) -> tuple[ToAsk, ...]:
        """The same questions, what matters most first, whatever sections they stand in: a list to share out."""
        return tuple(sorted(self.questions, key=_weightiest))

    def in_turn(self, section: str | None = None) -> tuple[ToAsk, ...]:
        """What to ask, one after the other: what matters in the section one is in first; none when asking can stop.

        A question that was asked already, and that nobody could answer, is not asked again.
        """
        if self.may_stop:
            return ()
        worth = [each for each in self.questions if each.needed or each.swing or each.chance or each.opens]
        return tuple(sorted((each for each in worth if not each.not_sure), key=lambda each: each.section != section))


def questions_to_ask(rules: Rules, assessment: Assessment) -> Questions:
    """Every question worth asking for a council that was assessed with these rules."""
    by_question: dict[str, dict[str, OpenQuestion]] = {}
    holding: dict[str, list[str]] = {}
    opening: dict[str, list[str]] = {}
    needed: set[str] = set()
    state: dict[str, Settled] = {}
    for decision, result in zip(rules.decisions, assessment.decisions, strict=True):
        expected = Expected(rules, decision, assessment.case)
        state[decision.decision.id] = settled(expected)
        needed.update(result.verdict.answer_first)
        for found in open_questions(expected):
            by_question.setdefault(found.question, {})[decision.decision.id] = found
        for question in _holding_back(result):
            holding.setdefault(question, []).append(decision.decision.id)
        for question in result.competing[0].waits_for if result.competing else ():
            opening.setdefault(question, []).append(decision.decision.id)
    sections = {question.id: section.section for section in rules.pack.sections for question in section.questions}
    answers = assessment.case.answers
    found_ones = [
        ToAsk(
            question,
            sections[question],
            question in needed,
            by_question.get(question, {}),
            tuple(holding.get(question, ())),
            tuple(opening.get(question, ())),
            isinstance(answers.get(question), NotSure),
        )
        for question in sections
        if question in by_question or question in holding or question in opening or question in needed
    ]
    return Questions(tuple(_by_section(found_ones)), state)


def _weightiest(each: ToAsk) -> tuple[bool, Fraction, Fraction, Fraction]:
    return not each.needed, -each.chance, -each.worth, -each.swing


def _by_section(questions: list[ToAsk]) -> list[ToAsk]:
    """What matters most first, then the rest of its section, and so on: an interview does not jump about."""
    ranked = sorted(questions, key=_weightiest)
    sections = {section: place for place, section in enumerate(dict.fromkeys(each.section for each in ranked))}
    return sorted(ranked, key=lambda each: sections[each.section])


def _holding_back(result: DecisionResult) -> list[str]:
    """The questions on which a precondition or a poor fit of the first model hangs."""
    if not result.competing:
        return []
    first = result.competing[0].model.id
    truths = [each.truth for each in result.preconditions if each.model == first]
    truths += [each.truth for each in result.poor_fits if each.model == first]
    return sorted({question for truth in truths if isinstance(truth, frozenset) for question in truth})
