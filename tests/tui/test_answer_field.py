"""The field for numbers and dates: what is wrong is said beside it; typing can be taken back."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.driving import SMALL, USUAL, Bench, Driven, drive, screen_text
from wizard.session.session import Session
from wizard.tui.widgets.answer_field import AnswerField


def _number(text: str) -> str:
    if not text:
        return "Type a number, or choose 'not sure'."
    return "" if text.isdigit() else "A whole number, such as 180000."


def _field() -> AnswerField:
    return AnswerField(_number, example="180000", hint="people")


def test_what_is_wrong_is_said_beside_the_field() -> None:
    """With a sign, not only with a colour; and it goes as soon as the text will do. Beside it, or below when narrow."""
    bench = Bench(_field())

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "people" in screen_text(app)
        await pilot.press("4", "k")
        assert "! A whole number, such as 180000." in screen_text(app)
        await pilot.press("enter")
        assert type(bench.heard[-1]).__name__ == "Changed", "a wrong text does not go on"
        await pilot.press("backspace")
        assert "!" not in screen_text(app)
        await pilot.press("enter")
        assert (type(bench.heard[-1]).__name__, bench.heard[-1].text) == ("GoOn", "4")

    drive(script, page=bench)


def test_an_empty_field_complains_only_when_one_would_go_on() -> None:
    """Nothing is wrong before anything was typed."""
    bench = Bench(_field())

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "!" not in screen_text(app)
        await pilot.press("enter")
        assert "! Type a number, or choose 'not sure'." in screen_text(app)
        assert bench.heard == []

    for size in (USUAL, SMALL):
        bench = Bench(_field())
        drive(script, page=bench, size=size)


def test_typing_is_taken_back_word_by_word_and_done_again() -> None:
    """Ctrl+Z goes back to where a word began, Ctrl+Y forward; typing anew forgets what was undone."""
    bench = Bench(AnswerField(lambda _: "", words=True))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        field = app.screen.query_one(AnswerField)
        await pilot.press(*"ab", "space", *"cd", "backspace")
        assert field.value == "ab c"
        await pilot.press("ctrl+z")
        assert field.value == "ab cd"
        await pilot.press("ctrl+z")
        assert field.value == "ab"
        await pilot.press("ctrl+z")
        assert field.value == ""
        await pilot.press("ctrl+y", "ctrl+y")
        assert field.value == "ab cd"
        await pilot.press("ctrl+z", "x", "ctrl+y")
        assert field.input.value == "ab x"

    drive(script, page=bench)


def test_with_nothing_typed_undo_is_that_of_the_app(newtown: Session) -> None:
    """A field that was not touched does not swallow Ctrl+Z."""
    newtown.answer("readers", "300")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert newtown.answer_of("readers") is None
        assert "Taken back: answered" in screen_text(app)
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert newtown.answer_of("readers") is not None

    drive(script, page=Bench(_field()), session=newtown)
