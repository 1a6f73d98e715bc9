"""Which values of a number or date a set of rules leaves uncovered, and where two rules overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wizard.conditions.cells import Cells
from wizard.conditions.deciding import Compiler
from wizard.conditions.domain import Domain
from wizard.conditions.nodes import Condition
from wizard.conditions.reach import single_cells

Range = tuple[float, float]
"""Lowest and highest value, infinite where open."""


class Line:
    """The number line of one question, cut by conditions that test no other question."""

    def __init__(self, domain: Domain, conditions: Sequence[Condition]) -> None:
        self.domain = domain
        self._cells = Cells({domain.id: domain}, conditions)
        self._compiler = Compiler(self._cells, {})
        self.full = self._cells.full[domain.id]

    def covered(self, condition: Condition) -> int:
        """The cells in which a condition holds, as bits."""
        decide = self._compiler.decider(condition)
        return sum(cell for cell in single_cells(self.full) if decide({self.domain.id: cell}) is True)

    def ranges(self, cells: int) -> list[Range]:
        """The values of some cells, neighbours joined, from the lowest to the highest."""
        found: list[Range] = []
        last = 0
        for cell in single_cells(cells & self.full):
            low, high = self._cells.values_of(self.domain.id, cell)
            if last and cell == last << 1:
                found[-1] = found[-1][0], high
            else:
                found.append((low, high))
            last = cell
        return found

    def gaps(self, conditions: Iterable[Condition]) -> list[Range]:
        """The values that no condition covers but that have covered values on both sides."""
        covered = 0
        for condition in conditions:
            covered |= self.covered(condition)
        if not covered:
            return []
        lowest = covered & -covered
        between = ((1 << covered.bit_length()) - 1) & ~(lowest - 1)
        return self.ranges(between & ~covered)

    def overlap(self, first: Condition, second: Condition) -> list[Range]:
        """The values that both conditions cover."""
        return self.ranges(self.covered(first) & self.covered(second))

    def words(self, found: Range) -> str:
        """A range as a person reads it."""
        low, high = found
        if low == float("-inf") and high == float("inf"):
            return "every value"
        if low == float("-inf"):
            return f"up to {self.domain.value_words(high)}"
        if high == float("inf"):
            return f"from {self.domain.value_words(low)}"
        return self.domain.value_words(low, high)
