"""A table as text: columns as wide as they need; where they do not fit, the widest cells wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .text_cells import cells, padded, safe, wrapped
from .wide_table import rows_as_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Table

GAP = 3
NARROWEST_COLUMN = 10


def table_lines(table: Table, width: int) -> list[str]:
    """The table in lines of at most `width` cells; columns that are empty throughout are left out.

    A wide table that would not hold together comes as short lists.
    """
    lists = rows_as_lists(table, width)
    return [line for lines in lines_by_row(table, width) for line in lines] if lists is None else lists


def lines_by_row(table: Table, width: int) -> list[list[str]]:
    """The same lines, row by row; the titles come first unless the cells explain themselves."""
    rows = [[safe(cell) for cell in row] for row in table.rows]
    titles = [safe(column.title) for column in table.columns]
    kept = [place for place in range(len(titles)) if any(row[place] for row in rows)]
    shown = [[row[place] for place in kept] for row in rows]
    if not table.self_explaining:
        shown.insert(0, [titles[place] for place in kept])
    if not kept:
        return []
    widths = _widths(shown, width - GAP * (len(kept) - 1))
    figures = [table.columns[place].figures for place in kept]
    return [_row(row, widths, figures) for row in shown]


def _widths(rows: Sequence[Sequence[str]], available: int) -> list[int]:
    """As wide as the longest cell; the widest column gives way until all fit."""
    widths = [max(cells(row[place]) for row in rows) for place in range(len(rows[0]))]
    while sum(widths) > available:
        widest = max(range(len(widths)), key=lambda place: widths[place])
        if widths[widest] <= NARROWEST_COLUMN:
            break
        others = sorted(widths)[-2] if len(widths) > 1 else 0
        # Down to the next widest, or as far as needed.
        surplus = sum(widths) - available
        widths[widest] = max(widths[widest] - surplus, min(others, widths[widest] - 1), NARROWEST_COLUMN)
    return widths


def _row(row: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> list[str]:
    columns = [wrapped(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
    lines = []
    for number in range(max(len(column) for column in columns)):
        parts = [
            padded(column[number] if number < len(column) else "", size, right)
            for column, size, right in zip(columns, widths, figures, strict=True)
        ]
        lines.append((" " * GAP).join(parts).rstrip())
    return lines
