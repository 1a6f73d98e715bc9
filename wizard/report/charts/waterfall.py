"""A lead as a sum of reasons: each begins where the one before it ended, and the last row is what comes of it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from .drawing import LINE, bar, hatching, line, lines_of, text, text_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDTH, LABELS, FIGURES, TOP = 720, 340, 60, 44


class Step(NamedTuple):
    """One reason, or several together, and what it adds in points; `figure` is how that is printed."""

    label: str
    adds: float
    figure: str


class WaterfallChart(NamedTuple):
    """Steps from nothing to the lead of `first` over `second`."""

    first: str
    second: str
    steps: tuple[Step, ...]
    lead: float
    figure: str


def waterfall_parts(chart: WaterfallChart, id: str) -> tuple[float, float, list[str]]:
    """Width, height and the parts of the picture. Bars for the first are filled, for the second hatched."""
    reached = [0.0, *accumulate(step.adds for step in chart.steps)]
    low, high = min(*reached, chart.lead), max(*reached, chart.lead)
    span = (high - low) or 1.0

    def place(points: float) -> float:
        return LABELS + 10 + (points - low) / span * (WIDTH - LABELS - FIGURES - 20)

    pattern = f"{id}-hatch"
    parts = [hatching(pattern)]
    said = f"filled: for {chart.first}; hatched: for {chart.second}"
    parts += [
        text(0, 14 + LINE * number, each, "start", "quiet") for number, each in enumerate(lines_of(said, WIDTH, 2))
    ]
    y: float = TOP
    for number, step in enumerate(chart.steps):
        lines = lines_of(step.label, LABELS - 14)
        height = max(28, LINE * len(lines) + 8)
        parts += _bar(step, reached[number], lines, y + height / 2, place, pattern)
        y += height
    parts.append(line(0, y + 3, WIDTH, y + 3))
    total = Step(f"Together: {chart.first} before {chart.second}", chart.lead, chart.figure)
    lines = lines_of(total.label, LABELS - 14)
    height = max(30, LINE * len(lines) + 10)
    parts += _bar(total, 0.0, lines, y + 4 + height / 2, place, pattern, bold=True)
    y += height + 8
    return WIDTH, y, [line(place(0), TOP - 8, place(0), y), *parts]


def _bar(
    step: Step,
    begins: float,
    lines: list[str],
    middle: float,
    place: Callable[[float], float],
    pattern: str,
    *,
    bold: bool = False,
) -> Iterator[str]:
    left, right = sorted((place(begins), place(begins + step.adds)))
    yield text_block(0, middle, lines, bold=bold)
    yield bar(left, middle - 8, right - left, 16, "main" if step.adds >= 0 else pattern)
    yield text(WIDTH, middle + 5, step.figure, "end", bold=bold)
