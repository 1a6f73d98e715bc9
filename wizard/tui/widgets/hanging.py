"""Text with a mark in front of it, whose further lines begin under the first and not under the mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.content import Content
    from textual.css.styles import RulesMap
    from textual.style import Style


class Hanging(Visual):
    """`mark` on the first line, `body` beside it on as many lines as it needs; line breaks in `body` are kept."""

    def __init__(self, mark: Content, body: Content) -> None:
        self.mark = mark
        self.body = body

    @property
    def indent(self) -> int:
        """How many cells the body stands in."""
        return self.mark.cell_length

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines; no line is wider than `width` unless the mark alone is."""
        body = self.body.render_strips(self._room(width), None, style, options) or [Strip([])]
        mark = self.mark.render_strips(self.indent, 1, style, options) if self.indent else [Strip([])]
        space = Strip([Segment(" " * self.indent, style.rich_style)], self.indent)
        lines = [Strip.join([mark[0] if not number else space, line]) for number, line in enumerate(body)]
        return lines[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width without wrapping."""
        return self.indent + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The number of lines at a width."""
        return max(1, self.body.get_height(rules, self._room(width)))

    def _room(self, width: int) -> int:
        return max(1, width - self.indent)
