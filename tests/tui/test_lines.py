"""The line at the top, the line for what happened, and bars: whole words at every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.driving import Bench, Driven, click_words, drive, screen_text
from wizard.session.session import Session
from wizard.tui.widgets.block_bar import EMPTY, FULL, PERHAPS, Bar, BlockBars, blocks
from wizard.tui.widgets.flowing import flowed
from wizard.tui.widgets.header_line import HeaderLine


@given(st.lists(st.text("abc [/]é漢", max_size=20), max_size=5), st.integers(2, 60), st.text("xyz ", max_size=9))
def test_flowing_loses_nothing(phrases: list[str], width: int, last: str) -> None:
    """Every letter is there in order, and no line is too wide."""
    lines = flowed([Content(each) for each in phrases], width, Content(last))
    said = "".join("".join([*phrases, last]).split())
    assert "".join("".join(line.plain for line in lines).split()) == said
    assert all(line.cell_length <= width for line in lines)


@pytest.mark.parametrize(("width", "lines"), [(100, 1), (60, 2), (30, 4)])
def test_the_header_says_all_at_every_width(width: int, lines: int) -> None:
    """On as many lines as it takes."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        header = app.screen.query_one(HeaderLine)
        header.title, header.place, header.minutes = "Leadership and management", (3, 12), 4
        header.badge = "Saved 10:42"
        await pilot.pause()
        top = screen_text(app).splitlines()[:lines]
        assert " ".join(" ".join(top).split()) == "Leadership and management 3 of 12 about 4 minutes left Saved 10:42"
        header.minutes = 0
        await pilot.pause()
        assert "less than a minute left" in screen_text(app)

    drive(script, page=Bench(), size=(width, 20))


def test_a_change_is_told_and_can_be_undone(newtown: Session) -> None:
    """'Changed X from A to B', with Undo beside it, and saved at once; the line takes no room when it says nothing."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        before = screen_text(app)
        app.made(newtown.answer("readers", "300"))
        app.made(newtown.answer("readers", "400"))
        await pilot.pause()
        assert "from “300” to “400”." in " ".join(screen_text(app).split())
        assert "Saved 12:00" in screen_text(app)
        await click_words(pilot, "[ Undo ]")
        assert "Taken back: changed" in screen_text(app)
        await click_words(pilot, "Ctrl+Z Undo")
        assert newtown.answer_of("readers") is None
        assert newtown.path is not None
        assert "300" not in newtown.path.read_text(encoding="utf-8")
        app.page.say("")
        await pilot.pause()
        assert len(screen_text(app).splitlines()) == len(before.splitlines())

    drive(script, page=Bench(), session=newtown)


def test_a_notice_takes_no_markup() -> None:
    """Brackets in what people wrote are only text."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.page.say("Changed team from [strong] to [/b] weak.")
        await pilot.pause()
        assert "Changed team from [strong] to [/b] weak." in screen_text(app)

    drive(script, page=Bench())


@given(st.floats(-0.5, 1.5), st.floats(0, 1), st.floats(0, 1), st.integers(0, 40))
def test_a_bar_is_as_long_as_its_room(share: float, one: float, other: float, cells: int) -> None:
    """Full, then shaded, then empty, `cells` in all; longer for more."""
    low, high = sorted((one, other))
    for bar in (Bar("", share, ""), Bar("", share, "", low, high)):
        text = blocks(bar, cells)
        assert len(text) == cells
        assert text == FULL * text.count(FULL) + PERHAPS * text.count(PERHAPS) + EMPTY * text.count(EMPTY)
    assert blocks(Bar("", low, ""), cells).count(FULL) <= blocks(Bar("", high, ""), cells).count(FULL)


@pytest.mark.parametrize("width", [100, 60, 40])
def test_bars_never_stand_without_their_figures(width: int) -> None:
    """Beside or below, words and figures are always there."""
    bars = BlockBars([Bar("Two directors", 0.54, "54", 0.53, 0.55, "between 53 and 55"), Bar("One", 0.1, "10")])

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        words = " ".join(screen_text(app).split())
        for each in ("Two directors", "54", "between 53 and 55", "One", "10"):
            assert each in words
        assert FULL in words

    drive(script, page=Bench(bars), size=(width, 20))
