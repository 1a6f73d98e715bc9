"""Totals are exact weighted means."""

from __future__ import annotations

from fractions import Fraction

import pytest

from wizard.engine.case import Case, criterion_weights
from wizard.engine.evaluating import Weighing
from wizard.engine.priorities import mixes_of
from wizard.schema.criterion import Criterion


def _criterion(id: str, group: str) -> Criterion:
    return Criterion(
        id=id, title=id, question="?", decision="it", group=group, status="draft", scale={"0": "-"}, arguments=()
    )


def test_groups_weigh_the_same_and_so_do_criteria_within_one() -> None:
    """With nothing stated, a half of the whole is shared by two, the other half belongs to one."""
    criteria = [_criterion("one", "first"), _criterion("two", "first"), _criterion("three", "second")]
    assert criterion_weights(criteria, {}) == {"one": Fraction(1, 4), "two": Fraction(1, 4), "three": Fraction(1, 2)}


def test_a_stated_weight_is_a_per_cent_and_the_rest_share_what_is_left() -> None:
    """30 per cent for a group leaves 70 for the other; 80 within a group leaves 20 for its other criterion."""
    criteria = [_criterion("one", "first"), _criterion("two", "first"), _criterion("three", "second")]
    stated = {"first": Fraction(30), "one": Fraction(80)}
    assert criterion_weights(criteria, stated) == {
        "one": Fraction(24, 100),
        "two": Fraction(6, 100),
        "three": Fraction(70, 100),
    }


@pytest.mark.parametrize("stated", [{"a": 0, "b": 0}, {"a": 60, "b": 60}, {"a": 10, "b": 30}, {"a": 0}])
def test_weights_are_always_a_whole(stated: dict[str, int]) -> None:
    """Whatever is stated, even nothing at all for everything, weights together are exactly 1."""
    criteria = [_criterion("one", "a"), _criterion("two", "b")]
    weights = criterion_weights(criteria, {group: Fraction(weight) for group, weight in stated.items()})
    assert sum(weights.values()) == 1
    assert min(weights.values()) >= 0


def test_a_published_weighted_sum_is_reproduced() -> None:
    """Kracka, Brauers and Zavadskas (2010): weighted sum with equal weights (worked example 3).

    The fifth and seventh columns are maximised, the others minimised, that is inverted first.
    """
    rows = [
        "33.95 23.78 11.45 39.97 29.44 167.10 3.852",
        "38.9 4.17 6.32 .01 4.29 132.52 25.184",
        "37.59 9.36 8.23 4.35 10.22 136.71 10.845",
        "30.44 37.59 13.91 74.08 45.10 198.34 2.186",
        "36.21 14.79 9.17 17.77 17.06 148.3 6.610",
        "37.8 8.55 7.97 2.35 9.25 134.83 11.935",
    ]
    table = [[Fraction(text) for text in row.split()] for row in rows]
    columns = []
    for number in range(7):
        column = [row[number] if number in (4, 6) else 1 / row[number] for row in table]
        columns.append([each / sum(column) for each in column])
    criteria = [_criterion(f"c{number}", f"g{number}") for number in range(7)]
    weighing = Weighing(criteria, criterion_weights(criteria, {}))
    scores = [float(total / weighing.unit) for total in weighing.totals(columns)]
    assert scores == pytest.approx([0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701], abs=5e-9)
    ranks = [sorted(scores, reverse=True).index(score) + 1 for score in scores]
    assert ranks == [6, 1, 3, 4, 5, 2]


def test_the_office_location_totals_are_reproduced() -> None:
    """Goodwin and Wright, Decision Analysis for Management Judgment, ch. 3: exact swing weights."""
    swings = [100, 80, 70, 30, 20, 10]
    values = {
        "Addison": [100, 60, 100, 75, 0, 90],
        "Bilton": [20, 80, 10, 30, 100, 30],
        "Carlisle": [80, 70, 0, 0, 10, 100],
        "Denver": [70, 50, 30, 55, 30, 90],
        "Elton": [40, 60, 90, 100, 60, 70],
        "Filton": [0, 0, 70, 0, 80, 0],
        "Gorton": [60, 100, 20, 50, 50, 80],
    }
    criteria = [_criterion(f"c{number}", f"g{number}") for number in range(6)]
    stated = {f"g{number}": Fraction(100 * swing, sum(swings)) for number, swing in enumerate(swings)}
    weighing = Weighing(criteria, criterion_weights(criteria, stated))
    columns = [[row[number] for row in values.values()] for number in range(6)]
    totals = [float(Fraction(total, weighing.unit)) for total in weighing.totals(columns)]
    assert totals == pytest.approx([80.4839, 39.6774, 47.7419, 52.4194, 64.5161, 20.9677, 60.3226], abs=5e-5)


def test_trade_offs_share_out_what_stated_weights_leave() -> None:
    """40 stated for one group leaves 60: "second before third" gives 45 and 15, and criteria share their group."""
    criteria = [_criterion(name, group) for name, group in (("one", "a"), ("two", "b"), ("three", "b"), ("four", "c"))]
    weights = criterion_weights(criteria, {"a": Fraction(40)}, (("b", "c"),))
    assert weights == {
        "one": Fraction(40, 100),
        "two": Fraction(45, 200),
        "three": Fraction(45, 200),
        "four": Fraction(15, 100),
    }


@pytest.mark.parametrize(
    ("stated", "trade_offs"), [({}, ()), ({}, (("a", "z"),)), ({"a": 30}, (("a", "b"),)), ({"a": 50, "b": 50}, ())]
)
def test_trade_offs_that_bear_on_nothing_move_nothing(
    stated: dict[str, int], trade_offs: tuple[tuple[str, str], ...]
) -> None:
    """None, one with what is not there, one with a stated weight, everything stated: the weights are as before."""
    criteria = [_criterion("one", "a"), _criterion("two", "b")]
    given = {group: Fraction(weight) for group, weight in stated.items()}
    assert criterion_weights(criteria, given, trade_offs) == criterion_weights(criteria, given)


def test_a_word_for_a_group_and_for_a_criterion_is_the_group() -> None:
    """A weight of 30 for 'a' is the group's: its criteria, of which one is called 'a' too, still weigh the same."""
    criteria = [_criterion("a", "a"), _criterion("b", "a"), _criterion("c", "other")]
    stated = {"a": Fraction(30)}
    assert criterion_weights(criteria, stated) == {"a": Fraction(15, 100), "b": Fraction(15, 100), "c": Fraction(7, 10)}
    mixed = mixes_of("it", criteria, Case(weights={"it": stated}), 1)
    assert len({mix[0] for mix in mixed}) > 900
    assert {round(mix[0] + mix[1], 12) for mix in mixed} == {0.3}
