"""Where things stand while one answers: a panel beside the question, or a line for each decision below it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from textual.containers import VerticalGroup
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.style import Style
from textual.widgets import Static

from .document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from wizard.report.document import Block, Document

    from .document_lines import KeyOf, Laid

HIDDEN, BESIDE, BELOW = "", "-beside", "-below"


class StandingLines(Static):
    """The verdicts in a line each, with the way to all of it. Takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    StandingLines {
        height: auto; padding: 0 2; color: $foreground; background: $surface; display: none; link-style: none;
    }
    StandingLines.-shown { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self._lines: tuple[str, ...] = ()

    def show(self, lines: tuple[str, ...], key: str, action: str) -> None:
        """Shows these lines; `action` opens the whole, and `key` is said to do so."""
        if lines == self._lines:
            return
        self._lines = lines
        self.set_class(bool(lines), "-shown")
        way = Content.assemble((key, "bold $accent"), " shows all of it").stylize(Style.from_meta({"@click": action}))
        self.update(Content("\n").join([*map(Content, lines), way]) if lines else Content(""))


class SteadyPanel(DocumentPanel):
    """A panel whose height does not follow its text: when that grows nothing is laid out anew but the text itself.

    Laying out anew repaints the whole screen, which over a slow line is seen after every answer.
    """

    DEFAULT_CSS = """
    SteadyPanel { overflow-y: scroll; }
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)
    _painted: tuple[int, int] = (0, 0)

    def show(self, what: Document | Sequence[Block], key_of: KeyOf | None = None, **_: Any) -> None:
        """Shows how things stand now, where the person was reading."""
        self._what, self._key_of = what, key_of
        self._lay_out()

    def _repaint(self, before: Laid) -> None:
        """Only the lines that differ, where the panel is as wide and stands where it did: the rest is on screen."""
        painted = self.scrollable_content_region.width, self.scroll_offset.y
        if painted != self._painted:
            self._painted = painted
            self.refresh()
            return
        for number, (old, new) in enumerate(zip_longest(before.lines, self._laid.lines)):
            if old is None or new is None or old.opens != new.opens or not old.content.is_same(new.content):
                self.refresh_line(number)

    def watch_virtual_size(self) -> None:
        """The scrollbar follows at once."""
        self._scroll_update(self.virtual_size)


class StandingPanel(VerticalGroup):
    """The ranking with its words, to scroll through."""

    # Its own rules stand beside those of the screens that place it.
    DEFAULT_CSS = """
    StandingPanel { width: 38; height: 1fr; display: none; border-left: solid $border-blurred; }
    StandingPanel.-shown { display: block; }
    StandingPanel > Static { height: auto; padding: 0 1; color: $text-muted; }
    """
    _said = ""
    HELP = "Where things stand with the answers so far. R hides it. Tab and the arrow keys scroll it."

    def compose(self) -> ComposeResult:
        """The text, and how fresh it is."""
        yield Static(id="fresh", markup=False)
        yield SteadyPanel(id="standing")

    def show(self, blocks: tuple[Block, ...]) -> None:
        """Shows where things stand."""
        self.query_one(SteadyPanel).show(blocks)
        self.say("With your answers so far")

    def say(self, words: str) -> None:
        """Says above it what is being done."""
        if words != self._said:
            self._said = words
            self.query_one("#fresh", Static).update(words)
