"""The way in, by keys alone and by mouse alone; browsing; commands; files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import LARGE, USUAL, Driven, click_words, drive, screen_text, settled
from wizard.session.settings import Settings
from wizard.tui.screens.browse import BrowseScreen
from wizard.tui.screens.help import HelpScreen
from wizard.tui.screens.terminals import TerminalsScreen
from wizard.tui.screens.welcome import WelcomeScreen
from wizard.tui.widgets.choice_list import ChoiceList

SIZES = pytest.mark.parametrize("size", [USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")


def _digit(app: Driven, entry: str) -> str:
    """The digit of an entry of the menu, whatever others have added to it."""
    ids = [each.id for each in app.screen.query_one(ChoiceList).choices]
    return str(ids.index(entry) + 1)


@SIZES
def test_everything_is_reached_by_keys_alone(size: tuple[int, int]) -> None:
    """Digits, arrows and Enter go in; Esc and the Back button come out; Q ends it at once."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press(_digit(app, "terminals"))
        await settled(pilot)
        assert isinstance(app.screen, TerminalsScreen)
        await pilot.press("f5")
        assert "This key arrived: F5" in screen_text(app)
        await pilot.press("tab", "enter")
        await settled(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        for entry in ("reports", "examples", "open"):
            await pilot.press(_digit(app, entry))
            await settled(pilot)
            assert isinstance(app.screen, BrowseScreen), entry
            await pilot.press("escape")
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("f1", "q")
        await pilot.pause()
        assert app.left

    drive(script, size=size)


@SIZES
def test_everything_is_reached_by_mouse_alone(size: tuple[int, int]) -> None:
    """The menu, the Back button, the words at the foot, Quit."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "Which terminal suits?")
        assert isinstance(app.screen, TerminalsScreen)
        await click_words(pilot, "[ Back ]")
        await click_words(pilot, "Case studies")
        assert isinstance(app.screen, BrowseScreen)
        await click_words(pilot, "Esc Back")
        await click_words(pilot, "F1 Help")
        assert isinstance(app.screen, HelpScreen)
        await click_words(pilot, "[ Back ]")
        await click_words(pilot, "F2 Colours")
        assert app.theme == "light"
        await click_words(pilot, "[ Quit ]")
        assert app.left

    drive(script, size=size)


def test_what_is_not_possible_stands_nowhere() -> None:
    """On the first screen there is no way back, and nothing to undo."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "Esc" not in screen_text(app)
        assert "Undo" not in screen_text(app)
        await pilot.press("escape", "ctrl+z", "ctrl+y")
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("ctrl+p")
        assert "Undo" not in screen_text(app)

    drive(script)


def test_commands_are_found_by_a_word_and_done_where_one_was() -> None:
    """Typing narrows the list, Enter does the first; the command is that of the screen underneath."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"zzz")
        assert "Nothing is called 'zzz'" in screen_text(app)
        await pilot.press("backspace", "backspace", "backspace", *"dark")
        assert "Quit   (" not in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        assert app.theme == "light"
        await pilot.press("ctrl+p", "down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, HelpScreen)

    drive(script)


def test_the_look_is_remembered() -> None:
    """What F2 chose is kept for next time."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert app.theme == "light"
        await pilot.press("f2")
        assert Settings().theme == app.theme == "monochrome"

    drive(script, theme="light")


def test_an_unknown_look_is_the_usual_one() -> None:
    """Settings written by another version do no harm."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert app.theme == "dark"

    drive(script, theme="purple")


def test_folders_are_walked_and_names_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders open, hidden files and other kinds stay out; a typed name is checked before it is opened."""
    (tmp_path / "north [1]").mkdir()
    (tmp_path / "north [1]" / "ours.yaml").write_text("id: ours\n", encoding="utf-8")
    (tmp_path / ".hidden.yaml").touch()
    (tmp_path / "notes.txt").touch()
    monkeypatch.chdir(tmp_path)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page("browse", "Open a council file")
        await settled(pilot)
        assert "hidden" not in screen_text(app)
        assert "notes" not in screen_text(app)
        await click_words(pilot, "north [1]/")
        assert "ours.yaml" in screen_text(app)
        await click_words(pilot, "To the folder above")
        assert "north [1]/" in screen_text(app)
        await pilot.press("tab", *"none.yaml")
        assert "! There is no such file" in screen_text(app)
        app.screen.query_one("#name").restart("notes.txt")  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Council files end in .yaml." in screen_text(app)

    drive(script)


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is said, and one stays where one was."""
    (tmp_path / "locked").mkdir()
    monkeypatch.chdir(tmp_path)
    told = "wizard.tui.screens.browse.entries_of"

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page("browse", "Open a council file")
        await settled(pilot)

        def refuse(folder: Path) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(told, refuse)
        await click_words(pilot, "locked/")
        assert "Permission denied" in " ".join(screen_text(app).split())
        assert "locked/" in screen_text(app)

    drive(script)


def test_a_file_with_faults_is_told_with_its_places(tmp_path: Path) -> None:
    """Everything wrong with it, where and how to mend it; brackets in it are only text."""
    file = tmp_path / "ours.yaml"
    file.write_text("id: ours\ntitle: '[b]Ours[/b]'\npack: {id: no_such_pack}\n", encoding="utf-8")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_file(file)
        await settled(pilot)
        words = " ".join(screen_text(app).split())
        assert "This council file cannot be used yet" in words
        assert "There is no rule set 'no_such_pack'." in words

    drive(script, size=LARGE)
