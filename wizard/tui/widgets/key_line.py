"""The line at the foot: what can be done here, each with its key, each to be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from wizard.tui.actions import key_words

from .flowing import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.tui.actions import Action
    from wizard.tui.page import Page


class KeyLine(Widget):
    """Shows the actions of its screen that are possible now, as many as fit, by rank; F1 lists them all.

    The lowest rank (Quit) stands at the right edge and is never left out.
    """

    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        padding: 0 1;
        color: $foreground;
        background: $panel;
        link-style: none;
    }
    """
    ALLOW_SELECT = False
    _shown = Content("")

    def on_mount(self) -> None:
        """Repaints when what is possible changes."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._follow())

    def render(self) -> Content:
        """The actions that fit."""
        self._shown = self._now()
        return self._shown

    def _now(self) -> Content:
        actions = cast("Page", self.screen).possible_actions()
        return key_line(actions, self.content_size.width)

    def _follow(self) -> None:
        # Whatever an answer sets going asks for this; mostly the line stays as it is.
        if not self._now().is_same(self._shown):
            self.refresh()


def key_line(actions: Sequence[Action], width: int) -> Content:
    """The actions that have a rank on one line of at most `width` cells, the first by rank at its right edge."""
    ranked = sorted((each for each in actions if each.rank is not None), key=lambda each: each.rank or 0)
    if not ranked:
        return Content("")
    corner = _button(ranked[0])
    left = width - corner.cell_length
    shown: list[Content] = []
    for action in ranked[1:]:
        words = _words(action)
        if words.cell_length + GAP <= left:
            shown.append(words)
            left -= words.cell_length + GAP
    return Content.assemble(Content(" " * GAP).join(shown), " " * max(0, left + (GAP if shown else 0)), corner)


def _words(action: Action) -> Content:
    key = key_words(action.keys[0]) if action.keys else ""
    words = Content.assemble((key, "bold $accent"), f" {action.title}" if key else action.title)
    return words.stylize(Style.from_meta({"@click": action.name}))


def _button(action: Action) -> Content:
    return Content(f"[ {action.title} ]").stylize("bold").stylize(Style.from_meta({"@click": action.name}))
