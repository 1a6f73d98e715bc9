"""What a public report may rest on: the conclusion, and all that follows without the answers that are kept private.

Leaving out the answers themselves is not enough: a reason that holds, a condition that is met or a total would tell
them. So everything in a public report but its conclusion is worked out anew with those answers taken for unknown.
The conclusion is the class of each verdict, the models it names and the order in which they stand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.conditions.answers import NotSure
from wizard.engine import assess
from wizard.engine.judging import caps_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.conditions.deciding import Truth
    from wizard.engine.compiling import Rules
    from wizard.engine.results import Assessment, Cap, DecisionResult, Verdict
    from wizard.schema.question import Question


def private_questions(answers: Mapping[str, Answer], questions: Mapping[str, Question]) -> frozenset[str]:
    """The sensitive questions that have an answer. "Not sure" is as good as none: what is not known is told as such."""
    return frozenset(
        each
        for each, answer in answers.items()
        if each in questions and questions[each].sensitive and not isinstance(answer, NotSure)
    )


def rests_on(truth: Truth, private: frozenset[str]) -> bool:
    """Whether something is left open only in a public report, because of an answer that is kept private."""
    return isinstance(truth, frozenset) and bool(truth & private)


def public_assessment(rules: Rules, full: Assessment, private: frozenset[str]) -> Assessment:
    """The assessment without the private answers, with the conclusions of the whole one."""
    questions = rules.pack.questions
    answers = {
        each: answer
        for each, answer in full.case.answers.items()
        if each not in private and not (each in questions and questions[each].sensitive)
    }
    open_one = assess(rules, replace(full.case, answers=answers))
    decisions = tuple(
        _concluded(open_result, full.decision(open_result.decision.id), open_one, private)
        for open_result in open_one.decisions
    )
    return replace(open_one, decisions=decisions)


def _concluded(
    open_result: DecisionResult, full: DecisionResult, open_one: Assessment, private: frozenset[str]
) -> DecisionResult:
    order = [each.model.id for each in full.standings]
    standings = tuple(sorted(open_result.standings, key=lambda each: order.index(each.model.id)))
    verdict = _told(full.verdict, open_result)
    if verdict.leader is not None:
        verdict = verdict._replace(caps=_caps(verdict, open_result, open_one, private))
    return replace(open_result, standings=standings, verdict=verdict)


def _told(verdict: Verdict, result: DecisionResult) -> Verdict:
    """The verdict with the models it names in the rule set's order, which tells nothing."""
    declared = {each.model.id: each.model.order for each in result.standings}

    def in_order(models: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(models, key=lambda model: declared[model]))

    return verdict._replace(close=in_order(verdict.close), rivals=in_order(verdict.rivals), caps=())


def _caps(verdict: Verdict, result: DecisionResult, open_one: Assessment, private: frozenset[str]) -> tuple[Cap, ...]:
    """What holds the leader back, but for what rests on a private answer."""
    leader = result.standing(verdict.leader or "")
    fits = [each for each in result.poor_fits if not rests_on(each.truth, private)]
    needs = [each for each in result.preconditions if not rests_on(each.truth, private)]
    found = caps_on(leader, fits, needs, open_one.notices, core_only=False)
    hidden = bool(leader.waits_for & private)
    return tuple(each for each in found if not (hidden and each.kind == "openness_not_known"))
