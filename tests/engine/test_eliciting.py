"""What a person says becomes weights in per cent, or is told what is wrong with it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.eliciting import NotWeights, direct, each_once, from_ranks, from_swings, in_hundredths

OFFICE = {"closeness": 100, "visibility": 80, "image": 70, "size": 30, "comfort": 20, "parking": 10}
VALUES = {
    "Addison": (100, 60, 100, 75, 0, 90),
    "Bilton": (20, 80, 10, 30, 100, 30),
    "Carlisle": (80, 70, 0, 0, 10, 100),
    "Denver": (70, 50, 30, 55, 30, 90),
    "Elton": (40, 60, 90, 100, 60, 70),
    "Filton": (0, 0, 70, 0, 80, 0),
    "Gorton": (60, 100, 20, 50, 50, 80),
}
TOTALS = {
    "Addison": 80.4839,
    "Bilton": 39.6774,
    "Carlisle": 47.7419,
    "Denver": 52.4194,
    "Elton": 64.5161,
    "Filton": 20.9677,
    "Gorton": 60.3226,
}
"""Goodwin and Wright, Decision Analysis for Management Judgment, chapter 3 (worked example 1)."""

ids = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1, max_size=8)
numbers = st.one_of(st.integers(0, 1000), st.fractions(0, 100), st.floats(0, 100))


def test_published_swing_weights_give_the_published_totals() -> None:
    """The seven offices, with swing weights 100, 80, 70, 30, 20, 10, to four decimals."""
    weights = from_swings(OFFICE)
    for office, values in VALUES.items():
        total = sum(weights[each] * value / 100 for each, value in zip(OFFICE, values, strict=True))
        assert round(float(total), 4) == TOTALS[office]
    assert [round(weight) for weight in weights.values()] == [32, 26, 23, 10, 6, 3]


def test_published_rank_order_centroid_in_per_cent() -> None:
    """Six in order: 40.83, 24.17, 15.83, 10.28, 6.11, 2.78 in 100 (worked example 1)."""
    assert list(in_hundredths(from_ranks(list(OFFICE))).values()) == [
        Fraction(text) for text in ("40.83", "24.17", "15.83", "10.28", "6.11", "2.78")
    ]


@given(ids, st.data())
def test_swing_weights_keep_proportions_and_fill_the_whole(ids: list[str], data: st.DataObject) -> None:
    """Together exactly 100; twice the points is twice the weight, whatever the largest number is called."""
    points = {each: data.draw(numbers) for each in ids}
    if not any(points.values()):
        with pytest.raises(NotWeights, match="weigh 0"):
            from_swings(points)
        return
    weights = from_swings(points)
    assert sum(weights.values()) == 100 and min(weights.values()) >= 0
    exact = {each: Fraction(str(value)) for each, value in points.items()}
    assert all(weights[one] * exact[other] == weights[other] * exact[one] for one in ids for other in ids)
    assert from_swings({each: value * 7 for each, value in exact.items()}) == weights


@given(st.permutations("abcdef"), st.lists(st.booleans(), min_size=5, max_size=5))
def test_an_order_gives_falling_weights_and_ties_are_equal(order: list[str], joined: list[bool]) -> None:
    """Together exactly 100; a tier shares the places it takes, and weighs more than the one below it."""
    tiers: list[list[str]] = [[order[0]]]
    for each, join in zip(order[1:], joined, strict=True):
        tiers[-1].append(each) if join else tiers.append([each])
    weights = from_ranks(tiers)
    assert sum(weights.values()) == 100
    assert all(len({weights[each] for each in tier}) == 1 for tier in tiers)
    falling = [weights[tier[0]] for tier in tiers]
    assert falling == sorted(set(falling), reverse=True)


def test_all_in_one_tier_weigh_the_same() -> None:
    """An order that says nothing gives equal weights; a lone thing is the whole."""
    assert from_ranks([["a", "b", "c"]]) == dict.fromkeys("abc", Fraction(100, 3))
    assert from_ranks(["a"]) == from_swings({"a": 3}) == {"a": 100}


@given(ids, st.data())
def test_two_decimals_keep_the_sum_and_what_is_equal(ids: list[str], data: st.DataObject) -> None:
    """No weight moves by a hundredth, equal ones stay equal, and the sum is 100 or barely below, never above."""
    points = {each: data.draw(st.integers(0, 100)) for each in ids}
    points[ids[0]] += 1
    exact = from_swings(points)
    rounded = in_hundredths(exact)
    assert 100 - Fraction(len(ids), 100) < sum(rounded.values()) <= 100
    if len(set(exact.values())) == len(ids):
        assert sum(rounded.values()) == 100
    assert all(abs(rounded[each] - exact[each]) < Fraction(1, 100) for each in ids)
    assert all((weight * 100).denominator == 1 for weight in rounded.values())
    assert all(rounded[one] == rounded[other] for one in ids for other in ids if exact[one] == exact[other])


def test_weights_are_taken_as_they_are_said() -> None:
    """Exactly as written, some of them or all; what is not given is left out."""
    assert direct({"a": "12.5", "b": 30}, "abc") == {"a": Fraction(25, 2), "b": 30}
    assert direct([("a", 0.1)]) == {"a": Fraction(1, 10)}
    assert direct({"a": 0}, "ab") == {"a": 0}


@pytest.mark.parametrize(
    ("say", "message", "hint"),
    [
        (lambda: from_swings({"a": 100, "z": 1}, "ab"), "'z' is not one of", "There are: a, b"),
        (lambda: from_swings({"capacty": 1}, ["capacity", "change"]), "'capacty'", "Did you mean 'capacity'?"),
        (lambda: from_swings({"a": -1, "b": 1}), "'a' has -1", "least is 0"),
        (lambda: from_swings({"a": 0, "b": 0}), "All of them weigh 0", "at least one"),
        (lambda: from_swings({"a": 1}, "abc"), "said about b, c", "Give it 0"),
        (lambda: from_swings([("a", 1), ("a", 2)]), "'a' is given twice", "once"),
        (lambda: from_swings({}, "ab"), "Nothing is said", "There are: a, b"),
        (lambda: from_ranks([]), "Nothing is said", "Name at least one"),
        (lambda: from_ranks([[], []], "ab"), "Nothing is said", "There are"),
        (lambda: from_ranks(["a", ["b", "a"]]), "'a' is given twice", "once"),
        (lambda: from_ranks(["a"], "ab"), "said about b", "its place"),
        (lambda: from_ranks(["a", "z"], "ab"), "'z' is not one of", "There are"),
        (lambda: direct({"a": 60, "b": 50}), "come to 110", "100 at most"),
        (lambda: direct({"a": 0, "b": 0}, "ab"), "All of them weigh 0", "at least one"),
        (lambda: each_once(["a", "a"]), "'a' is given twice", "once"),
    ],
)
def test_what_cannot_be_weights_is_told_with_a_way_out(say: Any, message: str, hint: str) -> None:
    """What is wrong, and what to do about it."""
    with pytest.raises(NotWeights) as refused:
        say()
    assert message in refused.value.message and hint in refused.value.hint


@pytest.mark.parametrize(
    "number", ["", "many", "nan", "inf", "1e9", "1/3", "1,5", "٣", "9" * 13, "0x1", None, True, float("nan"), 1j]
)
def test_what_is_no_number_is_told(number: object) -> None:
    """Words, infinity, other scripts, and numbers so long that nobody typed them on purpose."""
    with pytest.raises(NotWeights) as refused:
        direct({"a": number})
    assert "not a number" in refused.value.message and "12.5" in refused.value.hint
