"""A condition once its words are understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Edge = tuple[float, int]
"""A cut in the number line just before (0) or just after (1) a value; infinities bound it."""

LOWEST: Edge = (float("-inf"), 0)
HIGHEST: Edge = (float("inf"), 1)


@dataclass(frozen=True, slots=True)
class NumberTest:
    """The number or day lies in one of the intervals, each from one edge up to the next."""

    question: str
    intervals: tuple[tuple[Edge, Edge], ...]
    words: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class OptionTest:
    """The one answer is among these options."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class ChosenTest:
    """This option is among those chosen."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; with no parts it holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; with no parts it does not."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part holds; with no parts it holds."""

    parts: tuple[Condition, ...]


Test = NumberTest | OptionTest | ChosenTest
Condition = NumberTest | OptionTest | ChosenTest | AllOf | AnyOf | NoneOf

ALWAYS = AllOf(())
NEVER = AnyOf(())


def tests_in(condition: Condition) -> Iterator[Test]:
    """Every test in a condition, in the order written."""
    if isinstance(condition, (AllOf, AnyOf, NoneOf)):
        for part in condition.parts:
            yield from tests_in(part)
    else:
        yield condition


def questions_in(condition: Condition) -> tuple[str, ...]:
    """The questions that a condition tests, each once, in the order written."""
    return tuple(dict.fromkeys(test.question for test in tests_in(condition)))
