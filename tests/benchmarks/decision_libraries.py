"""Mixes of priorities beside two libraries of decision analysis, pymcdm and scikit-criteria, in one run.

Neither has rank shares; the nearest thing is to let each rank the models once for every mix, through its own interface,
and to count. All are given the same mixes and the same table (the office locations of Goodwin and Wright), and what
they count must agree. What each has and lacks was looked up in pymcdm 1.4.0 and scikit-criteria 0.10 and tried out.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import numpy as np

from tests.benchmarks.evaluation import least
from wizard.engine.firmness.drawing import on_simplex, seeded
from wizard.engine.firmness.smaa import smaa, weighted_totals

MIXES, ROUNDS = 1000, 3
OFFICES = np.array(
    [
        [100, 20, 80, 70, 40, 0, 60],
        [60, 80, 70, 50, 60, 0, 100],
        [100, 10, 0, 30, 90, 70, 20],
        [75, 30, 0, 55, 100, 0, 50],
        [0, 100, 10, 30, 60, 80, 50],
        [90, 30, 100, 90, 70, 0, 80],
    ],
    dtype=float,
)
SWINGS = np.array([100, 80, 70, 30, 20, 10]) / 310

Totals = Callable[[Any], Any]
Ranks = Callable[[Any], Any]


def lines() -> Iterator[str]:
    """Ours, then each library that is installed: agreement and ratio, then what it lacks."""
    weights = on_simplex(seeded(1, "benchmark"), OFFICES.shape[0], MIXES)
    first = smaa(OFFICES, weights).first
    ours = least(lambda: smaa(OFFICES, weights)) / MIXES
    yield (
        f"mixes  ours: {ours * 1e6:.2f} microseconds a mix, over {MIXES:,} mixes of {OFFICES.shape[0]} criteria and "
        f"{OFFICES.shape[1]} models, with rank shares, central weights, wins and entropy"
    )
    for describe in (_pymcdm, _scikit_criteria):
        try:
            name, totals, rank, lacks = describe()
        except ImportError:
            yield f"mixes  {describe.__name__[1:]}: not installed; run with --group bench"
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield _beside(name, totals, rank, weights, first, ours)
        yield f"mixes  {name} has {lacks}"


def _beside(name: str, totals: Totals, rank: Ranks, weights: Any, first: Any, ours: float) -> str:
    off = np.abs(totals(SWINGS) - weighted_totals(OFFICES, SWINGS)).max()
    ranks = np.array([rank(mix) for mix in weights])
    differing = np.abs((ranks == 1).mean(axis=0) - first).max()
    theirs = least(lambda: [rank(mix) for mix in weights], ROUNDS) / MIXES
    return (
        f"mixes  {name}, weighted sum and ranks only, mix by mix: {theirs * 1e6:.1f} microseconds a mix, "
        f"{theirs / ours:.0f} times ours; office totals differ by at most {off:.0e}, first shares by {differing:.0e}"
    )


def _pymcdm() -> tuple[str, Totals, Ranks, str]:
    from pymcdm.methods import WSM

    method = WSM(lambda column, cost: column)  # scores are on one scale already
    matrix, types = OFFICES.T.copy(), np.ones(len(OFFICES))

    def totals(mix: Any) -> Any:
        return method(matrix, mix, types, validation=False)

    lacks = (
        "many ranking methods, ways to find weights, rank reversal when a model is left out, and a method's parameter "
        "varied step by step. It lacks: several mixes in one call, rank shares, central weights, wins, tipping points, "
        "models that compete in some draws only; an unknown score passes through as a total that is not a number; "
        "rounding can break a tie"
    )
    return f"pymcdm {version('pymcdm')}", totals, lambda mix: method.rank(totals(mix)), lacks


def _scikit_criteria() -> tuple[str, Totals, Ranks, str]:
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    model, matrix, objectives = WeightedSumModel(), OFFICES.T.copy(), [max] * len(OFFICES)

    def result(mix: Any) -> Any:
        return model.evaluate(skcriteria.mkdm(matrix, objectives, weights=mix))

    lacks = (
        "many ranking methods, pipelines and their combinations, comparison of rankings, three tests of rank reversal, "
        "and filling in of unknown scores by a mean or by neighbours. It lacks: mixes of priorities, rank shares, "
        "central weights, wins over mixes, tipping points, models that compete in some draws only; an unknown score "
        "that was not filled in is an error; rounding can break a tie"
    )
    name = f"scikit-criteria {version('scikit-criteria')}"
    return name, lambda mix: result(mix).e_.score, lambda mix: result(mix).rank_, lacks


if __name__ == "__main__":
    for line in lines():
        print(line)
