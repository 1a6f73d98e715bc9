"""From figures to a verdict: what the evidence points to, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Answer, NotSure

from .results import Cap, NoticeKind, PoorFitFound, PreconditionFound, Standing, Verdict, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.cells import Facts
    from wizard.schema.pack_head import Thresholds

    from .compiling import DecisionRules, Rules
    from .results import Assessment, DecisionResult


@dataclass(frozen=True)
class Known:
    """Which of the questions that are asked have an answer that says something."""

    asked: tuple[str, ...]
    answered: frozenset[str]

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Those that are asked and have none, in the order of asking."""
        return tuple(question for question in self.asked if question not in self.answered)


def known_of(rules: Rules, answers: Mapping[str, Answer], facts: Facts, questions: Sequence[str], core: bool) -> Known:
    """What is known of `questions` (only core ones if `core`); one that is not asked does not count."""
    asked = tuple(
        question
        for question in questions
        if (rules.domains[question].question.core or not core)
        and (question not in rules.asked or rules.asked[question](facts) is not False)
    )
    informative = frozenset(each for each in asked if each in answers and not isinstance(answers[each], NotSure))
    return Known(asked, informative)


def caps_on(
    leader: Standing,
    fits: Sequence[PoorFitFound],
    needs: Sequence[PreconditionFound],
    notices: Sequence[NoticeKind],
    core_only: bool,
) -> tuple[Cap, ...]:
    """Everything that keeps the verdict on this leader at "leans".

    A precondition that is not known holds back a change; an arrangement that stands already is only
    held back by one that is known to be missing.
    """
    model = leader.model.id
    caps = [Cap("poor_fit", each.poor_fit.unless, True) for each in fits if each.model == model and each.truth is True]
    caps += [
        Cap("precondition", each.precondition.unless, each.truth is False)
        for each in sorted(needs, key=lambda need: need.truth is not False)
        if each.model == model and (each.truth is False or (each.truth is not True and not leader.stays))
    ]
    caps += [Cap(notice, None, True) for notice in notices]
    if core_only:
        caps.append(Cap("core_only", None, True))
    if leader.openness == "not_known":
        caps.append(Cap("openness_not_known", None, False))
    return tuple(caps)


class Grounds(NamedTuple):
    """What a verdict rests on beside the standings: what is known of the questions that matter most to it (`core`)
    and of those that must be answered first, and what holds the leader back."""

    core: Known
    first: Known
    caps: tuple[Cap, ...]


def grounds_of(
    rules: Rules,
    decision: DecisionRules,
    answers: Mapping[str, Answer],
    facts: Facts,
    competing: Sequence[Standing],
    fits: Sequence[PoorFitFound],
    needs: Sequence[PreconditionFound],
    notices: Sequence[NoticeKind],
) -> Grounds:
    """The grounds of one decision's verdict; `competing` run from the first down."""

    def known(questions: Sequence[str], core: bool = False) -> Known:
        return known_of(rules, answers, facts, questions, core)

    core, every = known(decision.bearing, core=True), known(decision.bearing)
    core_only = bool(core.asked) and every.answered == core.answered
    caps = caps_on(competing[0], fits, needs, notices, core_only) if competing else ()
    # Where no core question bears on a decision, enough of those that do must be known.
    most = known(decision.decision.matters_most)
    matters = most if most.asked else core if core.asked else every
    return Grounds(matters, known(decision.decision.answer_first), caps)


def grounds_behind(rules: Rules, assessment: Assessment, result: DecisionResult) -> Grounds:
    """The grounds on which one decision of an assessment was judged; both must come from these rules."""
    decision = next(each for each in rules.decisions if each.decision.id == result.decision.id)
    answers = {question: each for question, each in assessment.case.answers.items() if question in rules.domains}
    facts, fits, needs = rules.cells.facts(answers), result.poor_fits, result.preconditions
    return grounds_of(rules, decision, answers, facts, result.competing, fits, needs, assessment.notices)


def judge(
    thresholds: Thresholds,
    competing: Sequence[Standing],
    core: Known,
    first: Known,
    caps: Sequence[Cap],
) -> Verdict:
    """The verdict on a decision whose open models stand, first down, as in `competing`.

    `core` and `first` are the core questions that bear on it and those that must be answered first.
    """
    if len(competing) < 2 or first.unanswered or len(core.answered) < thresholds.core_needed * len(core.asked):
        return _no_contest(thresholds, competing, core, first, caps)
    best = competing[0]
    reach = best.total - Fraction(str(thresholds.close))
    near = tuple(each.model.id for each in competing if each.total >= reach)
    rivals = _rivals(competing, thresholds)
    kind: VerdictKind = "leans"
    # Two that tie share the lead: where nothing is left to find out, or nothing that would part them, that is close and
    # not unknown.
    settled = all(each.low == each.high and each.openness == "open" for each in competing)
    level = [each for each in competing if each.model.id in best.level_unknowns and each.total == best.total]
    lead = sum((each.first_unknowns for each in level), best.first_unknowns)
    if lead < Fraction(str(thresholds.lead_needed)) and not settled:
        kind = "not_enough_known"
    elif rivals:
        kind = "depends_on_priorities"
    elif len(near) > 1:
        kind = "too_close"
    elif _is_clear(best, thresholds) and not caps:
        kind = "clear"
    return Verdict(
        kind=kind,
        leader=best.model.id if kind in ("leans", "clear") else None,
        so_far=best.model.id if kind == "not_enough_known" else None,
        close=near if len(near) > 1 else (),
        rivals=rivals,
        caps=tuple(caps),
        answer_first=core.unanswered if kind == "not_enough_known" else (),
        core_answered=len(core.answered),
        core_asked=len(core.asked),
    )


def _rivals(competing: Sequence[Standing], thresholds: Thresholds) -> tuple[str, ...]:
    """The models, two or more, that each lead often enough for it to depend on priorities.

    None where they are the first and what is level with it in every mix: no priorities decide between those.
    """
    found = tuple(each.model.id for each in competing if each.first_priorities >= thresholds.split)
    level = {competing[0].model.id, *competing[0].level_priorities}
    return () if len(found) < 2 or level.issuperset(found) else found


def _no_contest(
    thresholds: Thresholds, competing: Sequence[Standing], core: Known, first: Known, caps: Sequence[Cap]
) -> Verdict:
    """The verdict where fewer than two models compete, or too little is known to compare them."""
    enough = len(core.answered) >= thresholds.core_needed * len(core.asked) and not first.unanswered
    leader = competing[0].model.id if enough and competing else None
    return Verdict(
        kind="only_one_open" if leader else "none_open" if not competing else "not_enough_known",
        leader=leader,
        so_far=None,
        close=(),
        rivals=(),
        caps=tuple(caps) if leader else (),
        answer_first=() if enough else tuple(dict.fromkeys((*first.unanswered, *core.unanswered))),
        core_answered=len(core.answered),
        core_asked=len(core.asked),
    )


def _is_clear(best: Standing, thresholds: Thresholds) -> bool:
    return (
        best.first_unknowns >= Fraction(str(thresholds.clear_unknowns))
        and best.first_priorities >= thresholds.clear_priorities
    )
