"""Where one weight would turn the answer: against the textbook, by laws, and at the ends of the scale."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.firmness.tipping import Tipping, Turn, tipping_points

OFFICES = {
    "Addison": (100, 60, 100, 75, 0, 90),
    "Bilton": (20, 80, 10, 30, 100, 30),
    "Carlisle": (80, 70, 0, 0, 10, 100),
    "Denver": (70, 50, 30, 55, 30, 90),
    "Elton": (40, 60, 90, 100, 60, 70),
    "Filton": (0, 0, 70, 0, 80, 0),
    "Gorton": (60, 100, 20, 50, 50, 80),
}
CRITERIA = ("closeness", "visibility", "image", "size", "comfort", "parking")
SWINGS = dict(zip(CRITERIA, map(Fraction, (100, 80, 70, 30, 20, 10)), strict=True))
SCORES = {
    criterion: {office: Fraction(row[place]) for office, row in OFFICES.items()}
    for place, criterion in enumerate(CRITERIA)
}

Table = dict[str, dict[str, Fraction]]


def table(**rows: tuple[int, ...]) -> Table:
    """Scores by criterion, the models being named A, B, C."""
    return {name: {"ABC"[place]: Fraction(each) for place, each in enumerate(row)} for name, row in rows.items()}


def evenly(scores: Table) -> dict[str, Fraction]:
    return dict.fromkeys(scores, Fraction(1))


def test_the_stability_of_the_office_choice() -> None:
    """Goodwin and Wright: Addison stays first with closeness down to .0769, visibility up to .5067, any image, size up
    to .4488, comfort up to .2612, parking up to .7736. Exactly, comfort is 6150 / 23550, a little over .26114."""
    published = {
        "closeness": (0.0769, None),
        "visibility": (None, 0.5067),
        "image": (None, None),
        "size": (None, 0.4488),
        "comfort": (None, 0.2612),
        "parking": (None, 0.7736),
    }
    found = tipping_points(SCORES, SWINGS, tuple(OFFICES))
    assert list(found) == list(published)
    for criterion, tipping in found.items():
        for turn, expected in zip((tipping.below, tipping.above), published[criterion], strict=True):
            assert (turn is None) == (expected is None)
            assert turn is None or float(turn.weight) == pytest.approx(expected, abs=6e-5)
    assert found["comfort"].above == Turn(Fraction(6150, 23550), ("Elton",))
    assert all(tipping.leaders == ("Addison",) for tipping in found.values())
    assert found["closeness"].below == Turn(Fraction(1, 13), ("Elton",))
    assert found["visibility"].above is not None
    assert found["visibility"].above.leaders == ("Gorton",)
    assert found["parking"].above is not None
    assert found["parking"].above.leaders == ("Carlisle",)


def test_lines_run_from_the_rest_alone_to_the_criterion_alone() -> None:
    """At weight 1 a total is the criterion's score, at 0 that of the others, and today's lies on the line between."""
    tipping = tipping_points(SCORES, SWINGS, tuple(OFFICES))["closeness"]
    assert tipping.weight == Fraction(100, 310)
    assert tipping.at_everything == SCORES["closeness"]
    assert tipping.at_nothing["Addison"] == Fraction(60 * 80 + 100 * 70 + 75 * 30 + 90 * 10, 210)
    today = tipping.at_nothing["Addison"] + tipping.weight * (100 - tipping.at_nothing["Addison"])
    assert float(today) == pytest.approx(80.4839, abs=5e-5)


def test_only_models_that_compete_take_over() -> None:
    """Without Elton, closeness may fall further before anyone else passes Addison."""
    names = [each for each in OFFICES if each != "Elton"]
    found = tipping_points(SCORES, SWINGS, names)
    assert found["closeness"].below is None
    assert set(found["size"].at_nothing) == set(names)


def leaders_at(tipping: Tipping[str], weight: Fraction) -> set[str]:
    """Who leads at a weight, read off the straight lines."""
    totals = {
        model: start + weight * (tipping.at_everything[model] - start) for model, start in tipping.at_nothing.items()
    }
    return {model for model, total in totals.items() if total == max(totals.values())}


@given(
    st.integers(1, 4).flatmap(
        lambda models: st.lists(
            st.tuples(st.integers(0, 4), st.lists(st.integers(0, 6), min_size=models, max_size=models)),
            min_size=1,
            max_size=4,
        )
    )
)
def test_between_the_turns_the_leaders_stay_and_beyond_them_they_do_not(rows: list[tuple[int, list[int]]]) -> None:
    """Halfway to a turn, or anywhere short of the end of the scale if there is none, today's leaders lead; a little
    beyond a turn those lead that it names, and at a turn they have caught up."""
    if not any(weight for weight, _ in rows):
        return
    scores = {str(n): {str(m): Fraction(each) for m, each in enumerate(row)} for n, (_, row) in enumerate(rows)}
    weights = {str(n): Fraction(weight) for n, (weight, _) in enumerate(rows)}
    for tipping in tipping_points(scores, weights, tuple(scores["0"])).values():
        now = set(tipping.leaders)
        assert leaders_at(tipping, tipping.weight) == now
        for turn, end in ((tipping.below, Fraction(0)), (tipping.above, Fraction(1))):
            stop = end if turn is None else turn.weight
            for part in (Fraction(1, 2), Fraction(999, 1000)):
                assert leaders_at(tipping, tipping.weight + (stop - tipping.weight) * part) == now
            if turn is not None:
                assert leaders_at(tipping, turn.weight + (end - turn.weight) / 10**6) == set(turn.leaders) != now
                assert set(turn.leaders) <= leaders_at(tipping, turn.weight)


def test_a_whole_weight_gives_way_evenly() -> None:
    """All the weight on one criterion: the others have no proportions to keep, so they share evenly; that is said."""
    found = tipping_points(
        table(x=(9, 0), y=(0, 9), z=(0, 27)), {"x": Fraction(3), "y": Fraction(0), "z": Fraction(0)}, "AB"
    )
    assert found["x"].evenly
    assert found["x"].at_nothing == {"A": 0, "B": 18}
    assert found["x"].below == Turn(Fraction(2, 3), ("B",))
    assert found["x"].above is None
    assert not found["y"].evenly


def test_a_weight_of_nothing_can_only_rise() -> None:
    """From 0 there is no way down; on the way up B overtakes at a half."""
    found = tipping_points(table(x=(9, 0), y=(0, 9)), {"x": Fraction(1), "y": Fraction(0)}, "AB")
    assert (found["y"].weight, found["y"].below, found["y"].above) == (0, None, Turn(Fraction(1, 2), ("B",)))


def test_tied_today_a_breath_decides() -> None:
    """Two that tie at today's weight: it is itself the turning point, with a leader on either side."""
    tipping = tipping_points(table(x=(9, 0), y=(0, 9)), evenly(table(x=(), y=())), "AB")["x"]
    assert tipping.leaders == ("A", "B")
    assert tipping.above == Turn(Fraction(1, 2), ("A",))
    assert tipping.below == Turn(Fraction(1, 2), ("B",))


def test_tied_at_the_end_of_the_scale_is_no_turn() -> None:
    """With everything on a criterion that tells them apart no longer, nobody has been overtaken."""
    tipping = tipping_points(table(x=(5, 5), y=(9, 0)), evenly(table(x=(), y=())), "AB")["x"]
    assert (tipping.below, tipping.above) == (None, None)


def test_several_may_take_over_together() -> None:
    """B and C, equal everywhere, pass A at the same weight."""
    tipping = tipping_points(table(x=(0, 6, 6), y=(6, 3, 3)), {"x": Fraction(1), "y": Fraction(9)}, "ABC")["x"]
    assert tipping.above == Turn(Fraction(1, 3), ("B", "C"))


def test_of_two_that_catch_up_at_once_the_steeper_takes_over() -> None:
    """All three meet at a half; beyond it C leads."""
    tipping = tipping_points(table(x=(4, 5, 6), y=(6, 5, 4)), {"x": Fraction(1), "y": Fraction(3)}, "ABC")["x"]
    assert tipping.above == Turn(Fraction(1, 2), ("C",))


@pytest.mark.parametrize(
    "scores",
    [table(x=(3,), y=(7,)), table(x=(3, 3), y=(7, 7)), table(x=(9, 1), y=(9, 1)), table(x=(), y=())],
    ids=["one model", "equal models", "all criteria equal", "none competes"],
)
def test_nothing_turns_where_nothing_can(scores: Table) -> None:
    """One model, equal models, criteria that all say the same, nobody at all: no turning point in any direction."""
    for tipping in tipping_points(scores, evenly(scores), tuple(scores["x"])).values():
        assert (tipping.below, tipping.above) == (None, None)
        assert len(tipping.leaders) == len(scores["x"]) or tipping.leaders == ("A",)


def test_a_single_criterion_has_nothing_to_give_way_to() -> None:
    """Its weight is the whole whatever was stated, and the line is flat."""
    tipping = tipping_points(table(x=(9, 1)), {"x": Fraction(40)}, "AB")["x"]
    assert (tipping.weight, tipping.below, tipping.above, tipping.evenly) == (1, None, None, False)
    assert tipping.at_nothing == tipping.at_everything == {"A": 9, "B": 1}


@pytest.mark.parametrize("weights", [{}, {"x": Fraction(0), "y": Fraction(0)}, {"x": Fraction(-1), "y": Fraction(3)}])
def test_weights_that_weigh_nothing_are_refused(weights: dict[str, Fraction]) -> None:
    """Without any weight there is no whole, and a negative one has no meaning."""
    with pytest.raises(ValueError, match="not negative"):
        tipping_points(table(x=(9, 1), y=(1, 9)), weights, "AB")
