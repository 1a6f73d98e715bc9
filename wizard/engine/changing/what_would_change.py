"""What would change one decision's result, all told: answers changed, answers found out, what mends a fault."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Chosen
from wizard.engine.assessing import assess_decision

from .expected import Expected
from .finding_out import open_questions
from .flips import flips
from .mending import mendings
from .possible import with_changes
from .requirements import requirements
from .settled import settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.engine.case import Case
    from wizard.engine.compiling import DecisionRules, Rules
    from wizard.engine.results import Verdict

    from .finding_out import OpenQuestion
    from .flips import Flip, Tried
    from .mending import Mended
    from .requirements import Requirement
    from .settled import Settled

MOST_SHOWN = 6


class Turned(NamedTuple):
    """A flip, and the verdict that the council would then get, by a whole assessment.

    None where one option of several was found out: it leaves the rest of its question open, which no answer says.
    """

    flip: Flip
    verdict: Verdict | None


@dataclass(frozen=True)
class WouldChange:
    """Everything that would change one decision's result.

    `tried` holds every flip of one or two known answers; `shown` the smallest of them with their verdicts.
    `found_out` are answers to single open questions that would put another model first, likeliest question first,
    with theirs. `required` says for each other model what would have to be true; `mended` what removes each poor fit
    and meets each precondition. `open` are the questions that could move the totals; `settled` whether they could
    still put another model first.
    """

    decision: str
    tried: Tried
    shown: tuple[Turned, ...]
    found_out: tuple[Turned, ...]
    required: tuple[Requirement, ...]
    mended: tuple[Mended, ...]
    open: tuple[OpenQuestion, ...]
    settled: Settled


def what_would_change(
    rules: Rules, decision: DecisionRules, case: Case, unlocked: Iterable[str] = (), most: int = MOST_SHOWN
) -> WouldChange:
    """What would change a decision. `unlocked` names questions to change although the rule set locks them.

    At most `most` changes, and as many findings, carry a verdict: each takes an assessment of its own.
    """
    free = frozenset(unlocked)
    expected = Expected(rules, decision, case)
    tried = flips(expected, free)
    found = open_questions(expected)

    def turned(flip: Flip) -> Turned:
        now = expected.answers
        if any(each.option and not isinstance(now.get(each.question), Chosen) for each in flip.changes):
            return Turned(flip, None)
        answers = with_changes(expected.answers, flip.changes)
        result = assess_decision(rules, replace(case, answers=answers), decision.decision.id)
        return Turned(flip, result.verdict)

    findings = [flip for question in found for flip in question.turning]
    return WouldChange(
        decision=decision.decision.id,
        tried=tried,
        shown=tuple(turned(flip) for flip in tried.flips[:most]),
        found_out=tuple(turned(flip) for flip in findings[:most]),
        required=requirements(expected, tried, free),
        mended=mendings(expected, free),
        open=found,
        settled=settled(expected),
    )
