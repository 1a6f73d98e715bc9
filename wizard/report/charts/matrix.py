"""Risks in a grid of likelihood and impact: each cell says its score, its band in a word, and which risks lie in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .drawing import QUIET, lines_of, text, text_block

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH, SIDE, CELL_HEIGHT, TOP = 720, 130, 64, 6
SHADES = ("#ffffff", "#eef2f6", "#d9e2ec", "#c3d0de")
"""From the lowest band to the highest: pale enough for dark letters on all of them, and paler in print."""


class MatrixChart(NamedTuple):
    """Names of the levels from the lowest up; `cells` gives the risks' marks by (likelihood, impact), from 1.

    `bands` are the words for scores, from the lowest up, each with the highest score it reaches.
    """

    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    cells: Mapping[tuple[int, int], tuple[str, ...]]
    bands: tuple[tuple[str, int], ...]


def band_of(bands: tuple[tuple[str, int], ...], score: int) -> int:
    """The place of the band that a score lies in."""
    return next((place for place, (_, most) in enumerate(bands) if score <= most), len(bands) - 1)


def matrix_parts(chart: MatrixChart, id: str) -> tuple[float, float, list[str]]:
    """Width, height and the parts of the picture; the gravest corner is at the top right."""
    columns, rows = len(chart.likelihoods), len(chart.impacts)
    width = (WIDTH - SIDE) / columns
    parts: list[str] = []
    for row in range(rows):
        impact = rows - row
        y = TOP + row * CELL_HEIGHT
        label = f"{impact} {chart.impacts[impact - 1]}"
        parts.append(text_block(SIDE - 10, y + CELL_HEIGHT / 2, lines_of(label, SIDE - 14), "end"))
        parts += [_cell(chart, each + 1, impact, SIDE + each * width, y, width) for each in range(columns)]
    below = TOP + rows * CELL_HEIGHT
    for number, name in enumerate(chart.likelihoods, start=1):
        middle = SIDE + (number - 0.5) * width
        parts.append(text_block(middle, below + 20, lines_of(f"{number} {name}", width - 6, 2), "middle"))
    parts.append(text(SIDE - 10, below + 20, "impact ↑", "end", "quiet"))
    parts.append(text(WIDTH, below + 54, "likelihood →", "end", "quiet"))
    return WIDTH, below + 62, parts


def _cell(chart: MatrixChart, likelihood: int, impact: int, x: float, y: float, width: float) -> str:
    score = likelihood * impact
    place = band_of(chart.bands, score)
    shade = SHADES[min(place, len(SHADES) - 1)]
    box = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{CELL_HEIGHT}" class="c-band-{place}" '
        f'fill="{shade}" stroke="{QUIET}" stroke-width="1"/>'
    )
    found = chart.cells.get((likelihood, impact), ())
    marks = lines_of(", ".join(found), width - 10, 2) if found else []
    band = text(x + 6, y + 15, f"{score} {chart.bands[place][0]}", "start", "quiet")
    return box + band + (text_block(x + width / 2, y + 40, marks, "middle", bold=True) if marks else "")
