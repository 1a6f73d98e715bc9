"""Mixes of priorities are drawn fairly, mean what was stated, and are the same on every machine."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine import priorities
from wizard.engine.case import group_shares, shared_out
from wizard.engine.firmness.drawing import around, by_group, on_simplex, ordered, seeded

GROUPS = ("a", "a", "b", "c", "a", "c")
PER_CENTS = st.integers(0, 60).map(Fraction)


def unevenness(weights: np.ndarray, cells: int = 5) -> float:
    """How far draws are from uniform on the simplex: the chi-square of a grid of equal cells, in standard deviations.

    Breaking the stick part by part turns uniform weights into independent uniform numbers: of what is left after i
    parts of n, the next takes more than x with chance (1 - x) ** (n - 1 - i). Those fill a cube, cut into equal cells.
    """
    draws, count = weights.shape
    left = np.ones(draws)
    place = np.zeros(draws, dtype=int)
    for part in range(count - 1):
        beyond = np.clip(1 - weights[:, part] / left, 0, 1) ** (count - 1 - part)
        place = place * cells + np.minimum((beyond * cells).astype(int), cells - 1)
        left = left - weights[:, part]
    number = cells ** (count - 1)
    expected = draws / number
    square = ((np.bincount(place, minlength=number) - expected) ** 2 / expected).sum()
    return float((square - (number - 1)) / np.sqrt(2 * (number - 1)))


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_draws_are_uniform_on_the_simplex(count: int) -> None:
    """Cell by cell, nowhere is drawn oftener than elsewhere."""
    assert abs(unevenness(on_simplex(seeded(1, "uniform"), count, 100_000))) < 4


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_check_of_uniformity_catches_the_biased_sampler(count: int) -> None:
    """Uniform numbers divided by their sum, the common mistake, crowd the middle; the check says so loudly."""
    raw = seeded(1, "biased").random((100_000, count))
    assert unevenness(raw / raw.sum(axis=1, keepdims=True)) > 100


def test_moments_on_three_criteria() -> None:
    """Variance 1/18 and above one half in a quarter of draws; the biased sampler gives .0323 and .1667 (example 2)."""
    draws = 400_000
    fair = on_simplex(seeded(2, "moments"), 3, draws)[:, 0]
    raw = seeded(2, "moments").random((draws, 3))
    biased = (raw / raw.sum(axis=1, keepdims=True))[:, 0]
    error = 4 * np.sqrt(0.25 * 0.75 / draws)
    assert fair.var() == pytest.approx(1 / 18, abs=0.0005)
    assert (fair > 0.5).mean() == pytest.approx(0.25, abs=error)
    assert biased.var() == pytest.approx(0.0323, abs=0.0005)
    assert (biased > 0.5).mean() == pytest.approx(1 / 6, abs=error)


@given(st.integers(1, 9), st.integers(1, 40), st.integers(0, 1000))
def test_every_draw_is_exactly_a_whole(count: int, draws: int, seed: int) -> None:
    """Weights are never negative and come to 1, to the last bit, since cutting rounds nothing."""
    weights = on_simplex(seeded(seed, "whole"), count, draws)
    assert weights.shape == (draws, count)
    assert weights.dtype == np.float64
    assert weights.min() >= 0
    assert all(sum(map(Fraction, row)) == 1 for row in weights.tolist())


def test_nothing_is_divided_among_none() -> None:
    """No criteria, no weights."""
    with pytest.raises(ValueError, match="among none"):
        on_simplex(seeded(1, "x"), 0, 10)


def test_the_same_seed_and_purpose_give_the_same_digits() -> None:
    """Written down once: these digits hold on every machine and in every process."""
    assert on_simplex(seeded(7, "priorities"), 3, 1).tolist() == DIGITS
    assert on_simplex(seeded(7, "answers"), 3, 1).tolist() != DIGITS
    assert on_simplex(seeded(8, "priorities"), 3, 1).tolist() != DIGITS


DIGITS = [[0.06788815966307482, 0.5250810801958458, 0.4070307601410794]]


def test_ordered_draws_follow_the_order_evenly() -> None:
    """Weights fall along the order; put back in every order they are uniform; their mean is the rank-order centroid."""
    weights = ordered(seeded(3, "ordered"), (2, 0, 1), 200_000)
    assert all((weights[:, more] >= weights[:, less]).all() for more, less in pairwise((2, 0, 1)))
    assert weights.mean(axis=0) == pytest.approx([5 / 18, 2 / 18, 11 / 18], abs=0.001)
    assert abs(unevenness(seeded(3, "again").permuted(weights, axis=1))) < 4


@pytest.mark.parametrize("order", [(0, 0), (1, 2), (0, 2)])
def test_an_order_names_every_criterion_once(order: tuple[int, ...]) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="once"):
        ordered(seeded(1, "x"), order, 1)


def test_groups_weigh_the_same_whatever_their_size() -> None:
    """Uniform over three groups, and uniform within the one that has three criteria."""
    weights = by_group(seeded(4, "groups"), GROUPS, 100_000)
    a = weights[:, [0, 1, 4]]
    among = np.column_stack([a.sum(axis=1), weights[:, 2], weights[:, 3] + weights[:, 5]])
    assert abs(unevenness(among)) < 4
    assert abs(unevenness(a / a.sum(axis=1, keepdims=True))) < 4
    assert weights.sum(axis=1) == pytest.approx(1)


@given(
    st.dictionaries(st.sampled_from("abc"), PER_CENTS),
    st.dictionaries(st.integers(0, 5), PER_CENTS),
    st.integers(0, 100),
)
def test_stated_weights_mean_what_they_mean_elsewhere(
    stated_groups: dict[str, Fraction], stated_within: dict[int, Fraction], seed: int
) -> None:
    """The columns that never vary in the verdict's mixes are the same here, and equal; the others vary in both."""
    ours = by_group(seeded(seed, "stated"), GROUPS, 50, stated_groups, stated_within)
    theirs = np.array(priorities.mixes(GROUPS, seed, tuple(stated_groups.items()), tuple(stated_within.items()))[:50])
    fixed = np.ptp(ours, axis=0) < 1e-12
    assert (fixed == (np.ptp(theirs, axis=0) < 1e-12)).all()
    assert ours[0][fixed] == pytest.approx(theirs[0][fixed])
    assert ours.sum(axis=1) == pytest.approx(1)
    assert ours.min() >= 0


@given(
    st.dictionaries(st.sampled_from("abc"), PER_CENTS),
    st.dictionaries(st.integers(0, 5), PER_CENTS),
    st.floats(0, 1),
)
def test_weights_around_what_was_stated_are_a_whole(
    stated_groups: dict[str, Fraction], stated_within: dict[int, Fraction], spread: float
) -> None:
    """However much they vary, they are never negative and together are 1."""
    weights = around(seeded(1, "around"), GROUPS, 50, stated_groups, stated_within, spread)
    assert weights.min() >= 0
    assert weights.sum(axis=1) == pytest.approx(1)


@given(st.dictionaries(st.sampled_from("abc"), PER_CENTS))
def test_with_no_spread_what_was_stated_stays(stated: dict[str, Fraction]) -> None:
    """A spread of nothing is `by_group`: the stated group weights stay exactly where they are."""
    rng, groups = seeded(1, "none"), ("a", "b", "c")
    weights = around(rng, groups, 20, stated, {}, 0)
    settled = by_group(rng, groups, 20, stated)
    for place, group in enumerate(groups):
        if group in stated or len(stated) >= 2:
            assert weights[:, place] == pytest.approx(settled[:, place])


def test_stated_weights_vary_each_on_its_own() -> None:
    """40 and 20 per cent within a quarter: even between 30 and 50, and 15 and 25, unrelated; others share the rest."""
    stated = {"a": Fraction(40), "b": Fraction(20)}
    weights = around(seeded(5, "around"), ("a", "b", "c", "d"), 100_000, stated, {}, 0.25)
    scaled = (weights[:, :2] / [0.4, 0.2] - 0.75) / 0.5
    cells = np.histogram2d(*scaled.T, bins=5, range=[[0, 1], [0, 1]])[0]
    assert cells.sum() == 100_000
    assert (np.abs(cells - 4000) < 5 * np.sqrt(4000)).all()
    left = weights[:, 2:] / (1 - weights[:, :2].sum(axis=1, keepdims=True))
    assert abs(unevenness(left)) < 4


def test_where_everything_is_stated_the_proportions_vary() -> None:
    """30 to 10 within a fifth: the proportion runs from 2 to 4.5 and the two fill the whole."""
    weights = around(seeded(6, "all"), ("a", "b"), 20_000, {"a": Fraction(30), "b": Fraction(10)}, {}, 0.2)
    proportion = weights[:, 0] / weights[:, 1]
    assert (proportion.min(), proportion.max()) == pytest.approx((2, 4.5), abs=0.05)
    assert weights.sum(axis=1) == pytest.approx(1)


def test_more_than_the_whole_leaves_nothing_over() -> None:
    """90 per cent stated may vary to more than all there is: it is then all there is, and the rest is nothing."""
    weights = around(seeded(6, "over"), ("a", "b"), 10_000, {"a": Fraction(90)}, {}, 0.5)
    assert weights[:, 0].max() == 1
    assert (weights[:, 0] == 1).mean() == pytest.approx((1.5 - 1 / 0.9), abs=0.02)
    assert weights.min() == 0


def test_what_was_stated_as_all_leaves_the_rest_at_nothing() -> None:
    """100 per cent for one group is all of it, however it varies; nothing for one stays nothing."""
    assert around(seeded(1, "x"), ("a", "b"), 9, {"a": Fraction(100)}, {}, 0.5).tolist() == [[1, 0]] * 9
    zero = around(seeded(1, "x"), ("a", "b", "c"), 9, {"a": Fraction(0)}, {}, 0.5)
    assert (zero[:, 0] == 0).all()
    assert (zero[:, 1:] > 0).all()


@pytest.mark.parametrize("spread", [-0.1, 1.1])
def test_a_spread_is_a_part(spread: float) -> None:
    """Below nothing or above everything it has no meaning."""
    with pytest.raises(ValueError, match="from 0 to 1"):
        around(seeded(1, "x"), ("a",), 1, {}, {}, spread)


PAIRS = [
    [("a", "b")],
    [("a", "b"), ("b", "c")],
    [("a", "b"), ("a", "c"), ("d", "c")],
    [("d", "a"), ("d", "b"), ("c", "b")],
    [("a", "b"), ("e", "d")],
]
STATED = [{}, {"e": Fraction(20)}, {"a": Fraction(30)}]


def respected(weights: np.ndarray, groups: str, pairs: list[tuple[str, str]]) -> np.ndarray:
    """The draws in which the first of each pair weighs no less than the second."""
    return np.all([weights[:, groups.index(more)] >= weights[:, groups.index(less)] for more, less in pairs], axis=0)


@pytest.mark.parametrize("stated", STATED)
@pytest.mark.parametrize("pairs", PAIRS)
def test_ordered_groups_are_drawn_as_rejection_would(pairs: list[tuple[str, str]], stated: dict[str, Fraction]) -> None:
    """As drawing without the pairs and throwing away what breaks them: in mean, in the share of draws in each of 32
    cells, and in which group weighs most. Pairs that name a stated group are passed over."""
    bearing = [pair for pair in pairs if not set(pair) & set(stated)]
    ours = by_group(seeded(7, "pairs"), tuple("abcde"), 40_000, stated, more_than=pairs)
    plain = by_group(seeded(7, "plain"), tuple("abcde"), 400_000, stated)
    theirs = plain[respected(plain, "abcde", bearing)] if bearing else plain
    assert len(theirs) > 1000
    assert not bearing or respected(ours, "abcde", bearing).all()
    error = 5 * np.sqrt(0.25 * (1 / len(ours) + 1 / len(theirs)))
    assert np.abs(ours.mean(axis=0) - theirs.mean(axis=0)).max() < error
    cuts = np.median(theirs, axis=0)
    cells = [np.bincount(((each > cuts) @ (1 << np.arange(5))), minlength=32) / len(each) for each in (ours, theirs)]
    assert np.abs(cells[0] - cells[1]).max() < error
    first = [np.bincount(each.argmax(axis=1), minlength=5) / len(each) for each in (ours, theirs)]
    assert np.abs(first[0] - first[1]).max() < error


def test_a_chain_of_pairs_is_an_order() -> None:
    """a over b over c: the mean is the rank-order centroid, and shuffled the draws are uniform."""
    weights = by_group(seeded(8, "chain"), ("a", "b", "c"), 200_000, more_than=[("a", "b"), ("b", "c")])
    assert weights.mean(axis=0) == pytest.approx([11 / 18, 5 / 18, 2 / 18], abs=0.001)
    assert abs(unevenness(seeded(8, "again").permuted(weights, axis=1))) < 4


@given(
    st.dictionaries(st.sampled_from("abcd"), PER_CENTS),
    st.lists(st.sampled_from([("a", "b"), ("b", "c"), ("a", "d"), ("c", "d")]), max_size=3, unique=True),
)
def test_pairs_mean_what_they_mean_elsewhere(stated: dict[str, Fraction], pairs: list[tuple[str, str]]) -> None:
    """The mean of the draws, stated or varied, is what an assessment takes as weights, as far as draws can tell."""
    expected = [float(each) for each in group_shares("abcd", stated, tuple(pairs)).values()]
    weights = by_group(seeded(1, "mean"), tuple("abcd"), 4000, stated, more_than=pairs)
    assert weights.mean(axis=0) == pytest.approx(expected, abs=0.02)


def test_pairs_hold_around_what_was_stated() -> None:
    """a is stated and varies; b, c and d share the rest, b outweighing c in every draw, evenly over all such."""
    weights = around(seeded(9, "x"), tuple("abcd"), 100_000, {"a": Fraction(40)}, {}, 0.5, [("b", "c")])
    assert respected(weights, "abcd", [("b", "c")]).all()
    rest = weights[:, 1:] / weights[:, 1:].sum(axis=1, keepdims=True)
    turned = seeded(9, "turn").random(len(rest)) < 0.5
    rest[turned, :2] = rest[turned, 1::-1]
    assert abs(unevenness(rest)) < 4


@pytest.mark.parametrize("pairs", [[("a", "b"), ("b", "a")], [("a", "b"), ("b", "c"), ("c", "a")], [("a", "a")]])
def test_a_circle_is_refused(pairs: list[tuple[str, str]]) -> None:
    """Each matters more than the next and the last more than the first: nothing can be drawn."""
    for draw in (
        lambda: by_group(seeded(1, "x"), tuple("abcd"), 10, more_than=pairs),
        lambda: around(seeded(1, "x"), tuple("abcd"), 10, {}, {}, 0.5, pairs),
    ):
        with pytest.raises(ValueError, match="circle"):
            draw()


def test_too_many_orders_are_refused() -> None:
    """One group over nine others, of which every order is possible: more than are listed."""
    groups = tuple("abcdefghij")
    with pytest.raises(ValueError, match="362,880 orders"):
        by_group(seeded(1, "x"), groups, 10, more_than=[("a", each) for each in groups[1:]])


def test_shares_stated_in_full_are_those_of_an_assessment() -> None:
    """With every weight stated there is one mix, the one that an assessment uses."""
    stated = {"a": Fraction(25), "b": Fraction(25), "c": Fraction(30)}
    weights = by_group(seeded(1, "x"), ("a", "b", "c"), 2, stated)
    assert weights[0] == pytest.approx([float(each) for each in shared_out(list("abc"), stated).values()])
