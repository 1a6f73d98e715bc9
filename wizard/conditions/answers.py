"""The shapes an answer takes once it is understood. A question with no answer here was not asked yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Between:
    """A number or a day (as an ordinal) from `low` to `high`, both included; equal when it is known."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these options; it is known when there is only one. Yes/no questions have `yes` and `no`."""

    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Exactly these options were chosen, perhaps none."""

    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class NotSure:
    """Asked, and not known: a stored answer that decides nothing."""


Answer = Between | OneOf | Chosen | NotSure

NOT_SURE = NotSure()


def is_known(answer: Answer | None) -> bool:
    """Whether the answer is a single value."""
    if isinstance(answer, Between):
        return answer.low == answer.high
    if isinstance(answer, OneOf):
        return len(answer.options) == 1
    return isinstance(answer, Chosen)
