"""Which questions a group is asked apart: those that people who know the same facts may answer differently."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from wizard.session.change import NotTaken

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from wizard.conditions.answers import Answer
    from wizard.engine import Rules


def asked_by_default(rules: Rules, answers: Mapping[str, Answer], *, confidential: bool = False) -> tuple[str, ...]:
    """The questions of judgement that arise, or may, as the facts stand; sensitive ones only where they are let in."""
    judged = [
        question.id
        for question in rules.pack.questions.values()
        if question.judged and (confidential or not question.sensitive)
    ]
    facts = rules.cells.facts(without(answers, judged))
    return tuple(each for each in judged if each not in rules.asked or rules.asked[each](facts) is not False)


def may_be_asked(rules: Rules, question: str, *, confidential: bool = False) -> None:
    """Raises NotTaken where a question does not exist, or is sensitive and the workshop is not confidential."""
    if question not in rules.domains:
        close = get_close_matches(question, rules.domains, n=1)
        hint = f"Did you mean '{close[0]}'?" if close else "'wizard pack show' lists the questions."
        raise NotTaken("unknown-question", f"'{question}' is not a question.", hint)
    if rules.domains[question].question.sensitive and not confidential:
        words = f"The answer to '{question}' is sensitive: it is not asked where others may see it."
        raise NotTaken("sensitive", words, "Where everybody in the room may know it, add --confidential.")


def without(answers: Mapping[str, Answer], questions: Collection[str]) -> dict[str, Answer]:
    """The answers but those to some questions."""
    return {each: answer for each, answer in answers.items() if each not in questions}
