"""Figures are rounded in one way, and rounding never claims more than is so."""

from __future__ import annotations

from fractions import Fraction

import pytest

from wizard.report.figures import (
    hundredths,
    hundredths_that_add_up,
    level_words,
    listed,
    of_hundred,
    percent,
    points_words,
    put,
    range_words,
    sentence,
    whole,
)


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 of 100"), (1, "100 of 100"), (0.999, "99 of 100"), (0.001, "1 of 100"), (0.714, "71 of 100")],
)
def test_shares_reach_none_and_all_only_when_they_are(share: float, words: str) -> None:
    """999 of 1,000 is not all."""
    assert of_hundred(share) == words


def test_halves_go_up() -> None:
    """Also below zero, so that a range never turns over."""
    assert [whole(Fraction(each, 2)) for each in (1, 3, -1, -3)] == [1, 2, 0, -1]


def test_range_that_rounds_to_a_point_is_no_range() -> None:
    """'between 53 and 53' tells nothing."""
    assert range_words(Fraction(527, 10), Fraction(534, 10)) == ""
    assert range_words(Fraction(49), Fraction(58)) == "between 49 and 58"


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (100, "very good"),
        (80, "very good"),
        (60, "good"),
        (51, "rather good"),
        (50, "even"),
        (49, "rather poor"),
        (40, "poor"),
        (20, "very poor"),
    ],
)
def test_levels_in_words(score: int, words: str) -> None:
    """Above 50 is good, below is poor, and 50 is neither."""
    assert level_words(Fraction(score)) == words


def test_silence_is_not_a_balance() -> None:
    """A pair of which no report speaks is called silent."""
    assert level_words(Fraction(50), silent=True) == "the reports are silent"


def test_lists_and_sentences_read_as_english() -> None:
    """Commas, a last word, one full stop."""
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert sentence("it is so") == "It is so." and sentence("Is it?") == "Is it?"
    assert percent(Fraction(1, 8)) == "12.5" and percent(Fraction(1, 4)) == "25"


def test_a_lead_and_the_same_lead_the_other_way_look_alike() -> None:
    """Hundredths are rounded the same way on both sides of nothing, with a sign or as points."""
    for eighths in range(-40, 41):
        points = Fraction(eighths, 8)
        assert hundredths(points).lstrip("+-") == hundredths(-points).lstrip("+-")
        assert float(points_words(abs(points)).split()[0]) == float(hundredths(abs(points)))
        assert hundredths_that_add_up([points]) == [hundredths(points)]
    assert [points_words(Fraction(each)) for each in (0, 1, 30)] == ["0 points", "1 point", "30 points"]


def test_words_can_follow_what_is_to_be_settled() -> None:
    """Whether a rule set puts it as a question or not."""
    assert [put(each) for each in ("Who leads?", "Who leads the branches")] == ["Who leads?", "Who leads the branches:"]
