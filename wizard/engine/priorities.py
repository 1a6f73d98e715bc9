"""Mixes of priorities: how often a model leads when nobody knows how the criteria should be weighed.

Each mix weighs the groups at random, every division of the whole equally likely, and then the criteria
within each group in the same way (spacings of exponential draws; SMAA-2: Lahdelma and Salminen, 2001).
Weights of a decision's criteria come only from here or from `wizard.engine.case`.
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from random import Random
from typing import TYPE_CHECKING

from .case import Id, shared_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from fractions import Fraction

MIXES = 1000
"""With a thousand mixes a share is within 3 points in 95 of 100 seeds."""


@lru_cache(maxsize=8)
def mixes(
    groups: tuple[str, ...],
    seed: int,
    stated_groups: tuple[tuple[str, Fraction], ...] = (),
    stated_places: tuple[tuple[int, Fraction], ...] = (),
) -> tuple[tuple[float, ...], ...]:
    """`MIXES` weight vectors, each together 1, for criteria whose groups are given in order.

    Weights that a person stated, in per cent, stay as they are in every mix: those of groups by name, those
    within a group by the criterion's place. Only what nobody stated varies.
    """
    random = Random(f"{seed}/priorities")
    members = {group: [n for n, each in enumerate(groups) if each == group] for group in dict.fromkeys(groups)}
    among_groups = _divider(list(members), dict(stated_groups))
    within = [(places, _divider(places, dict(stated_places))) for places in members.values()]
    found = []
    for _ in range(MIXES):
        vector = [0.0] * len(groups)
        for share, (places, divide) in zip(among_groups(random), within, strict=True):
            for part, place in zip(divide(random), places, strict=True):
                vector[place] = share * part
        found.append(tuple(vector))
    return tuple(found)


def lead_shares(
    scores: Sequence[Sequence[float]], models: Sequence[int], vectors: Iterator[Sequence[float]]
) -> list[float]:
    """For each model, the share of the weight vectors under which it leads; those that tie share the lead.

    `scores` gives, for each criterion, every model's score; only `models` compete.
    """
    count = len(scores[0]) if scores else 0
    won, tried = [0.0] * count, 0
    columns = {model: [row[model] for row in scores] for model in models}
    for vector in vectors:
        tried += 1
        totals = {model: sum(map(_times, vector, column)) for model, column in columns.items()}
        best = max(totals.values(), default=0.0)
        # Totals of equal scores are equal to the last bit, as they are summed in the same order.
        leaders = [model for model, total in totals.items() if total == best]
        for model in leaders:
            won[model] += 1 / len(leaders)
    return [share / tried if tried else 0.0 for share in won]


def _times(weight: float, score: float) -> float:
    return weight * score


def _divider(ids: list[Id], stated: Mapping[Id, Fraction]) -> Callable[[Random], Sequence[float]]:
    """Divides a whole among `ids`, in their order: at random among those that nobody stated a share for."""
    free = [place for place, each in enumerate(ids) if each not in stated]
    left = float(100 - sum(stated[each] for each in ids if each in stated)) / 100
    if len(free) < 2 or left <= 0:
        settled = [float(share) for share in shared_out(ids, stated).values()]
        return lambda _: settled
    kept = [float(stated[each]) / 100 if each in stated else 0.0 for each in ids]

    def divide(random: Random) -> list[float]:
        drawn = [-log(1.0 - random.random()) for _ in free]
        scale = left / sum(drawn)
        shares = kept[:]
        for place, each in zip(free, drawn, strict=True):
            shares[place] = each * scale
        return shares

    return divide
