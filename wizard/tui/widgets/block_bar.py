"""A bar of blocks with its words and its figure beside it: nothing is to be read from its length alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

FULL, PERHAPS, EMPTY = "█", "▒", "·"
NARROW = 60
SHORTEST_BAR, LONGEST_BAR = 8, 30


class Bar(NamedTuple):
    """One bar. `share` is its length from 0 to 1, `figure` the words for it ('53 of 100').

    `low` and `high`, where given, are the range it could fall in; `words_beside` says what cannot be drawn.
    """

    label: str
    share: float
    figure: str
    low: float | None = None
    high: float | None = None
    words_beside: str = ""


def blocks(bar: Bar, cells: int) -> str:
    """The bar in `cells` characters: full up to what is sure, shaded up to what is possible."""

    def upto(share: float) -> int:
        return min(cells, max(0, round(share * cells)))

    sure = upto(bar.share if bar.low is None else bar.low)
    possible = max(sure, upto(bar.share if bar.high is None else bar.high))
    return FULL * sure + PERHAPS * (possible - sure) + EMPTY * (cells - possible)


class BlockBars(Widget):
    """Bars under one another, their labels, blocks and figures each in a column; on two lines each when narrow."""

    DEFAULT_CSS = """
    BlockBars { height: auto; color: $foreground; }
    """

    bars: reactive[tuple[Bar, ...]] = reactive(tuple[Bar, ...](), layout=True)

    def __init__(self, bars: Sequence[Bar] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(BlockBars.bars, tuple(bars))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the bars take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All bars."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if not self.bars:
            return []
        label = max(len(each.label) for each in self.bars)
        figure = max(len(each.figure) for each in self.bars)
        beside = max(len(each.words_beside) for each in self.bars)
        room = width - label - figure - beside - 6
        if width < NARROW or room < SHORTEST_BAR:
            return [line for each in self.bars for line in _under(each, width)]
        cells = min(room, LONGEST_BAR)
        return [
            Content.assemble(
                (each.label.ljust(label), "bold"),
                "  ",
                (blocks(each, cells), "$primary"),
                "  ",
                each.figure.rjust(figure),
                f"  {each.words_beside}" if each.words_beside else "",
            )
            for each in self.bars
        ]


def _under(bar: Bar, width: int) -> list[Content]:
    cells = min(LONGEST_BAR, max(SHORTEST_BAR, width - len(bar.figure) - 4))
    words = Content.assemble((bar.label, "bold"), f"  {bar.words_beside}" if bar.words_beside else "")
    return [*words.wrap(max(1, width)), Content.assemble("  ", (blocks(bar, cells), "$primary"), f"  {bar.figure}")]
