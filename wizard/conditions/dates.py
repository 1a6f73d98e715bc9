"""Dates of differing precision: a year or a month is the range of its days."""

from __future__ import annotations

import datetime
import re

_WRITTEN = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


def days_of(text: str) -> tuple[int, int] | None:
    """First and last day, as proleptic ordinals, of YYYY, YYYY-MM or YYYY-MM-DD; None for anything else."""
    match = _WRITTEN.match(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = datetime.date(year or 0, 1 if month is None else month, 1 if day is None else day)
        if day is not None:
            last = first
        elif month is not None:
            last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        else:
            last = datetime.date(first.year, 12, 31)
    except (ValueError, OverflowError):
        return None
    return first.toordinal(), last.toordinal()


def date_words(first: int, last: int) -> str:
    """Days as people write them: '2008', 'April 2008', '1 April 2008', or 'from ... to ...'."""
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    if first == last:
        return f"{start.day} {start:%B} {start.year}"
    # The last day there is has no next one.
    ends_month = end == datetime.date.max or datetime.date.fromordinal(last + 1).day == 1
    if start.day == 1 and ends_month:
        if start.month == 1 and end.month == 12 and start.year == end.year:
            return str(start.year)
        if (start.year, start.month) == (end.year, end.month):
            return f"{start:%B} {start.year}"
    return f"between {date_words(first, first)} and {date_words(last, last)}"
