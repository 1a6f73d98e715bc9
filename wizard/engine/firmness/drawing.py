"""Mixes of priorities at random: seeded draws of weights, every allowed division of the whole equally likely.

Every sampler gives float64 rows (draws, criteria) that together are 1 and are never negative. The arrays are laid out
with the draws running fastest, which is how `smaa` reads them. What a person stated means what it means in
`wizard.engine.case` and in `wizard.engine.priorities.mixes`: stated shares stay, the rest is divided; pairs of which
the first matters more bear on groups that have no stated weight, and pairs that name any other are passed over.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from wizard.engine.case import Id, shared_out

from .division import ascending, divided, division, put_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

    from numpy.typing import NDArray

    Weights: TypeAlias = NDArray[np.float64]

__all__ = ["around", "by_group", "on_simplex", "ordered", "seeded"]


def seeded(seed: int, purpose: str) -> np.random.Generator:
    """A generator of its own for each purpose: the same seed and purpose give the same digits on every machine."""
    digest = sha256(f"{seed}/{purpose}".encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest, "big")))


def on_simplex(rng: np.random.Generator, count: int, draws: int) -> Weights:
    """Weights of `count` criteria, every division of the whole equally likely: (draws, count).

    Raises ValueError for fewer than one criterion: nothing can be divided among none.
    """
    return division(rng, count, draws).T


def ordered(rng: np.random.Generator, order: Sequence[int], draws: int) -> Weights:
    """Weights uniform on those that fall along `order`, which lists the criteria's places, weightiest first.

    Their mean is the rank-order centroid (Barron and Barrett 1996). Raises ValueError unless `order` lists each of
    0 .. n - 1 once.
    """
    if sorted(order) != list(range(len(order))):
        raise ValueError(f"an order names every criterion's place once, from 0; this one is {list(order)}")
    parts = ascending(division(rng, len(order), draws))[::-1]
    weights = np.empty_like(parts)
    weights[list(order)] = parts
    return weights.T


def by_group(
    rng: np.random.Generator,
    groups: Sequence[str],
    draws: int,
    stated_groups: Mapping[str, Fraction] = {},
    stated_within: Mapping[int, Fraction] = {},
    more_than: Sequence[tuple[str, str]] = (),
) -> Weights:
    """Weights uniform over the groups and then within each group: (draws, criteria).

    `groups` names the group of each criterion. Stated weights, in per cent, stay as they are in every draw: those of
    groups by name, those within a group by the criterion's place. With pairs in `more_than`, group weights are uniform
    on those that respect them: the first group of a pair weighs no less than the second.

    Raises ValueError where the pairs go round in a circle.
    """
    names = list(dict.fromkeys(groups))
    among = divided(rng, names, draws, stated_groups)
    put_in_order(rng, among, names, [name for name in names if name not in stated_groups], more_than)
    return _joined(groups, among, lambda places: divided(rng, places, draws, stated_within))


def around(
    rng: np.random.Generator,
    groups: Sequence[str],
    draws: int,
    stated_groups: Mapping[str, Fraction],
    stated_within: Mapping[int, Fraction],
    spread: float,
    more_than: Sequence[tuple[str, str]] = (),
) -> Weights:
    """Weights around what a person stated, as nobody states one to the per cent: (draws, criteria).

    Among the groups, and again within each group: every stated share is multiplied by a factor of its own, drawn
    evenly from 1 - `spread` to 1 + `spread`. What they then leave is divided at random among the shares that nobody
    stated; where they come to more than the whole, they are scaled back to it and nothing is left. Where the stated
    shares fill the whole to begin with (all are stated, or they come to 100 or more), only their proportions were
    meant and only those vary: each is multiplied, then all are scaled to the whole, so one may end a little outside
    its own spread, and shares that nobody stated stay at nothing. A share stated as nothing stays nothing. With a
    spread of 0 it is `by_group`.

    `more_than` orders the groups that nobody stated, as in `by_group`.

    Raises ValueError for a spread below 0 or above 1, or where the pairs go round in a circle.
    """
    if not 0 <= spread <= 1:
        raise ValueError(f"a spread is a part of what was stated, from 0 to 1; this one is {spread}")
    names = list(dict.fromkeys(groups))
    among = _varied(rng, names, draws, stated_groups, spread)
    put_in_order(rng, among, names, [name for name in names if name not in stated_groups], more_than)
    return _joined(groups, among, lambda places: _varied(rng, places, draws, stated_within, spread))


def _joined(groups: Sequence[str], among: Weights, divide: Callable[[list[int]], Weights]) -> Weights:
    """Group weights (groups, draws) shared out within each group: (draws, criteria)."""
    weights = np.empty((len(groups), among.shape[1]))
    for share, name in zip(among, dict.fromkeys(groups), strict=True):
        places = [place for place, each in enumerate(groups) if each == name]
        weights[places] = divide(places) * share
    return weights.T


def _varied(
    rng: np.random.Generator, ids: list[Id], draws: int, stated: Mapping[Id, Fraction], spread: float
) -> Weights:
    """A whole divided among `ids`, the stated shares varied: (ids, draws)."""
    base = shared_out(ids, stated)
    known = [place for place, each in enumerate(ids) if each in stated]
    free = [place for place, each in enumerate(ids) if each not in stated]
    shares = np.zeros((len(ids), draws))
    if known:
        # One minus a draw is never 0, so that shares which are something never all vanish.
        factors = 1 - spread + 2 * spread * (1 - rng.random((len(known), draws)))
        shares[known] = factors * np.array([[float(base[ids[place]])] for place in known])
    total = shares.sum(axis=0)
    if not free or sum(stated[ids[place]] for place in known) >= 100:
        shares /= total
        return shares
    shares /= np.maximum(total, 1)
    shares[free] = division(rng, len(free), draws) * np.maximum(1 - total, 0)
    return shares
