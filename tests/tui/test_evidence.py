"""The evidence library on screen: searched as one types, narrowed down, from finding to reason and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.color import ColorSystem
from textual.pilot import Pilot

from tests.tui.contrast import faint
from tests.tui.driving import (
    LARGE,
    SMALL,
    USUAL,
    Driven,
    assert_snapshot,
    click_words,
    drive,
    screen_text,
    settled,
)
from wizard.pack.finding import council_files_of_reports
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session
from wizard.tui.screens.argument import ArgumentScreen
from wizard.tui.screens.evidence import FIRST_SHOWN, MORE_SHOWN, EvidenceScreen
from wizard.tui.screens.evidence_filters import EvidenceFiltersScreen
from wizard.tui.screens.finding import FindingScreen
from wizard.tui.screens.place import PlaceScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME
from wizard.tui.widgets.choice_list import ChoiceList
from wizard.tui.widgets.document_panel import DocumentPanel

SIZES = pytest.mark.parametrize("size", [USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
DISPUTED = "nearness.heads_praise_themselves"


def words(app: Driven) -> str:
    return " ".join(screen_text(app).split())


@pytest.fixture
def answered(tiny: RuleSet, tmp_path: Path) -> Session:
    """A council of which something is known."""
    file = tmp_path / "newtown.yaml"
    file.write_text(
        "id: newtown\ntitle: Newtown\npack: {id: tiny}\nanswers: {readers: 300, led_today: [branch_librarians]}\n",
        encoding="utf-8",
    )
    return Session.open(file, str(tiny.folder))


@SIZES
def test_by_keys_alone_from_a_word_to_a_reason_and_back(size: tuple[int, int], answered: Session) -> None:
    """Type, Enter, Enter opens a finding; Down and Enter the reason that it disputes; Esc comes back to the list."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "All " in words(app)
        await pilot.press(*"could not na")
        await settled(pilot)
        assert "1 of " in words(app)
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert isinstance(app.screen, FindingScreen)
        assert "could not name the head" in words(app)
        while not isinstance(app.screen, ArgumentScreen):
            await pilot.press("down", "enter")
            await settled(pilot)
        assert "Heads say that readers like to have one person to ask." in words(app)
        assert "Holds here" in words(app)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert isinstance(app.screen, EvidenceScreen)
        assert "1 of " in words(app)
        await pilot.press("f4")
        await settled(pilot)
        assert "All " in words(app)

    drive(script, size=size, page=EvidenceScreen(), session=answered)


@SIZES
def test_by_mouse_alone_narrowed_down_and_all_again(size: tuple[int, int], answered: Session) -> None:
    """The button, a filter, a value with its count; then a finding; then everything again."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "[ Narrow down ]")
        assert isinstance(app.screen, EvidenceFiltersScreen)
        await click_words(pilot, "Report")
        await click_words(pilot, "Trusts Act")
        assert isinstance(app.screen, EvidenceScreen)
        assert "Report: Trusts Act" in words(app)
        assert "2 of " in words(app)
        await click_words(pilot, "Trusts of readers may run")
        assert isinstance(app.screen, FindingScreen)
        await click_words(pilot, "[ Back ]")
        await click_words(pilot, "[ Show all ]")
        assert "All " in words(app)
        assert "Show all" not in screen_text(app)

    drive(script, size=size, page=EvidenceScreen(), session=answered)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_screens_read_as_they_did(size: tuple[int, int], answered: Session) -> None:
    """Word for word, at three sizes."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press(*"head")
        for name, page, arguments in (
            ("evidence", None, ()),
            ("evidence_filters", "f3", ()),
            ("finding", "finding", ("branch_survey_2011.readers_do_not_know",)),
            ("argument", "argument", (DISPUTED,)),
            ("disagreements", "disagreements", ()),
            ("not_asked", "not_asked", ()),
        ):
            if page == "f3":
                await pilot.press("f3")
            elif page is not None:
                app.open_page(page, *arguments)
            await settled(pilot)
            assert_snapshot(app, f"{name}_{size[0]}x{size[1]}")
            assert "…" not in screen_text(app)
            if page is not None:
                await pilot.press("escape")

    drive(script, size=size, page=EvidenceScreen(), session=answered)


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_every_look_can_be_read(theme: str, answered: Session) -> None:
    """Every letter at 4.5:1 or better."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("down")
        assert faint(app) == {}
        assert theme == MONOCHROME or faint(app, ColorSystem.EIGHT_BIT) == {}
        app.open_page("argument", DISPUTED)
        await settled(pilot)
        await pilot.press("down", "down")
        assert faint(app) == {}

    drive(script, theme=theme, size=LARGE, page=EvidenceScreen(), session=answered)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"question": "readers"}, "Matters to the question: readers"),
        ({"argument": DISPUTED}, "Reason: Heads say that readers like to have one person to ask."),
        ({"finding": "trusts_act_2010.setting_up"}, "Only one finding"),
        ({"model": "one_librarian"}, "Bears on: One librarian for all branches"),
        ({"criterion": "nearness"}, "Criterion: Nearness to readers"),
        ({"place": "newtown"}, "Place: Newtown"),
    ],
)
def test_other_screens_open_it_on_what_bears_on_something(asked: dict[str, str], said: str, answered: Session) -> None:
    """Fewer than all, what they are said in words, and a way to all."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert said in words(app)
        assert "All " not in words(app)
        await pilot.press("f4")
        await settled(pilot)
        assert said not in words(app)
        assert "All " in words(app)

    drive(script, page=EvidenceScreen(**asked), session=answered)


def test_a_word_that_nothing_has_is_said_so(answered: Session) -> None:
    """And taking it away brings everything back."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press(*"zz")
        await settled(pilot)
        assert "No finding has all of these words: zz." in words(app)
        await pilot.press("enter", "enter", "slash", "backspace", "backspace")
        await settled(pilot)
        assert "All " in words(app)

    drive(script, page=EvidenceScreen(), session=answered)


def test_a_long_list_shows_its_beginning_and_the_rest_when_asked() -> None:
    """Without any council on the desk: the rule set that ships. The last entry shows more, and one goes on there."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        listed = app.screen.query_one(ChoiceList)
        assert len(listed.choices) == FIRST_SHOWN + 1
        await pilot.press("down", "end", "enter")
        await settled(pilot)
        assert len(listed.choices) == FIRST_SHOWN + MORE_SHOWN + 1
        assert listed.highlighted == FIRST_SHOWN
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, FindingScreen)
        # How things stand "here" is said of the council on the desk, and there is none.
        assert "here" not in re.findall(r"\w+", app.screen.query_one(DocumentPanel).text)

    drive(script, page=EvidenceScreen())


def test_beside_the_list_stands_the_finding_that_one_is_on(answered: Session) -> None:
    """On a wide screen, without opening it; it follows the pointer."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("down")
        await settled(pilot)
        listed, panel = app.screen.query_one(ChoiceList), app.screen.query_one(DocumentPanel)
        for _ in range(3):
            await pilot.press("down")
            await settled(pilot)
            on = listed.choices[listed.highlighted or 0]
            assert " ".join(on.label.split()) in " ".join(panel.text.split())

    drive(script, size=LARGE, page=EvidenceScreen(), session=answered)


def test_an_undone_answer_is_followed(answered: Session) -> None:
    """What holds here may hold no more."""
    answered.answer("readers", "6000")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "Does not hold here" in words(app)
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert "Does not hold here" not in words(app)
        assert "Holds here" in words(app)

    drive(script, page=ArgumentScreen("nearness.few_readers"), session=answered)


def test_what_is_not_there_is_said(answered: Session) -> None:
    """A finding of another rule set, say."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "nothing of this name" in words(app)

    drive(script, page=FindingScreen("no_report.no_finding"), session=answered)


@SIZES
def test_case_studies_by_keys(size: tuple[int, int]) -> None:
    """From the first screen to a place, to one of its findings, back, and on to its result."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "Case studies")
        await pilot.press("2")
        await settled(pilot)
        assert isinstance(app.screen, PlaceScreen)
        assert "What it did" in words(app)
        assert "[ Open its result ]" in words(app)
        while not isinstance(app.screen, FindingScreen):
            await pilot.press("end", "up", "enter")
            await settled(pilot)
        await pilot.press("escape", "r")
        await settled(pilot)
        await settled(pilot)
        assert app.session is not None
        assert app.session.file.id == "bracknell_forest_2008"
        assert app.session.path is None

    drive(script, size=size)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("windsor_and_maidenhead", "Windsor and Maidenhead, 2006"),
        ("east_riding_of_yorkshire", "What became of it"),
        ("sunderland", "Place: Sunderland"),
    ],
)
def test_a_place_named_in_a_finding_leads_to_what_there_is(place: str, said: str) -> None:
    """Two case studies to choose from, the one there is, or its findings where there is none."""
    assert council_files_of_reports()

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page("place", place)
        await settled(pilot)
        await settled(pilot)
        assert said in words(app)

    drive(script, size=LARGE)
