"""Verdicts that hang on a count: a share so near a threshold that its sampling error reaches across.

A verdict's shares are counted over 256 completions and 1,000 mixes of priorities. Where a share lies within its
sampling error of a threshold, and the verdict would be of another class on the other side, it could as well have been.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wizard.engine.completing import COMPLETIONS
from wizard.engine.judging import grounds_behind, judge
from wizard.engine.priorities import MIXES, mixes_of

from .smaa import sampling_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.engine.compiling import Rules
    from wizard.engine.results import Assessment, DecisionResult, Standing, VerdictKind

OF_UNKNOWNS, OF_PRIORITIES = ("lead_needed", "clear_unknowns"), ("split", "clear_priorities")
BREATH = Fraction(1, 10**9)
"""Less than any step that a count can take."""


class CloseCall(NamedTuple):
    """A share within its sampling error of a threshold, and the verdict there would be beyond it.

    `threshold` is named as in the rule set and lies at `line`; `share` is that of `model`, which may be off by `error`
    in 95 of 100 counts; all from 0 to 1. `kind` and `leader` are the verdict on the other side.
    """

    threshold: str
    line: float
    model: str
    share: float
    error: float
    kind: VerdictKind
    leader: str | None


def close_calls(rules: Rules, assessment: Assessment, decision: str) -> tuple[CloseCall, ...]:
    """The thresholds on which a decision's verdict hangs by no more than sampling error; none where nothing is drawn.

    `assessment` must come from these rules. Raises KeyError where there is no such decision.
    """
    return tuple(_CloseCalls(rules, assessment, assessment.decision(decision)).found())


class _CloseCalls:
    """One decision's verdict, with single shares moved across single thresholds."""

    def __init__(self, rules: Rules, assessment: Assessment, result: DecisionResult) -> None:
        self.rules, self.assessment, self.result = rules, assessment, result
        self.thresholds = rules.pack.head.thresholds
        self.grounds = grounds_behind(rules, assessment, result)

    def found(self) -> Iterator[CloseCall]:
        """Each threshold that a share could as well be on the other side of, with a verdict of another class there."""
        sides = [(OF_UNKNOWNS, COMPLETIONS, "first_unknowns")] if self._unknowns_drawn() else []
        sides += [(OF_PRIORITIES, MIXES, "first_priorities")] if self._priorities_drawn() else []
        for names, count, field in sides:
            for name in names:
                for standing in self.result.competing:
                    share = float(getattr(standing, field))
                    error = sampling_error(min(share, 1.0), count)
                    line = Fraction(str(getattr(self.thresholds, name)))
                    beyond = line if share < line else line - BREATH
                    if abs(share - line) <= error and 0 <= beyond <= 1:
                        verdict = self._verdict(standing, field, beyond)
                        if verdict[0] != self.result.verdict.kind:
                            yield CloseCall(name, float(line), standing.model.id, share, error, *verdict)

    def _verdict(self, moved: Standing, field: str, share: Fraction) -> tuple[VerdictKind, str | None]:
        other = moved._replace(first_unknowns=share)
        if field == "first_priorities":
            other = moved._replace(first_priorities=float(share))
        standings = [other if each is moved else each for each in self.result.competing]
        verdict = judge(self.thresholds, standings, *self.grounds)
        return verdict.kind, verdict.leader

    def _unknowns_drawn(self) -> bool:
        return any(each.low != each.high or each.openness == "not_known" for each in self.result.competing)

    def _priorities_drawn(self) -> bool:
        seed = self.rules.pack.head.seed
        vectors = mixes_of(self.result.decision.id, self.result.criteria, self.assessment.case, seed)
        return any(vector != vectors[0] for vector in vectors)
