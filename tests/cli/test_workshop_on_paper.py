"""`wizard workshop key-in | handouts | script | rehearse`: from a terminal, through a pipe, from a file."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.workshop.conftest import again
from tests.workshop.tiny_workshops import tiny_group
from wizard.workshop.workshop import Workshop

Run = Callable[..., Ran]


@pytest.fixture
def room(tmp_path: Path, tiny: str, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A group's workshop named 'room' in the current folder, whose rule set is found there by its id."""
    shutil.copytree(tiny, tmp_path / "rules" / "tiny")
    monkeypatch.chdir(tmp_path)
    return tiny_group(tmp_path / "room", expected=2)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts lines at the other end of the process."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def sheet_of(room: Workshop) -> dict[str, object]:
    """What the only sheet that is in says, once opened."""
    workshop = again(room.folder)
    workshop.open_sheets(without_waiting=True)
    (sheet,) = workshop.opened
    return {"who": sheet.who, "came_by": sheet.came_by, "answers": sheet.answers, "priorities": dict(sheet.priorities)}


def test_a_sheet_is_keyed_in_entry_by_entry_through_a_pipe(
    run: Run, room: Workshop, typed: Callable[[str], None]
) -> None:
    """A fault is told and asked again; Enter leaves out, back goes back; all is read over before it is sealed."""
    typed("a c\nz\nb\nback\na\na2 b1\n\n\nyes\n")
    ran = run("workshop", "key-in", "room", "--name", "Team A")
    assert (ran.code, ran.err) == (0, "")
    assert "a to d" in ran.out and "2. Roof. Sound" in ran.out and "Sealed: Team A. 1 of 2 is in." in ran.out
    assert sheet_of(room) == {
        "who": "Team A",
        "came_by": "paper",
        "answers": {"wishes": ["longer_hours", "quiet"], "roof": "sound"},
        "priorities": {"leadership": (("change",), ("readers",))},
    }


def test_an_entry_can_be_keyed_in_again_before_yes(run: Run, room: Workshop, typed: Callable[[str], None]) -> None:
    """By its number; clear empties it."""
    typed("a\na\n\n\n\n2\nc\n1\nclear\nperhaps\nyes\n")
    assert run("workshop", "key-in", "room", "--name", "Team A").code == 0
    assert sheet_of(room)["answers"] == {"roof": "bad"}


@pytest.mark.parametrize(
    ("lines", "code"), [("a\na\n\n\n\n", 2), ("a\na\n\n\n\nno\n", 0), ("", 2), ("\n\n\n\n\nno\n", 0)]
)
def test_nothing_is_sealed_without_yes(
    run: Run, room: Workshop, typed: Callable[[str], None], lines: str, code: int
) -> None:
    """Where the input ends, and where somebody says no; both say that nothing was sealed."""
    typed(lines)
    ran = run("workshop", "key-in", "room", "--name", "Team A")
    assert ran.code == code and "Nothing was sealed" in ran.out + ran.err
    assert not again(room.folder).presence.sealed


def test_an_empty_sheet_cannot_be_sealed(run: Run, room: Workshop, typed: Callable[[str], None]) -> None:
    """Yes is not taken for an answer then."""
    typed("\n\n\n\n\nyes\nno\n")
    ran = run("workshop", "key-in", "room", "--name", "Team A")
    assert ran.code == 0 and "there is no sheet to seal" in ran.out and "Nothing was sealed" in ran.out


def test_a_file_of_keyed_lines_is_sealed_whole_or_not_at_all(run: Run, room: Workshop) -> None:
    """Every fault with its line; code 2, nothing written."""
    path = room.folder.parent / "sheet.txt"
    path.write_text("1 b\n2 x\n9 a\n", encoding="utf-8")
    ran = run("workshop", "key-in", "room", "--name", "Team A", "--file", "sheet.txt")
    assert ran.code == 2 and "sheet.txt:2" in ran.err and "sheet.txt:3" in ran.err
    assert not again(room.folder).presence.sealed
    path.write_text("# Team A\n1: b, c\n2) not sure\n5: We looked at it twice.\n", encoding="utf-8")
    assert run("workshop", "key-in", "room", "--name", "Team A", "--file", "sheet.txt").code == 0
    assert sheet_of(room)["answers"] == {"wishes": ["more_books", "quiet"], "roof": "not_sure"}


def test_a_name_that_is_taken_or_open_sheets_are_told_before_anything_is_keyed_in(
    run: Run, room: Workshop, typed: Callable[[str], None]
) -> None:
    """Nobody keys in a sheet for nothing."""
    room.put_in("Team A", "paper", answers={"roof": "bad"})
    typed("a\n")
    ran = run("workshop", "key-in", "room", "--name", "team a")
    assert ran.code == 2 and ran.out == "" and "already" in ran.err
    room.open_sheets(without_waiting=True)
    ran = run("workshop", "key-in", "room", "--name", "Team B")
    assert ran.code == 2 and ran.out == "" and "open" in ran.err


def test_handouts_are_three_files_and_never_take_the_place_of_somebody_s_work(run: Run, room: Workshop) -> None:
    """Written again they are the same; one that was changed stays, and then none is written."""
    assert run("workshop", "handouts", "room", "-o", "out").code == 0
    out = Path("out")
    names = ["answer_sheet.html", "facilitator_notes.html", "participant_sheet.html"]
    assert sorted(each.name for each in out.iterdir()) == names
    before = {each: (out / each).read_bytes() for each in names}
    (out / names[0]).unlink()
    (out / names[2]).write_text("our own words", encoding="utf-8")
    ran = run("workshop", "handouts", "room", "-o", "out")
    assert ran.code == 2 and "--force" in ran.err and not (out / names[0]).exists()
    assert run("workshop", "handouts", "room", "-o", "out", "--force").code == 0
    assert {each: (out / each).read_bytes() for each in names} == before


def test_handouts_of_a_case_need_no_workshop(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A facilitator prepares beforehand; nothing but the three files is left behind."""
    monkeypatch.chdir(tmp_path)
    ran = run("workshop", "handouts", "--case", "bracknell_forest_2008", "-o", "out", "--format", "text")
    assert ran.code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["out"] and len(list(Path("out").glob("*.txt"))) == 3
    assert run("workshop", "handouts", "--case", "atlantis", "-o", "out2").code == 2
    assert run("workshop", "handouts", "-o", "out2").code == 2
    assert run("workshop", "handouts", "room", "--case", "x", "-o", "out2").code == 2
    assert run("workshop", "handouts", "--case", "bracknell_forest_2008", "-o", "out2", "--format", "png").code == 2
    assert not Path("out2").exists()


def test_the_script_is_printed_or_written(run: Run, room: Workshop) -> None:
    """With a folder, that workshop's own."""
    assert "TWO HOURS" in run("workshop", "script").out
    assert run("workshop", "script", "room", "-o", "script.html").code == 0
    assert "2 questions to answer apart" in Path("script.html").read_text(encoding="utf-8")
    assert run("workshop", "script", "nowhere").code == 2


def test_a_rehearsal_is_held_to_its_end_in_the_terminal(run: Run, room: Workshop, typed: Callable[[str], None]) -> None:
    """Sheets made up, opened, and shown step by step after Enter; the real workshop has none."""
    typed("\n" * 30)
    ran = run("workshop", "rehearse", "room", "--walk")
    assert (ran.code, ran.err) == (0, "")
    assert "REHEARSAL" in ran.out and "That was all" in ran.out and "wizard workshop result" in ran.out
    assert again(room.folder.with_name("room_rehearsal")).is_open and not again(room.folder).presence.sealed
    assert run("workshop", "rehearse", "room").code == 2


def test_one_sheet_can_be_left_for_the_facilitator(run: Run, room: Workshop, typed: Callable[[str], None]) -> None:
    """In the browser or from paper; with --walk it is keyed in there and then."""
    ran = run("workshop", "rehearse", "room", "--teams", "2", "--leave-one", "--into", "practice")
    assert ran.code == 0 and "2 of 3 sheets are in" in ran.out and "key-in practice" in ran.out
    practice = again(room.folder.with_name("practice"))
    assert not practice.presence.all_in
    typed("a\nb\n\n\n\nyes\n" + "\n" * 30)
    ran = run("workshop", "rehearse", "room", "--leave-one", "--into", "practice_2", "--walk")
    assert ran.code == 0 and "The facilitator" in ran.out and "That was all" in ran.out
    assert run("workshop", "rehearse", "room", "--teams", "none", "--into", "x").code == 2
    assert run("workshop", "rehearse").code == 2 and not Path("x").exists()
