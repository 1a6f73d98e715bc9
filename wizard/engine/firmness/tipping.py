"""Where one weight would turn the answer: one weight at a time, the others keeping their proportions.

Goodwin and Wright, Decision Analysis for Management Judgment, ch. 3. A model's total is a straight line in the weight
that is varied, so the leaders follow from where lines cross. Exact, in fractions: no tie turns on rounding. Ids are
whatever the caller has; groups of criteria go through the same function once their scores are aggregated.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

Criterion = TypeVar("Criterion", bound="Hashable")
Model = TypeVar("Model", bound="Hashable")


@dataclass(frozen=True)
class Turn(Generic[Model]):
    """At `weight` the leaders change, and `leaders` (several where they tie all the way) take over beyond it.

    `weight` is a part of the whole, from 0 to 1; it is today's own weight where models tie today and a breath decides.
    """

    weight: Fraction
    leaders: tuple[Model, ...]


@dataclass(frozen=True)
class Tipping(Generic[Model]):
    """What varying one weight from nothing to everything does.

    `weight` is today's, as a part of the whole; `leaders` lead at it, several where they tie. `below` and `above` are
    the nearest changes of leader in either direction, None where there is none before the end of the scale: a tie at
    weight 0 or 1 itself changes nothing that could be acted on. `at_nothing` and `at_everything` are the totals at
    weight 0 and 1: the two ends of each competing model's straight line. `evenly` says that the others weigh nothing
    today, so that they have no proportions to keep and share what is left evenly. With no others at all there is
    nothing to vary: no turns, and both ends are today's totals.
    """

    weight: Fraction
    leaders: tuple[Model, ...]
    below: Turn[Model] | None
    above: Turn[Model] | None
    at_nothing: dict[Model, Fraction]
    at_everything: dict[Model, Fraction]
    evenly: bool


def tipping_points(
    scores: Mapping[Criterion, Mapping[Model, Fraction]],
    weights: Mapping[Criterion, Fraction],
    competing: Sequence[Model],
) -> dict[Criterion, Tipping[Model]]:
    """The turning points of every criterion's weight, in the order of `weights`.

    `scores` gives the score of every competing model on each criterion; `weights` need not come to 1, only their
    proportions count. Raises ValueError for a negative weight or if nothing weighs anything, KeyError for a score that
    is missing.
    """
    whole = sum(weights.values(), Fraction(0))
    if whole <= 0 or min(weights.values()) < 0:
        raise ValueError("weights are not negative, and at least one of them is more than nothing")
    shares = {criterion: Fraction(weight) / whole for criterion, weight in weights.items()}
    return {criterion: _tipping(criterion, scores, shares, competing) for criterion in shares}


def _tipping(
    criterion: Criterion,
    scores: Mapping[Criterion, Mapping[Model, Fraction]],
    shares: Mapping[Criterion, Fraction],
    competing: Sequence[Model],
) -> Tipping[Model]:
    others = {each: share for each, share in shares.items() if each != criterion}
    rest = sum(others.values(), Fraction(0))
    evenly = bool(others) and rest == 0
    if evenly:
        others, rest = dict.fromkeys(others, Fraction(1)), Fraction(len(others))
    full = {model: Fraction(scores[criterion][model]) for model in competing}
    # Without others the line is flat: there is nothing to give weight to or take it from.
    none = (
        full
        if not others
        else {
            model: sum((share * scores[each][model] for each, share in others.items()), Fraction(0)) / rest
            for model in competing
        }
    )
    weight = shares[criterion]
    return Tipping(
        weight=weight,
        leaders=_leaders({model: none[model] + weight * (full[model] - none[model]) for model in competing}),
        below=_turn(none, full, weight, -1),
        above=_turn(none, full, weight, 1),
        at_nothing=none,
        at_everything=full,
        evenly=evenly,
    )


def _turn(
    none: Mapping[Model, Fraction], full: Mapping[Model, Fraction], weight: Fraction, direction: int
) -> Turn[Model] | None:
    """The nearest change of leaders when the weight moves up (1) or down (-1)."""
    totals = {model: start + weight * (full[model] - start) for model, start in none.items()}
    slopes = {model: direction * (full[model] - start) for model, start in none.items()}
    room = 1 - weight if direction > 0 else weight
    now = _leaders(totals)
    if not now or not room:
        return None
    beyond = _leaders({model: slopes[model] for model in now})
    if beyond != now:
        return Turn(weight, beyond)
    lead, slope = totals[now[0]], slopes[now[0]]
    steps = {
        model: (lead - totals[model]) / (slopes[model] - slope)
        for model in totals
        if model not in now and slopes[model] > slope
    }
    step = min(steps.values(), default=room)
    if step >= room:
        return None
    return Turn(weight + direction * step, _leaders({model: slopes[model] for model in steps if steps[model] == step}))


def _leaders(values: Mapping[Model, Fraction]) -> tuple[Model, ...]:
    best = max(values.values(), default=None)
    return tuple(model for model, value in values.items() if value == best)
