"""What-ifs on screen: what moved is seen at once, by keys alone and by mouse alone; undo, keeping, taking over."""

from __future__ import annotations

from collections.abc import Callable

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
from wizard.session.session import Session
from wizard.tui.screens.vary_answer import VaryAnswerScreen
from wizard.tui.screens.vary_question import VaryQuestionScreen
from wizard.tui.screens.what_if import ALL, WhatIfScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME
from wizard.tui.widgets.choice_list import ChoiceList
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


async def _by_keys(app: Driven, pilot: Pilot[None], word: str, digit: str) -> None:
    """Varies the answer to the first question found by a word."""
    await _go_on(pilot, "v")
    assert isinstance(app.screen, VaryQuestionScreen)
    await pilot.press(*word)
    await _go_on(pilot, "enter")
    assert isinstance(app.screen, VaryAnswerScreen)
    await _go_on(pilot, digit, "enter")


async def _by_mouse(app: Driven, pilot: Pilot[None], word: str, option: str) -> None:
    """The same with clicks; a person without keys finds the question in the list."""
    await click_words(pilot, "[ Vary an answer ]")
    choices = app.screen.query_one(ChoiceList)
    choices.highlighted = next(n for n, each in enumerate(choices.choices) if word in each.label)
    await settled(pilot)
    await click_words(pilot, word)
    await click_words(pilot, option)
    await click_words(pilot, "[ Try it ]")


@SIZES
def test_what_moves_is_seen_at_once_by_keys_alone(library: Session, size: tuple[int, int]) -> None:
    """From the first key to undo and redo: the change in words, both verdicts, the totals with their move."""
    before = library.file.answers["roof"]

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "The file itself stays as it is." in _words(app)
        await _by_keys(app, pilot, "roof", "3")
        assert isinstance(app.screen, WhatIfScreen)
        assert "from “Patched” to “Bad”" in _words(app)
        assert "Undo" in screen_text(app)
        panel = _panel(app)
        assert "model now what if moved" in panel
        assert "Why" in panel
        assert library.file.answers["roof"] == before
        await _go_on(pilot, "ctrl+z")
        assert "Taken back" in _words(app)
        assert "Nothing is otherwise in this what-if yet." in _panel(app)
        await _go_on(pilot, "ctrl+y")
        assert "from “Patched” to “Bad”" in _panel(app)
        await _go_on(pilot, "ctrl+z", "ctrl+z")
        assert library.state.variants == ()

    drive(script, size=size, page=WhatIfScreen(), session=library)


@SIZES
def test_what_moves_is_seen_at_once_by_mouse_alone(library: Session, size: tuple[int, int]) -> None:
    """The same without a key, and back to the answer of the file."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _by_mouse(app, pilot, "In what state is the roof?", "Bad")
        assert "from “Patched” to “Bad”" in _words(app)
        await click_words(pilot, "[ Undo ]")
        assert "Nothing is otherwise" in _panel(app)
        await _by_mouse(app, pilot, "In what state is the roof?", "Sound")
        await click_words(pilot, "from “Patched” to “Sound”")
        await click_words(pilot, "[ As in the file ]")
        assert "Nothing is otherwise" in _panel(app)

    drive(script, size=size, page=WhatIfScreen(), session=library)


def test_levers_stand_first_and_say_what_they_would_turn(library: Session) -> None:
    """What single answers would turn is told, opens the question, and trying one puts that model first."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, WhatIfScreen)
        levers = [each for decision in screen.levers for each in decision.levers]
        assert levers, "the library has an answer that would turn it"
        lever = levers[0]
        assert " ".join(lever.sentence.split()) in _panel(app)
        await _go_on(pilot, "v")
        first = app.screen.query_one(ChoiceList).choices[0]
        assert "Would turn it" in first.note
        await _go_on(pilot, "down", "enter")
        assert isinstance(app.screen, VaryAnswerScreen)
        choices = app.screen.query_one(ChoiceList)
        assert "if " in choices.choices[choices.highlighted or 0].note
        await _go_on(pilot, "enter")
        leaders = [
            (library.assessment.decision(each.decision.id).competing[0].model.id, each.competing[0].model.id)
            for each in library.assessment_of(library.state.variants[0].id).decisions
        ]
        assert any(now != then for now, then in leaders)

    drive(script, page=WhatIfScreen(), session=library)


@SIZES
def test_several_stand_side_by_side_in_a_switch_or_in_columns(library: Session, size: tuple[int, int]) -> None:
    """Letters and digits switch; side by side shows what each varies and where it moved, in words."""
    for roof in ("bad", "sound"):
        library.answer("roof", roof, variant=library.begin_what_if(f"Roof {roof}"))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, WhatIfScreen)
        assert (screen.shown == ALL) is (size == LARGE)
        await _go_on(pilot, "a")
        assert "> A Roof bad <" in screen_text(app)
        await _go_on(pilot, "2")
        assert "> B Roof sound <" in screen_text(app)
        await click_words(pilot, "[ All side by side ]")
        assert screen.shown == ALL
        assert "state" in _panel(app) or "roof" in _panel(app)
        await _go_on(pilot, "v")
        assert "Choose one of the what-ifs first" in _words(app)
        await click_words(pilot, "[ A Roof bad ]")
        await _go_on(pilot, "l")
        assert "> C Roof bad, copied <" in screen_text(app)
        await _go_on(pilot, "n")
        assert len(library.state.variants) == 4
        await _go_on(pilot, "n")
        assert len(library.state.variants) == 4

    drive(script, size=size, page=WhatIfScreen(), session=library)


def test_naming_keeping_taking_away(library: Session) -> None:
    """A name and a note, kept in the file and out of it again; taken away, and brought back by undo."""
    variant = library.begin_what_if()
    library.answer("roof", "bad", variant=variant)
    path = library.path
    assert path is not None

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _go_on(pilot, "r")
        app.screen.query_one("#title").restart("[b]If it leaks[/b]")  # type: ignore[attr-defined]
        await _go_on(pilot, "enter")
        await pilot.press(*"asked for")
        await _go_on(pilot, "enter")
        assert "> A [b]If it leaks[/b] <" in screen_text(app)
        assert "asked for" in _panel(app)
        await _go_on(pilot, "k")
        assert "kept in the file" in _words(app)
        assert "If it leaks" in path.read_text(encoding="utf-8")
        await _go_on(pilot, "k")
        assert "If it leaks" not in path.read_text(encoding="utf-8")
        await _go_on(pilot, "x")
        assert library.state.variants == ()
        await _go_on(pilot, "ctrl+z")
        assert "> A [b]If it leaks[/b] <" in screen_text(app)

    drive(script, page=WhatIfScreen(), session=library)


def test_taking_over_is_one_change_of_the_file(library: Session) -> None:
    """Answers, weights and models become the file's own at once, and one undo takes all of them back."""
    variant = library.begin_what_if("Otherwise")
    library.answer("roof", "bad", variant=variant)
    library.answer("readers", "900", variant=variant)
    library.set_weights("leadership", {"change": "60"}, variant=variant)
    library.take_off_the_table("library_trust", "No partner", variant)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _go_on(pilot, "t")
        assert "2 answers, 1 weight and 1 model" in _words(app)
        assert library.file.answers["roof"] == "bad"
        assert library.file.weights["leadership"]["change"].weight == 60
        assert "library_trust" in library.file.off_the_table
        assert "says the same as the council file" in _panel(app)
        await _go_on(pilot, "t")
        assert "The council file says so already." in _words(app)
        await _go_on(pilot, "ctrl+z")
        assert library.file.answers["roof"] == "patched"
        assert library.file.weights == {}
        assert library.file.off_the_table == {}

    drive(script, page=WhatIfScreen(), session=library)


def test_it_is_reached_from_the_first_screen_and_the_list_of_commands(library: Session) -> None:
    """For the work on the desk; without any there is nothing to vary."""

    async def without(app: Driven, pilot: Pilot[None]) -> None:
        assert "What if" not in screen_text(app)

    drive(without)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "What if: vary Library [north]")
        assert isinstance(app.screen, WhatIfScreen)
        await _go_on(pilot, "escape", "ctrl+p")
        await pilot.press(*"what if")
        await _go_on(pilot, "enter")
        assert isinstance(app.screen, WhatIfScreen)

    drive(script, session=library)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_screens_read_as_they_did(library: Session, size: tuple[int, int]) -> None:
    """Word for word, at three sizes; and no text ends in an ellipsis."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for name, keys in _VISITS.items():
            await _go_on(pilot, *keys)
            assert_snapshot(app, f"{name}_{size[0]}x{size[1]}")
            assert "…" not in screen_text(app), name

    _two_varied(library)
    drive(script, size=size, page=WhatIfScreen(), session=library)


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_screens_can_be_read_in_every_look(library: Session, theme: str) -> None:
    """Every letter at 4.5:1 or better, the same words whatever the look."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for name, keys in _VISITS.items():
            await _go_on(pilot, *keys)
            assert faint(app) == {}, name
            assert theme == MONOCHROME or faint(app, ColorSystem.EIGHT_BIT) == {}, name
            assert_snapshot(app, f"{name}_80x24")

    _two_varied(library)
    drive(script, theme=theme, page=WhatIfScreen(), session=library)


@pytest.mark.parametrize("size", [(1, 1), (20, 5)])
def test_tiny_screens_do_not_crash(library: Session, size: tuple[int, int]) -> None:
    """However small the window."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        for keys in _VISITS.values():
            await _go_on(pilot, *keys)

    _two_varied(library)
    drive(script, size=size, page=WhatIfScreen(), session=library)


_VISITS: dict[str, tuple[str, ...]] = {
    "what_if": ("a",),
    "what_ifs": ("s",),
    "vary_question": ("a", "v"),
    "vary_answer": ("enter",),
    "vary_weights": ("escape", "escape", "p"),
    "vary_models": ("escape", "m"),
    "vary_name": ("escape", "r"),
}


def _two_varied(session: Session) -> None:
    changes: list[Callable[[str], object]] = [
        lambda variant: session.answer("roof", "bad", variant=variant),
        lambda variant: session.set_weights("leadership", {"change": "70"}, variant=variant),
    ]
    for title, change in zip(("If the roof leaks", "If change costs most"), changes, strict=True):
        change(session.begin_what_if(title))
