"""A table too wide for the page as short lists: a row's name, and under it which columns say what.

Columns that say the same are named together, so that ten councils need no ten lines where they agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .text_cells import cells, safe, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Table

GAP = 3
NARROWEST_NAME = 22
"""The first column may wrap, down to this; the others may not."""


def rows_as_lists(table: Table, width: int) -> list[str] | None:
    """The lines, of at most `width` cells; None where the table holds together as it is or is not a wide one."""
    if not table.wide or not table.rows or _fits(table, width):
        return None
    lines: list[str] = []
    for row in table.rows:
        lines += _hanging(row[0], width, 0)
        says: dict[str, list[str]] = {}
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if cell:
                says.setdefault(safe(cell), []).append(column.title)
        for cell, titles in says.items():
            lines += _hanging(f"{', '.join(titles)}: {cell}", width, 2)
    return lines


def _fits(table: Table, width: int) -> bool:
    rows = [tuple(column.title for column in table.columns), *table.rows]
    name, *others = [max(cells(safe(row[place])) for row in rows) for place in range(len(table.columns))]
    return min(name, NARROWEST_NAME) + sum(others) + GAP * len(others) <= width


def _hanging(text: str, width: int, indent: int) -> Iterator[str]:
    """The text wrapped, its further lines set in by two."""
    for number, line in enumerate(wrapped(safe(text), width - indent - 2)):
        yield " " * (indent + (2 if number else 0)) + line
