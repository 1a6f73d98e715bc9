"""Actions: one list for keys, foot, commands and help; no key that a browser or a terminal takes."""

from __future__ import annotations

from importlib import import_module

import pytest

from wizard.tui.actions import APP_ACTIONS, FORBIDDEN_KEYS, Action, bindings_of, key_words
from wizard.tui.page import Page
from wizard.tui.screen_registry import SCREENS, is_there, screen_class
from wizard.tui.widgets.key_line import key_line

EITHER_OR = {"screen.let_go": "screen.keep"}
"""Two actions with one key, of which only one is possible at a time: the screen's tests try both."""

THERE = [name for name in SCREENS if is_there(name)]


@pytest.mark.parametrize("name", THERE)
def test_every_screen_is_what_its_name_says(name: str) -> None:
    """It opens by its name, says what it is for, and gives no key two meanings; only Back may be another Back."""
    screen = screen_class(name)
    assert issubclass(screen, Page)
    assert name == screen.NAME
    assert screen.ABOUT
    names = {action.name for action in screen.ACTIONS}
    single = [action for action in screen.ACTIONS if EITHER_OR.get(action.name) not in names]
    keys = [key for action in single for key in action.keys]
    assert len(keys) == len(set(keys))
    of_the_app = {key: action.title for action in APP_ACTIONS for key in action.keys}
    taken_over = {key: action.title for action in screen.ACTIONS for key in action.keys if key in of_the_app}
    assert taken_over in ({}, {"escape": of_the_app["escape"]})
    assert not FORBIDDEN_KEYS & set(keys)


def test_screens_that_are_not_there_are_not_offered() -> None:
    """A name without a module, or none at all, cannot be opened."""
    assert not is_there("no_such_screen")
    for name in set(SCREENS) - set(THERE):
        with pytest.raises(ImportError):
            import_module(f"wizard.tui.screens.{SCREENS[name].module}")


def test_keys_of_browsers_and_terminals_are_refused() -> None:
    """Ctrl+M is Enter, Ctrl+W closes a browser's tab: neither can be bound by mistake."""
    for key in ("ctrl+m", "ctrl+w"):
        with pytest.raises(ValueError, match="taken by browsers or terminals"):
            bindings_of([Action("app.thing", "Thing", "Does a thing.", (key,))])


def test_the_foot_never_drops_the_first_by_rank() -> None:
    """However narrow, Quit stays, whole, at the right edge; the others go by rank, whole or not at all."""
    for width in range(10, 120):
        text = key_line(APP_ACTIONS, width).plain
        assert text.endswith("[ Quit ]")
        assert len(text) == width
        shown = [each.title for each in APP_ACTIONS if f" {each.title}" in text]
        assert shown[:1] == (["Help"] if width >= 18 else []) or shown == ["Quit"]


@pytest.mark.parametrize(
    ("key", "words"), [("ctrl+z", "Ctrl+Z"), ("f1", "F1"), ("escape", "Esc"), ("pageup", "Page Up"), ("e", "E")]
)
def test_keys_are_written_as_on_the_keyboard(key: str, words: str) -> None:
    """As a person would say them."""
    assert key_words(key) == words
