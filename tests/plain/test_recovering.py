"""A crash, a file that somebody else changed, a name that is taken: nothing is lost and everything is said."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.plain.conftest import CORE, RULE_SETS, TINY, reopened, talked
from wizard.plain.starting import start
from wizard.plain.work import Work
from wizard.session.session import Session
from wizard.session.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("count", [1, 3])
def test_kill_after_n_answers_leaves_n_answers(ours: Path, count: int) -> None:
    """They are in the file already; asking again goes on after them."""
    asking = subprocess.Popen(
        [sys.executable, "-m", "wizard", "ask", str(ours), "--pack", str(TINY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "TERM": "dumb"},
    )
    assert asking.stdin is not None and asking.stdout is not None
    asking.stdin.write("".join(f"{line}\n" for line in ["Ours", *CORE[:count]]).encode())
    asking.stdin.flush()
    answered = 0
    while answered < count:
        answered += asking.stdout.readline().startswith(b"Answer: ")
    # The answer is said before it is saved: the next line comes after.
    asking.stdout.readline()
    asking.send_signal(signal.SIGKILL)
    asking.wait()
    asking.stdin.close()
    asking.stdout.close()
    said = talked(["1", "q"] if count < len(CORE) else ["q"], ours)
    assert f"{count} of the 3 questions that matter most have answers" in said.out
    assert len(reopened(ours).file.answers) == count


def _left_unsaved(path: Path) -> None:
    """A session that ended before it could save: two more answers than the file has."""
    session = Session.open(path, str(TINY), rule_sets=RULE_SETS)
    session.answer("readers", "300")
    session.answer("roof", "bad")


def test_unsaved_work_is_offered_with_its_count_and_taken_up(newtown: Path) -> None:
    """Enter takes it up, and it is saved in the file."""
    _left_unsaved(newtown)
    said = talked(["", "l", "q"], newtown)
    assert "There is work that was not saved: Newtown, 5 answers." in said.out
    assert "Taken up: 5 answers." in said.out
    assert reopened(newtown).file.answers["roof"] == "bad"
    assert "not saved" not in talked(["q"], newtown).out


def test_unsaved_work_can_wait_or_go(newtown: Path) -> None:
    """Left alone it is offered again; thrown away it is not."""
    _left_unsaved(newtown)
    assert "There is work that was not saved" in talked(["2", "q"], newtown).out
    assert "There is work that was not saved" in talked(["what?", "3", "q"], newtown).out
    assert "not saved" not in talked(["q"], newtown).out
    assert "readers" not in reopened(newtown).file.answers


def test_work_on_a_file_that_was_never_written_is_offered(ours: Path) -> None:
    """Its first save was cut short: what was answered is there, and goes where it was meant to."""
    session = Session.new(RULE_SETS.named(TINY), ours, "Ours")
    session.answer("decision_date", "2010-06")
    said = talked(["1", "q"], ours)
    assert "There is work that was not saved: Ours, 1 answer." in said.out
    assert reopened(ours).file.answers == {"decision_date": "2010-06"}


def test_work_without_a_file_of_its_own_is_kept_and_offered_in_the_first_menu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came with the program stays as it is; a name puts the work in a file."""
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "own"))
    monkeypatch.chdir(tmp_path)
    session = Session.new(RULE_SETS.named(TINY), None, "Copied")
    session.answer("decision_date", "2010-06")
    session.close()
    first = talked(["4", "1", "g", "2", "q"], settings=Settings())
    assert "1: Copied, 1 answer. It has no file of its own yet." in first.out
    assert first.code == 0 and "2 answers are kept, in no file of their own yet." in first.out
    second = talked(["4", "1", "save", "save as kept", "q"], settings=Settings())
    assert "Type save as and a name" in second.out
    assert len(reopened(tmp_path / "kept.yaml").file.answers) == 2
    assert "4: take up work that was not saved: none" in talked(["q"], settings=Settings()).out
    assert str(tmp_path / "kept.yaml") in talked(["q"], settings=Settings()).out


def _changed_meanwhile(path: Path, lines: list[str]) -> str:
    """A conversation in which somebody else changes the file after it was opened."""

    class Meddling(io.StringIO):
        def readline(self, size: int = -1, /) -> str:
            line = super().readline(size)
            if line == "c 5\n":
                path.write_text(path.read_text(encoding="utf-8") + "  roof: patched\n", encoding="utf-8")
            return line

    out = io.StringIO()
    source = Meddling("".join(f"{each}\n" for each in lines))
    code = start(Work(Settings(), datetime.now, str(TINY), RULE_SETS), source, out, str(path))
    return f"{out.getvalue()}exit {code}"


def test_a_file_that_somebody_changed_is_never_overwritten_unasked(newtown: Path) -> None:
    """It is said once at length, with every way on; the work is kept beside the file, and the exit code says so."""
    out = _changed_meanwhile(newtown, ["c 5", "300", "c 9", "y", "q"])
    assert "Not saved." in out and "You can type overwrite" in out and "Still not saved." in out
    assert out.endswith("exit 2") and "offered next time" in out
    assert "patched" in newtown.read_text(encoding="utf-8") and "readers" not in newtown.read_text(encoding="utf-8")
    assert "Newtown, 5 answers. The file was changed by somebody else meanwhile." in talked(["2", "q"], newtown).out


@pytest.mark.parametrize(
    ("typed", "readers", "roof"), [("overwrite", True, False), ("reload", False, True), ("save as other", True, False)]
)
def test_every_way_on_does_what_it_says(newtown: Path, typed: str, readers: bool, roof: bool) -> None:
    """Mine in its place, theirs in place of mine, or both side by side."""
    out = _changed_meanwhile(newtown, ["c 5", "300", typed, "q"])
    assert out.endswith("exit 0")
    path = newtown.with_name("other.yaml") if typed.startswith("save as") else newtown
    answers = reopened(path).file.answers
    assert ("readers" in answers, "roof" in answers) == (readers, roof)
    if path != newtown:
        assert "patched" in newtown.read_text(encoding="utf-8")


def test_a_name_that_is_taken_is_refused(newtown: Path, ours: Path) -> None:
    """Another name is asked for, and the file that is there stays."""
    before = newtown.read_text(encoding="utf-8")
    said = talked(["Ours", "save as newtown", "save as ours_too", "q"], ours)
    assert "will not be overwritten" in said.out
    assert newtown.read_text(encoding="utf-8") == before and ours.with_name("ours_too.yaml").exists()
