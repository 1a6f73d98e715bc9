"""Priorities in the app: whether any are needed, three ways of stating them, an either/or question, taking back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.contrast import faint
from tests.tui.driving import LARGE, SMALL, USUAL, Driven, assert_snapshot, click_words, drive, screen_text, settled
from tests.tui.result_drive import answered, drive_on
from wizard.report.priorities_on_screen import EitherOr, Side
from wizard.session.session import Session
from wizard.tui.screens.priorities import PrioritiesScreen
from wizard.tui.screens.result import ResultScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME
from wizard.tui.widgets.document_panel import DocumentPanel

GROUPS = ("change", "readers")
ASKED = EitherOr(
    "Which matters more: the change itself, or what readers get?",
    Side("change", "The change itself", "about: the cost of moving"),
    Side("readers", "What readers get", "about: nearness to readers; open doors"),
)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_priorities_read_as_they_did(newtown: Session, size: tuple[int, int]) -> None:
    """The words, the either/or question and the form, at three sizes; nothing ends in an ellipsis."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert_snapshot(app, f"priorities_{size[0]}x{size[1]}")
        for name, arguments in {"trade_off": ("leadership", ASKED), "weigh": ("leadership", "swing")}.items():
            app.open_page(name, *arguments)
            await settled(pilot)
            assert_snapshot(app, f"{name}_{size[0]}x{size[1]}")
            assert "..." not in screen_text(app)
            await pilot.press("escape")

    drive(script, size=size, page=PrioritiesScreen(), session=newtown)


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_priorities_can_be_read_in_every_look(newtown: Session, theme: str) -> None:
    """Every letter at 4.5:1 or better, on each of the screens."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert faint(app) == {}
        for name, arguments in {"trade_off": ("leadership", ASKED), "weigh": ("leadership", "swing")}.items():
            app.open_page(name, *arguments)
            await settled(pilot)
            assert faint(app) == {}
            await pilot.press("escape")

    drive(script, theme=theme, page=PrioritiesScreen(), session=newtown)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_swing_points_by_keys_alone(newtown: Session, size: tuple[int, int]) -> None:
    """From the result to points for each group, who says so and why, what it changes, and back by undo."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("p")
        await settled(pilot)
        await pilot.press(_digit(app, "Give points"))
        await settled(pilot)
        await pilot.press(*"100", "enter", *"25", "enter", *"the clerk", "enter", *"rain", "enter")
        await settled(pilot)
        entries = newtown.file.weights["leadership"]
        assert {each: entry.weight for each, entry in entries.items()} == {"readers": 80, "change": 20}
        assert {(entry.set_by, entry.why, entry.when) for entry in entries.values()} == {
            ("the clerk", "rain", "after_result")
        }
        text = app.screen.query_one(DocumentPanel).text
        assert "Before: The evidence" in text
        assert "After: " in text
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert newtown.file.weights.get("leadership", {}) == {}
        assert "Taken back" in screen_text(app)
        assert "as they were before" in screen_text(app)
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert newtown.file.weights["leadership"] == entries
        assert "After: " in app.screen.query_one(DocumentPanel).text
        await pilot.press("escape")
        await settled(pilot)
        assert app.page.NAME == "priorities"

    drive(script, size=size, page=ResultScreen(), session=newtown)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_which_matters_more_by_mouse(newtown: Session, size: tuple[int, int]) -> None:
    """The answer is clicked; "I cannot say" needs no reason, and is recorded as an answer."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "What readers get")
        assert "(x) What readers get" in screen_text(app)
        await click_words(pilot, "I cannot say")
        await click_words(pilot, "such as: chief executive")
        await pilot.press(*"the clerk")
        await click_words(pilot, "[ Record it ]")
        (entry,) = newtown.file.trade_offs["leadership"]
        assert (set(entry.of), entry.says, entry.set_by) == (set(GROUPS), "cannot_say", "the clerk")

    drive_on(script, "trade_off", "leadership", ASKED, size=size, session=newtown)


def test_what_an_answer_would_do_is_not_told_before(newtown: Session) -> None:
    """Neither side says which model it speaks for: nobody should answer for a result."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        names = [model.name for model in newtown.rules.pack.models.values()]
        assert not [name for name in names if name in screen_text(app)]

    drive_on(script, "trade_off", "leadership", ASKED, session=newtown)


def test_an_answer_that_needs_a_reason_is_not_recorded_without(newtown: Session) -> None:
    """What is missing is said beside its field, and nothing changes."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "[ Record it ]")
        assert "Choose one of the answers first." in screen_text(app)
        await pilot.press("1", "enter", *"the clerk", "enter", "enter")
        await settled(pilot)
        assert "! Say why" in screen_text(app)
        assert newtown.file.trade_offs == {}

    drive_on(script, "trade_off", "leadership", ASKED, session=newtown)


@pytest.mark.parametrize(
    ("way", "typed", "fault"),
    [
        ("swing", ("many", "1"), "type a number"),
        ("swing", ("0", "0"), "All of them weigh 0"),
        ("rank", ("1", "3"), "a place from 1 to 2"),
        ("weight", ("70", "40"), "110 in 100"),
    ],
)
def test_numbers_that_cannot_be_are_refused(newtown: Session, way: str, typed: tuple[str, str], fault: str) -> None:
    """Each in words beside the field or at the foot; nothing changes."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press(*typed[0], "tab", *typed[1], "tab", *"the clerk", "tab", *"rain", "enter")
        await settled(pilot)
        assert fault in screen_text(app).replace("\n", " ")
        assert newtown.file.weights == {}

    drive_on(script, "weigh", "leadership", way, size=LARGE, session=newtown)


def test_an_order_with_a_tie_counts_the_same(newtown: Session) -> None:
    """Two groups in the first place weigh the same."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("1", "enter", "1", "enter", *"the clerk", "enter", *"rain", "enter")
        await settled(pilot)
        assert {entry.weight for entry in newtown.file.weights["leadership"].values()} == {50}

    drive_on(script, "weigh", "leadership", "rank", session=newtown)


def test_what_is_set_before_a_ranking_was_seen_says_so(newtown: Session) -> None:
    """And what it makes of the result is not shown then."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press(*"30", "enter", "enter", *"the clerk", "enter", *"rain", "enter")
        await settled(pilot)
        (entry,) = newtown.file.weights["leadership"].values()
        assert entry.when == "before_result"
        text = app.screen.query_one(DocumentPanel).text
        assert "is not shown here" in text
        assert "After:" not in text

    drive_on(script, "weigh", "leadership", "weight", session=newtown)


def test_the_criteria_of_a_group_are_weighed_within_it(newtown: Session) -> None:
    """The list of groups leads to the criteria of one, which share its whole."""
    answered(newtown)

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press(_digit(app, "Weigh the criteria within"))
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press(*"60", "enter", "enter", *"the clerk", "enter", *"rain", "enter")
        await settled(pilot)
        (criterion,) = newtown.file.weights["leadership"]
        assert newtown.view.weighable["leadership"][criterion] == "readers"

    drive(script, page=PrioritiesScreen(), session=newtown)


def test_everything_set_can_be_taken_back_from_the_list(newtown: Session) -> None:
    """All weights at once, and each answer; the other question is a key away."""
    answered(newtown)
    newtown.set_weights("leadership", {"change": "30"})

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press(_digit(app, "Take every weight back"))
        await settled(pilot)
        assert newtown.file.weights == {}
        title = app.page.header.title
        await pilot.press("d")
        await settled(pilot)
        assert app.page.header.title != title

    drive(script, size=LARGE, page=PrioritiesScreen(), session=newtown)


def _digit(app: Driven, words: str) -> str:
    """The digit of the entry whose label begins so."""
    from wizard.tui.widgets.choice_list import ChoiceList

    labels = [each.label for each in app.screen.query_one(ChoiceList).choices]
    return str(1 + next(number for number, label in enumerate(labels) if label.startswith(words)))
