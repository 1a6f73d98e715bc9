"""How far a model lies from what a council has today, as a condition on the answer about today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .nodes import AnyOf, ChosenTest, Condition

if TYPE_CHECKING:
    from wizard.schema.decision import Decision


def moved(decision: Decision, model: str, at_least: str) -> Condition | None:
    """That the model is at least so far from an arrangement of today; None where it never is."""
    order = list(decision.distances)
    far = tuple(
        ChosenTest(decision.today, today)
        for today, distances in decision.moves.items()
        if today != model and model in distances and order.index(distances[model]) >= order.index(at_least)
    )
    return AnyOf(far) if far else None
