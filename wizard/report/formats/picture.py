"""A chart as a picture in dots, for formats that take no drawing: the drawing is the same SVG as everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.charts import svg_of

if TYPE_CHECKING:
    from wizard.report.document import Figure

DOTS = 220
"""Dots to the inch of the picture as a document shows it: sharp in print, and small."""

_PAGE = b"""
#set page(width: auto, height: auto, margin: 3pt, fill: white)
#image(bytes(sys.inputs.picture), format: "svg", width: 480pt)
"""


def png_of(figure: Figure) -> bytes:
    """The chart of a figure as PNG, drawn with the letters that the drawing library brings, so alike everywhere."""
    import typst

    svg = svg_of(figure.chart, figure.caption, figure.words, "chart")
    return typst.compile(_PAGE, sys_inputs={"picture": svg}, format="png", ppi=DOTS, ignore_system_fonts=True)
