"""What follows from "this matters more than that" is exact, and orders at random are fair."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.ordering import Orders, circle_in, follows, order_centroid, rank_order_centroid, tied_together

IDS = tuple("abcdef")

Pairs = tuple[tuple[str, str], ...]


@st.composite
def consistent_pairs(draw: st.DrawFn) -> tuple[tuple[str, ...], Pairs]:
    """Up to six ids, and pairs that some order of them respects."""
    ids = IDS[: draw(st.integers(1, 6))]
    order = draw(st.permutations(ids))
    possible = [(order[i], order[j]) for i in range(len(ids)) for j in range(i + 1, len(ids))]
    chosen = draw(st.lists(st.sampled_from(possible), max_size=6)) if possible else []
    return ids, tuple(chosen)


def _orders(ids: tuple[str, ...], pairs: Pairs) -> list[tuple[str, ...]]:
    """By trying them all."""
    return [order for order in permutations(ids) if all(order.index(a) < order.index(b) for a, b in pairs)]


def test_the_published_rank_order_centroid_is_reproduced() -> None:
    """Six in order weigh .4083 .2417 .1583 .1028 .0611 .0278 (worked example 1; Barron and Barrett 1996)."""
    weights = rank_order_centroid(6)
    assert [round(float(weight), 4) for weight in weights] == [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278]
    assert sum(weights) == 1


def test_a_whole_order_gives_the_rank_order_centroid() -> None:
    """A chain of comparisons through all of them leaves one order."""
    chain = tuple(pairwise(IDS))
    assert order_centroid(IDS, chain) == rank_order_centroid(6)


@given(consistent_pairs())
def test_the_middle_is_the_mean_over_every_order_that_agrees(case: tuple[tuple[str, ...], Pairs]) -> None:
    """Counted without listing, to the last fraction: the mean of rank-order-centroid weights over all such orders."""
    ids, pairs = case
    orders, centroid = _orders(ids, pairs), rank_order_centroid(len(ids))
    expected = [sum((centroid[order.index(each)] for order in orders), Fraction(0)) / len(orders) for each in ids]
    assert order_centroid(ids, pairs) == tuple(expected)


@given(consistent_pairs())
def test_the_middle_is_a_whole_and_respects_every_pair(case: tuple[tuple[str, ...], Pairs]) -> None:
    """Weights are above 0, together exactly 1, and more important is heavier."""
    ids, pairs = case
    weights = dict(zip(ids, order_centroid(ids, pairs), strict=True))
    assert sum(weights.values()) == 1 and min(weights.values()) > 0
    assert all(weights[more] > weights[less] for more, less in pairs)


@given(consistent_pairs(), st.randoms(use_true_random=False))
def test_other_names_change_nothing(case: tuple[tuple[str, ...], Pairs], random: Random) -> None:
    """Permuting the groups, and the pairs with them, permutes their weights."""
    ids, pairs = case
    other = list(ids)
    random.shuffle(other)
    named = dict(zip(ids, other, strict=True))
    renamed = tuple((named[more], named[less]) for more, less in reversed(pairs))
    before = dict(zip(ids, order_centroid(ids, pairs), strict=True))
    after = dict(zip(ids, order_centroid(ids, renamed), strict=True))
    assert all(after[named[each]] == before[each] for each in ids)


def test_without_comparisons_all_weigh_the_same_and_what_is_not_there_is_passed_over() -> None:
    """No pair, or only pairs with something else: equal weights; nothing at all: no weights."""
    assert order_centroid(IDS, ()) == (Fraction(1, 6),) * 6
    assert order_centroid(("a", "b"), (("a", "z"), ("y", "b"))) == (Fraction(1, 2),) * 2
    assert order_centroid((), (("a", "b"),)) == ()
    assert order_centroid(("a",), ()) == (1,)


def test_one_answer_moves_only_the_two_it_is_about() -> None:
    """Of three, "a before b": a has 1/3 x 3/2, b has 1/3 x 1/2, c keeps its third."""
    assert order_centroid(("a", "b", "c"), (("a", "b"),)) == (Fraction(1, 2), Fraction(1, 6), Fraction(1, 3))


@pytest.mark.parametrize("pairs", [(("a", "a"),), (("a", "b"), ("b", "a")), (("a", "b"), ("b", "c"), ("c", "a"))])
def test_a_circle_is_refused_and_named(pairs: Pairs) -> None:
    """There are no weights that respect it, and the circle itself can be shown."""
    with pytest.raises(ValueError, match="circle"):
        order_centroid(IDS, pairs)
    circle = circle_in((("e", "a"), *pairs, ("a", "f")))
    assert all((each, following) in pairs for each, following in zip(circle, (*circle[1:], circle[0]), strict=True))
    assert circle


@given(consistent_pairs())
def test_what_some_order_respects_has_no_circle(case: tuple[tuple[str, ...], Pairs]) -> None:
    """And `follows` says what every order that agrees says."""
    ids, pairs = case
    assert circle_in(pairs) == ()
    orders = _orders(ids, pairs)
    for one in ids:
        for other in ids:
            if one != other:
                always = all(order.index(one) < order.index(other) for order in orders)
                assert follows(pairs, one, other) == always


def test_orders_at_random_are_all_equally_likely() -> None:
    """a before b, c before b, c before d: five orders, each in a fifth of draws (a greedy draw would not be fair)."""
    pairs = (("a", "b"), ("c", "b"), ("c", "d"))
    (orders,) = tied_together(("a", "b", "c", "d"), pairs)
    random = Random(1)
    drawn = Counter(tuple(orders.at_random(random)) for _ in range(10_000))
    expected = _orders(("a", "b", "c", "d"), pairs)
    assert orders.count == len(expected) == 5
    assert set(drawn) == set(expected)
    assert all(count / 10_000 == pytest.approx(0.2, abs=0.02) for count in drawn.values())


def test_things_nothing_ties_together_are_looked_at_apart() -> None:
    """Two chains and one that nothing is said of: two sets of two."""
    found = tied_together(("a", "b", "c", "d", "e"), (("a", "d"), ("b", "e")))
    assert sorted(orders.ids for orders in found) == [("a", "d"), ("b", "e")]


@pytest.mark.parametrize(("pairs", "count"), [([], 24), (["ab"], 12), (["ab", "cd"], 6), (["ab", "bc"], 4)])
def test_every_order_that_the_pairs_allow_is_listed_once(pairs: list[str], count: int) -> None:
    """As many as there must be: 4! divided by what each pair or chain rules out."""
    orders = Orders(tuple("abcd"), tuple((more, less) for more, less in pairs))
    found = list(orders.each())
    assert len(found) == len(set(found)) == orders.count == count
    assert all(order.index(more) < order.index(less) for order in found for more, less in pairs)
