"""In how many of 100 mixes of priorities each model comes first: one bar a model, its figure beside it."""

from __future__ import annotations

from typing import NamedTuple

from .drawing import bar, line, lines_of, text, text_block

WIDTH, LABELS, FIGURES, TOP = 720, 230, 90, 8


class Share(NamedTuple):
    """One model and its share from 0 to 1; `figure` is how that is printed."""

    label: str
    share: float
    figure: str
    first: bool = False


class SharesChart(NamedTuple):
    """Models in order."""

    shares: tuple[Share, ...]


def shares_parts(chart: SharesChart, id: str) -> tuple[float, float, list[str]]:
    """Width, height and the parts of the picture."""
    whole = WIDTH - LABELS - FIGURES
    parts: list[str] = []
    y: float = TOP
    for each in chart.shares:
        lines = lines_of(each.label, LABELS - 14)
        height = max(32, 17 * len(lines) + 12)
        middle = y + height / 2
        parts.append(text_block(0, middle, lines, bold=each.first))
        if each.share > 0:
            parts.append(bar(LABELS, middle - 9, each.share * whole, 18, "main" if each.first else "pale"))
        parts.append(text(WIDTH - FIGURES + 10, middle + 5, each.figure, bold=each.first))
        y += height
    axis: list[str] = []
    for share in (0, 0.5, 1):
        at = LABELS + share * whole
        axis += [
            line(at, TOP - 4, at, y + 2, dashed=share == 0.5),
            text(at, y + 18, f"{share * 100:g}", "middle", "quiet"),
        ]
    return WIDTH, y + 26, [*axis, *parts]
