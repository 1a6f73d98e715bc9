"""From figures to a verdict: what the evidence points to, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.conditions.answers import Answer, NotSure

from .results import Cap, NoticeKind, PoorFitFound, PreconditionFound, Standing, Verdict, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.cells import Facts
    from wizard.schema.pack_head import Thresholds

    from .compiling import Rules


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
    rivals = tuple(each.model.id for each in competing if each.first_priorities >= thresholds.split)
    kind: VerdictKind = "leans"
    # Two that tie share the lead: where nothing is left to find out that is close, not unknown.
    settled = all(each.low == each.high and each.openness == "open" for each in competing)
    if best.first_unknowns < Fraction(str(thresholds.lead_needed)) and not settled:
        kind = "not_enough_known"
    elif len(rivals) > 1:
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
        rivals=rivals if len(rivals) > 1 else (),
        caps=tuple(caps),
        answer_first=core.unanswered if kind == "not_enough_known" else (),
        core_answered=len(core.answered),
        core_asked=len(core.asked),
    )


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
