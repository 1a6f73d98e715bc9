"""What belongs to a design beside its total: poor fits, preconditions, variants, risks, measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.schema.levels import IMPACTS, LIKELIHOODS

from .results import LevelFound, MeasureFound, PoorFitFound, PreconditionFound, RiskFound, ShiftFound, VariantFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.conditions.cells import Facts
    from wizard.conditions.deciding import Decider
    from wizard.schema.risk import Shift

    from .compiling import DecisionRules, RiskRule, Rules


def poor_fits(rules: DecisionRules, facts: Facts) -> tuple[PoorFitFound, ...]:
    """Every poor fit of every model it concerns."""
    return tuple(PoorFitFound(each, rule.model, rule.decide(facts)) for each, rule in rules.poor_fits)


def preconditions(rules: DecisionRules, facts: Facts) -> tuple[PreconditionFound, ...]:
    """Every precondition of every model."""
    return tuple(PreconditionFound(each, rule.model, rule.decide(facts)) for each, rule in rules.preconditions)


def risks(rules: DecisionRules, facts: Facts) -> tuple[RiskFound, ...]:
    """The risk register of every model, the gravest first."""
    found = [_risk(rule, facts) for rule in rules.risks]
    return tuple(sorted(found, key=_gravity, reverse=True))


def variants(rules: DecisionRules, facts: Facts) -> tuple[VariantFound, ...]:
    """The forms of every model, in the order of the rule set."""
    return tuple(VariantFound(each, rule.model, rule.decide(facts)) for each, rule in rules.variants)


def measures(rules: Rules, decision: str, facts: Facts) -> tuple[MeasureFound, ...]:
    """The measures that belong to a decision."""
    return tuple(
        MeasureFound(measure, rules.measures[measure.id](facts))
        for measure in rules.pack.measures.values()
        if measure.decision == decision
    )


def _risk(rule: RiskRule, facts: Facts) -> RiskFound:
    return RiskFound(
        rule.risk,
        rule.arises.model,
        rule.arises.decide(facts),
        _level(LIKELIHOODS, rule.risk.likelihood.start, rule.likelihood, facts),
        _level(IMPACTS, rule.risk.impact.start, rule.impact, facts),
    )


def _level(levels: Sequence[str], start: str, shifts: Sequence[tuple[Shift, int, Decider]], facts: Facts) -> LevelFound:
    found = tuple(ShiftFound(shift, sign, decide(facts)) for shift, sign, decide in shifts)
    now = levels.index(start) + sum(each.sign for each in found if each.truth is True)
    undecided = [each.sign for each in found if isinstance(each.truth, frozenset)]
    down, up = sum(sign for sign in undecided if sign < 0), sum(sign for sign in undecided if sign > 0)
    return LevelFound(_at(levels, now), _at(levels, now + down), _at(levels, now + up), found)


def _at(levels: Sequence[str], index: int) -> str:
    return levels[min(max(index, 0), len(levels) - 1)]


def _gravity(found: RiskFound) -> tuple[bool, int]:
    """Risks that arise before those that may; then by likelihood times impact."""
    likelihood = LIKELIHOODS.index(found.likelihood.level) + 1
    return found.arises is True, likelihood * (IMPACTS.index(found.impact.level) + 1)
