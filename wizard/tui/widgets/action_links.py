"""Lines of what can be done with the thing above them, each with its key, each to be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from wizard.tui.actions import key_words

from .flowing import flowed

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.geometry import Size

    from wizard.tui.actions import Action
    from wizard.tui.page import Page


class ActionLinks(Widget):
    """Those of the screen's actions that have no place at the foot and are possible now; all of them, on as many
    lines as it takes."""

    DEFAULT_CSS = """
    ActionLinks { height: auto; padding: 0 2; margin-top: 1; max-width: 100; color: $foreground; link-style: none; }
    """
    ALLOW_SELECT = False

    def __init__(self, names: Collection[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names
        self._shown: tuple[Action, ...] = ()

    def on_mount(self) -> None:
        """Follows what is possible."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.follow())

    def follow(self) -> None:
        """Lays out anew where other things are possible than were."""
        actions = cast("Page", self.screen).possible_actions()
        shown = tuple(each for each in actions if each.name in self._names)
        if shown != self._shown:
            self._shown = shown
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return flowed([_link(each) for each in self._shown], width)


def _link(action: Action) -> Content:
    key = key_words(action.keys[0]) if action.keys else ""
    words = Content.assemble((key, "bold $accent"), f" {action.title}" if key else f"[ {action.title} ]")
    return words.stylize(Style.from_meta({"@click": action.name}))
