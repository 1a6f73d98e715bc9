"""The line at the top: where one is, how far, how long still, and that everything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from .flowing import flowed

if TYPE_CHECKING:
    from textual.geometry import Size


class HeaderLine(Widget):
    """Title, place, minutes and the badge on one line; on more where the screen is narrow, never cut.

    Set the attributes at any time; each repaints this line only.
    """

    DEFAULT_CSS = """
    HeaderLine {
        height: auto;
        padding: 0 1;
        color: $foreground;
        background: $panel;
    }
    """

    title: reactive[str] = reactive("", layout=True)
    """The section or the screen."""
    place: reactive[tuple[int, int] | None] = reactive(None, layout=True)
    """Which question of how many."""
    minutes: reactive[int | None] = reactive(None, layout=True)
    """About how many minutes are left; 0 means less than one."""
    badge: reactive[str] = reactive("", layout=True)
    """Such as 'Saved 10:42'."""

    def __init__(self, title: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(HeaderLine.title, title)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """The line, or lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        phrases = [Content.styled(self.title, "bold"), Content(self._place_words()), Content(self._minutes_words())]
        return flowed(phrases, width, Content.styled(self.badge, "$primary"))

    def _place_words(self) -> str:
        return "" if self.place is None else f"{self.place[0]} of {self.place[1]}"

    def _minutes_words(self) -> str:
        if self.minutes is None:
            return ""
        if self.minutes < 1:
            return "less than a minute left"
        return f"about {self.minutes} minute{'' if self.minutes == 1 else 's'} left"
