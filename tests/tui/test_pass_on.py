"""Export: a file for others, never over another one unasked."""

from __future__ import annotations

import json

import pytest
from textual.pilot import Pilot

from tests.tui.contrast import faint
from tests.tui.driving import LARGE, SMALL, USUAL, Driven, assert_snapshot, click_words, drive, screen_text, settled
from tests.tui.result_drive import answered, drive_on
from wizard.session.session import Session
from wizard.tui.screens.pass_on import PassOnScreen
from wizard.tui.screens.result import ResultScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME


@pytest.fixture
def newtown(newtown: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Saved, so that its folder is where files go, and with a folder whose name is the same everywhere on screen."""
    monkeypatch.setattr("wizard.tui.screens.pass_on.PassOnScreen._hint", property(lambda _: "in our folder"))
    # Which ending comes first hangs on what is installed.
    monkeypatch.setattr("wizard.report.passing_on.find_spec", lambda _: None)
    newtown.save()
    return answered(newtown)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_export_reads_as_it_did(newtown: Session, size: tuple[int, int]) -> None:
    """At three sizes."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert_snapshot(app, f"pass_on_{size[0]}x{size[1]}")

    drive(script, size=size, page=PassOnScreen(), session=newtown)


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_export_can_be_read_in_every_look(newtown: Session, theme: str) -> None:
    """Every letter at 4.5:1 or better."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert faint(app) == {}

    drive(script, theme=theme, page=PassOnScreen(), session=newtown)


def test_the_figures_by_keys_alone(newtown: Session) -> None:
    """From the result: X, the last entry, Enter, Enter; what was written reads as JSON of this council."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("x")
        await settled(pilot)
        await pilot.press("6", "enter", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ResultScreen)
        assert "Written:" in screen_text(app)

    drive(script, page=ResultScreen(), session=newtown)
    assert newtown.path is not None
    written = json.loads((newtown.path.parent / "newtown.json").read_text(encoding="utf-8"))
    assert "Newtown" in json.dumps(written)


def test_one_page_by_mouse_alone(newtown: Session) -> None:
    """The page for the leader, in the usual format; it says what it is advice on."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "[ Export ]")
        await click_words(pilot, "One page for the leader")
        await click_words(pilot, "[ Write ]")

    drive(script, size=LARGE, page=ResultScreen(), session=newtown)
    assert newtown.path is not None
    (page,) = newtown.path.parent.glob("newtown_summary.*")
    assert page.stat().st_size > 1000


def test_a_file_that_is_there_is_not_overwritten_unasked(newtown: Session) -> None:
    """It stays as it is until the person presses the button that says so."""
    assert newtown.path is not None
    there = newtown.path.parent / "newtown.txt"
    there.write_text("mine", encoding="utf-8")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("5", "enter", "enter")
        await settled(pilot)
        assert "There is such a file already" in screen_text(app)
        assert there.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await settled(pilot)
        assert there.read_text(encoding="utf-8").startswith("Newtown")

    drive_on(script, "pass_on", session=newtown)


@pytest.mark.parametrize(
    ("name", "fault"),
    [("", "Type a name"), ("result.exe", "End the name in .txt."), ("no_such_folder/result.txt", "There is no folder")],
)
def test_names_that_cannot_be_are_refused(newtown: Session, name: str, fault: str) -> None:
    """Said beside the field; nothing is written."""
    assert newtown.path is not None
    before = sorted(newtown.path.parent.iterdir())

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("5", "enter", "end", "ctrl+u", *name, "enter")
        await settled(pilot)
        assert fault in screen_text(app).replace("\n", " ")

    drive_on(script, "pass_on", size=LARGE, session=newtown)
    assert [each for each in sorted(newtown.path.parent.iterdir()) if each.name != "settings"] == [
        each for each in before if each.name != "settings"
    ]


def test_the_council_file_itself_is_never_written_over(newtown: Session) -> None:
    """Not even by asking for it: its ending is none that a result can have."""
    assert newtown.path is not None
    before = newtown.path.read_bytes()

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("5", "enter", "end", "ctrl+u", *"newtown.yaml", "enter")
        await settled(pilot)

    drive_on(script, "pass_on", session=newtown)
    assert newtown.path.read_bytes() == before
