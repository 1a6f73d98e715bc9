"""Each screen at each size, as it reads, and in each look."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import ColorSystem
from textual.pilot import Pilot

from tests.tui.contrast import faint
from tests.tui.driving import LARGE, SMALL, USUAL, Driven, assert_snapshot, drive, screen_lines, screen_text, settled
from wizard.tui.themes import DARK, LIGHT, MONOCHROME

RECENT = Path("/councils/our_council_2008.yaml")
FILES = [
    RECENT,
    Path("/councils/windsor_and_maidenhead.yaml"),
    Path("/councils/north_east_lincolnshire_care_trust.yaml"),
]
ELLIPSES = ("…", "...")

Visit = tuple[str, str]
"""The name of a snapshot, and the words that the screen of that name must hold."""


async def _visits(app: Driven, pilot: Pilot[None]):  # type: ignore[no-untyped-def]
    """Every screen of the shell, one after the other."""
    yield "welcome"
    await pilot.press("f1")
    yield "help"
    await pilot.press("escape")
    for name, arguments in {
        "terminals": (),
        "browse": ("Case studies", FILES),
        "commands": (app.screen.possible_actions(),),  # type: ignore[attr-defined]
    }.items():
        app.open_page(name, *arguments)
        await settled(pilot)
        yield name
        await pilot.press("escape")


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system, and what its terminal can do, are told on one of the screens."""
    monkeypatch.setattr("wizard.tui.screens.terminals.sys.platform", "linux")
    monkeypatch.setattr("wizard.tui.screens.terminals.TerminalsScreen._colours", lambda _: "truecolor")
    monkeypatch.setattr("wizard.tui.screens.welcome._still_there", list)
    # What others add to the first screen is theirs to keep.
    monkeypatch.setattr("wizard.tui.screens.welcome.is_there", lambda _: False)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_screens_read_as_they_did(size: tuple[int, int]) -> None:
    """Word for word, at three sizes; and no text ends in an ellipsis."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        async for name in _visits(app, pilot):
            assert_snapshot(app, f"{name}_{size[0]}x{size[1]}")
            assert not [each for each in ELLIPSES if each in screen_text(app)], name
            assert "[ Quit ]" in screen_text(app), name

    drive(script, size=size, theme=DARK, recent=[RECENT])


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_screens_can_be_read_in_every_look(theme: str) -> None:
    """Every letter on every screen at 4.5:1 or better, and the same words whatever the look."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        async for name in _visits(app, pilot):
            assert faint(app) == {}, name
            assert theme == MONOCHROME or faint(app, ColorSystem.EIGHT_BIT) == {}, name
            assert_snapshot(app, f"{name}_80x24")
            if theme == MONOCHROME:
                assert _colours(app) <= {"default"}, name

    drive(script, theme=theme, recent=[RECENT])


def test_no_color_sends_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is obeyed whatever look was kept, and F2 cannot bring colour back."""
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("f2")
        assert app.theme == MONOCHROME
        assert _colours(app) <= {"default"}
        assert "Colours" not in screen_text(app)

    drive(script, theme=DARK)


def test_what_has_focus_is_seen_without_colour() -> None:
    """The entry stood on has a pointer, and a button in focus is reversed."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("down")
        assert " > 2  " in screen_text(app)
        app.open_page("help", [], [])
        await settled(pilot)
        await pilot.press("tab")
        assert [each.text for line in screen_lines(app) for each in line if each.style and each.style.reverse] == [
            "[ Back ]"
        ]

    drive(script, theme=MONOCHROME)


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (20, 5)])
def test_tiny_screens_do_not_crash(size: tuple[int, int]) -> None:
    """However small the window, every screen opens, and the app is there again when it grows."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        async for _ in _visits(app, pilot):
            pass
        await pilot.resize_terminal(*USUAL)
        await settled(pilot)
        assert "Which terminal suits?" in screen_text(app)

    drive(script, size=size)


def _colours(app: Driven) -> set[str]:
    styles = [segment.style for line in screen_lines(app) for segment in line if segment.style]
    return {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour is not None}
