"""Who says the same: the different things that were said of one matter, each with those who say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.schema.workshop import Order

Said = TypeVar("Said")


class Position(NamedTuple):
    """One answer to a question, or one order of groups, and who gives it."""

    said: Answer | Order
    who: tuple[str, ...]


def positions_of(said: Mapping[str, Answer] | Mapping[str, Order]) -> tuple[Position, ...]:
    """What was said, by most people first; where as many say it, what was said first."""
    found: dict[Answer | Order, list[str]] = {}
    for who, each in said.items():
        found.setdefault(_alike(each), []).append(who)
    return tuple(sorted((Position(each, tuple(who)) for each, who in found.items()), key=lambda each: -len(each.who)))


def _alike(said: Answer | Order) -> Answer | Order:
    """Orders in which the same groups share a place are the same, however they stand there."""
    return tuple(tuple(sorted(tier)) for tier in said) if isinstance(said, tuple) else said
