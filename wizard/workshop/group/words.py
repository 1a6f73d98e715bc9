"""How answers, orders and people of a group are put in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import answer_words
from wizard.report.figures import counted, listed
from wizard.workshop.order_words import order_words
from wizard.workshop.sound import groups_of

from .voices import pointed_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult
    from wizard.workshop.workshop import Workshop

    from .positions import Position

MOST_NAMED = 4
"""More names than these in one sentence are a list nobody reads: they are counted instead."""


def people_words(who: Sequence[str]) -> str:
    """'the care team and the finance team', or '7 of you' where they are many."""
    return listed(list(who)) if len(who) <= MOST_NAMED else f"{len(who)} of you"


def said_words(workshop: Workshop, on: str, position: Position) -> str:
    """An answer to a question, or an order of a decision's groups, as a person reads it."""
    said = position.said
    if not isinstance(said, tuple):
        return answer_words(workshop.rules.domains[on], said)
    titles = groups_of(workshop.rule_set, on)
    return order_words([[titles[each] for each in tier] for tier in said])


def tally_words(workshop: Workshop, question: str, positions: Sequence[Position], left_out: Sequence[str]) -> str:
    """'Most of them 2; not sure 1; left out 1'."""
    parts = [f"{said_words(workshop, question, each)} – {len(each.who)}" for each in positions]
    parts += [f"left out – {len(left_out)}"] if left_out else []
    return "; ".join(parts)


def points_words(results: Sequence[DecisionResult]) -> list[tuple[str, int]]:
    """For each model that somebody's own answers point to, how many point there; last, those that point nowhere."""
    counts: dict[str | None, int] = {}
    for each in results:
        counts[pointed_to(each)] = counts.get(pointed_to(each), 0) + 1
    named = [(results[0].standing(model).model.title, times) for model, times in counts.items() if model is not None]
    nowhere = counts.get(None, 0)
    return sorted(named, key=lambda each: -each[1]) + ([("to no one model", nowhere)] if nowhere else [])


def people_counted(count: int) -> str:
    """'1 sheet', '3 sheets': somebody alone, or a team."""
    return counted(count, "sheet")
