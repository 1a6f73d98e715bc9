"""Weights that a rule set declares: they hold exactly where no person has said anything."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from wizard.engine.case import Case, Declared

GROUPS = ("a", "b", "c")
DECLARED = (
    Declared(frozenset(GROUPS), {"a": Fraction(50), "b": Fraction(30)}),
    Declared(frozenset({"a1", "a2"}), {"a1": Fraction(80)}),
)


def _case(weights: dict[str, Fraction], trade_offs: tuple[tuple[str, str], ...] = ()) -> Case:
    return Case({}, {"d": weights} if weights else {}, {}, {"d": trade_offs}, {"d": DECLARED})


def test_they_hold_where_nobody_said_anything() -> None:
    """Groups and the criteria of a group are wholes of their own."""
    assert _case({}).stated("d") == {"a": 50, "b": 30, "a1": 80}
    assert _case({}).stated("other") == {}


def test_a_persons_word_goes_first_within_its_whole() -> None:
    """One stated group silences all that is declared of groups, and nothing of a group's criteria."""
    assert _case({"c": Fraction(90)}).stated("d") == {"c": 90, "a1": 80}
    assert _case({"a2": Fraction(10)}).stated("d") == {"a": 50, "b": 30, "a2": 10}


def test_a_trade_off_is_a_word_on_groups() -> None:
    """Whoever says that one group matters more has spoken of groups."""
    assert _case({}, (("b", "a"),)).stated("d") == {"a1": 80}


@given(st.dictionaries(st.sampled_from([*GROUPS, "a1", "a2"]), st.integers(0, 33).map(Fraction)))
def test_what_people_stated_is_never_changed(weights: dict[str, Fraction]) -> None:
    """Whatever is declared, every stated weight stands as stated, and no whole comes to more than both sides said."""
    found = _case(weights).stated("d")
    assert {each: found[each] for each in weights} == weights
    assert sum(found[each] for each in GROUPS if each in found) <= 100
