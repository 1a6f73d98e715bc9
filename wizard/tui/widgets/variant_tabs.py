"""The council file and its what-ifs by name, the one shown marked; each can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from .flowing import flowed

if TYPE_CHECKING:
    from textual.geometry import Size


class Tab(NamedTuple):
    """One of them: its words, and the action that shows it."""

    words: str
    action: str


class VariantTabs(Widget):
    """Names in a row, on as many lines as they need; none is ever cut. `> <` marks the one that is shown."""

    DEFAULT_CSS = """
    VariantTabs { height: auto; padding: 0 1; color: $foreground; background: $surface; link-style: none; }
    """
    ALLOW_SELECT = False

    tabs: reactive[tuple[Tab, ...]] = reactive(tuple[Tab, ...](), layout=True)
    shown: reactive[str] = reactive("")
    """The action of the one that is shown."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the names take."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """The names."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return flowed([self._tab(each) for each in self.tabs], width)

    def _tab(self, tab: Tab) -> Content:
        here = tab.action == self.shown
        words = Content(f"> {tab.words} <" if here else f"[ {tab.words} ]")
        return words.stylize("bold" if here else "not bold").stylize(Style.from_meta({"@click": tab.action}))
