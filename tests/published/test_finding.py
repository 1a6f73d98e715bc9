"""A council is found by any way of writing its name, and never taken for another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.published import Ambiguous, Council, NotFound, council_named, shipped_councils
from wizard.published.finding import words_that_tell

COUNCILS = shipped_councils()
COUNCIL = st.sampled_from(COUNCILS)


def test_no_two_councils_are_told_apart_only_by_words_that_say_little() -> None:
    """Else leaving out 'council' or 'county' could take one for the other."""
    assert len({words_that_tell(each.name) for each in COUNCILS}) == len(COUNCILS)
    assert all(words_that_tell(each.name) for each in COUNCILS)


@given(
    council=COUNCIL,
    case=st.sampled_from([str.upper, str.lower, str.title, str.casefold]),
    before=st.sampled_from(["", "  ", "The ", "Metropolitan Borough of "]),
    after=st.sampled_from(["", " ", " Council", " council ", " CITY COUNCIL"]),
    ampersand=st.booleans(),
    hyphens=st.booleans(),
)
def test_case_and_the_words_around_a_name_make_no_difference(
    council: Council, case: object, before: str, after: str, ampersand: bool, hyphens: bool
) -> None:
    """Nor does '&' for 'and', nor a blank for a hyphen."""
    name = council.name.replace(" and ", " & ") if ampersand else council.name
    name = name.replace("-", " ") if hyphens else name
    assert council_named(before + case(name) + after, COUNCILS) == council


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("east riding of yorkshire county council", "East Riding of Yorkshire"),
        ("Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"),
        ("London Borough of Barnet", "Barnet"),
        ("Durham County Council", "County Durham"),
        ("St Helens", "St. Helens"),
        ("bristol", "City of Bristol"),
        ("City of London Corporation", "City of London"),
        ("e06000011", "East Riding of Yorkshire"),
        ("York", "York"),
    ],
)
def test_names_as_people_write_them(name: str, found: str) -> None:
    """Each of these is one council and no other."""
    assert council_named(name, COUNCILS).name == found


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Cheshire", ["Cheshire East", "Cheshire West and Chester"]),
        ("Sussex County Council", ["East Sussex", "West Sussex"]),
        ("Kingston", ["Kingston upon Hull", "Kingston upon Thames"]),
        ("Leicester County Council", ["Leicestershire", "Leicester"]),
    ],
)
def test_a_name_that_may_be_several_is_not_guessed(name: str, several: list[str]) -> None:
    """All that it may be are listed."""
    with pytest.raises(Ambiguous) as caught:
        council_named(name, COUNCILS)
    assert [each.name for each in caught.value.near] == several


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Bournemouth", "Bournemouth, Christchurch and Poole"),
        ("Hull", "Kingston upon Hull"),
        ("Herefrdshire", "Herefordshire"),
        ("Cumbria", "Cumberland"),
    ],
)
def test_what_is_not_in_the_list_is_met_with_what_comes_near(name: str, near: str) -> None:
    """A part of a name is no name: Bournemouth was a council of its own in the years of the reports."""
    with pytest.raises(NotFound) as caught:
        council_named(name, COUNCILS)
    assert not isinstance(caught.value, Ambiguous) and caught.value.near[0].name == near


@given(st.text(max_size=60) | st.sampled_from(["", "council", "the county of", "\x00", "E0600001"]))
def test_any_words_at_all_end_in_a_council_or_in_not_found(name: str) -> None:
    """And an empty name is nobody's."""
    try:
        found = council_named(name, COUNCILS)
    except NotFound:
        return
    assert words_that_tell(name) == words_that_tell(found.name) or name.strip().casefold() in (
        found.code.casefold(),
        found.name.casefold(),
    )
