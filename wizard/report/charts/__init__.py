"""Charts as data, and each of them as a picture in SVG.

A chart holds figures and labels and no words of its own beyond those; its words and the same figures as a table
stand beside it in a `document.Figure`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .drawing import picture
from .matrix import MatrixChart, matrix_parts
from .ranges import RangeRow, RangesChart, ranges_parts
from .shares import Share, SharesChart, shares_parts
from .tornado_bars import Reach, TornadoChart, tornado_parts
from .waterfall import Step, WaterfallChart, waterfall_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

Chart = RangesChart | WaterfallChart | SharesChart | MatrixChart | TornadoChart

__all__ = [
    "Chart",
    "MatrixChart",
    "RangeRow",
    "RangesChart",
    "Reach",
    "Share",
    "SharesChart",
    "Step",
    "TornadoChart",
    "WaterfallChart",
    "svg_of",
]

_PARTS: dict[type, Callable[[Any, str], tuple[float, float, list[str]]]] = {
    RangesChart: ranges_parts,
    WaterfallChart: waterfall_parts,
    SharesChart: shares_parts,
    MatrixChart: matrix_parts,
    TornadoChart: tornado_parts,
}


def svg_of(chart: Chart, title: str, description: str, id: str) -> str:
    """The chart as one `<svg>` element, whole by itself. `id` must be the only one of its kind on the page."""
    width, height, parts = _PARTS[type(chart)](chart, id)
    return picture(id, title, description, width, height, parts)
