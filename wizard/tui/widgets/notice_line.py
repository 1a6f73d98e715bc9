"""One line for what just happened, with a way back: 'Changed X from A to B.   [ Undo ]'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from .flowing import flowed

if TYPE_CHECKING:
    from textual.geometry import Size


class NoticeLine(Widget):
    """Takes no room while there is nothing to say. The text is plain: brackets in it mean nothing."""

    DEFAULT_CSS = """
    NoticeLine {
        height: auto;
        padding: 0 1;
        color: $foreground;
        background: $surface;
        display: none;
        link-style: bold;
    }
    NoticeLine.-says { display: block; }
    """

    text: reactive[str] = reactive("")
    undoable: reactive[bool] = reactive(False)

    def say(self, text: str, *, undoable: bool = False) -> None:
        """Shows a sentence, and Undo beside it where the change can be taken back; nothing for an empty text."""
        height = len(self._lines(self.content_size.width))
        self.undoable = undoable
        self.text = text
        # Laying out anew repaints the whole screen: only where it takes more lines than before, or fewer.
        if len(self._lines(self.content_size.width)) != height:
            self.refresh(layout=True)

    def watch_text(self, text: str) -> None:
        """Comes and goes with its text."""
        self.set_class(bool(text), "-says")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The sentence and the way back."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        undo = Content("[ Undo ]").stylize(Style.from_meta({"@click": "app.undo"})) if self.undoable else None
        return flowed([Content(self.text)], width, undo)
