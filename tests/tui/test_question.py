"""Quick mode: every kind of question by keys alone and by mouse alone, on to the result and to what matters next."""

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
from wizard.conditions.answers import Between, Chosen, NotSure, OneOf
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session
from wizard.tui.screens.question import QuestionScreen
from wizard.tui.themes import DARK, LIGHT, MONOCHROME

CORE = {"decision_date": "2010-06", "led_today": ["branch_librarians"], "head_leaving": "no"}


@pytest.fixture
def core_answered(newtown: Session) -> Session:
    for question, written in CORE.items():
        newtown.answer(question, written)
    newtown.save()
    return newtown


def words(app: Driven) -> str:
    return " ".join(screen_text(app).split())


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, waiting after each that is more than a letter or a digit."""
    for key in keys:
        await pilot.press(key)
        if len(key) > 1:
            await settled(pilot)
    await settled(pilot)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_the_core_is_answered_by_keys_alone(newtown: Session, size: tuple[int, int]) -> None:
    """One question after the other on one screen; then the result; back from there, what matters most next."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        page = app.screen
        assert "1 of 3" in screen_text(app) and "about 2 minutes left" in screen_text(app)
        await press(pilot, *"2010-06", "enter")
        assert "2 of 3" in screen_text(app) and "Saved 12:00" in screen_text(app)
        await press(pilot, "2", "enter")
        assert app.screen is page and "3 of 3" in screen_text(app)
        assert not newtown.ranking_allowed
        await press(pilot, "2", "enter")
        assert app.page.NAME == "result"
        await press(pilot, "escape")
        assert app.screen is page
        assert newtown.at is not None and not newtown.rules.domains[newtown.at].question.core
        assert "Asked now because" in words(app)

    drive(script, page=QuestionScreen(), session=newtown, size=size)
    assert newtown.path is not None
    assert Session.open(newtown.path, str(newtown.rule_set.folder)).answers == newtown.answers
    assert set(newtown.answers) == set(CORE)


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_the_core_is_answered_by_mouse_alone(newtown: Session, size: tuple[int, int]) -> None:
    """A date too, roughly; back and forth by the buttons, and undone by a click."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "Between 1 April 2010 and 31 December 2020")
        await click_words(pilot, "[ Next ]")
        await click_words(pilot, "By a trust")
        await click_words(pilot, "[ Undo ]")
        assert newtown.answer_of("led_today") is None
        await click_words(pilot, "By a librarian in each branch")
        await click_words(pilot, "[ Next ]")
        await click_words(pilot, "[ Back ]")
        assert "led today?" in screen_text(app) and "2 [x] By a librarian in each branch" in screen_text(app)
        await click_words(pilot, "[ Next ]")
        await click_words(pilot, "Not sure")
        await click_words(pilot, "[ Next ]")
        assert app.page.NAME == "result"

    drive(script, page=QuestionScreen(), session=newtown, size=size)
    assert isinstance(newtown.answer_of("decision_date"), Between)
    assert newtown.answer_of("led_today") == Chosen(frozenset(["branch_librarians"]))
    assert isinstance(newtown.answer_of("head_leaving"), NotSure)


def test_the_result_opens_only_once_the_core_is_answered(newtown: Session) -> None:
    """What was passed over is said and asked again; 'not sure' is named as a way out."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await click_words(pilot, "[ Next ]")
        assert "Left without an answer for now." in screen_text(app)
        await press(pilot, "1", "enter", "1", "enter")
        assert app.page.NAME == "question" and "1 of 3" in screen_text(app)
        assert "One question has no answer yet." in screen_text(app)
        await press(pilot, *"not sure", "enter")
        assert isinstance(newtown.answer_of("decision_date"), NotSure)
        await press(pilot, "enter", "enter")
        assert app.page.NAME == "result"

    drive(script, page=QuestionScreen(), session=newtown)


def test_what_is_wrong_is_said_beside_the_field(newtown: Session) -> None:
    """While typing and on Enter, with what will do; nothing is taken up, and the person stays there."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, *"soon", "enter")
        assert "! 'soon' is not a date." in screen_text(app) and "2008-04-01" in screen_text(app)
        assert "1 of 3" in screen_text(app) and not newtown.answers
        await press(pilot, *["backspace"] * 4, *"1066", "enter")
        assert "! It can be a date from" in screen_text(app) and "decision_date" not in screen_text(app)
        await press(pilot, *["backspace"] * 4, *"2009 - 1 May 2010", "enter")
        assert "2 of 3" in screen_text(app)
        await press(pilot, "escape")
        assert "2009 - 2010-05-01" in screen_text(app)

    drive(script, page=QuestionScreen(), session=newtown)


@pytest.mark.parametrize("leaving", ["escape", "ctrl+q", "f3", "[ Save and stop ]"])
def test_what_was_typed_is_kept_however_one_leaves(newtown: Session, leaving: str) -> None:
    """No Enter is needed: it stands in the file."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, *"2010-06")
        if leaving.startswith("["):
            await click_words(pilot, leaving)
        else:
            await press(pilot, leaving)

    drive(script, page=QuestionScreen(), session=newtown)
    assert newtown.path is not None and "decision_date: 2010-06" in newtown.path.read_text(encoding="utf-8")


def test_going_on_lands_on_the_first_question_without_an_answer(newtown: Session) -> None:
    """'Not sure' is an answer; what was taken back is none."""
    newtown.not_sure("decision_date")
    newtown.answer("head_leaving", "yes")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "2 of 3" in screen_text(app)
        await press(pilot, "1")
        await press(pilot, "c")
        assert newtown.answer_of("led_today") is None
        assert "Took back the answer" in screen_text(app)
        assert "[x]" not in screen_text(app)

    drive(script, page=QuestionScreen(), session=newtown)


def test_undo_goes_to_the_question_that_it_is_about(newtown: Session) -> None:
    """With words for what was changed, from what to what; redo likewise."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, *"2010", "enter", "1", "1", "2", "enter")
        assert "3 of 3" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert "2 of 3" in screen_text(app) and "Taken back" in screen_text(app)
        assert newtown.answer_of("led_today") is None
        await press(pilot, "ctrl+y")
        assert "Made again" in screen_text(app) and "2 [x]" in screen_text(app)

    drive(script, page=QuestionScreen(), session=newtown)


def test_several_answers_of_which_one_holds(core_answered: Session) -> None:
    """Marked as such, kept as such, and told from an answer that is known; one again when that is known."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "o", "1", "3")
        assert core_answered.answer_of("roof") == OneOf(frozenset(["sound", "bad"]))
        assert "Mark every answer that it could be." in screen_text(app)
        assert "1 [x] Sound" in screen_text(app) and "3 [x] Bad" in screen_text(app)
        await press(pilot, "o")
        assert core_answered.answer_of("roof") == OneOf(frozenset(["sound"]))
        assert "1 (x) Sound" in screen_text(app)

    drive(script, page=QuestionScreen("roof"), session=core_answered)


def test_marks_exclude_what_cannot_go_with_them(core_answered: Session) -> None:
    """'None of these' and 'not sure' stand alone; taking every mark away is no answer."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "1", "2")
        assert core_answered.answer_of("wishes") == Chosen(frozenset(["longer_hours", "more_books"]))
        await press(pilot, "4")
        assert core_answered.answer_of("wishes") == Chosen(frozenset())
        await press(pilot, "5")
        assert isinstance(core_answered.answer_of("wishes"), NotSure)
        await press(pilot, "5")
        assert core_answered.answer_of("wishes") is None

    drive(script, page=QuestionScreen("wishes"), session=core_answered)


def test_a_note_and_a_source_stand_with_the_answer(core_answered: Session) -> None:
    """Written on a page of their own, shown below the question, kept in the file; square brackets are text."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert "N Note" not in screen_text(app)
        await press(pilot, "1", "n")
        await press(pilot, *"two [/b] are new", "enter", *"the caretaker", "enter")
        assert "Note: two [/b] are new" in screen_text(app) and "From: the caretaker" in screen_text(app)

    drive(script, page=QuestionScreen("roof"), session=core_answered)
    given = core_answered.given("roof")
    assert given is not None and (given.note, given.from_) == ("two [/b] are new", "the caretaker")


@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_the_ranking_is_hidden_until_it_may_be_seen_and_asked_for(newtown: Session, size: tuple[int, int]) -> None:
    """Not before the core is answered; then by a key; that it was seen, and what was answered after, is on record."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "tab", "r")
        assert "Ranking" not in screen_text(app) and newtown.record.ranking_seen is None
        for question, written in CORE.items():
            app.made(newtown.answer(question, written))
        app.page.on_work_changed()
        newtown.jump("roof")
        app.page.show("roof")  # type: ignore[attr-defined]
        await settled(pilot)
        title = newtown.assessment.decisions[0].decision.title
        assert title not in screen_text(app) and "R Ranking" in screen_text(app)
        await press(pilot, "r")
        assert newtown.record.ranking_seen == "yes"
        assert title in words(app)
        assert ("V shows all of it" in screen_text(app)) is (size == USUAL)
        if size == USUAL:
            await press(pilot, "v")
            assert app.page.NAME == "standing" and "Where things stand" in screen_text(app)
            await press(pilot, "escape")
        await press(pilot, "3")
        assert newtown.record.answered_after == 1
        await press(pilot, "r")
        assert title not in words(app)

    drive(script, page=QuestionScreen(), session=newtown, size=size)


def test_the_verdict_beside_the_question_is_that_of_the_answers(core_answered: Session) -> None:
    """After each answer the panel says what an assessment says."""
    from wizard.report.verdict_words import verdict_sentence

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "r")
        for keys in ("1", "3", "2"):
            await press(pilot, keys)
            found = core_answered.assessment
            panel = app.screen.query_one("SteadyPanel").text  # type: ignore[attr-defined]
            for result in found.decisions:
                assert verdict_sentence(found, result).text in " ".join(panel.split())

    drive(script, page=QuestionScreen("roof"), session=core_answered, size=LARGE)


def test_asking_ends_when_nothing_can_change_what_comes_first(core_answered: Session) -> None:
    """It is said plainly for each decision, and the way on is the result."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        asked = []
        while app.page.question is not None:  # type: ignore[attr-defined]
            asked.append(core_answered.at)
            assert len(asked) <= len(core_answered.rules.domains)
            await press(pilot, "tab") if core_answered.rules.domains[asked[-1]].is_numeric else None
            await press(pilot, "1", "enter")
        assert core_answered.next_to_ask() is None
        assert "Nothing that is still unknown was found to change what comes first." in words(app)
        assert "[ To the result ]" in screen_text(app)
        await press(pilot, "enter")
        assert app.page.NAME == "result"

    drive(script, page=QuestionScreen(), session=core_answered)


def test_a_question_is_found_by_a_word(core_answered: Session) -> None:
    """Any question, also one that does not arise: that is said, and an answer to it is kept."""
    core_answered.answer("school_willing", "no")

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "g", *"heating")
        assert "does not arise; The service and its roof" in screen_text(app)
        await press(pilot, "enter")
        assert "As things stand this does not arise" in screen_text(app)
        await press(pilot, "1")
        await press(pilot, "escape")
        assert core_answered.at == "roof"

    drive(script, page=QuestionScreen("roof"), session=core_answered)
    assert core_answered.answer_of("school_pays") is not None


def test_the_evidence_is_a_key_away(core_answered: Session) -> None:
    """Also from a field in which letters are typed; and back to the same question."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "f4")
        assert app.page.NAME == "evidence"
        await press(pilot, "escape")
        assert "How many readers" in screen_text(app)
        assert "F4 Evidence" in screen_text(app)
        await press(pilot, "tab")
        assert "E Evidence" in screen_text(app)

    drive(script, page=QuestionScreen("readers"), session=core_answered, size=LARGE)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_questions_read_as_they_did(tiny: RuleSet, tmp_path: Path, size: tuple[int, int]) -> None:
    """Each kind of question, and the end, at three sizes; no text is cut."""
    session = Session.new(tiny, tmp_path / "newtown.yaml", "Newtown")
    named = f"{size[0]}x{size[1]}"

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        assert_snapshot(app, f"question_date_{named}")
        await press(pilot, *"2010-06", "enter")
        assert_snapshot(app, f"question_several_{named}")
        await press(pilot, "2", "enter")
        assert_snapshot(app, f"question_sensitive_{named}")
        assert "[ Quit ]" in screen_text(app) and "…" not in screen_text(app)

    drive(script, page=QuestionScreen(), session=session, size=size)


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONOCHROME])
def test_questions_can_be_read_in_every_look(core_answered: Session, theme: str) -> None:
    """Every letter at 4.5:1 or better, with the ranking beside them and with a fault in the field."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "tab", "r", "shift+tab", *"many")
        assert "! " in screen_text(app)
        for depth in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT):
            assert theme == MONOCHROME or faint(app, depth) == {}

    drive(script, page=QuestionScreen("readers"), session=core_answered, theme=theme, size=LARGE)


@pytest.mark.parametrize("size", [(1, 1), (20, 5)])
def test_a_tiny_window_does_not_crash(core_answered: Session, size: tuple[int, int]) -> None:
    """It is all there again when the window grows."""

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await press(pilot, "r", "1")
        await pilot.resize_terminal(*USUAL)
        await settled(pilot)
        assert "In what state is the roof?" in screen_text(app)

    drive(script, page=QuestionScreen("roof"), session=core_answered, size=size)
