"""Keeps part of a widget in view where what scrolls is something around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.dom import DOMNode


def bring_into_view(widget: Widget, line: int, height: int) -> None:
    """Scrolls every container around the widget so that `height` lines of it from `line` on are seen."""
    region = Region(0, line - widget.scroll_offset.y, max(1, widget.size.width), height)
    inner: Widget = widget
    outer: DOMNode | None = widget.parent
    while isinstance(outer, Widget):
        region = region.translate(inner.virtual_region.offset)
        if outer.is_scrollable and outer.max_scroll_y:
            outer.scroll_to_region(region, animate=False, force=True)
            region = region.translate(-outer.scroll_offset)
        inner, outer = outer, outer.parent
