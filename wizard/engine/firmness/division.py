"""A whole divided at random: evenly over all divisions, or over those in which some parts outweigh others.

A division of a whole into n parts is uniform when it is cut at n - 1 places drawn evenly (Tervonen and Lahdelma,
Implementing stochastic multicriteria acceptability analysis, 2007). Spacings of exponentials would do as well, but they
need logarithms, whose last bit differs between machines; cutting takes only subtraction, which is exact here.

Nor does a uniform division change when its parts change places. So parts that are sorted, and handed out along an order
picked evenly from all that the pairs allow, are uniform on what the pairs allow.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from wizard.engine.case import Id, shared_out
from wizard.engine.ordering import tied_together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Parts: TypeAlias = NDArray[np.float64]

MOST_ORDERS = 50_000
"""Orders are listed one by one. Eight groups have 40,320 at most, and a decision has four to six."""

FEW = 12
"""Up to so many rows, exchanging whole rows is the faster way to sort: for five, eight times as fast as numpy's."""


def division(rng: np.random.Generator, count: int, draws: int) -> Parts:
    """A whole cut into `count` parts at places drawn evenly: (parts, draws). Each draw is exactly 1 together.

    Raises ValueError for fewer than one part.
    """
    if count < 1:
        raise ValueError("nothing can be divided among none")
    cuts = np.empty((count + 1, draws))
    cuts[0], cuts[-1] = 0, 1
    cuts[1:-1] = ascending(rng.random((count - 1, draws)))
    # The cuts are multiples of 2 ** -53 up to 1, hence so are their differences: nothing is rounded.
    return cuts[1:] - cuts[:-1]


def ascending(rows: Parts) -> Parts:
    """Each column sorted, least first; the rows given may be overwritten."""
    if len(rows) > FEW:
        return np.sort(rows.T, axis=1).T
    for last in range(len(rows) - 1, 0, -1):
        for place in range(last):
            one, other = rows[place], rows[place + 1]
            less = np.minimum(one, other)
            np.maximum(one, other, out=other)
            rows[place] = less
    return rows


def divided(rng: np.random.Generator, ids: list[Id], draws: int, stated: Mapping[Id, Fraction]) -> Parts:
    """A whole divided among `ids`: (ids, draws). Stated shares (per cent) stay, the rest is divided at random."""
    free = [place for place, each in enumerate(ids) if each not in stated]
    left = 1 - sum((stated[each] / 100 for each in ids if each in stated), Fraction(0))
    if len(free) < 2 or left <= 0:
        settled = shared_out(ids, stated)
        return np.repeat([[float(settled[each])] for each in ids], draws, axis=1)
    parts = np.repeat([[float(stated.get(each, 0)) / 100] for each in ids], draws, axis=1)
    parts[free] = division(rng, len(free), draws) * float(left)
    return parts


def put_in_order(
    rng: np.random.Generator, parts: Parts, ids: Sequence[str], free: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> None:
    """Hands the `free` parts (ids, draws) out anew, in place: the first of each pair gets no less than the second.

    Pairs that name anything but free parts are passed over. Raises ValueError where the pairs go round in a circle, or
    allow more than `MOST_ORDERS` orders.
    """
    for tied in tied_together(tuple(free), tuple(pairs)):
        if tied.count > MOST_ORDERS:
            raise ValueError(
                f"the comparisons allow {tied.count:,} orders; more than {MOST_ORDERS:,} are not drawn from"
            )
        places = [ids.index(each) for each in tied.ids]
        # ranks[o, k]: which of the sorted parts the k-th of the tied ids gets in order o.
        ranks = np.array([[order.index(each) for each in tied.ids] for order in tied.each()])
        chosen = ranks[rng.integers(len(ranks), size=parts.shape[1])].T
        parts[places] = np.take_along_axis(ascending(parts[places])[::-1], chosen, axis=0)
