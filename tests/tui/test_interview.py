"""The full interview: sections with how far they are, jumps, and questions that come and go without losing answers."""

from __future__ import annotations

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
from tests.tui.test_question import CORE, press, words
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session
from wizard.tui.screens.interview import InterviewScreen
from wizard.tui.screens.question import QuestionScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_the_interview_by_keys_alone(newtown: Session, size: tuple[int, int]) -> None:
    """Every question that arises, in order, the rail counting along; then the end, and the result."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "now, 0 of 4" in screen_text(app) and "to do, 0 of 5" in screen_text(app)
        await press(pilot, *"2010-06", "enter", "2", "enter", "1", "3", "enter", "2", "enter")
        assert "done, 4 of 4" in screen_text(app) and "now, 0 of 5" in screen_text(app)
        await press(pilot, *"300", "enter", *"30 - 40", "enter", "4", "enter", "1", "enter", "1", "enter")
        assert "now, 5 of 6" in screen_text(app), "the school's heating arises now"
        await press(pilot, "2", "enter")
        assert "All 10 have an answer." in screen_text(app)
        await press(pilot, "enter")
        assert app.page.NAME == "result"

    drive(script, page=InterviewScreen(), session=newtown, size=size)
    assert newtown.path is not None
    saved = Session.open(newtown.path, str(newtown.rule_set.folder))
    assert saved.answers == newtown.answers and len(saved.answers) == 10


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_the_interview_by_mouse_alone(newtown: Session, size: tuple[int, int]) -> None:
    """A section by a click, answers, on and back, to the quick way and back."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page("interview")
        await settled(pilot)
        await click_words(pilot, "The service and its")
        assert "How many readers" in screen_text(app)
        await click_words(pilot, "Not sure")
        await click_words(pilot, "[ Next ]")
        assert "now, 1 of 5" in screen_text(app)
        await click_words(pilot, "[ Back ]")
        assert "How many readers" in screen_text(app)
        await click_words(pilot, "1  How you are")
        await click_words(pilot, "Not sure")
        await click_words(pilot, "[ Next ]")
        await click_words(pilot, "Only what matters most")
        assert isinstance(app.screen, QuestionScreen) and "led today?" in screen_text(app)
        await click_words(pilot, "All questions")
        assert isinstance(app.screen, InterviewScreen)

    drive(script, session=newtown, size=size)


def test_a_question_that_comes_and_goes_keeps_its_answer(newtown: Session) -> None:
    """It counts only while it arises."""
    newtown.answer("school_willing", "yes")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        assert "now, 2 of 6" in screen_text(app)
        await press(pilot, "escape", "2")
        assert newtown.is_asked("school_pays") is False and newtown.answer_of("school_pays") is not None
        assert "now, 1 of 5" in screen_text(app)
        await press(pilot, "1")
        assert "now, 2 of 6" in screen_text(app)

    drive(script, page=InterviewScreen("school_pays"), session=newtown)


def test_sections_are_a_list_where_there_is_no_room_beside(newtown: Session) -> None:
    """A line says where one is; the list opens by a key or a click, and leads to the first question to do."""
    newtown.answer("readers", "300")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "Section 1 of 2: 0 of 4 answered" in screen_text(app)
        for way in ("key", "click"):
            if way == "key":
                await press(pilot, "f12")
            else:
                await click_words(pilot, "S Sections")
            assert app.page.NAME == "sections" and "1 of 5" in words(app)
            await press(pilot, "2")
            assert "How many hours a week" in words(app)

    drive(script, page=InterviewScreen(), session=newtown, size=SMALL)


def test_the_rail_is_reached_by_a_key(newtown: Session) -> None:
    """And leads back into the question."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "f12")
        assert "> 1  " in screen_text(app)
        await press(pilot, "down", "enter")
        assert "How many readers" in screen_text(app)
        await press(pilot, *"300", "enter")
        assert "How many hours a week" in screen_text(app)

    drive(script, page=InterviewScreen(), session=newtown)


def test_the_end_says_how_many_are_left_out(newtown: Session) -> None:
    """After the last question the first without an answer is shown."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter")
        assert "without an answer" not in screen_text(app)
        await press(pilot, "2", "enter")
        assert "7 questions without an answer: here is the first." in screen_text(app)
        assert "1 of 9" in screen_text(app)

    drive(script, page=InterviewScreen("housed_today"), session=newtown)


def test_the_ranking_stands_beside_where_there_is_room(newtown: Session) -> None:
    """Rail, question and ranking at once; hidden until the core is answered."""
    for question, written in CORE.items():
        newtown.answer(question, written)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        title = newtown.assessment.decisions[0].decision.title
        assert title not in words(app)
        await press(pilot, "r")
        assert "With your answers so far" in screen_text(app)
        await pilot.resize_terminal(*USUAL)
        await settled(pilot)
        assert "With your answers so far" not in screen_text(app) and "V shows all of it" in screen_text(app)

    drive(script, page=InterviewScreen("roof"), session=newtown, size=LARGE)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_interview_reads_as_it_did(tiny: RuleSet, tmp_path: Path, size: tuple[int, int]) -> None:
    """At three sizes, with the ranking and without."""
    session = Session.new(tiny, tmp_path / "newtown.yaml", "Newtown")
    for question, written in CORE.items():
        session.answer(question, written)
    named = f"{size[0]}x{size[1]}"

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert_snapshot(app, f"interview_{named}")
        await press(pilot, "r")
        assert_snapshot(app, f"interview_ranking_{named}")
        await press(pilot, "g")
        assert_snapshot(app, f"go_to_{named}")
        assert "…" not in screen_text(app)

    drive(script, page=InterviewScreen("roof"), session=session, size=size)


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_the_interview_can_be_read_in_every_look(newtown: Session, theme: str) -> None:
    """Every letter at 4.5:1 or better, with the rail in focus and without."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for key in ("1", "f12"):
            await press(pilot, key)
            for depth in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT):
                assert theme == MONOCHROME or faint(app, depth) == {}

    drive(script, page=InterviewScreen("roof"), session=newtown, theme=theme)
