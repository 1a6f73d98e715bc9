"""One answer at a time: how far each could move the lead, the widest first."""

from __future__ import annotations

from typing import NamedTuple

from .drawing import LINE, bar, line, lines_of, text, text_block

WIDTH, LABELS, TOP = 720, 270, 50


class Reach(NamedTuple):
    """One question: the lowest and highest lead, in points, that its answers give; `label` is what it asks about."""

    label: str
    low: float
    high: float
    low_figure: str
    high_figure: str


class TornadoChart(NamedTuple):
    """The lead of `first` over `second` as it stands, and how far each answer alone could move it."""

    first: str
    second: str
    lead: float
    reaches: tuple[Reach, ...]


def tornado_parts(chart: TornadoChart, id: str) -> tuple[float, float, list[str]]:
    """Width, height and the parts of the picture."""
    ends = [0.0, chart.lead, *(end for each in chart.reaches for end in (each.low, each.high))]
    low, high = min(ends), max(ends)
    span = (high - low) or 1.0
    margin = 48

    def place(points: float) -> float:
        return LABELS + margin + (points - low) / span * (WIDTH - LABELS - 2 * margin)

    half = (WIDTH - LABELS) / 2 - 6
    parts = [
        text(x, 14 + LINE * number, each, anchor, "quiet")
        for x, anchor, said in ((LABELS, "start", f"← {chart.second} ahead"), (WIDTH, "end", f"{chart.first} ahead →"))
        for number, each in enumerate(lines_of(said, half, 2))
    ]
    y: float = TOP
    for each in chart.reaches:
        lines = lines_of(each.label, LABELS - 14)
        height = max(30, LINE * len(lines) + 8)
        middle = y + height / 2
        left, right = place(each.low), place(each.high)
        parts += [
            text_block(0, middle, lines),
            bar(left, middle - 8, right - left, 16, "pale"),
            text(left - 6, middle + 5, each.low_figure, "end"),
            text(right + 6, middle + 5, each.high_figure),
        ]
        y += height
    marks = [
        line(place(0), TOP - 8, place(0), y + 4, strong=True),
        line(place(chart.lead), TOP - 8, place(chart.lead), y + 4, dashed=True),
        text(LABELS, y + 22, "thick line: the two stand level; broken line: as the answers are now", "start", "quiet"),
    ]
    return WIDTH, y + 30, [*parts, *marks]
