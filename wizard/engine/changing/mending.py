"""What removes a poor fit, and what meets a precondition: the single changes of an answer that do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .flips import changeable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.engine.compiling import ModelRule
    from wizard.schema.operating_model import Precondition
    from wizard.schema.poor_fit import PoorFit

    from .expected import Expected
    from .possible import Change


@dataclass(frozen=True)
class Mended:
    """A poor fit that holds, or a precondition that is not met, of one model.

    `changes` are the single changes of answers a council could change that mend it. Where there are none, what
    mends it lies outside the answers: its remedy says what that is.
    """

    fault: PoorFit | Precondition
    model: str
    changes: tuple[Change, ...]


def mendings(expected: Expected, unlocked: Iterable[str] = ()) -> tuple[Mended, ...]:
    """Every poor fit that holds and every precondition known not to be met, in the order of the rules."""
    decision, facts = expected.decision, expected.facts
    changes = changeable(expected, frozenset(unlocked))

    def mending(rule: ModelRule, wanted: bool) -> tuple[Change, ...]:
        return tuple(each for each in changes if rule.decide(expected.changed_facts(each)) is wanted)

    found = [
        Mended(fit, rule.model, mending(rule, False)) for fit, rule in decision.poor_fits if rule.decide(facts) is True
    ]
    found += [
        Mended(need, rule.model, mending(rule, True))
        for need, rule in decision.preconditions
        if rule.decide(facts) is False
    ]
    return tuple(found)
