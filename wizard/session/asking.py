"""What to ask next once the core questions are answered: what could still put another model first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from wizard.engine import Rules
from wizard.engine.results import Assessment

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult

Ranking = Callable[[Rules, Assessment], Iterable[str]]
"""Questions in the order in which they are worth asking; none where no answer can change what comes first.

It may name questions that were answered "not sure" or do not arise: the session passes over them.
"""


def by_points(rules: Rules, assessment: Assessment) -> Iterable[str]:
    """By what an answer could move one model's total at most, the questions that open a decision first.

    A decision whose first model leads however the unknown answers fall, in all of the completions, has
    nothing left to ask.
    """
    opening: dict[str, None] = {}
    worth: dict[str, tuple[float, int]] = {}
    for result in assessment.decisions:
        opening.update(dict.fromkeys(result.verdict.answer_first))
        for each in () if _is_settled(result) else result.unknowns:
            known = worth.get(each.question, (0.0, 0))
            worth[each.question] = max(known, (float(each.points), each.others))
    order = {question: place for place, question in enumerate(rules.domains)}
    ranked = sorted(worth, key=lambda question: (-worth[question][0], -worth[question][1], order[question]))
    return list(dict.fromkeys((*opening, *ranked)))


def _is_settled(result: DecisionResult) -> bool:
    """Whether what comes first does so in every completion, or nothing else competes."""
    competing = result.competing
    return len(competing) < 2 or competing[0].first_unknowns == 1
