"""Totals as dots, and how far the answers that are not known could move them as bars: one row a model."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from .drawing import bar, dot, line, lines_of, text, text_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDTH, LABELS, FIGURES, TOP = 720, 230, 120, 14
MIDDLE = 50
LEAST_SPAN = 20


class RangeRow(NamedTuple):
    """One model: its total and range in points (0 to 100). `total` is None where only the range may be shown."""

    label: str
    total: float | None
    low: float
    high: float
    figures: str
    first: bool = False


class RangesChart(NamedTuple):
    """Models in order, on a scale of points."""

    rows: tuple[RangeRow, ...]

    def ends(self) -> tuple[int, int]:
        """The part of the scale that is shown: whole steps of five, wide enough to judge by, 50 in it."""
        low = min((row.low for row in self.rows), default=MIDDLE)
        high = max((row.high for row in self.rows), default=MIDDLE)
        first, last = floor(min(low - 1, MIDDLE) / 5) * 5, ceil(max(high + 1, MIDDLE) / 5) * 5
        while last - first < LEAST_SPAN:
            first, last = max(0, first - 5), min(100, last + 5)
        return max(0, first), min(100, last)


def ranges_parts(chart: RangesChart, id: str) -> tuple[float, float, list[str]]:
    """Width, height and the parts of the picture."""
    labels = [lines_of(row.label, LABELS - 14) for row in chart.rows]
    first, last = chart.ends()

    def place(points: float) -> float:
        return LABELS + (points - first) / (last - first) * (WIDTH - LABELS - FIGURES)

    parts: list[str] = []
    y: float = TOP
    for row, lines in zip(chart.rows, labels, strict=True):
        height = max(34, 17 * len(lines) + 12)
        parts += _row(row, lines, y + height / 2, place)
        y += height
    axis = [line(place(each), TOP - 6, place(each), y, dashed=each == MIDDLE) for each in (first, MIDDLE, last)]
    axis += [text(place(each), y + 16, str(each), "middle", "quiet") for each in dict.fromkeys((first, MIDDLE, last))]
    axis.append(text(LABELS, y + 34, "points of 100; at 50 the reports do not say, or balance", "start", "quiet"))
    return WIDTH, y + 42, [*axis, *parts]


def _row(row: RangeRow, lines: list[str], middle: float, place: Callable[[float], float]) -> Iterator[str]:
    yield text_block(0, middle, lines, bold=row.first)
    yield bar(place(row.low), middle - 5, place(row.high) - place(row.low), 10, "pale")
    if row.total is not None:
        yield dot(place(row.total), middle, row.first)
    yield text_block(WIDTH - FIGURES + 14, middle, lines_of(row.figures, FIGURES - 10), bold=row.first)
