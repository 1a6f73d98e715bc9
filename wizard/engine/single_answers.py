"""One answer that puts a question in one cell, and the numbers or days that are alike to all rules there."""

from __future__ import annotations

from math import nextafter
from typing import TYPE_CHECKING

from wizard.conditions.answers import Answer, Between, OneOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .compiling import Rules


def answer_in(rules: Rules, answer: Answer | None, question: str, cell: int) -> Answer:
    """An answer to a question with one answer that lies in this cell (one bit), and in no other.

    Where the answer so far is a range, within that. A number with decimals is one in the middle, since the ends of a
    cell may belong to its neighbours.
    """
    domain = rules.domains[question]
    if not domain.is_numeric:
        return OneOf(frozenset([domain.options[cell.bit_length() - 2]]))
    low, high = _within(rules, answer, question, cell)
    if domain.whole and low != float("-inf") and high != float("inf"):
        return Between(low, high)
    inside = middle(low, high)
    return Between(inside, inside)


def alike_answers(rules: Rules, answer: Answer | None, question: str, cells: Sequence[int], cell: int) -> Answer:
    """The answers in these cells (one bit each) taken together: any of the options, or the numbers around `cell`.

    Of numbers only those in cells next to one another, so that all between the lowest and the highest are meant.
    """
    domain = rules.domains[question]
    if not domain.is_numeric:
        return OneOf(frozenset(domain.options[each.bit_length() - 2] for each in cells))
    first = last = cell
    while first >> 1 in cells:
        first >>= 1
    while last << 1 in cells:
        last <<= 1
    return Between(values_in(rules, answer, question, first).low, values_in(rules, answer, question, last).high)


def values_in(rules: Rules, answer: Answer | None, question: str, cell: int) -> Between:
    """All values in a cell of numbers or days; where the answer so far is a range that reaches into it, those of both.

    An end that belongs to the neighbour, as it may with fractions, gives way to the number next to it.
    """
    low, high = _within(rules, answer, question, cell)
    if rules.cells.cell_of(question, low) != cell:
        low = nextafter(low, high)
    if rules.cells.cell_of(question, high) != cell:
        high = nextafter(high, low)
    return Between(low, high)


def middle(low: float, high: float) -> float:
    """A value well inside a range that may be open."""
    if low == float("-inf"):
        return 1.0 if high == float("inf") else high - 1
    return low + 1 if high == float("inf") else (low + high) / 2


def _within(rules: Rules, answer: Answer | None, question: str, cell: int) -> tuple[float, float]:
    """The lowest and highest value in a cell, within the answer so far where that is a range."""
    low, high = rules.cells.values_of(question, cell)
    if isinstance(answer, Between) and answer.low != answer.high:
        within = max(low, answer.low), min(high, answer.high)
        return within if within[0] <= within[1] else (low, high)
    return low, high
