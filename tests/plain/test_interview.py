"""Questions line by line: quick mode, sections, back, skip, undo, wrong input, notes; and what the file then says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain.conftest import CORE, reopened, talked

BEGUN = ["Ours"]


@pytest.mark.parametrize("count", range(len(CORE) + 5))
def test_the_end_of_the_input_keeps_every_answer(ours: Path, count: int) -> None:
    """However many lines come, as much is saved as was answered, and it is said: the same as after 'q'."""
    lines = [*BEGUN, *CORE, "40", "r", "", "q"][: count + 1]
    said = talked(lines, ours)
    file = reopened(ours)
    given = min(count, len(CORE) + 1)
    assert said.code == 0
    assert len(file.answers) == given
    assert f"{given} answer{'' if given == 1 else 's'} saved in {ours}" in said.out
    assert ("The input has ended." in said.out) == ("q" not in lines)


def test_nothing_is_begun_without_a_name(ours: Path) -> None:
    """Enter leaves it, and no file is there."""
    assert talked([""], ours).code == 0
    assert talked([], ours).code == 0
    assert not ours.exists()


@pytest.mark.parametrize(
    ("before", "wrong", "expected"),
    [
        ([], "soon", "not a date"),
        ([], "1066", "It can be a date from"),
        ([], "2010-13", "not a date"),
        ([], "", "Nothing was typed."),
        (CORE[:1], "9", "1 to 5"),
        (CORE[:1], "1,4", "cannot stand beside another"),
        (CORE[:1], "nobody", "not an answer here"),
        (CORE[:2], "maybe", "1 to 3"),
        (CORE[:2], "3 or 1", "cannot stand beside another"),
        (CORE[:2], "note before there is an answer", "no answer yet"),
        (CORE[:2], "forget", "no answer to take back"),
        (CORE[:2], "r", "3 questions that matter most"),
        (CORE[:2], "i", "1 of them are left"),
        (CORE[:2], "redo", "Nothing was taken back"),
        (CORE[:2], "save as sub/dir/x.yaml", "no folder"),
        (CORE[:2], "open nowhere.yaml", "no such council file"),
        (CORE[:2], "c 99", "No question is meant"),
        (CORE[:2], "overwrite", "nothing to overwrite"),
        (CORE[:2], "title", "stays as it is"),
    ],
)
def test_wrong_input_says_what_can_be_answered_and_asks_again(
    ours: Path, before: list[str], wrong: str, expected: str
) -> None:
    """Nothing changes, and the next right answer counts as if nothing had happened."""
    good = [*BEGUN, *CORE]
    place = len(BEGUN) + len(before)
    extra = [""] if wrong == "title" else []
    said = talked([*good[:place], wrong, *extra, *good[place:], "q"], ours)
    straight = ours.with_name("straight.yaml")
    talked([*good, "q"], straight)
    assert expected in said.out
    assert reopened(ours).file.answers == reopened(straight).file.answers


def test_back_shows_the_answer_and_enter_keeps_it(ours: Path) -> None:
    """Another answer is told as a change of the first."""
    said = talked([*BEGUN, *CORE[:2], "b", "", "b", "1", "q"], ours)
    assert "Answered: By a librarian in each branch." in said.out
    assert "Changed" in said.out and "By one librarian" in said.out
    assert reopened(ours).file.answers["led_today"] == ["one_librarian"]


def test_a_question_that_was_skipped_is_asked_again_later(ours: Path) -> None:
    """Skipping stores nothing; going on asks for it before anything else."""
    said = talked([*BEGUN, "s", *CORE[1:], "m", "g", "2010-06", "q"], ours)
    assert "Left for now." in said.out
    assert list(reopened(ours).file.answers) == ["led_today", "head_leaving", "decision_date"]


def test_undo_and_redo_say_what_they_did(ours: Path) -> None:
    """And go to the question whose answer it was."""
    said = talked([*BEGUN, *CORE, "c 4", "1", "undo", "undo", "redo", "q"], ours)
    assert said.out.count("Taken back: ") == 2 and said.out.count("Made again: ") == 1
    assert reopened(ours).file.answers["head_leaving"] == "no"


def test_what_is_asked_after_the_core_is_what_could_still_change_it(ours: Path) -> None:
    """And when nothing can, that is said; not sure to everything ends the asking too."""
    said = talked([*BEGUN, *CORE, *["u"] * 12, "q"], ours)
    assert "What follows is asked because it could still change what comes first." in said.out
    assert "Asked now because" in said.out
    asked = [line for line in said.out.split("\n") if line.startswith("Asked now")]
    assert not any("librarian" in line for line in asked)


def test_a_section_is_gone_through_and_the_next_one_offered(newtown: Path) -> None:
    """Questions that came to arise are asked, those that do not arise are not."""
    said = talked(["s", "2", "300", "40", "1", "1", "y", "n", "", "q"], newtown)
    file = reopened(newtown).file
    assert file.answers["school_pays"] == "no"
    assert "That was the last question of this section." in said.out
    assert "2: The service and its roof: 6 of 6 answered." in said.out
    other = talked(["c 9", "n", "s", "2", "q"], newtown)
    assert "Would the school pay" not in other.after("2")


def test_a_note_and_a_source_stand_in_the_file(newtown: Path) -> None:
    """Notes stay when the answer changes, a source does not; comments of the owner's stay anyway."""
    talked(["c readers", "300", "c readers", "note last year's", "source the lending system", "400", "q"], newtown)
    assert reopened(newtown).file.answers["readers"] == {"is": "400", "note": "last year's"}
    text = newtown.read_text(encoding="utf-8")
    assert "# the clerk says so" in text and "x_mine: kept" in text


def test_words_find_a_question_and_several_are_listed_by_number(newtown: Path) -> None:
    """The numbers listed are those that 'c' takes."""
    said = talked(["c school", "c 9", "y", "q"], newtown)
    assert "9: Does the school want the library?" in said.out
    assert reopened(newtown).file.answers["school_willing"] == "yes"


def test_the_list_reads_out_every_answer_with_its_number(newtown: Path) -> None:
    """With 'all' also what is not answered."""
    said = talked(["l", "l all", "q"], newtown)
    first, second = said.after("l"), said.after("l all")
    assert "2: led today: By a librarian in each branch." in first
    assert "not answered" not in first and "7: roof: not answered." in second


def test_the_record_says_when_the_result_was_seen(newtown: Path) -> None:
    """Nothing is shown or recorded before every core question has an answer."""
    talked(["c 4", "forget", "r", "q"], newtown)
    assert reopened(newtown).record.ranking_seen is None
    talked(["rest", "r", "", "c 5", "300", "q"], newtown)
    record = reopened(newtown).record
    assert (record.ranking_seen, record.answered_after) == ("yes", 1)
    assert reopened(newtown).file.answers["head_leaving"] == "not_sure"
