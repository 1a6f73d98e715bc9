"""Mixes of priorities: how often a model leads when nobody knows how the criteria should be weighed.

Each mix weighs the groups at random, every division of the whole equally likely, and then the criteria
within each group in the same way (spacings of exponential draws; SMAA-2: Lahdelma and Salminen, 2001).
Weights of a decision's criteria come only from here or from `wizard.engine.case`.
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from random import Random
from typing import TYPE_CHECKING, TypeVar

from .case import shared_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

Id = TypeVar("Id", int, str)

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
    of_groups, of_places = dict(stated_groups), dict(stated_places)
    found = []
    for _ in range(MIXES):
        vector = [0.0] * len(groups)
        for group, share in _division(random, list(members), of_groups).items():
            for place, part in _division(random, members[group], of_places).items():
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


def _division(random: Random, ids: list[Id], stated: Mapping[Id, Fraction]) -> dict[Id, float]:
    """A whole divided at random among those that nobody stated a share for."""
    free = [each for each in ids if each not in stated]
    left = 100 - sum(stated[each] for each in ids if each in stated)
    if len(free) < 2 or left <= 0:
        return {each: float(share) for each, share in shared_out(ids, stated).items()}
    drawn = {each: -log(1.0 - random.random()) for each in free}
    scale = float(left) / 100 / sum(drawn.values())
    return {each: drawn[each] * scale if each in drawn else float(stated[each]) / 100 for each in ids}
