"""How often each model comes first, second, ... over many mixes of priorities (SMAA-2).

Rank shares are the literature's rank acceptability indices, the central weights of a model the mean of the weights
under which it leads, wins its pairwise winning indices (Lahdelma and Salminen, SMAA-2: Stochastic multicriteria
acceptability analysis for group decision making, Operations Research 49(3), 2001; Leskinen et al. 2006 for wins).
Plain arrays in, plain arrays out. Sums are taken criterion by criterion and never by a matrix library, whose last bit
depends on the machine; and models with the same scores come to the same total to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats: TypeAlias = NDArray[np.float64]
    Flags: TypeAlias = NDArray[np.bool_]

SLACK = 1e-12
"""Totals this close, as a part of the largest possible total, tie. Rounding a sum of n products errs by at most about
n x 1.1e-16 of it (2e-15 for 16 criteria), so no tie is broken by it; a true gap so small turns up about once in 1e12
draws.
"""

WORST_SHARE = 0.5
"""The share with the largest sampling error, for a bound that covers every share of a run."""


@dataclass(frozen=True, eq=False)
class Shares:
    """What a set of draws shows. NaN means undefined, and is never to be read as 0.

    `rank_shares` (models, ranks): the share of the draws in which a model takes a rank; models that tie share their
    ranks evenly. A row comes to the share of draws in which the model competes.
    `first` (models,): the first of those ranks.
    `central_weights` (models, criteria): the mean weights under which a model leads, a shared lead counting in part;
    NaN where it never leads.
    `wins` (models, models): of the draws in which both compete, the share in which the row's model beats the column's,
    a tie counting a half; NaN on the diagonal and where the two never meet.
    `entropy`: how open the first rank is, in bits: 0 where one model always leads, log2(n) where n lead equally often.
    Draws in which none competes are left out; NaN if that is all of them.
    `rank_entropy` (models,): the same for each model's ranks; NaN where it never competes.
    `draws`: how many there were.
    """

    rank_shares: Floats
    first: Floats
    central_weights: Floats
    wins: Floats
    entropy: float
    rank_entropy: Floats
    draws: int


def smaa(scores: ArrayLike, weights: ArrayLike, competing: ArrayLike | None = None) -> Shares:
    """Rank shares and what belongs to them.

    `scores` (criteria, models), or (draws, criteria, models) where they vary too; `weights` (draws, criteria), not
    negative; `competing` None for all, or flags (models,) or (draws, models): a model that does not compete in a draw
    has no rank there. Raises ValueError for shapes that do not fit, no draws, negative weights, or what is not a
    finite number.
    """
    table, mixes, flags = _checked(scores, weights, competing)
    totals = _totals(table, mixes)
    ahead, level, wins = _compared(totals, flags, _slack(table, mixes))
    rank_shares = _rank_shares(ahead, level, flags)
    first = rank_shares[:, 0].copy() if len(totals) else np.zeros(0)
    return Shares(
        rank_shares=rank_shares,
        first=first,
        central_weights=_central_weights(ahead, level, flags, mixes),
        wins=wins,
        entropy=float(_bits(first[None, :])[0]),
        rank_entropy=_bits(rank_shares),
        draws=len(mixes),
    )


def weighted_totals(scores: ArrayLike, weights: ArrayLike) -> Floats:
    """The weighted sum of every model: (draws, models), or (models,) for a single vector of weights.

    Takes scores and weights as `smaa` does; raises ValueError for shapes that do not fit.
    """
    given = np.asarray(weights, dtype=np.float64)
    table, mixes, _ = _checked(scores, given[None, :] if given.ndim == 1 else given, None)
    totals = _totals(table, mixes).T
    return totals[0] if given.ndim == 1 else totals


def sampling_error(share: float, draws: int) -> float:
    """How far a share of `draws` draws may be off, 95 times in 100: 9,604 draws are within 0.01 at `WORST_SHARE`.

    By the normal curve, but never less than 3 / draws: of what was never seen (or always) in n draws the curve would
    say that it is certain, while it may still be the case 3 times in n (the rule of three). Raises ValueError for no
    draws or a share outside 0 to 1.
    """
    if draws < 1 or not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1 and needs a draw; this is {share} of {draws}")
    return min(1.0, max(1.96 * sqrt(share * (1 - share) / draws), 3 / draws))


def _checked(scores: ArrayLike, weights: ArrayLike, competing: ArrayLike | None) -> tuple[Floats, Floats, Flags | None]:
    table, mixes = np.asarray(scores), np.asarray(weights, dtype=np.float64)
    if table.dtype.kind != "f":
        table = table.astype(np.float64)
    if mixes.ndim != 2 or not len(mixes):
        raise ValueError(f"weights are (draws, criteria) with at least one draw; these are {mixes.shape}")
    if table.ndim not in (2, 3) or table.shape[-2] != mixes.shape[1]:
        raise ValueError(f"scores are (criteria, models) for {mixes.shape[1]} criteria; these are {table.shape}")
    if table.ndim == 3 and len(table) != len(mixes):
        raise ValueError(f"scores vary over {len(table)} draws, weights over {len(mixes)}")
    if mixes.size and not (mixes.min() >= 0 and np.isfinite(mixes.max())):
        raise ValueError("weights are finite numbers, not negative")
    if table.size and not (np.isfinite(table.min()) and np.isfinite(table.max())):
        raise ValueError("scores are finite numbers, also those of models that do not compete")
    if competing is None:
        return table, mixes, None
    flags = np.asarray(competing)
    count = table.shape[-1]
    if flags.dtype != np.bool_ or flags.shape not in ((count,), (len(mixes), count)):
        raise ValueError(
            f"competing is flags ({count},) or ({len(mixes)}, {count}); this is {flags.dtype} {flags.shape}"
        )
    return table, mixes, np.ascontiguousarray(np.broadcast_to(flags, (len(mixes), count)).T)


def _slack(scores: Floats, weights: Floats) -> float:
    """How close totals must be to tie, on the scale of these scores and weights."""
    if not scores.size:
        return 0.0
    largest = max(float(scores.max()), -float(scores.min()))
    return SLACK * largest * float(weights.sum(axis=1).max())


def _totals(scores: Floats, weights: Floats) -> Floats:
    """(models, draws), summed in the order of the criteria."""
    columns = np.ascontiguousarray(weights.T)
    totals = np.zeros((scores.shape[-1], len(weights)))
    part = np.empty_like(totals)
    for place, column in enumerate(columns):
        score = scores[:, place, :].T if scores.ndim == 3 else scores[place][:, None]
        totals += np.multiply(score, column, out=part)
    return totals


def _compared(totals: Floats, flags: Flags | None, slack: float) -> tuple[NDArray[np.int16], NDArray[np.int16], Floats]:
    """How many models are ahead of each, how many level with it (itself among them), and the share of wins.

    Every pair is compared, which for a handful of models is faster than sorting each draw.
    """
    models, draws = totals.shape
    ahead, level = np.zeros((models, draws), np.int16), np.ones((models, draws), np.int16)
    wins = np.full((models, models), np.nan)
    for one in range(models):
        for other in range(one):
            gap = totals[one] - totals[other]
            above, below = gap > slack, gap < -slack
            met = draws
            if flags is not None:
                both = flags[one] & flags[other]
                above &= both
                below &= both
                met = np.count_nonzero(both)
            ahead[other] += above
            ahead[one] += below
            won, lost = np.count_nonzero(above), np.count_nonzero(below)
            if won + lost < met:
                same = ~(above | below) if flags is None else both & ~(above | below)
                level[one] += same
                level[other] += same
            if met:
                wins[one, other] = (met + won - lost) / (2 * met)
                wins[other, one] = (met + lost - won) / (2 * met)
    return ahead, level, wins


def _rank_shares(ahead: NDArray[np.int16], level: NDArray[np.int16], flags: Flags | None) -> Floats:
    models, draws = ahead.shape
    shares = np.zeros((models, models))
    for model in range(models):
        # Counted as whole numbers by (ahead, level), then shared out: equal models get equal shares exactly.
        kinds = ahead[model].astype(np.intp) * (models + 1) + level[model]
        counts = np.bincount(kinds if flags is None else kinds[flags[model]])
        for kind in np.flatnonzero(counts):
            rank, tied = divmod(int(kind), models + 1)
            shares[model, rank : rank + tied] += counts[kind] / tied
    shares /= draws
    return shares


def _central_weights(
    ahead: NDArray[np.int16], level: NDArray[np.int16], flags: Flags | None, weights: Floats
) -> Floats:
    central = np.full((len(ahead), weights.shape[1]), np.nan)
    columns = weights.T
    for model, before in enumerate(ahead):
        leading = before == 0 if flags is None else (before == 0) & flags[model]
        led = np.flatnonzero(leading)
        if len(led):
            parts = 1 / level[model][led]
            central[model] = (np.take(columns, led, axis=1) * parts).sum(axis=1) / parts.sum()
    return central


def _bits(shares: Floats) -> Floats:
    """The entropy of each row, scaled to come to 1; NaN for a row of nothing."""
    whole = shares.sum(axis=1)
    parts = shares / np.where(whole > 0, whole, 1)[:, None]
    logs = np.log2(np.where(parts > 0, parts, 1))
    return np.where(whole > 0, np.abs((parts * logs).sum(axis=1)), np.nan)
