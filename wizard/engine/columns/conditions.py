"""Conditions over many completed answer sets: one array of true and false for each, worked out when it is asked for.

An answer set is a column. Each key (a question, or one option of a question with several) is a row that
holds, for every answer set, the number of the cell its answer lies in (0 for the first cell; see
`wizard.conditions.cells`). In a completed set nothing is unknown, so every condition is plainly true or false.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from wizard.conditions.cells import UNKNOWN
from wizard.conditions.nodes import AllOf, AnyOf, Condition, NoneOf, Test
from wizard.conditions.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from wizard.conditions.cells import Cells, Facts
    from wizard.engine.compiling import Rules

    Row = NDArray[np.uint16]
    Held = NDArray[np.bool_]


class ConditionTable:
    """Every condition of a rule set, numbered; equal conditions share a number, however deep they stand."""

    def __init__(self, rules: Rules) -> None:
        self._cells: Cells = rules.cells
        self._asked_when = {
            question.id: parse(question.asked_when, rules.domains)[0]
            for question in rules.pack.questions.values()
            if question.asked_when is not None
        }
        self._numbers: dict[tuple[Condition, bool], int] = {}
        self._nodes: list[tuple[str, Callable[[Row], Held] | None, tuple[int, ...], str]] = []
        self._keys: list[frozenset[str]] = []

    def number(self, condition: Condition) -> int:
        """The number of a condition; a test on a question that is not asked is false."""
        return self._number(condition, False)

    def keys(self, number: int) -> frozenset[str]:
        """Every key that a condition looks at, those that decide whether a question is asked included."""
        return self._keys[number]

    def over(self, rows: Mapping[str, Row], count: int) -> Columns:
        """The conditions over `count` answer sets. `rows` holds, for each key, `count` cell numbers."""
        return Columns(self, rows, count)

    def _number(self, condition: Condition, bare: bool) -> int:
        found = self._numbers.get((condition, bare))
        if found is None:
            found = self._add(condition, bare)
            self._numbers[condition, bare] = found
        return found

    def _add(self, condition: Condition, bare: bool) -> int:
        if isinstance(condition, (AllOf, AnyOf, NoneOf)):
            parts = tuple(self._number(part, False) for part in condition.parts)
            kind = "all" if isinstance(condition, AllOf) else "any" if isinstance(condition, AnyOf) else "none"
            return self._append(kind, None, parts, "")
        asked = self._asked_when.get(condition.question)
        if asked is not None and not bare:
            return self._append("all", None, (self._number(asked, False), self._number(condition, True)), "")
        key, test = self._test(condition)
        return self._append("test", test, (), key)

    def _append(self, kind: str, test: Callable[[Row], Held] | None, parts: tuple[int, ...], key: str) -> int:
        self._nodes.append((kind, test, parts, key))
        own = frozenset([key] if key else ())
        self._keys.append(own.union(*(self._keys[part] for part in parts)))
        return len(self._nodes) - 1

    def _test(self, test: Test) -> tuple[str, Callable[[Row], Held]]:
        key, accepted = self._cells.accepted(test)
        full = self._cells.full[key]
        table = np.array([bool(accepted >> (cell + 1) & 1) for cell in range(full.bit_length() - 1)], dtype=bool)
        chosen = np.flatnonzero(table)
        # Comparing is several times faster than looking up, and nearly every test accepts one run of cells.
        if len(chosen) == 1:
            only = np.uint16(chosen[0])
            return key, lambda row: row == only
        if len(chosen) and chosen[-1] == len(table) - 1 and len(chosen) == len(table) - chosen[0]:
            first = np.uint16(chosen[0])
            return key, lambda row: row >= first
        if len(chosen) and chosen[0] == 0 and len(chosen) == chosen[-1] + 1:
            last = np.uint16(chosen[-1])
            return key, lambda row: row <= last
        return key, lambda row: table[row]


class Columns:
    """The answer sets, and what has been worked out over them so far."""

    def __init__(self, table: ConditionTable, rows: Mapping[str, Row], count: int) -> None:
        self._table, self._rows, self.count = table, rows, count
        self._known: dict[int, Held] = {}

    def held(self, number: int) -> Held:
        """Where a condition holds: `count` values."""
        found = self._known.get(number)
        if found is None:
            kind, test, parts, key = self._table._nodes[number]
            found = test(self._rows[key]) if test is not None else self._group(kind, parts)
            self._known[number] = found
        return found

    def all_held(self, numbers: Iterable[int]) -> NDArray[np.bool_]:
        """Where each of several conditions holds: conditions by answer sets."""
        numbers = list(numbers)
        found = np.empty((len(numbers), self.count), dtype=bool)
        for place, number in enumerate(numbers):
            found[place] = self.held(number)
        return found

    def _group(self, kind: str, parts: tuple[int, ...]) -> Held:
        if not parts:
            return np.full(self.count, kind != "any")
        together = np.logical_and if kind == "all" else np.logical_or
        found = self.held(parts[0])
        for part in parts[1:]:
            found = together(found, self.held(part))
        return ~found if kind == "none" else found


def cell_number(cells: int) -> int:
    """The number of the only cell in a set of one, as bits; the first where there are several or none known."""
    known = cells & ~UNKNOWN
    return max((known & -known).bit_length() - 2, 0)


def rows_of(facts: Facts, keys: Iterable[str], count: int) -> Iterator[tuple[str, Row]]:
    """The rows of keys that are the same in all answer sets."""
    for key in keys:
        yield key, np.full(count, cell_number(facts[key]), dtype=np.uint16)
