"""What was tried on a result: what would change it, what to find out, and how firm it is when everything varies."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.changing.next_question import Questions
    from wizard.engine.changing.what_would_change import WouldChange
    from wizard.proof.tilt import Tilt
    from wizard.report.robustness_subject import Firm
    from wizard.schema.pack import Pack

    from .paper import Paper

DRAWS = 10_000
TILT_SETS = 1_000
"""With a thousand answer sets a share is within three points in 95 of 100 runs with other draws."""

_FOUND: deque[Tilt] = deque(maxlen=4)
"""The tilts of the rule sets that papers were made with last."""


@dataclass(frozen=True)
class Tried:
    """By decision's id; `firm` is empty where its figures would tell private answers."""

    would: Mapping[str, WouldChange]
    firm: Mapping[str, Firm]
    questions: Questions
    tilt: Tilt | None


def tried_on(paper: Paper, in_full: bool = True) -> Tried:
    """Everything that was tried for a paper; the tilt of the rule set only `in_full`."""
    from wizard.engine.changing.next_question import questions_to_ask
    from wizard.engine.changing.what_would_change import what_would_change
    from wizard.report.robustness_subject import firm_of

    rules, found = paper.rules, paper.subject.assessment
    wanted = [result.decision.id for result in paper.results]
    return Tried(
        would={
            each.decision.id: what_would_change(rules, each, found.case)
            for each in rules.decisions
            if each.decision.id in wanted
        },
        firm={} if paper.withheld else {each: firm_of(rules, paper.subject, each, DRAWS) for each in wanted},
        questions=questions_to_ask(rules, found),
        tilt=_tilt_of(rules.pack) if in_full else None,
    )


def _tilt_of(pack: Pack) -> Tilt:
    """The tilt of a rule set, which takes longer than all else that is tried and is the same for every council."""
    from wizard.proof.tilt import tilt

    found = next((each for each in tuple(_FOUND) if each.pack is pack), None)
    if found is None:
        found = tilt(pack, TILT_SETS, sample=0)
        _FOUND.append(found)
    return found
