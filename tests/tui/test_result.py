"""The result: its pages, what opens from them, the ways on, and what is put on record."""

from __future__ import annotations

from typing import Any

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
from tests.tui.result_drive import answered
from wizard.report.result_pages import PAGES
from wizard.session.session import Session
from wizard.tui.screens.result import ResultScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME
from wizard.tui.widgets.document_panel import DocumentPanel
from wizard.tui.widgets.tab_line import TabLine


def _result(app: Driven) -> ResultScreen:
    screen = app.screen
    assert isinstance(screen, ResultScreen)
    return screen


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_reads_as_it_did(newtown: Session, size: tuple[int, int]) -> None:
    """Each by its digit, at three sizes; the present page is marked in brackets, and nothing ends in an ellipsis."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for kind in PAGES:
            await pilot.press(kind.key)
            await settled(pilot)
            assert f"[{kind.key} {kind.title}]" in screen_text(app)
            assert "…" not in screen_text(app)
            assert "..." not in screen_text(app)
            if size == USUAL or kind.key in "124":
                assert_snapshot(app, f"result_{kind.module}_{size[0]}x{size[1]}")

    drive(script, size=size, page=ResultScreen(), session=newtown)


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_the_result_can_be_read_in_every_look(newtown: Session, theme: str) -> None:
    """Every letter at 4.5:1 or better, the same words in each look."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for key in "124":
            await pilot.press(key)
            await settled(pilot)
            assert faint(app) == {}
            assert theme == MONOCHROME or faint(app, ColorSystem.EIGHT_BIT) == {}
            assert_snapshot(app, f"result_{PAGES[int(key) - 1].module}_80x24")

    drive(script, theme=theme, page=ResultScreen(), session=newtown)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_pages_by_mouse_alone(newtown: Session, size: tuple[int, int]) -> None:
    """A click on a title opens its page; a click on a reason opens what it rests on; one on Esc Back returns."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "2 Why")
        assert "[2 Why]" in screen_text(app)
        await click_words(pilot, "One head can know a few hundred readers")
        assert app.page.NAME == "argument"
        await click_words(pilot, "Esc Back")
        await click_words(pilot, "0 Design")
        assert "What to do, in this order" in screen_text(app)
        await click_words(pilot, "[ Priorities ]")
        assert app.page.NAME == "priorities"

    drive(script, size=size, page=ResultScreen(), session=newtown)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_pages_by_keys_alone(newtown: Session, size: tuple[int, int]) -> None:
    """Left and Right go round all pages; Down and Enter open; a page that is come back to stands as it was left."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("left")
        await settled(pilot)
        assert _result(app).kind is PAGES[-1]
        await pilot.press("right", "right")
        await settled(pilot)
        assert _result(app).kind is PAGES[1]
        await pilot.press("end")
        stood = app.screen.query_one(DocumentPanel).scroll_offset.y
        await pilot.press("1", "2")
        await settled(pilot)
        assert app.screen.query_one(DocumentPanel).scroll_offset.y == stood
        await pilot.press("home", "down", "enter")
        await settled(pilot)
        assert app.page.NAME == "argument"

    drive(script, size=size, page=ResultScreen(), session=newtown)


def test_the_next_question_is_a_key_away(newtown: Session) -> None:
    """D goes to where a page turns to the other question, and from there to its top."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        panel = app.screen.query_one(DocumentPanel)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("d")
        assert panel.scroll_offset.y > 0
        await pilot.press("end", "d")
        assert panel.scroll_offset.y == 0

    drive(script, size=SMALL, page=ResultScreen(), session=newtown)


def test_nothing_is_ranked_before_enough_is_known(newtown: Session) -> None:
    """A file without answers shows no order on any page, and nothing was seen that would have to be recorded."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for kind in PAGES:
            await pilot.press(kind.key)
            await settled(pilot)
            text = app.screen.query_one(DocumentPanel).text
            assert "rank 1" not in text
            assert "█" not in text
        assert newtown.record.ranking_seen is None

    drive(script, page=ResultScreen(), session=newtown)


def test_that_a_ranking_was_seen_is_recorded(newtown: Session) -> None:
    """Whoever looks at a result has seen a ranking: priorities that are set then are set after the result."""
    answered(newtown)
    assert newtown.record.ranking_seen is None

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert newtown.record.ranking_seen == "yes"

    drive(script, page=ResultScreen(), session=newtown)


def test_the_result_follows_undo(newtown: Session) -> None:
    """What is undone changes the page at once; no page of other answers stays behind."""
    answered(newtown)
    newtown.answer("readers", "9000")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        before = app.screen.query_one(DocumentPanel).text
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert "Taken back" in screen_text(app)
        await pilot.press("2")
        await settled(pilot)
        assert "few hundred readers" in app.screen.query_one(DocumentPanel).text
        await pilot.press("1")
        await settled(pilot)
        assert app.screen.query_one(DocumentPanel).text != before

    drive(script, page=ResultScreen(), session=newtown)


def test_a_page_for_other_answers_is_dropped(newtown: Session) -> None:
    """A worker that ends after the answers changed does not put its page on the screen."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        screen: Any = _result(app)
        stale = screen._pages[0]
        newtown.answer("readers", "9000")
        screen.on_work_changed()
        screen._made(object(), 0, screen._subject, stale)
        await settled(pilot)
        assert screen._pages[0] is not stale

    drive(script, page=ResultScreen(), session=newtown)


def test_what_to_find_out_opens_its_question(newtown: Session) -> None:
    """From the page of what to find out to the question itself, and back to the result."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("8")
        await settled(pilot)
        await click_words(pilot, "What should get better first?")
        assert app.page.NAME == "question"
        assert newtown.at == "wishes"
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, ResultScreen)

    drive(script, size=LARGE, page=ResultScreen(), session=newtown)


def test_the_conclusion_is_copied(newtown: Session) -> None:
    """Y copies both sentences, how firm they are and that they are advice; and says what to do if it does not work."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("y")
        assert app.clipboard.startswith("Newtown\n")
        for result in newtown.assessment.decisions:
            assert result.decision.title in app.clipboard
        assert "Advice, not a decision" in app.clipboard
        assert "Copied" in screen_text(app)

    drive(script, page=ResultScreen(), session=newtown)


def test_every_way_on_is_reached_where_the_screen_is_small(newtown: Session) -> None:
    """What has no room as a button stands behind More, and in the list of commands."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        text = screen_text(app)
        assert "[ More ]" in text
        assert "[ Compare ]" not in text
        await click_words(pilot, "[ More ]")
        listed = {each.title for each in _below(app).possible_actions()}
        assert {"Answer more", "Priorities", "What if", "Compare", "Export", "Copy"} <= listed

    def _below(app: Driven) -> ResultScreen:
        below = app.screen_stack[-2]
        assert isinstance(below, ResultScreen)
        return below

    drive(script, size=SMALL, page=ResultScreen(), session=newtown)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_every_button_is_whole(newtown: Session, size: tuple[int, int]) -> None:
    """No button is cut by the edge of the screen."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for words in ("Answer more", "Priorities", "What if", "Compare", "Export"):
            assert f"[ {words} ]" in screen_text(app)

    drive(script, size=size, page=ResultScreen(), session=newtown)


def test_help_tells_what_the_page_holds(newtown: Session) -> None:
    """F1 begins with the page one is on."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("4", "f1")
        await settled(pilot)
        assert "a matrix, and what lowers each" in screen_text(app)

    drive(script, size=LARGE, page=ResultScreen(), session=newtown)


@pytest.mark.parametrize("size", [(1, 1), (20, 5)])
def test_a_tiny_window_does_no_harm(newtown: Session, size: tuple[int, int]) -> None:
    """However small, every page opens."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for kind in PAGES[:4]:
            await pilot.press(kind.key)
            await settled(pilot)
        await pilot.resize_terminal(*USUAL)
        await settled(pilot)
        assert "[4 Risks]" in screen_text(app)

    drive(script, size=size, page=ResultScreen(), session=newtown)


def test_titles_stand_in_a_column_where_there_is_room(newtown: Session) -> None:
    """On a wide screen one under the other, so that the page has the height."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        line = app.screen.query_one(TabLine)
        assert line.size.height >= len(PAGES)
        assert line.size.width < app.size.width / 4

    drive(script, size=LARGE, page=ResultScreen(), session=newtown)
