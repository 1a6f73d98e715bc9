"""Figures as people read them, rounded in one way everywhere, and lists as sentences."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def whole(value: Fraction) -> int:
    """The nearest whole number; halves go up."""
    return floor(value + Fraction(1, 2))


def hundredths(value: Fraction) -> str:
    """Two decimals with a sign: '+1.25', '-0.40', '0.00'; halves go away from nothing, so that +x and -x look alike."""
    return _signed(_in_hundredths(value))


def hundredths_that_add_up(parts: Sequence[Fraction]) -> list[str]:
    """The parts to two decimals, so rounded that they add up to their sum as `hundredths` prints it.

    The largest remainders are rounded up (Hamilton's method): no part moves by as much as 0.01.
    """
    exact = [part * 100 for part in parts]
    rounded = [floor(each) for each in exact]
    missing = _in_hundredths(sum(parts, Fraction(0))) - sum(rounded)
    by_remainder = sorted(range(len(exact)), key=lambda place: rounded[place] - exact[place])
    for place in by_remainder[:missing]:
        rounded[place] += 1
    return [_signed(each) for each in rounded]


def of_hundred(share: Fraction | float) -> str:
    """A share from 0 to 1 as '71 of 100'; never 'all' or 'none' by rounding alone."""
    count = floor(float(share) * 100 + 0.5)
    if 0 < share < 1:
        count = min(max(count, 1), 99)
    return f"{count} of 100"


def percent(share: Fraction) -> str:
    """A share from 0 to 1 as a number out of 100, with one decimal where it needs one: '12.5'."""
    return f"{whole(share * 1000) / 10:g}"


def range_words(low: Fraction, high: Fraction) -> str:
    """'between 49 and 58' in whole points; nothing where both round to the same."""
    first, last = whole(low), whole(high)
    return f"between {first} and {last}" if first != last else ""


def level_words(score: Fraction, silent: bool = False) -> str:
    """How good a score from 0 to 100 is, in words; 50 is where the reports do not say, or balance."""
    if silent:
        return "the reports are silent"
    if score == 50:
        return "even"
    if score > 50:
        return "very good" if score >= 80 else "good" if score >= 60 else "rather good"
    return "very poor" if score <= 20 else "poor" if score <= 40 else "rather poor"


def points_words(points: Fraction) -> str:
    """'1 point', '2 points', '1.5 points'."""
    shown = hundredths(points).lstrip("+").rstrip("0").rstrip(".")
    return f"{shown} {'point' if points == 1 else 'points'}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """'1 reason', '3 reasons'."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def sentence(text: str) -> str:
    """The text with a capital first letter and one full stop at its end."""
    text = text.strip()
    ended = text if text.endswith((".", "?", "!")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def put(title: str) -> str:
    """What is to be settled, put so that words can follow: 'Who leads?', or 'Who leads the branches:'."""
    return title if title.endswith("?") else f"{title}:"


def _in_hundredths(value: Fraction) -> int:
    return whole(value * 100) if value >= 0 else -whole(-value * 100)


def _signed(count: int) -> str:
    sign = "+" if count > 0 else "-" if count < 0 else ""
    return f"{sign}{abs(count) // 100}.{abs(count) % 100:02}"
