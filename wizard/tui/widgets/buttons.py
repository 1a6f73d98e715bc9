"""Buttons in words, `[ Next ]`, and the row of them at the foot of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.widgets import Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Press(Button, inherit_css=False):
    """A button one line high with its brackets drawn, or three lines high with a frame where there is room.

    Posts `Button.Pressed`, or runs `action` where one is given. The arrow keys go to its neighbours.
    """

    # The rules for high screens begin at the screen.
    SCOPED_CSS = False
    DEFAULT_CSS = """
    Press {
        width: auto;
        min-width: 10;
        height: 1;
        padding: 0 1;
        margin-right: 1;
        color: $foreground;
        background: $panel;
        text-align: center;
        content-align: center middle;
        pointer: pointer;
        &:hover { background: $block-hover-background; text-style: underline; }
        &:focus { color: $block-cursor-foreground; background: $block-cursor-background; text-style: bold; }
        &:focus:ansi { text-style: bold reverse; }
        &.-main { text-style: bold; }
        &:disabled { color: $text-muted; text-style: italic; }
    }
    .-high Press { height: 3; border: round $border-blurred; background: $background; }
    .-high Press:focus { border: round $border; background: $block-cursor-background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "app.focus_previous", "Before", show=False),
        Binding("right,down", "app.focus_next", "After", show=False),
        Binding("space", "press", "Press", show=False),
    ]
    HELP = "A button. Enter or a click presses it; the arrow keys go to what stands beside it."

    def __init__(self, label: str, *, id: str | None = None, action: str | None = None, main: bool = False) -> None:
        super().__init__(Content(f"[ {label} ]"), id=id, action=action, classes="-main" if main else None)
        self.words = label
        # The press effect is an animation: it would repaint twice and delay nothing but the eye.
        self.active_effect_duration = 0

    def relabel(self, label: str) -> None:
        """Changes the words."""
        self.words = label
        self.label = Content(f"[ {label} ]")
        self.refresh(layout=True)


class ButtonRow(HorizontalGroup):
    """Back, Next and whatever else a page has, in a row.

    Back runs `app.back` unless told otherwise; Next has the id `next` and posts `Button.Pressed`.
    """

    DEFAULT_CSS = """
    ButtonRow { padding: 0 1; height: auto; }
    """

    def __init__(
        self,
        *more: Press,
        back: str | None = "Back",
        back_action: str | None = "app.back",
        next: str | None = "Next",
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._back = Press(back, id="back", action=back_action) if back else None
        self._next = Press(next, id="next", main=True) if next else None
        self._more = more

    def compose(self) -> ComposeResult:
        """Back, Next, then the others."""
        row: Iterable[Press | None] = (self._back, self._next, *self._more)
        yield from (each for each in row if each is not None)
