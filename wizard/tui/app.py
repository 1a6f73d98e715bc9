"""The app itself: its looks, its keys, which screen comes when. It computes nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import App
from textual.reactive import var

from .actions import APP_ACTIONS, bindings_of
from .screen_registry import screen_class
from .themes import DARK, MONOCHROME, NEXT, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.binding import BindingType
    from textual.screen import Screen

    from wizard.session.change import Change
    from wizard.session.recovering import LeftUnsaved
    from wizard.session.session import Session

    from .desk import Desk, Kept
    from .page import Page


class WizardApp(App[None]):
    """Opens on the welcome screen, and goes straight on to `file` where one is given.

    The work stands on the `desk`. Until everything slow is imported `loading_words` say what is being done; then
    `left_unsaved` holds what a crash left. `badge` says how the work is kept.
    """

    TITLE = "The council wizard"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(APP_ACTIONS)]
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (60, "-narrow"),
        (80, "-normal"),
        (100, "-wide"),
        (120, "-very-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middle"), (36, "-high")]

    loading_words: var[str] = var("")
    left_unsaved: var[tuple[LeftUnsaved, ...]] = var(())
    badge: var[str] = var("")

    def __init__(self, desk: Desk, file: Path | None = None) -> None:
        # Asked for before anything is drawn, so that no colour is ever sent where NO_COLOR is set.
        plain = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if plain else None)
        self.desk = desk
        self.parting_words = ""
        self.animation_level = "none"
        self._file = file
        for theme in THEMES.values():
            self.register_theme(theme)
        theme_kept = desk.settings.theme
        self.theme = MONOCHROME if plain else theme_kept if theme_kept in THEMES else DARK

    @property
    def session(self) -> Session | None:
        """The work on the desk."""
        return self.desk.session

    @property
    def page(self) -> Page:
        """The screen on top."""
        return cast("Page", self.screen)

    # ---- starting ----

    def get_default_screen(self) -> Screen[Any]:
        """The welcome screen, with no empty one below it."""
        return screen_class("welcome")()

    def on_mount(self) -> None:
        """Whatever is slow waits until something has been painted."""
        self.call_after_refresh(self._start_loading)

    def _start_loading(self) -> None:
        self.run_worker(self._load, thread=True, name="loading")
        if self._file is not None:
            self.open_file(self._file)

    def _load(self) -> None:
        from .loading import load

        left = load(self.desk, lambda words: self.call_from_thread(setattr, self, "loading_words", words))
        self.call_from_thread(setattr, self, "left_unsaved", left)

    # ---- screens ----

    def open_page(self, name: str, *arguments: Any, **named: Any) -> None:
        """Opens a screen by its name, on top of the present one. Raises KeyError for a name there is none of."""
        self.push_screen(screen_class(name)(*arguments, **named))

    def open_file(self, path: Path) -> None:
        """Opens a council file, which takes a moment, and goes on to the work on it."""
        self.open_work(lambda: self.desk.opened(path), str(path))

    def open_work(self, how: Callable[[], Session], what: str) -> None:
        """Opens work in a worker, with `what` as the heading meanwhile."""
        self.open_page("opening", how, what)

    # ---- changes ----

    def made(self, change: Change | None) -> None:
        """To be called after every change of the session: says what was changed, and saves it."""
        if change is None or self.session is None:
            return
        from wizard.report.changes_made import change_made

        self.page.say(change_made(self.session.rules, change), undoable=True)
        self.refresh_bindings()
        self.call_after_refresh(self.save)

    def save(self) -> None:
        """Saves, and says so on the badge; what stands in the way is said, with what can be done."""
        self.settle(self.desk.save())

    def settle(self, kept: Kept) -> None:
        """Shows how saving went."""
        self.badge = kept.badge
        if kept.refused is not None and self.page.NAME not in ("not_saved", "save_as"):
            self.open_page("not_saved", kept.refused)

    def action_undo(self) -> None:
        """Takes the last change back and says which."""
        self._step("undo", "change_undone")

    def action_redo(self) -> None:
        """Does again what was undone and says which."""
        self._step("redo", "change_redone")

    def _step(self, step: str, words: str) -> None:
        if self.session is None:
            return
        from wizard.report import changes_made

        change = getattr(self.session, step)()
        if change is not None:
            self.page.say(getattr(changes_made, words)(self.session.rules, change))
            self.page.on_work_changed()
            self.refresh_bindings()
            self.call_after_refresh(self.save)

    # ---- actions ----

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action is possible now; what is not stands nowhere."""
        if action == "back":
            return len(self.screen_stack) > 1
        if action == "undo":
            return self.session is not None and self.session.can_undo
        if action == "redo":
            return self.session is not None and self.session.can_redo
        if action == "save_as":
            return self.session is not None and self.page.NAME not in ("save_as", "not_saved")
        if action == "what_if":
            return self.session is not None and self.page.NAME != "what_if"
        if action == "compare":
            return self.page.NAME != "compare"
        if action == "evidence":
            return self.page.NAME not in ("evidence", "evidence_filters", "opening", "not_saved")
        if action == "next_theme":
            return not self.no_color
        return True

    async def action_back(self) -> None:
        """To the screen before; on the first there is none."""
        if len(self.screen_stack) > 1:
            # Not awaited: the button that was pressed is part of the screen that goes, and would wait for itself.
            self.pop_screen()

    def action_help(self) -> None:
        """Help on what is in focus; where it is open already, back."""
        if self.page.NAME == "help":
            self.pop_screen()
        else:
            self.open_page("help", self.page.words_for_help(), self.page.possible_actions())

    def action_commands(self) -> None:
        """The list of everything that can be done here."""
        if self.page.NAME == "commands":
            self.pop_screen()
        else:
            self.open_page("commands", self.page.possible_actions())

    def action_what_if(self) -> None:
        """Varies the work on the desk."""
        self.open_page("what_if")

    def action_compare(self) -> None:
        """Sets council files side by side."""
        self.open_page("compare")

    def action_evidence(self) -> None:
        """The evidence library, with all findings."""
        self.open_page("evidence")

    def action_save_as(self) -> None:
        """Saves under another name."""
        self.open_page("save_as")

    def action_next_theme(self) -> None:
        """Another look, kept for next time."""
        self.theme = NEXT[self.theme]
        self.desk.settings.remember_theme(self.theme)
        self.page.say(f"Colours: {self.theme}. F2 changes them again.")

    async def action_quit(self) -> None:
        """Ends the app at once: nothing is lost. What could not be saved is said when the app is gone."""
        session = self.session
        if session is not None:
            self.page.finish()
            self.desk.put_away()
            self.parting_words = _parting_words(session)
        self.exit()


def _parting_words(session: Session) -> str:
    go_on = f"To go on: wizard tui {session.path}" if session.path is not None else ""
    if not session.unsaved:
        return go_on
    if session.kept is None or session.kept == "nowhere":
        return f"Not everything could be saved. {go_on}".strip()
    return "Your answers are not in a file yet. They are kept, and offered when you next start: wizard"
