"""Reasons as a report tells them: those that hold, each with who says so and where the annex has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Item, Items, Paragraph, Sign
from wizard.report.figures import sentence
from wizard.report.reason_items import counts_against, favours, holding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult, Reason

    from .paper import Paper

NOTHING = "Nothing in the reports that holds for this council."


def reasons_for(result: DecisionResult, model: str) -> list[Reason]:
    """What speaks for a model, the weightiest first."""
    return holding(result, model, favours)


def reasons_against(result: DecisionResult, model: str) -> list[Reason]:
    """What speaks against a model, the weightiest first."""
    return holding(result, model, counts_against)


def told(paper: Paper, reasons: Sequence[Reason], sign: Sign, most: int) -> tuple[Block, ...]:
    """The weightiest reasons, and how many more there are."""
    if not reasons:
        return (Paragraph(NOTHING),)
    items = Items(tuple(told_item(paper, each, sign) for each in reasons[:most]))
    left = len(reasons) - most
    more = f"{left} more weigh{'s' if left == 1 else ''} less."
    return (items, Paragraph(more)) if left > 0 else (items,)


def told_item(paper: Paper, reason: Reason, sign: Sign) -> Item:
    """One reason."""
    return Item(sentence(reason.argument.because), sign, paper.citing.aside(reason.argument))
