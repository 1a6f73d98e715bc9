"""One model's total minus another's, as a sum of reasons that adds up to the last printed digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.lead import parts_of_lead

from .document import Column, Section, Table
from .figures import hundredths, hundredths_that_add_up, sentence

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.engine.results import DecisionResult, Standing


def differences(result: DecisionResult, first: str, second: str) -> list[tuple[str, str, Fraction]]:
    """Criterion, argument's sentence and what it adds to `first` minus `second`; exact, largest first, no zeros."""
    return [
        (part.criterion, sentence(part.argument.because) + (" (not known yet)" if part.undecided else ""), part.adds)
        for part in parts_of_lead(result, first, second)
    ]


def sum_of_reasons(result: DecisionResult, first: Standing, second: Standing) -> Section:
    """The sum as a table, with its last line."""
    found = differences(result, first.model.id, second.model.id)
    titles = {criterion.id: criterion.title for criterion in result.criteria}
    shown = hundredths_that_add_up([part for _, _, part in found])
    rows = [(because, titles[criterion], figure) for (criterion, because, _), figure in zip(found, shown, strict=True)]
    difference = first.total - second.total
    rows.append((f"together: {first.model.name} minus {second.model.name}", "", hundredths(difference)))
    columns = (Column("reason"), Column("criterion"), Column("adds", figures=True))
    title = f"Why {first.model.name} stands where it does against {second.model.name}"
    return Section(title, (Table(columns, tuple(rows)),))
