"""The small screens on the way, by keys alone and by mouse alone, as they read, and in each look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.color import ColorSystem
from textual.pilot import Pilot

from tests.tui.contrast import faint
from tests.tui.driving import (
    LARGE,
    SMALL,
    USUAL,
    Driven,
    Script,
    assert_snapshot,
    click_words,
    drive,
    screen_text,
    settled,
)
from tests.tui.result_drive import answered
from wizard.problems import Place, Problem
from wizard.session.rule_sets import RuleSet
from wizard.session.saving import refused
from wizard.session.session import Session
from wizard.tui.page import Page
from wizard.tui.screens.interview import InterviewScreen
from wizard.tui.screens.priorities import PrioritiesScreen
from wizard.tui.screens.question import QuestionScreen
from wizard.tui.screens.result import ResultScreen
from wizard.tui.screens.welcome import WelcomeScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME
from wizard.tui.widgets.choice_list import ChoiceList

ELLIPSES = ("…", "...")
KEYS = {"1", "p", "enter", "ctrl+p", "f5", "f6", "f7", "f9", "f12"}

A_PLACE = """
id: newtown
title: Newtown [north]
pack: {id: tiny}
answers:
  decision_date: 2010-06
  readers: 300
  led_today: [branch_librarians]
"""
WHAT_IT_DID = """
id: newtown
did: {leadership: one_librarian}
kept: yes
what_happened: The town put its three branches under one librarian in June 2010, and kept it so.
from: ["branch_survey_2011, Newtown"]
discuss: [Whom would you have asked before the change?]
"""
NO_WRITING = Problem(
    "read-only",
    Place("newtown.yaml"),
    "The file could not be saved: nothing may be written in this folder.",
    "Nothing was written, and the file is as it was. Allow writing there, or save in another folder.",
)
THEIRS = Problem(
    "changed-since",
    Place("newtown.yaml"),
    "The file was changed by somebody else since it was opened.",
    "Save under another name, then compare the two.",
)


class Way(NamedTuple):
    """How a screen is reached: where one begins, and what is pressed or clicked.

    What begins with `>` is an entry of the list on the screen, pressed by its digit or clicked by its words; other
    keys are pressed as they are, or typed where they are words.
    """

    begins: Callable[[], Page]
    keys: tuple[str, ...]
    clicks: tuple[str, ...] = ()
    """None where other tests of these screens reach it by mouse alone."""
    stands_for: str = ""
    """The name of the screen, where it is not that of the way."""


def _roof() -> Page:
    return QuestionScreen("roof")


WAYS = {
    "begin": Way(WelcomeScreen, (">New council file", "Newtown 1"), (">New council file",)),
    "place": Way(WelcomeScreen, (">Case studies", ">Newtown"), (">Case studies", ">Newtown")),
    "note": Way(_roof, ("1", "f5"), (">Sound", "Note and source")),
    "sections": Way(lambda: InterviewScreen("roof"), ("f12",)),
    "standing": Way(_roof, ("f6", "f7"), ("R Ranking", "Ctrl+P Commands", ">All of the ranking")),
    "reading": Way(_roof, ("f9",), ("Ctrl+P Commands", ">Result")),
    "save_as": Way(_roof, ("ctrl+p", "under", "enter"), ("Ctrl+P Commands", ">Save under a name")),
    "not_saved": Way(_roof, ("1",), (">Sound",)),
    "not_saved_theirs": Way(_roof, ("1",), (">Sound",), "not_saved"),
    "weigh_within": Way(PrioritiesScreen, (">Weigh the criteria",), (">Weigh the criteria",)),
    "priorities_changed": Way(
        ResultScreen,
        ("p", ">Give points", "8", "enter", "2", "enter", "clerk", "enter", "rain", "enter"),
    ),
}
BY_KEYS = pytest.mark.parametrize("name", WAYS)
BY_MOUSE = pytest.mark.parametrize("name", [name for name, way in WAYS.items() if way.clicks])


@pytest.fixture
def council(tiny: RuleSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Work on a council of which enough is known; what is shown of folders is the same on every machine."""
    monkeypatch.chdir(tmp_path)
    for folder in ("councils", "reports/outcomes"):
        Path(folder).mkdir(parents=True)
    place = Path("reports/newtown_2010.yaml")
    place.write_text(A_PLACE, encoding="utf-8")
    Path("reports/outcomes/newtown.yaml").write_text(WHAT_IT_DID, encoding="utf-8")
    for screen in ("begin.BeginScreen", "save_as.SaveAsScreen"):
        monkeypatch.setattr(f"wizard.tui.screens.{screen}._folder", Path("councils"))
    monkeypatch.setattr("wizard.tui.screens.welcome.shipped_reports", lambda: [place])
    monkeypatch.setattr("wizard.tui.desk.Desk.opened", lambda _, path: Session.open(path, str(tiny.folder)))
    return answered(Session.new(tiny, Path("newtown.yaml"), "Newtown [north]"))


@pytest.fixture(autouse=True)
def _what_leads_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saving is refused on the way to what says so; the plain text stands in for a result that is not there."""
    if name.startswith("not_saved"):
        problem, kept = (NO_WRITING, "drafts") if name == "not_saved" else (THEIRS, "beside")
        monkeypatch.setattr(Session, "save", lambda _: refused([problem], kept))  # type: ignore[arg-type]
    if name == "reading":
        monkeypatch.setattr("wizard.tui.asking_page.is_there", lambda _: False)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
@BY_KEYS
def test_screens_reached_by_keys_alone_read_as_they_did(name: str, council: Session, size: tuple[int, int]) -> None:
    """Word for word, small and large; no text ends in an ellipsis, and Esc leads away. The usual size is below."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _by_keys(app, pilot, name, size)
        assert_snapshot(app, f"{name}_{size[0]}x{size[1]}")
        await _assert_whole_and_left_by_a_key(app, pilot)

    _drive_on(name, council, size, script)


@pytest.mark.parametrize("size", [USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
@BY_MOUSE
def test_screens_are_reached_and_left_by_mouse_alone(name: str, council: Session, size: tuple[int, int]) -> None:
    """No key at all, there and back."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for words in WAYS[name].clicks:
            await _click(app, pilot, words)
        _assert_there(app, name)
        before = app.screen
        await click_words(pilot, "Esc Back")
        assert app.screen is not before

    _drive_on(name, council, size, script)


@BY_KEYS
def test_screens_reached_by_keys_alone_can_be_read_in_every_look(name: str, council: Session) -> None:
    """At the usual size: every letter at 4.5:1 or better, also with 256 colours; the same words whatever the look."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _by_keys(app, pilot, name, USUAL)
        for theme in (DARK, LIGHT, MONOCHROME):
            app.theme = theme
            await settled(pilot)
            assert faint(app) == {}, theme
            assert theme == MONOCHROME or faint(app, ColorSystem.EIGHT_BIT) == {}, theme
            assert_snapshot(app, f"{name}_{USUAL[0]}x{USUAL[1]}")
        await _assert_whole_and_left_by_a_key(app, pilot)

    _drive_on(name, council, USUAL, script)


def _drive_on(name: str, council: Session, size: tuple[int, int], script: Script) -> None:
    begins = WAYS[name].begins
    # There is a page for the sections only where there is no room beside the question; then the window grows.
    size = SMALL if name == "sections" else size
    drive(script, size=size, page=begins(), session=None if begins is WelcomeScreen else council)


async def _by_keys(app: Driven, pilot: Pilot[None], name: str, size: tuple[int, int]) -> None:
    for key in WAYS[name].keys:
        if key.startswith(">"):
            await pilot.press(str(_entry(app, key) + 1))
        else:
            await pilot.press(*((key,) if key in KEYS else key))
        await settled(pilot)
    _assert_there(app, name)
    await pilot.resize_terminal(*size)
    await settled(pilot)


async def _assert_whole_and_left_by_a_key(app: Driven, pilot: Pilot[None]) -> None:
    assert not [each for each in ELLIPSES if each in screen_text(app)]
    before = app.screen
    await pilot.press("escape")
    await settled(pilot)
    assert app.screen is not before


async def _click(app: Driven, pilot: Pilot[None], words: str) -> None:
    """On words, or on an entry that may have to be scrolled to."""
    if words.startswith(">"):
        _entry(app, words)
        words = words.removeprefix(">")
        listed = app.screen.query_one(ChoiceList)
        while words not in screen_text(app) and listed.scroll_offset.y < listed.max_scroll_y:
            listed.scroll_relative(y=1, animate=False)
            await pilot.pause()
    await click_words(pilot, words)
    await settled(pilot)


def _entry(app: Driven, words: str) -> int:
    labels = [each.label for each in app.screen.query_one(ChoiceList).choices]
    return next(number for number, label in enumerate(labels) if label.startswith(words.removeprefix(">")))


def _assert_there(app: Driven, name: str) -> None:
    assert (WAYS[name].stands_for or name) == app.page.NAME, screen_text(app)
