"""The pages of a screen as words to press or click; the present one stands in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from .flowing import flowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size


class Tab(NamedTuple):
    """One page: the `key` that opens it, its title, and the action that does the same for the mouse."""

    key: str
    title: str
    action: str


class TabLine(Widget):
    """The titles on as many lines as they need; where the widget is a narrow column, one under the other."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TabLine { height: auto; padding: 0 1; color: $foreground; background: $surface; link-style: none; }
    .-very-wide TabLine { width: 18; height: 100%; padding: 1 1; }
    """
    ALLOW_SELECT = False
    HELP = "The pages of this screen. Their digits open them, Left and Right go from one to the next; a click does too."

    current: reactive[int] = reactive(0)

    def __init__(self, tabs: Sequence[Tab], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tabs = tuple(tabs)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the titles take."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """All titles."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        words = [self._words(number) for number in range(len(self._tabs))]
        if width < max(each.cell_length for each in words) * 2:
            return words
        # Each title carries its own space, so that nothing moves when another one is marked.
        return flowed(words, width, gap=0)

    def _words(self, number: int) -> Content:
        tab = self._tabs[number]
        if number == self.current:
            return Content.styled(f"[{tab.key} {tab.title}]", "bold reverse")
        words = Content.assemble(" ", (tab.key, "bold $accent"), f" {tab.title} ")
        return words.stylize(Style.from_meta({"@click": tab.action}))
