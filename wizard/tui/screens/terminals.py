"""Which terminal suits: what to use on each system, and what the one in use can do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from wizard.report.document import Item, Items, Paragraph, Section
from wizard.tui.actions import key_words
from wizard.tui.page import Page
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from wizard.report.document import Block

FULL_WIDTH, FULL_HEIGHT = 80, 24
LEAST_WIDTH, LEAST_HEIGHT = 60, 20

_SYSTEMS = {
    "win32": Section(
        "On Windows",
        (
            Items(
                (
                    Item(
                        "Windows Terminal suits best. Windows 11 has it; for Windows 10 it is in the Microsoft Store."
                    ),
                    Item("The old black Command Prompt window works too, with fewer colours."),
                    Item("To make the letters larger: Ctrl and plus. To fill the screen: F11."),
                )
            ),
        ),
    ),
    "darwin": Section(
        "On a Mac",
        (
            Items(
                (
                    Item("Terminal, which every Mac has, suits. iTerm2, Ghostty and WezTerm show finer colours."),
                    Item("If function keys change the brightness instead, hold fn: fn and F1 for help."),
                    Item("To make the letters larger: Cmd and plus."),
                )
            ),
        ),
    ),
    "linux": Section(
        "On Linux",
        (
            Items(
                (
                    Item("Any terminal of the last ten years suits: GNOME Terminal or Console, Konsole, kitty, xterm."),
                    Item("If F1 opens the terminal's own help, switch that off in its settings, or use Ctrl+P, Help."),
                    Item("Inside tmux or screen all works as well; the mouse needs 'set -g mouse on' in tmux."),
                )
            ),
        ),
    ),
}


class TerminalsScreen(Page):
    """Advice for three systems, the one in use first."""

    NAME = "terminals"
    HEADING = "Which terminal suits?"
    ABOUT = "What to run this program in, and what the window you have can do. Press any key to see that it arrives."
    DEFAULT_CSS = """
    TerminalsScreen #key { padding: 0 1; height: 1; color: $accent; text-style: bold; }
    """

    def body(self) -> Iterable[Widget]:
        """The advice, and a line that shows the last key."""
        yield DocumentPanel(self._blocks())
        yield Static("Press any key to see whether it arrives.", id="key", markup=False)
        yield ButtonRow(next=None)

    def on_resize(self) -> None:
        """The size is part of what is told."""
        self.query_one(DocumentPanel).show(self._blocks())

    def on_key(self, event: events.Key) -> None:
        """Shows what arrived."""
        self.query_one("#key", Static).update(Content(f"This key arrived: {key_words(event.key)}"))

    def _blocks(self) -> list[Block]:
        mine = next((name for name in _SYSTEMS if sys.platform.startswith(name)), "linux")
        others = [section for name, section in _SYSTEMS.items() if name != mine]
        return [self._this_one(), _SYSTEMS[mine], *others, _OTHERWISE]

    def _this_one(self) -> Section:
        width, height = self.app.size
        if width >= FULL_WIDTH and height >= FULL_HEIGHT:
            size = f"{width} columns and {height} lines: all of every screen fits."
        elif width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
            size = f"{width} columns and {height} lines: it works; from 80 by 24 on it is easier to read."
        else:
            size = f"{width} columns and {height} lines: small. Widen the window to 80 by 24, or make letters smaller."
        items = (Item(f"Size: {size}"), Item(f"Colours: {_colour_words(self.app.no_color, self._colours())}"))
        return Section("This one", (Items(items),))

    def _colours(self) -> str:
        return self.app.console.color_system or "none"


_OTHERWISE = Section(
    "Without any of these",
    (
        Paragraph(
            "With a screen reader, or over a slow line, the plain commands say the same line by line: "
            "'wizard --help' lists them."
        ),
    ),
)


def _colour_words(switched_off: bool, system: str) -> str:
    if switched_off:
        return "switched off by NO_COLOR; signs and bold type take their place."
    return {
        "truecolor": "all of them.",
        "256": "256, which is enough.",
        "standard": "16; the dark colours look best, or none (F2).",
    }.get(system, "none; signs and bold type take their place.")
