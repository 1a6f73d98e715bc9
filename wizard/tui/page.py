"""What every screen has: the line at the top, a body, a line for what just happened, and the keys at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.screen import Screen
from textual.widget import Widget

from .actions import APP_ACTIONS, Action, bindings_of
from .widgets.header_line import HeaderLine
from .widgets.key_line import KeyLine
from .widgets.notice_line import NoticeLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult

    from .app import WizardApp


class Body(Widget):
    """All the room between the line at the top and those at the foot; what does not fit scrolls."""

    DEFAULT_CSS = """
    Body { height: 1fr; layout: vertical; overflow: hidden auto; scrollbar-size-vertical: 1; }
    """


class Page(Screen[None]):
    """A screen of the app. A subclass gives `HEADING`, `ABOUT`, `ACTIONS` and `body`.

    Anything on the page may carry words for F1 in `HELP` (its class) or `help_words` (itself).
    """

    NAME: ClassVar[str] = ""
    """Its name in the registry of screens."""
    HEADING: ClassVar[str] = ""
    ABOUT: ClassVar[str] = ""
    """What this screen is for, in a sentence or two; F1 shows it."""
    ACTIONS: ClassVar[tuple[Action, ...]] = ()

    DEFAULT_CSS = """
    Page { layout: vertical; overflow: hidden hidden; background: $background; color: $foreground; }
    """

    def __init_subclass__(cls, **arguments: Any) -> None:
        # Before Textual gathers the class's bindings.
        if "ACTIONS" in cls.__dict__:
            cls.BINDINGS = list(bindings_of(cls.ACTIONS))
        super().__init_subclass__(**arguments)

    @property
    def wizard(self) -> WizardApp:
        """The app, by its own type."""
        return cast("WizardApp", self.app)

    @property
    def header(self) -> HeaderLine:
        """The line at the top."""
        return self.query_one(HeaderLine)

    def compose(self) -> ComposeResult:
        """The parts, from top to foot."""
        yield HeaderLine(self.HEADING)
        with Body():
            yield from self.body()
        yield NoticeLine()
        yield KeyLine()

    def _on_mount(self, event: events.Mount) -> None:
        self.watch(self.app, "badge", self._show_badge)

    def _show_badge(self, badge: str) -> None:
        self.header.badge = badge

    def body(self) -> Iterable[Widget]:
        """What the screen is made of."""
        return ()

    def say(self, text: str, *, undoable: bool = False) -> None:
        """Shows what just happened on the line above the keys; nothing for an empty text."""
        self.query_one(NoticeLine).say(text, undoable=undoable)

    def on_work_changed(self) -> None:
        """The council file was changed from outside this screen (undo, redo): show it as it is now."""

    def finish(self) -> None:
        """The person leaves the app: take up what stands half-done, such as a number typed and not entered."""

    def possible_actions(self) -> list[Action]:
        """What can be done here and now: the screen's own first, then the app's."""
        own = [each for each in self.ACTIONS if self.check_action(_bare(each.name), ())]
        return own + [each for each in APP_ACTIONS if self.app.check_action(_bare(each.name), ())]

    def words_for_help(self) -> list[str]:
        """What F1 says about the thing in focus, from the inside out, then about the screen."""
        found: list[str] = []
        for node in self.focused.ancestors_with_self if self.focused is not None else ():
            words = getattr(node, "help_words", "") or node.__class__.__dict__.get("HELP") or ""
            if words and words not in found:
                found.append(words)
        return [*found, self.ABOUT] if self.ABOUT else found


def _bare(name: str) -> str:
    return name.rpartition(".")[2]
