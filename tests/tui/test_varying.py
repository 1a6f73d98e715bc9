"""What is varied in a what-if beside the answers to choose from: weights, models, numbers; nothing begun in vain."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.driving import LARGE, USUAL, Driven, click_words, drive, screen_text, settled
from wizard.session.session import Session
from wizard.tui.screens.what_if import WhatIfScreen
from wizard.tui.widgets.document_panel import DocumentPanel

SIZES = pytest.mark.parametrize("size", [USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")


def _words(app: Driven) -> str:
    return " ".join(screen_text(app).split())


def _panel(app: Driven) -> str:
    return " ".join(app.screen.query_one(DocumentPanel).text.split())


async def _go_on(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


@SIZES
def test_weights_are_varied(library: Session, size: tuple[int, int]) -> None:
    """A number is checked before anything is begun; then it counts in the what-if and nowhere else."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _go_on(pilot, "p", "enter")
        await pilot.press(*"300")
        await _go_on(pilot, "enter")
        assert library.state.variants == ()
        for _ in range(3):
            await pilot.press("backspace")
        await pilot.press(*"70")
        await click_words(pilot, "[ Set this weight ]")
        assert "Changed priorities" in _words(app)
        assert "set by a person: 70 in 100" in _words(app)
        await _go_on(pilot, "escape")
        assert "from not set to 70 in 100" in _panel(app)
        assert library.file.weights == {}

    drive(script, size=size, page=WhatIfScreen(), session=library)


@SIZES
def test_models_are_taken_off_the_table_and_put_back(library: Session, size: tuple[int, int]) -> None:
    """With a reason, which stands in the list; choosing it again puts it back."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _go_on(pilot, "m", "1", "enter")
        assert "Type a reason." in _words(app)
        await pilot.press(*"No one")
        await _go_on(pilot, "enter")
        assert "Off the table: No one." in _words(app)
        await _go_on(pilot, "1")
        assert "Put back on the table" in _words(app)
        assert library.state.variants[0].is_empty

    drive(script, size=size, page=WhatIfScreen(), session=library)


def test_numbers_and_dates_are_typed_or_chosen_roughly(library: Session) -> None:
    """What cannot be meant is said beside the field; a range is a range; a rough one takes one key."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page("vary_answer", "readers", None)
        await settled(pilot)
        app.screen.query_one("AnswerField").restart("many")  # type: ignore[attr-defined]
        await _go_on(pilot, "enter")
        assert "! 'many' is not a whole number." in _words(app)
        app.screen.query_one("AnswerField").restart("200 to 400")  # type: ignore[attr-defined]
        await _go_on(pilot, "enter")
        assert "between 200 and 400" in _panel(app)
        assert library.state.variants[0].what_if.answers == {"readers": {"between": ["200", "400"]}}

    drive(script, page=WhatIfScreen(), session=library)


def test_an_answer_that_stands_already_begins_nothing(library: Session) -> None:
    """Choosing what the file says is told, and no empty what-if is left behind."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page("vary_answer", "roof", None)
        await _go_on(pilot, "2", "enter")
        assert "as it stands already" in _words(app)
        assert library.state.variants == ()

    drive(script, page=WhatIfScreen(), session=library)
