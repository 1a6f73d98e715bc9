"""Rank shares against published and closed-form answers, and right where there is little or nothing to rank."""

from __future__ import annotations

from dataclasses import fields
from math import log2, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.firmness.drawing import on_simplex, ordered, seeded
from wizard.engine.firmness.smaa import WORST_SHARE, Shares, sampling_error, smaa, weighted_totals

DRAWS = 200_000

MODELS = ("Addison", "Bilton", "Carlisle", "Denver", "Elton", "Filton", "Gorton")
OFFICES = np.array(
    [
        [100, 20, 80, 70, 40, 0, 60],
        [60, 80, 70, 50, 60, 0, 100],
        [100, 10, 0, 30, 90, 70, 20],
        [75, 30, 0, 55, 100, 0, 50],
        [0, 100, 10, 30, 60, 80, 50],
        [90, 30, 100, 90, 70, 0, 80],
    ]
)
"""Goodwin and Wright, ch. 3: closeness, visibility, image, size, comfort, parking, by office."""

OFFICE_RANKS = {
    "Addison": [0.4723, 0.2994, 0.0730, 0.0796, 0.0386, 0.0319, 0.0052],
    "Elton": [0.3604, 0.3970, 0.1212, 0.0348, 0.0859, 0.0008, 0],
    "Gorton": [0.1171, 0.1536, 0.4027, 0.2687, 0.0574, 0.0005, 0],
    "Bilton": [0.0465, 0.0719, 0.0504, 0.1059, 0.2176, 0.4670, 0.0407],
    "Carlisle": [0.0034, 0.0431, 0.0562, 0.0563, 0.3224, 0.2898, 0.2289],
    "Denver": [0.0003, 0.0307, 0.2484, 0.4226, 0.2198, 0.0782, 0],
    "Filton": [0, 0.0044, 0.0481, 0.0322, 0.0583, 0.1317, 0.7252],
}
SEEDS_DIFFER = 0.0007
"""By so much the published figures, of four million draws, differ from seed to seed."""


def mixes(criteria: int, draws: int = DRAWS) -> np.ndarray:
    return on_simplex(seeded(1, "test_smaa"), criteria, draws)


def within(expected: float, draws: int = DRAWS) -> object:
    """Four standard errors of a share: a wrong figure fails, a fair draw does not."""
    return pytest.approx(expected, abs=4 * sqrt(max(expected * (1 - expected), 1 / draws) / draws) + 1e-9)


def test_totals_of_the_office_table() -> None:
    """Swing weights 100, 80, 70, 30, 20, 10, exact and as the book rounds them."""
    swings = np.array([100, 80, 70, 30, 20, 10])
    totals = dict(zip(MODELS, weighted_totals(OFFICES, swings / swings.sum()), strict=True))
    expected = [80.4839, 39.6774, 47.7419, 52.4194, 64.5161, 20.9677, 60.3226]
    assert list(totals.values()) == pytest.approx(expected, abs=5e-5)
    rounded = dict(zip(MODELS, weighted_totals(OFFICES, [0.32, 0.26, 0.23, 0.10, 0.06, 0.03]), strict=True))
    assert [rounded[each] for each in ("Addison", "Carlisle", "Gorton")] == pytest.approx([80.8, 47.4, 60.2])


def test_a_published_weighted_sum() -> None:
    """Kracka, Brauers and Zavadskas 2010, minimised columns inverted and all divided by their sums."""
    raw = np.array(
        [
            [33.95, 23.78, 11.45, 39.97, 29.44, 167.10, 3.852],
            [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
            [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
            [30.44, 37.59, 13.91, 74.08, 45.10, 198.34, 2.186],
            [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.610],
            [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
        ]
    )
    raw[:, [0, 1, 2, 3, 5]] **= -1
    totals = weighted_totals((raw / raw.sum(axis=0)).T, np.full(7, 1 / 7))
    assert totals == pytest.approx([0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701], abs=5e-9)
    assert (-totals).argsort().argsort().tolist() == [5, 0, 2, 3, 4, 1]


def test_rank_shares_of_the_office_table() -> None:
    """All 49 published shares, within four standard errors and what the published seeds differ by."""
    shares = smaa(OFFICES, mixes(6))
    for model, row in zip(MODELS, shares.rank_shares, strict=True):
        for found, expected in zip(row, OFFICE_RANKS[model], strict=True):
            error = 4 * sqrt(max(expected * (1 - expected), 1e-5) / DRAWS) + SEEDS_DIFFER
            assert found == pytest.approx(expected, abs=error), model
    assert shares.first.tolist() == shares.rank_shares[:, 0].tolist()


def test_the_biased_sampler_would_be_noticed() -> None:
    """Normalised uniform numbers put Addison first far too often for the published table."""
    raw = seeded(1, "biased").random((DRAWS, 6))
    first = smaa(OFFICES, raw / raw.sum(axis=1, keepdims=True)).first
    assert first[0] > OFFICE_RANKS["Addison"][0] + 0.02


def test_the_office_table_with_ordinal_weights() -> None:
    """With weights known only by their order Addison leads in .9999, at the rank-order centroid."""
    shares = smaa(OFFICES, ordered(seeded(1, "ordinal"), range(6), DRAWS))
    assert shares.first[0] == pytest.approx(0.9999, abs=0.0002)
    centroid = [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278]
    assert shares.central_weights[0] == pytest.approx(centroid, abs=0.001)


def test_two_criteria_and_a_compromise() -> None:
    """A = (1, 0), B = (0, 1), C = (.6, .6), in closed form: ranks, central weights and wins."""
    shares = smaa([[1, 0, 0.6], [0, 1, 0.6]], mixes(2))
    expected = [[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0]]
    for found, row in zip(shares.rank_shares, expected, strict=True):
        assert [within(each) for each in row] == found.tolist()
    assert shares.central_weights == pytest.approx(np.array([[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]]), abs=0.003)
    # A beats B when its weight exceeds .5, C when it exceeds .6.
    assert (shares.wins[0, 1], shares.wins[0, 2], shares.wins[2, 1]) == (within(0.5), within(0.4), within(0.6))
    assert shares.entropy == pytest.approx(-0.8 * log2(0.4) - 0.2 * log2(0.2), abs=0.005)
    assert shares.rank_entropy[2] == pytest.approx(-0.8 * log2(0.8) - 0.2 * log2(0.2), abs=0.005)


@pytest.mark.parametrize(("count", "own", "other"), [(3, 0.611111, 0.194444), (6, 0.408333, 0.118333)])
def test_unit_vectors(count: int, own: float, other: float) -> None:
    """n options, each best on one criterion of n: first in 1/n; central weight H_n / n on its own criterion."""
    shares = smaa(np.eye(count), mixes(count))
    assert shares.first.tolist() == [within(1 / count)] * count
    assert shares.first.sum() == pytest.approx(1)
    central = np.where(np.eye(count, dtype=bool), own, other)
    assert shares.central_weights == pytest.approx(central, abs=0.005)


@pytest.mark.parametrize(("count", "unit", "compromise"), [(3, 0.25, 0.25), (6, 0.03125, 0.8125)])
def test_unit_vectors_and_a_compromise(count: int, unit: float, compromise: float) -> None:
    """n unit vectors and (.5, ..., .5): each unit option first with .5 ** (n - 1), the compromise with the rest."""
    scores = np.column_stack([np.eye(count), np.full(count, 0.5)])
    assert smaa(scores, mixes(count)).first.tolist() == [within(unit)] * count + [within(compromise)]


def test_a_dominated_model_has_no_priorities_of_its_own() -> None:
    """It is never first, and the weights under which it leads are undefined: never 0."""
    shares = smaa([[9, 5], [8, 2]], mixes(2, 1000))
    assert shares.rank_shares.tolist() == [[1, 0], [0, 1]]
    assert np.isnan(shares.central_weights[1]).all()
    assert (shares.wins[0, 1], shares.wins[1, 0]) == (1, 0)
    assert (shares.entropy, shares.rank_entropy.tolist()) == (0, [0, 0])


def test_one_model_always_leads() -> None:
    """Alone it is first in every draw, its central weights are the mean of all, and it beats nobody."""
    weights = mixes(3, 1000)
    shares = smaa([[1], [2], [3]], weights)
    assert (shares.first.tolist(), shares.entropy) == ([1], 0)
    assert shares.central_weights[0] == pytest.approx(weights.mean(axis=0))
    assert np.isnan(shares.wins).all()


@given(st.integers(2, 6), st.integers(1, 6), st.integers(0, 1000))
def test_equal_models_share_everything_exactly(models: int, criteria: int, seed: int) -> None:
    """However odd their scores, equal models get equal shares to the last bit, at every rank."""
    rng = seeded(seed, "equal")
    scores = np.repeat(rng.random((criteria, 1)) * 100, models, axis=1)
    shares = smaa(scores, on_simplex(rng, criteria, 100))
    assert shares.rank_shares == pytest.approx(np.full((models, models), 1 / models))
    assert (shares.rank_shares == shares.rank_shares[0, 0]).all()
    assert (shares.central_weights == shares.central_weights[0]).all()
    assert shares.wins[~np.eye(models, dtype=bool)].tolist() == [0.5] * models * (models - 1)
    assert shares.entropy == pytest.approx(log2(models))


def test_two_equal_models_ahead_of_a_third() -> None:
    """They share the first two ranks; the third has the last to itself."""
    shares = smaa([[7, 7, 1]], np.ones((10, 1)))
    assert shares.rank_shares.tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]


def test_a_shared_lead_counts_in_part() -> None:
    """A and B tie in one draw and A leads alone in another: the shared draw counts half in A's central weights."""
    shares = smaa([[1, 0], [0, 1]], [[0.5, 0.5], [1, 0]])
    assert shares.first.tolist() == [0.75, 0.25]
    assert shares.central_weights.tolist() == [pytest.approx([5 / 6, 1 / 6]), [0.5, 0.5]]
    assert shares.wins[0, 1] == 0.75


def test_rounding_breaks_no_tie() -> None:
    """.1 + .2 is not .3 in floating point, yet the two models are equal; a gap that is really there still counts."""
    weights = np.ones((4, 3))
    assert smaa([[0.1, 0.3], [0.2, 0], [0, 0]], weights).first.tolist() == [0.5, 0.5]
    assert smaa([[0.1, 0.3 + 1e-9], [0.2, 0], [0, 0]], weights).first.tolist() == [0, 1]


def test_rounding_breaks_no_tie_whatever_the_scale() -> None:
    """What counts as a tie grows with scores and weights alike."""
    scores, weights = np.array([[0.1, 0.3], [0.2, 0], [0, 0]]), np.ones((4, 3))
    for scale in (2.0**-40, 1, 2.0**40):  # powers of two keep the rounding error, in proportion
        assert smaa(scores * scale, weights).first.tolist() == [0.5, 0.5]
        assert smaa(scores, weights * scale).first.tolist() == [0.5, 0.5]
        assert smaa([[scale, 2 * scale]], np.ones((1, 1))).first.tolist() == [0, 1]


def test_a_weight_of_nothing_leaves_its_criterion_out() -> None:
    """What the scores are where nothing weighs makes no difference."""
    weights = np.column_stack([mixes(2, 500), np.zeros(500)])
    one, other = (smaa([[3, 1], [1, 2], row], weights) for row in ([0, 100], [100, 0]))
    assert same(one, other)


def test_every_weight_on_one_criterion() -> None:
    """The models then rank as on that criterion alone."""
    weights = np.zeros((50, 3))
    weights[:, 1] = 1
    shares = smaa([[9, 9, 0], [1, 5, 3], [9, 0, 0]], weights)
    assert shares.rank_shares.tolist() == [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    assert shares.central_weights[1].tolist() == [0, 1, 0]


def test_no_weight_anywhere_is_a_tie() -> None:
    """Where nothing weighs anything, nothing tells the models apart."""
    assert smaa([[9, 1], [9, 1]], np.zeros((3, 2))).first.tolist() == [0.5, 0.5]


def test_a_single_criterion() -> None:
    """Its order is the order, in every draw."""
    assert smaa([[2, 3, 1]], mixes(1, 100)).rank_shares.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 1]]


def test_a_single_draw() -> None:
    """One mix: one order, and the leader's central weights are that mix."""
    shares = smaa([[1, 0], [0, 1]], [[0.75, 0.25]])
    assert (shares.rank_shares.tolist(), shares.draws) == ([[1, 0], [0, 1]], 1)
    assert shares.central_weights[0].tolist() == [0.75, 0.25]


def test_nothing_competes() -> None:
    """No ranks for anyone, and what would be a mean of nothing is undefined."""
    shares = smaa([[1, 2]], mixes(1, 100), [False, False])
    assert shares.rank_shares.tolist() == [[0, 0], [0, 0]]
    assert np.isnan(shares.entropy)
    assert all(np.isnan(each).all() for each in (shares.central_weights, shares.wins, shares.rank_entropy))


def test_no_models_at_all() -> None:
    """An empty table gives empty shares."""
    shares = smaa(np.zeros((2, 0)), mixes(2, 10))
    assert (shares.rank_shares.shape, shares.central_weights.shape) == ((0, 0), (0, 2))
    assert np.isnan(shares.entropy)


def test_who_does_not_compete_is_as_if_not_there() -> None:
    """The others' shares are those of a table without it; it has no rank, no wins, no central weights."""
    weights = mixes(6, 2000)
    competing = np.array([each != "Addison" for each in MODELS])
    shares, without = smaa(OFFICES, weights, competing), smaa(OFFICES[:, 1:], weights)
    assert shares.rank_shares[1:, :6].tolist() == without.rank_shares.tolist()
    assert not shares.rank_shares[0].any()
    assert not shares.rank_shares[:, 6].any()
    assert np.array_equal(shares.central_weights[1:], without.central_weights, equal_nan=True)
    assert np.isnan(shares.central_weights[0]).all()
    assert np.isnan(shares.wins[0]).all()
    assert shares.entropy == without.entropy


def test_competing_in_some_draws_only() -> None:
    """A better model that competes in a quarter of draws leads in those, and wins are counted where both compete."""
    competing = np.ones((8, 2), dtype=bool)
    competing[2:, 0] = False
    shares = smaa([[2, 1]], np.ones((8, 1)), competing)
    assert shares.rank_shares.tolist() == [[0.25, 0], [0.75, 0.25]]
    assert shares.wins[0, 1] == 1
    competing[:2] = False
    assert smaa([[2, 1]], np.ones((8, 1)), competing).rank_shares.tolist() == [[0, 0], [0.75, 0]]


def reference(scores: np.ndarray, weights: np.ndarray, competing: np.ndarray) -> np.ndarray:
    """Rank shares the slow way: whole numbers, sorted draw by draw."""
    models = scores.shape[2]
    shares = np.zeros((models, models))
    for table, mix, open_now in zip(scores, weights, competing, strict=True):
        totals = {model: int(mix @ table[:, model]) for model in range(models) if open_now[model]}
        rank = 0
        for total in sorted(set(totals.values()), reverse=True):
            tied = [model for model, each in totals.items() if each == total]
            for model in tied:
                shares[model, rank : rank + len(tied)] += 1 / len(tied)
            rank += len(tied)
    return shares / len(weights)


@given(st.integers(1, 6), st.integers(1, 4), st.integers(1, 30), st.integers(0, 10_000))
def test_ranks_are_those_of_sorting_each_draw(models: int, criteria: int, draws: int, seed: int) -> None:
    """Scores that vary, models that come and go, many ties: the same as sorting, whatever the memory's layout."""
    rng = seeded(seed, "reference")
    scores, weights = rng.integers(0, 4, (draws, criteria, models)), rng.integers(0, 3, (draws, criteria))
    competing = rng.random((draws, models)) < 0.7
    shares = smaa(scores, weights, competing)
    assert shares.rank_shares == pytest.approx(reference(scores, weights, competing))
    draws_last = np.ascontiguousarray(scores.transpose(1, 2, 0)).transpose(2, 0, 1).astype(np.float32)
    assert same(shares, smaa(draws_last, weights, competing))
    assert shares.rank_shares.sum(axis=1) == pytest.approx(competing.mean(axis=0))
    met = ~np.isnan(shares.wins)
    assert (shares.wins + shares.wins.T)[met] == pytest.approx(np.ones(met.sum()))


def test_the_same_draws_give_the_same_digits() -> None:
    """Nothing in the counting is left to chance or to the matrix library."""
    assert same(smaa(OFFICES, mixes(6, 5000)), smaa(OFFICES, mixes(6, 5000)))


def same(one: Shares, other: Shares) -> bool:
    return all(
        np.array_equal(getattr(one, each.name), getattr(other, each.name), equal_nan=True) for each in fields(Shares)
    )


def test_sampling_error() -> None:
    """9,604 draws are within .01, 95 times in 100; never seen in n draws still allows 3 in n (the rule of three)."""
    assert sampling_error(WORST_SHARE, 9604) == pytest.approx(0.01)
    assert sampling_error(0.1, 10_000) == pytest.approx(1.96 * 0.3 / 100)
    assert sampling_error(0, 10_000) == sampling_error(1, 10_000) == 0.0003
    assert sampling_error(0.5, 1) == 1


@pytest.mark.parametrize(("share", "draws"), [(0.5, 0), (-0.1, 10), (1.1, 10), (float("nan"), 10)])
def test_sampling_error_of_nothing(share: float, draws: int) -> None:
    """No draws, or no share: there is no error to speak of."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        sampling_error(share, draws)


def test_sampling_error_covers_the_truth() -> None:
    """In 400 runs of 1,000 draws, C of the closed form (.2) is within the stated error in 95 of 100, give or take 4."""
    weights = mixes(2, 400_000).reshape(400, 1000, 2)
    firsts = [smaa([[1, 0, 0.6], [0, 1, 0.6]], each).first[2] for each in weights]
    covered = [abs(each - 0.2) <= sampling_error(each, 1000) for each in firsts]
    assert sum(covered) / 400 == pytest.approx(0.95, abs=0.04)


ONE = np.ones((2, 1))


@pytest.mark.parametrize(
    ("scores", "weights", "competing", "said"),
    [
        ([[1, 2]], np.ones((0, 1)), None, "at least one draw"),
        ([[1, 2]], [1], None, "draws, criteria"),
        ([[1, 2], [1, 2]], ONE, None, "for 1 criteria"),
        ([1, 2], ONE, None, "for 1 criteria"),
        (np.ones((3, 1, 2)), ONE, None, "vary over 3 draws"),
        ([[1, 2]], -ONE, None, "not negative"),
        ([[1, 2]], ONE * np.nan, None, "finite"),
        ([[1, 2]], ONE * np.inf, None, "finite"),
        ([[1, np.nan]], ONE, None, "finite"),
        ([[1, -np.inf]], ONE, None, "finite"),
        ([[1, 2]], ONE, [True], "competing is flags"),
        ([[1, 2]], ONE, [1, 0], "competing is flags"),
        ([[1, 2]], ONE, np.ones((3, 2), dtype=bool), "competing is flags"),
    ],
)
def test_what_does_not_fit_is_said(scores: object, weights: object, competing: object, said: str) -> None:
    """Shapes and values that mean nothing are refused with what was expected."""
    with pytest.raises(ValueError, match=said):
        smaa(scores, weights, competing)  # type: ignore[arg-type]
