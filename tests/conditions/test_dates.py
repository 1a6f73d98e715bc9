"""Dates of differing precision."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.conditions.dates import date_words, days_of


def _day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2008", "2008-01-01", "2008-12-31"),
        ("2008-04", "2008-04-01", "2008-04-30"),
        ("2008-4", "2008-04-01", "2008-04-30"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2007-02", "2007-02-01", "2007-02-28"),
        ("2008-12", "2008-12-01", "2008-12-31"),
        ("2008-04-01", "2008-04-01", "2008-04-01"),
        (" 2008-04 ", "2008-04-01", "2008-04-30"),
    ],
)
def test_a_date_is_the_range_of_its_days(text: str, first: str, last: str) -> None:
    """A year or a month is all of its days."""
    assert days_of(text) == (_day(first), _day(last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "April 2008",
        "2008-13",
        "2008-00",
        "2008-04-00",
        "2008-02-30",
        "08",
        "0000",
        "2008/04",
        "20080401",
        "-2008",
        "2008-4-1-1",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    """Never an exception, never a guess."""
    assert days_of(text) is None


def test_the_last_year_there_is_does_not_overflow() -> None:
    """A silly year is a date or none, not a crash."""
    assert days_of("9999") == (_day("9999-01-01"), _day("9999-12-31"))
    assert days_of("9999-12") in (None, (_day("9999-12-01"), _day("9999-12-31")))


@pytest.mark.parametrize(
    ("words", "text"), [("2008", "2008"), ("April 2008", "2008-04"), ("1 April 2008", "2008-04-01"), ("9999", "9999")]
)
def test_days_are_told_as_people_write_them(words: str, text: str) -> None:
    """A whole year or month by its name."""
    assert date_words(*days_of(text)) == words  # type: ignore[misc]


def test_a_stretch_of_days_is_told_by_its_ends() -> None:
    """Where it is no whole month or year."""
    assert date_words(_day("2008-04-02"), _day("2008-05-01")) == "between 2 April 2008 and 1 May 2008"


@given(st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 30)))
def test_every_day_lies_in_its_month_and_its_year(day: datetime.date) -> None:
    """The three precisions nest."""
    number = day.toordinal()
    year, month = days_of(f"{day.year:04}"), days_of(f"{day.year:04}-{day.month:02}")
    assert days_of(day.isoformat()) == (number, number)
    assert year is not None
    assert year[0] <= number <= year[1]
    if month is not None:
        assert year[0] <= month[0] <= number <= month[1] <= year[1]
    else:
        assert (day.year, day.month) == (9999, 12)
