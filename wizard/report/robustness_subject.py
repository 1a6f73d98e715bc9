"""What a page on firmness is about: one decision's result with everything that was tried on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.engine.firmness.close_calls import close_calls
from wizard.engine.firmness.robustness import robustness
from wizard.engine.leaning import leaning
from wizard.engine.tornado import tornado
from wizard.engine.trade_offs import priorities_of

from .ranking import in_order, is_ranked

if TYPE_CHECKING:
    from wizard.engine import Rules
    from wizard.engine.firmness.close_calls import CloseCall
    from wizard.engine.firmness.robustness import Robustness
    from wizard.engine.leaning import Leaning
    from wizard.engine.results import DecisionResult, Standing
    from wizard.engine.tornado import Tornado
    from wizard.engine.trade_offs import Bearing

    from .subject import Subject

SURE = 9
"""Shares are kept to so many places: a sum of thirds that should be 1 may miss it by less."""


@dataclass(frozen=True)
class Firm:
    """One decision: its result, how firm it is, what it leans on, and what one answer alone does.

    `bearing` says what priorities do to it, as `wizard priorities` has it; None where nothing may be ranked yet.
    """

    result: DecisionResult
    found: Robustness
    calls: tuple[CloseCall, ...]
    bearing: Bearing | None
    leaning: Leaning | None
    tornado: Tornado | None

    @property
    def ranked(self) -> bool:
        """Whether enough is known to rank at all."""
        return is_ranked(self.result)

    @property
    def competing(self) -> tuple[Standing, ...]:
        """The models that are open or may be: from the first down, or as the rule set lists them where none leads."""
        return tuple(each for each in in_order(self.result) if each.openness in ("open", "not_known"))

    @property
    def leader(self) -> Standing | None:
        """The model that stands first, where one may be named."""
        return self.competing[0] if self.ranked and self.competing else None


def firm_of(rules: Rules, subject: Subject, decision: str, draws: int) -> Firm:
    """Everything about the firmness of one decision. Raises KeyError where there is none of that id."""
    result = subject.assessment.decision(decision)
    compiled = next(each for each in rules.decisions if each.decision.id == decision)
    return Firm(
        result=result,
        found=robustness(rules, compiled, subject.assessment.case, draws),
        calls=close_calls(rules, subject.assessment, decision),
        bearing=priorities_of(subject.assessment, result).bearing if is_ranked(result) else None,
        leaning=leaning(rules, subject.assessment, decision),
        tornado=tornado(rules, subject.assessment, decision),
    )


def sure(share: float) -> float:
    """A share without the dust of adding up fractions."""
    return round(share, SURE)
