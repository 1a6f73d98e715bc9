"""A document to scroll through, in which entries can be opened: read by keys or mouse as one reads a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from .document_lines import Laid, laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.selection import Selection

    from wizard.report.document import Block, Document

    from .document_lines import KeyOf

WIDEST = 100
"""Longer lines are hard to read, however wide the screen."""


class DocumentPanel(ScrollView, can_focus=True):
    """Shows a document, or blocks of one. Text in it is never taken for markup.

    Down goes to the next entry that opens, or scrolls where none is in sight, as in a text browser;
    Enter or a click opens. Posts `Opened` with the id that `key_of` gave for the entry.
    """

    DEFAULT_CSS = """
    DocumentPanel {
        height: 1fr; padding: 0 1; color: $foreground; background: $background;
        overflow-x: auto; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; scrollbar-gutter: stable;
        & > .document--current {
            color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .document--opens { text-style: underline; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"document--current", "document--opens"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "forward", "Next entry, or scroll", show=False),
        Binding("up", "backward", "Entry before, or scroll", show=False),
        Binding("enter", "open", "Open", show=False),
    ]
    HELP = (
        "A text to read. Up and Down, Page Up and Page Down, Home and End scroll. What can be opened is marked: "
        "Up and Down go from one to the next, Enter or a click opens it."
    )

    class Opened(Message):
        """An entry was opened."""

        def __init__(self, panel: DocumentPanel, key: str) -> None:
            super().__init__()
            self.panel, self.key = panel, key

        @property
        def control(self) -> DocumentPanel:
            """The panel."""
            return self.panel

    def __init__(
        self,
        what: Document | Sequence[Block] = (),
        key_of: KeyOf | None = None,
        *,
        widest: int = WIDEST,
        id: str | None = None,
    ) -> None:
        """Tables with a column for each of many things may be as wide as `widest`; text never is."""
        super().__init__(id=id)
        self._what, self._key_of, self._widest = what, key_of, widest
        self._sideways = self._compact = False
        self._laid = Laid([], [], {})
        self._current: int | None = None

    def show(
        self,
        what: Document | Sequence[Block],
        key_of: KeyOf | None = None,
        *,
        widest: int | None = None,
        from_top: bool = True,
        compact: bool = False,
        start: float = 0,
    ) -> None:
        """Shows something else, from the line `start` on; where it is where only something is added at its end.

        A `compact` document has blank lines between sections only, for what must be seen whole.
        """
        self._what, self._key_of, self._compact = what, key_of, compact
        self._widest = widest or self._widest
        self._current = None if from_top else self._current
        self._lay_out()
        if from_top:
            # Whether it can scroll is known only after the next layout.
            self.scroll_to(x=0, y=start, animate=False, force=True)

    @property
    def sideways(self) -> bool:
        """Whether tables with a column for each of many things stay tables, to be scrolled sideways."""
        return self._sideways

    @sideways.setter
    def sideways(self, sideways: bool) -> None:
        self._sideways = sideways
        self._lay_out()

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return "\n".join(line.content.plain for line in self._laid.lines)

    @property
    def sections(self) -> tuple[str, ...]:
        """The titles of the sections, in their order."""
        return tuple(self._laid.sections)

    def line_of(self, section: str) -> int:
        """The line at which a section begins; raises KeyError where there is none."""
        return self._laid.sections[section]

    def go_to_section(self, title: str) -> None:
        """Scrolls to a section; raises KeyError where there is none."""
        self.scroll_to(y=self.line_of(title), animate=False)

    def on_resize(self) -> None:
        """Lines break anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.scrollable_content_region.width
        width, widest = min(room, WIDEST), min(room, self._widest)
        if not width:
            return
        before = self._laid
        self._laid = laid_out(
            self._what, width, self._key_of, widest=widest, sideways=self._sideways, compact=self._compact
        )
        self._spans: dict[int, tuple[int, int]] = {}
        for number, line in enumerate(self._laid.lines):
            if line.opens is not None:
                first, _ = self._spans.get(line.opens, (number, number))
                self._spans[line.opens] = (first, number)
        self.virtual_size = Size(max(width, self._laid.width), len(self._laid.lines))
        self._repaint(before)

    def _repaint(self, _: Laid) -> None:
        """Shows what was laid out, in the place of what stood there before."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line; what can be opened is underlined, the entry stood on is marked."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if number >= len(self._laid.lines):
            return Strip.blank(width, self.rich_style)
        line = self._laid.lines[number]
        part = ""
        if line.opens is not None:
            part = "document--current" if self.has_focus and line.opens == self._current else "document--opens"
        style = self.get_visual_style(part) if part else self.visual_style
        content = line.content.without_spans if part == "document--current" else line.content
        selected = self.text_selection.get_span(number) if self.text_selection is not None else None
        if selected is not None:
            start, end = selected
            look = self.screen.get_visual_style("screen--selection")
            content = content.stylize(look, start, len(content) if end == -1 else end)
        whole = max(width, self.virtual_size.width)
        strips = Visual.to_strips(self, content, whole, 1, style, apply_selection=False)
        strip = strips[0] if strips else Strip([])
        if line.opens is not None:
            strip = strip.apply_meta({"opens": line.opens})
        plain = self.rich_style if part != "document--current" else style.rich_style
        left = self.scroll_offset.x
        shown = strip.adjust_cell_length(whole, plain).crop(left, left + width)
        return shown.apply_offsets(left, number)

    def action_forward(self) -> None:
        """To the next entry in sight, or a line on."""
        self._step(1)

    def action_backward(self) -> None:
        """To the entry before, where in sight, or a line back."""
        self._step(-1)

    def action_open(self) -> None:
        """Opens the entry stood on."""
        if self._current is not None and self._in_sight(self._current):
            self.post_message(self.Opened(self, self._laid.keys[self._current]))

    async def _on_click(self, event: events.Click) -> None:
        opens = event.style.meta.get("opens")
        if opens is not None:
            self._current = opens
            self.refresh()
            self.post_message(self.Opened(self, self._laid.keys[opens]))

    def _step(self, by: int) -> None:
        there = self._next_in_sight(by)
        if there is None:
            self.scroll_relative(y=by, animate=False)
            there = self._next_in_sight(by)
            if there is None:
                return
        self._current = there
        first, last = self._spans[there]
        self.scroll_to_region(Region(0, first, 1, last - first + 1), animate=False, force=True)
        self.refresh()

    def _next_in_sight(self, by: int) -> int | None:
        """The entry to go to: the neighbour of the current one, or the nearest in sight where that is out of sight."""
        count = len(self._laid.keys)
        if self._current is not None and self._in_sight(self._current):
            there = self._current + by
            return there if 0 <= there < count and self._in_sight(there, by) else None
        seen = [each for each in range(count) if self._in_sight(each)]
        return (seen[0] if by > 0 else seen[-1]) if seen else None

    def _in_sight(self, number: int, by: int = 0) -> bool:
        """Whether the entry's beginning is seen; one line further counts in the direction of `by`."""
        first, last = self._spans[number]
        top = self.scroll_offset.y
        bottom = top + self.scrollable_content_region.height
        return first < bottom + max(by, 0) and last >= top + min(by, 0)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What was selected with the mouse, to be copied."""
        return selection.extract(self.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Repaints what is selected."""
        self.refresh()
