"""Whatever ends a session, every answer given in it can be taken up again."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.session.conftest import TINY, WRITTEN
from wizard.session.rule_sets import RuleSet
from wizard.session.saving import Saved, SaveRefused
from wizard.session.session import Session

Answers = Callable[[Session], Session]

ROOT = Path(__file__).resolve().parents[2]
GIVEN = [
    ("decision_date", "2010-06"),
    ("led_today", ["branch_librarians"]),
    ("head_leaving", "no"),
    ("readers", {"between": ["200", "900"]}),
    ("roof", "not_sure"),
]

KILLED = """
import os, signal, sys
from pathlib import Path
from wizard.session.session import Session
from wizard.session.rule_sets import RuleSets
path, pack, given = Path(sys.argv[1]), sys.argv[2], eval(sys.argv[3])
session = Session.open(path, pack) if path.exists() else Session.new(RuleSets().named(pack), path, "Ours")
for question, written in given:
    session.answer(question, written)
os.kill(os.getpid(), signal.SIGKILL)
"""


def _killed_after(path: Path, given: list) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(TINY), repr(given)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("count", [1, len(GIVEN)])
def test_kill_after_n_answers_leaves_n_answers(tmp_path: Path, count: int) -> None:
    """A new file, never saved: all of them are there, and are saved where they were meant to go."""
    path = tmp_path / "ours.yaml"
    _killed_after(path, GIVEN[:count])
    assert not path.exists()
    (left,) = Session.recoverable([path])
    assert (left.path, left.title, left.answers, left.file_is) == (path, "Ours", count, "unchanged")
    session = Session.recover(left, str(TINY))
    assert session.file.answers == dict(GIVEN[:count]) and session.unsaved
    assert isinstance(session.save(), Saved)
    assert Session.open(path, str(TINY)).file == session.file and Session.recoverable([path]) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_kill_with_an_opened_file_loses_neither_answers_nor_comments(newtown: Path) -> None:
    """The file is as it was; the answers go on from it, and are saved into its text."""
    _killed_after(newtown, [("readers", "400"), ("roof", "bad")])
    assert newtown.read_text(encoding="utf-8") == WRITTEN
    (left,) = Session.recoverable([newtown])
    assert (left.answers, left.file_is) == (4, "unchanged")
    session = Session.recover(left, str(TINY))
    assert isinstance(session.save(), Saved)
    text = newtown.read_text(encoding="utf-8")
    assert text.replace("  roof: bad\n", "") == WRITTEN.replace("300, from: the lending system", "400")


def test_recovered_work_is_kept_until_it_is_saved(opened: Session, newtown: Path) -> None:
    """A second crash right after the first loses nothing; there is never more than one copy offered."""
    opened.answer("readers", "400")
    (left,) = Session.recoverable([newtown])
    again = Session.recover(left, str(TINY))
    (still,) = Session.recoverable([newtown])
    assert still.recovery.text == left.recovery.text and again.kept == "beside"


def test_a_new_file_can_be_recovered_as_often_as_it_takes(tiny: RuleSet, tmp_path: Path) -> None:
    """It goes on being a file never saved, which the next save writes."""
    Session.new(tiny, tmp_path / "ours.yaml", "Ours").answer("readers", "400")
    for _ in range(3):
        (left,) = Session.recoverable([tmp_path / "ours.yaml"])
        assert left.file_is == "unchanged" and left.recovery.based_on is None
        session = Session.recover(left, str(TINY))
    assert isinstance(session.save(), Saved)


def test_recovered_work_knows_what_the_file_says(opened: Session, newtown: Path) -> None:
    """Taken back by hand, nothing is left to save."""
    opened.answer("roof", "bad")
    (left,) = Session.recoverable([newtown])
    again = Session.recover(left, str(TINY))
    assert again.unsaved
    again.forget("roof")
    assert not again.unsaved and again.kept is None


def test_a_file_changed_since_is_not_overwritten_by_what_is_recovered(opened: Session, newtown: Path) -> None:
    """The person is told before, and asked when saving."""
    opened.answer("readers", "400")
    newtown.write_text(WRITTEN + "# theirs\n", encoding="utf-8")
    (left,) = Session.recoverable([newtown])
    assert left.file_is == "changed"
    outcome = Session.recover(left, str(TINY)).save()
    assert isinstance(outcome, SaveRefused) and "overwrite" in outcome.offers
    assert newtown.read_text(encoding="utf-8") == WRITTEN + "# theirs\n"


def test_answers_without_a_file_are_kept_among_the_drafts(tiny: RuleSet, answered_core: Answers, drafts: Path) -> None:
    """Two sessions of one name do not take each other's place; each is offered, resumed and cleared."""
    one, other = (answered_core(Session.new(tiny, None, "Ours")) for _ in range(2))
    other.answer("roof", "bad")
    assert one.kept == other.kept == "drafts"
    first, second = Session.recoverable([])
    assert (first.answers, second.answers, first.path) == (3, 4, None)
    again = Session.recover(second, str(TINY))
    assert again.state == other.state
    assert isinstance(again.save_as(drafts.parent / "ours.yaml"), Saved)
    assert [each.answers for each in Session.recoverable([])] == [3]


def test_what_was_taken_back_leaves_nothing_to_recover(opened: Session, newtown: Path) -> None:
    """With undo back at what is saved, the recovery file goes; with redo it comes again."""
    opened.answer("readers", "400")
    opened.undo()
    assert opened.kept is None and {each.name for each in newtown.parent.iterdir()} == {"newtown.yaml"}
    opened.redo()
    assert opened.kept == "beside" and len(Session.recoverable([newtown])) == 1


def test_a_what_if_that_was_only_tried_is_recovered_too(opened: Session, newtown: Path) -> None:
    """It is in no saved file, but losing it would be losing work."""
    variant = opened.begin_what_if("Many")
    opened.answer("readers", "9000", variant=variant)
    assert not opened.unsaved and opened.kept == "beside"
    (left,) = Session.recoverable([newtown])
    assert Session.recover(left, str(TINY)).answer_of("readers", variant) == opened.answer_of("readers", variant)


def test_closing_leaves_unsaved_work_and_nothing_else(opened: Session, newtown: Path) -> None:
    """Quitting never asks: what is not saved is offered next time, and what is saved leaves no trace."""
    opened.answer("readers", "400")
    opened.close()
    assert len(Session.recoverable([newtown])) == 1
    opened.save()
    opened.close()
    assert Session.recoverable([newtown]) == ()


def test_a_file_that_is_gone_or_cannot_be_named_is_passed_over(tmp_path: Path) -> None:
    """The list of recent files may be older than the files."""
    assert Session.recoverable([tmp_path / "gone" / "x.yaml", Path("\0"), tmp_path]) == ()
