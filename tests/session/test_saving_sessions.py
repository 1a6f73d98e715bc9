"""Saved when that is asked for, in the person's own text; whatever stands in the way is said and nothing is lost."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from tests.session.conftest import TINY, WRITTEN
from wizard.cli.main import main
from wizard.council_file import backup_of
from wizard.problems import Unreadable
from wizard.session.change import Reload
from wizard.session.rule_sets import RuleSet
from wizard.session.saving import Saved, SaveRefused
from wizard.session.session import Session

Answers = Callable[[Session], Session]
CHANGED = WRITTEN.replace("300, from: the lending system", "400")
"""The file with another number of readers: where the first one came from says nothing of that one."""

WHEN = datetime(2026, 1, 2, 10, 42)


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def refused(outcome: Saved | SaveRefused) -> SaveRefused:
    assert isinstance(outcome, SaveRefused) and outcome.problem.message and outcome.problem.hint
    return outcome


def _verdicts(path: Path) -> list[object]:
    out = StringIO()
    with redirect_stdout(out):
        assert main(["assess", str(path), "--pack", str(TINY), "--format", "json"]) == 0
    (council,) = json.loads(out.getvalue())["councils"]
    decisions = [(each["decision"], each["verdict"]) for each in council["decisions"]]
    return [(decision, verdict["kind"], verdict["leader"]) for decision, verdict in decisions]


def test_only_the_values_that_changed_change_in_the_file(opened: Session, newtown: Path) -> None:
    """Comments, layout and own keys stay; the time is the caller's."""
    opened.answer("readers", "400", from_="the new system")
    assert opened.unsaved
    assert opened.save(WHEN) == Saved(newtown, WHEN)
    assert newtown.read_text(encoding="utf-8") == WRITTEN.replace("300", "400").replace("the lending", "the new")
    assert not opened.unsaved and opened.kept is None and names(newtown.parent) == {"newtown.yaml", "newtown.yaml.bak"}
    opened.undo()
    assert opened.unsaved and isinstance(opened.save(), Saved)
    assert newtown.read_text(encoding="utf-8") == WRITTEN


def test_a_clock_can_be_put_in(opened: Session) -> None:
    """Nobody else looks at one."""
    opened.clock = lambda: WHEN
    saved = opened.save()
    assert isinstance(saved, Saved) and saved.when == WHEN


def test_the_saved_file_comes_to_the_verdict_on_screen(tiny: RuleSet, answered_core: Answers, tmp_path: Path) -> None:
    """`wizard assess` reads a new file and the same file changed, and says what the session says."""
    path = tmp_path / "ours.yaml"
    session = answered_core(Session.new(tiny, path, "Ours", "Our council"))
    for question, written in (("readers", {"between": ["200", "900"]}), ("roof", {"one_of": ["sound", "bad"]})):
        session.answer(question, written, note="two views: [one] # and another", from_="a “report”\nof two lines")
    session.take_off_the_table("library_trust", "Nobody to run it")
    session.set_weights("leadership", {"readers": "62.5"})
    for change in (None, "school_willing", "housed_today"):
        if change is not None:
            session.answer(change, "yes" if change == "school_willing" else ["own_house"])
        assert isinstance(session.save(), Saved)
        results = session.assessment.decisions
        assert _verdicts(path) == [(each.decision.id, each.verdict.kind, each.verdict.leader) for each in results]
    assert Session.open(path, str(TINY)).file == session.file


def test_a_file_changed_by_somebody_else_is_never_overwritten_unasked(opened: Session, newtown: Path) -> None:
    """It is said, with the three ways out; the work is kept meanwhile."""
    opened.answer("readers", "400")
    theirs = WRITTEN.replace("Newtown\n", "Theirs\n")
    newtown.write_text(theirs, encoding="utf-8")
    assert opened.file_is == "changed"
    outcome = refused(opened.save())
    assert outcome.problem.check == "changed-since" and outcome.offers == ("save_as", "overwrite", "reload")
    assert outcome.kept == opened.kept == "beside" and opened.unsaved
    assert newtown.read_text(encoding="utf-8") == theirs


def test_mine_can_be_kept_as_another_file(opened: Session, newtown: Path) -> None:
    """Comments and all, and the session goes on there; theirs stands."""
    opened.answer("readers", "400")
    newtown.write_text("theirs", encoding="utf-8")
    other = newtown.with_name("mine.yaml")
    assert isinstance(opened.save_as(other), Saved) and opened.path == other and opened.file_is == "unchanged"
    assert other.read_text(encoding="utf-8") == CHANGED
    assert newtown.read_text(encoding="utf-8") == "theirs" and names(newtown.parent) == {"newtown.yaml", "mine.yaml"}
    opened.answer("readers", "500")
    assert isinstance(opened.save(), Saved) and "500" in other.read_text(encoding="utf-8")


def test_mine_can_take_the_place_of_theirs_when_i_say_so(opened: Session, newtown: Path) -> None:
    """Theirs is then the version before."""
    opened.answer("readers", "400")
    newtown.write_text("theirs", encoding="utf-8")
    assert isinstance(opened.overwrite(), Saved)
    assert newtown.read_text(encoding="utf-8") == CHANGED
    assert backup_of(newtown).read_text(encoding="utf-8") == "theirs" and not opened.unsaved


def test_theirs_can_be_taken_up_and_that_be_undone(opened: Session, newtown: Path) -> None:
    """Reloading is a change like any other: undo brings mine back, onto their text."""
    opened.answer("readers", "400")
    mine = opened.state
    newtown.write_text(WRITTEN.replace("300", "500").replace("# Ours", "# Theirs"), encoding="utf-8")
    assert opened.reload() == Reload(("readers",)) and not opened.unsaved
    opened.undo()
    assert opened.state == mine and isinstance(opened.save(), Saved)
    assert newtown.read_text(encoding="utf-8") == CHANGED.replace("# Ours", "# Theirs")


def test_a_file_that_cannot_be_read_any_more_is_not_reloaded(opened: Session, newtown: Path) -> None:
    """Its faults are told, and the work stands."""
    opened.answer("readers", "400")
    before = opened.state
    newtown.write_text("answers: [", encoding="utf-8")
    with pytest.raises(Unreadable):
        opened.reload()
    assert opened.state is before and opened.kept == "beside"


def test_a_deleted_file_is_said_and_can_be_written_again(opened: Session, newtown: Path) -> None:
    """Not brought back unasked; when asked, with its comments."""
    opened.answer("readers", "400")
    newtown.unlink()
    outcome = refused(opened.save())
    assert outcome.problem.check == "deleted-since" and outcome.offers == ("save_as", "overwrite")
    assert opened.file_is == "missing" and not newtown.exists()
    assert isinstance(opened.overwrite(), Saved)
    assert newtown.read_text(encoding="utf-8") == CHANGED


def _refuses(monkeypatch: pytest.MonkeyPatch, code: int, within: Path | None = None) -> None:
    """From now on every new file, or every one within a folder, meets this fault."""
    opening = os.open

    def refuses(path, flags, *more, **named):
        if flags & os.O_CREAT and (within is None or Path(path).parent == within):
            raise OSError(code, os.strerror(code))
        return opening(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuses)


@pytest.mark.parametrize(
    ("code", "check", "offers"),
    [
        (errno.ENOSPC, "disk-full", ("try_again", "save_as")),
        (errno.EROFS, "read-only", ("save_as",)),
        (errno.EACCES, "read-only", ("save_as",)),
    ],
)
def test_a_full_disk_or_a_read_only_folder_is_said_and_work_goes_on(
    opened: Session,
    newtown: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    check: str,
    offers: tuple[str, ...],
) -> None:
    """In memory only, which is said too; as soon as the disk lets it, everything is kept and saved."""
    with monkeypatch.context() as patched:
        _refuses(patched, code)
        opened.answer("readers", "400")
        assert opened.kept == "nowhere" and opened.not_kept is not None and opened.not_kept.hint
        outcome = refused(opened.save())
        assert (outcome.problem.check, outcome.offers, outcome.kept) == (check, offers, "nowhere")
        opened.answer("roof", "bad")
    assert newtown.read_text(encoding="utf-8") == WRITTEN
    opened.answer("head_leaving", "no")
    assert opened.kept == "beside" and opened.not_kept is None
    assert isinstance(opened.save(), Saved) and "roof: bad" in newtown.read_text(encoding="utf-8")


def test_a_folder_that_takes_nothing_is_made_up_for_by_ones_own(
    opened: Session, newtown: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be kept beside the file is kept among the drafts, and found there."""
    session = Session.open(newtown, str(TINY))
    _refuses(monkeypatch, errno.EROFS, within=newtown.parent)
    session.answer("readers", "400")
    assert session.kept == "drafts" and session.not_kept is None
    (left,) = Session.recoverable([newtown])
    assert left.path is None and (left.title, left.answers) == ("Newtown", 3)
    again = Session.recover(left, str(TINY))
    assert again.state == session.state and refused(again.save()).offers == ("save_as",)
    elsewhere = drafts.parent / "newtown.yaml"
    assert isinstance(again.save_as(elsewhere), Saved)
    assert elsewhere.read_text(encoding="utf-8") == CHANGED


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="names of open files")
def test_only_the_newest_copy_of_unsaved_work_is_offered(
    opened: Session, newtown: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the folder stops taking it, and when it takes it again, the older copy in the other place goes."""
    session = Session.open(newtown, str(TINY))
    session.answer("readers", "400")
    writing = os.fdopen

    def refuses(handle, *more, **named):
        if Path(f"/proc/self/fd/{handle}").readlink().parent == newtown.parent:
            os.close(handle)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return writing(handle, *more, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", refuses)
        session.answer("roof", "bad")
        assert [(each.path, each.answers) for each in Session.recoverable([newtown])] == [(None, 4)]
    session.answer("head_leaving", "no")
    assert [(each.path, each.answers) for each in Session.recoverable([newtown])] == [(newtown, 5)]


def test_a_name_that_is_taken_is_refused(opened: Session, newtown: Path) -> None:
    """Saving under another name never overwrites; the session stays with its own file."""
    other = newtown.with_name("other.yaml")
    other.write_text("theirs", encoding="utf-8")
    assert refused(opened.save_as(other)).problem.check == "already-there"
    assert other.read_text(encoding="utf-8") == "theirs" and opened.path == newtown


def test_without_a_file_there_is_only_another_name(tiny: RuleSet, answered_core: Answers, tmp_path: Path) -> None:
    """Answers come first, and where to put them later."""
    session = answered_core(Session.new(tiny, None, "Ours"))
    assert refused(session.save()).problem.check == "no-file"
    assert isinstance(session.save_as(tmp_path / "ours.yaml"), Saved) and session.path == tmp_path / "ours.yaml"


def test_what_came_with_the_program_is_opened_as_a_copy() -> None:
    """A case study is nobody's to change: it is saved under another name, and nothing is written beside it."""
    session = Session.open("scenarios/reports/stockton_on_tees_2005.yaml")
    assert session.path is None and not session.unsaved
    session.not_sure(next(iter(session.rules.domains)))
    assert refused(session.save()).offers == ("save_as",)


def test_what_cannot_be_read_is_told_with_its_place(newtown: Path) -> None:
    """A faulty council file, or a rule set that is not there."""
    newtown.write_text(WRITTEN.replace("2010-06", "soon"), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        Session.open(newtown, str(TINY))
    assert caught.value.problems[0].place.line == 7
    newtown.write_text(WRITTEN.replace("id: tiny", "id: tidy"), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        Session.open(newtown)
    assert (caught.value.problems[0].check, caught.value.problems[0].place.line) == ("no-rule-set", 4)
