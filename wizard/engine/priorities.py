"""Mixes of priorities: how often a model leads when nobody knows how the criteria should be weighed.

Each mix weighs the groups at random, every division of the whole equally likely, and then the criteria
within each group in the same way (spacings of exponential draws; SMAA-2: Lahdelma and Salminen, 2001).
Where a person said which of two groups matters more, only mixes that agree are drawn, all equally likely.
Weights of a decision's criteria come only from here or from `wizard.engine.case`.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import lru_cache
from math import log
from operator import mul
from random import Random
from typing import TYPE_CHECKING

from .case import Id, of_criteria, shared_out
from .ordering import tied_together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from wizard.schema.criterion import Criterion

    from .case import Case
    from .ordering import Pairs

MIXES = 1000
"""With a thousand mixes a share is within 3 points in 95 of 100 seeds."""

TIE = 1e-10
"""Totals from 0 to 100 this close tie, as in `firmness.smaa`: far more than rounding errs by, and a true gap so small
turns up about once in 1e12 mixes.
"""


def mixes_of(decision: str, criteria: Sequence[Criterion], case: Case, seed: int) -> tuple[tuple[float, ...], ...]:
    """The mixes of a decision's criteria, with all that a person set; see `mixes`."""
    stated = case.stated(decision)
    groups = tuple(each.group for each in criteria)
    within = of_criteria(stated, groups)
    return mixes(
        groups,
        seed,
        tuple((group, stated[group]) for group in dict.fromkeys(groups) if group in stated),
        tuple((place, within[each.id]) for place, each in enumerate(criteria) if each.id in within),
        tuple(case.trade_offs.get(decision, ())),
    )


@lru_cache(maxsize=8)
def mixes(
    groups: tuple[str, ...],
    seed: int,
    stated_groups: tuple[tuple[str, Fraction], ...] = (),
    stated_places: tuple[tuple[int, Fraction], ...] = (),
    trade_offs: Pairs = (),
) -> tuple[tuple[float, ...], ...]:
    """`MIXES` weight vectors, each together 1, for criteria whose groups are given in order.

    Weights that a person stated, in per cent, stay as they are in every mix: those of groups by name, those
    within a group by the criterion's place. Only what nobody stated varies. In no mix does the second group
    of a pair of `trade_offs` weigh more than the first. Raises ValueError where the pairs go round in a circle.
    """
    random = Random(f"{seed}/priorities")
    members = {group: [n for n, each in enumerate(groups) if each == group] for group in dict.fromkeys(groups)}
    among_groups = _divider(list(members), dict(stated_groups))
    if trade_offs:
        among_groups = _put_in_order(among_groups, list(members), dict(stated_groups), trade_offs, seed)
    within = [(places, _divider(places, dict(stated_places))) for places in members.values()]
    found = []
    for _ in range(MIXES):
        vector = [0.0] * len(groups)
        for share, (places, divide) in zip(among_groups(random), within, strict=True):
            for part, place in zip(divide(random), places, strict=True):
                vector[place] = share * part
        found.append(tuple(vector))
    return tuple(found)


def leaders_in(
    scores: Sequence[Sequence[float]], models: Sequence[int], vectors: Iterable[Sequence[float]]
) -> list[tuple[int, ...]]:
    """For each weight vector, the models that lead under it: one, or several that tie.

    `scores` gives, for each criterion, every model's score; only `models` compete.
    """
    columns = {model: tuple(row[model] for row in scores) for model in models}
    # Models that no criterion parts have one total between them, which is worked out once.
    different = tuple(dict.fromkeys(columns.values()))
    vectors = tuple(vectors)
    totals = [[sum(map(mul, vector, column)) for vector in vectors] for column in different]
    if not totals:
        return [()] * len(vectors)
    leading: dict[tuple[bool, ...], tuple[int, ...]] = {}
    found = []
    for each in zip(*totals, strict=True):
        best = max(each) - TIE
        pattern = tuple([total >= best for total in each])
        if pattern not in leading:
            first = {column for column, leads in zip(different, pattern, strict=True) if leads}
            leading[pattern] = tuple(model for model, column in columns.items() if column in first)
        found.append(leading[pattern])
    return found


def shares_of(leaders: Sequence[tuple[int, ...]], count: int) -> list[float]:
    """For each of `count` models, the share of mixes in which it leads; those that tie share the lead."""
    won = [0.0] * count
    for leading in leaders:
        for model in leading:
            won[model] += 1 / len(leading)
    return [share / len(leaders) if leaders else 0.0 for share in won]


def exact_share(leaders: Sequence[tuple[int, ...]], model: int) -> Fraction:
    """The share of cases, 0 to 1, in which a model leads; those that tie share the lead."""
    sharing = Counter(len(each) for each in leaders if model in each)
    return sum((Fraction(times, size) for size, times in sharing.items()), Fraction(0)) / len(leaders)


def level_throughout(leaders: Sequence[tuple[int, ...]], model: int) -> set[int]:
    """The other models that lead wherever `model` does, and nowhere else: no priorities part them."""
    different = set(leaders)
    leading = [each for each in different if model in each]
    found = set(leading[0]).intersection(*leading[1:]) - {model} if leading else set()
    return {other for other in found if sum(other in each for each in different) == len(leading)}


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


def _put_in_order(
    divide: Callable[[Random], Sequence[float]],
    groups: Sequence[str],
    stated: Mapping[str, Fraction],
    trade_offs: Pairs,
    seed: int,
) -> Callable[[Random], Sequence[float]]:
    """Divides as `divide` does, then hands the shares of compared groups out in an order that respects the pairs.

    Sorted shares given out in one of the orders, all equally likely, are as likely as one another where they agree
    with the pairs. The orders have draws of their own, so that an answer changes who gets which share and no share.
    """
    free = tuple(group for group in groups if group not in stated)
    tied = [(orders, [groups.index(each) for each in orders.ids]) for orders in tied_together(free, trade_offs)]
    drawn = Random(f"{seed}/trade_offs")

    def divide_in_order(random: Random) -> list[float]:
        shares = list(divide(random))
        for orders, places in tied:
            largest_first = sorted((shares[place] for place in places), reverse=True)
            for each, share in zip(orders.at_random(drawn), largest_first, strict=True):
                shares[groups.index(each)] = share
        return shares

    return divide_in_order
