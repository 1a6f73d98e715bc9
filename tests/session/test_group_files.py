"""Who answered apart and who does not agree is nobody's to change at work on the answers, and changes no result."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.session.conftest import TINY, WRITTEN
from wizard.cli.main import main
from wizard.council_file import read_council
from wizard.session.freezing.archive import unpacked
from wizard.session.rule_sets import RuleSet
from wizard.session.saving import Saved
from wizard.session.session import Session

SAID = """\
group:   # in May
  workshop: Three desks
  people: [desk, door, caretaker]
  asked: [roof, wishes]
  x_room: 4
dissent:
  - on: roof
    who: [caretaker]
    says: bad   # he has been up there
    turns: yes
    x_tape: 7
  - {on: leadership, who: [door], why: 'Nobody asked us.'}
"""


@pytest.fixture
def together(newtown: Path) -> Path:
    """The council file of a group, two of whom do not agree."""
    newtown.write_text(WRITTEN + SAID, encoding="utf-8")
    return newtown


def said(*argv: str) -> str:
    out = StringIO()
    with redirect_stdout(out):
        assert main([*argv, "--pack", str(TINY)]) == 0
    return out.getvalue()


def test_both_stand_through_edits_undo_and_saving(together: Path) -> None:
    """Only what was answered changes in the file, on the very matter that somebody dissents on too."""
    session = Session.open(together, str(TINY))
    group, dissent = session.file.group, session.file.dissent
    assert group is not None and len(dissent) == 2
    session.answer("readers", "400", from_="the lending system", note="last year's")
    session.answer("roof", "sound")
    session.undo()
    session.take_off_the_table("library_trust", "Nobody to run it")
    session.undo()
    session.set_weights("leadership", {"readers": "62.5"})
    session.undo()
    assert (session.file.group, session.file.dissent) == (group, dissent)
    assert isinstance(session.save(), Saved)
    assert together.read_text(encoding="utf-8") == (WRITTEN + SAID).replace("300", "400")
    session.undo()
    assert isinstance(session.save(), Saved) and together.read_text(encoding="utf-8") == WRITTEN + SAID


def test_both_stand_beside_a_what_if_and_in_a_copy(together: Path) -> None:
    """A what-if that is kept goes into the file beside them; a file under another name has them too."""
    session = Session.open(together, str(TINY))
    variant = session.begin_what_if("Many readers")
    session.answer("readers", "9000", variant=variant)
    session.keep_what_if(variant)
    copy = together.with_name("copy.yaml")
    assert isinstance(session.save_as(copy), Saved)
    text = copy.read_text(encoding="utf-8")
    assert SAID in text and "readers: {is: 9000" in text
    again = Session.open(copy, str(TINY))
    assert (again.file.group, again.file.dissent) == (session.file.group, session.file.dissent)


def test_both_are_there_again_after_a_crash(together: Path) -> None:
    """Unsaved work that is taken up has them, comments and all."""
    session = Session.open(together, str(TINY))
    session.answer("readers", "400")
    (left,) = Session.recoverable([together])
    again = Session.recover(left, str(TINY))
    assert again.state == session.state and again.file.dissent
    assert isinstance(again.save(), Saved) and SAID in together.read_text(encoding="utf-8")


def _results(written: str) -> object:
    (council,) = json.loads(written)["councils"]
    return council["decisions"], council["answers"]


def test_no_result_hangs_on_them(together: Path, tiny: RuleSet) -> None:
    """The same verdicts, reasons and figures without them; nothing differs between the two files."""
    without = together.with_name("without.yaml")
    without.write_text(WRITTEN, encoding="utf-8")
    with_them, bare = (said("assess", str(each), "--format", "json") for each in (together, without))
    assert _results(with_them) == _results(bare)
    found = json.loads(said("diff", str(together), str(without), "--format", "json"))
    assert found["differences"] == []
    assert read_council(together, tiny.view).answers == read_council(without, tiny.view).answers


def test_both_are_frozen_with_the_file(together: Path, tmp_path: Path) -> None:
    """As it was written, to the byte; what it comes to there says that two did not agree."""
    archive = tmp_path / "frozen.zip"
    said("freeze", str(together), "-o", str(archive))
    members = unpacked(archive, "frozen.zip").members
    assert members["council.yaml"] == together.read_bytes()
    assert "1 of them disagrees on something that would turn the result." in members["result.txt"].decode()


def test_theirs_are_taken_up_on_reloading(together: Path) -> None:
    """What somebody added to the file meanwhile is there afterwards."""
    session = Session.open(together, str(TINY))
    session.answer("readers", "400")
    more = "  - {on: wishes, who: [desk], says: [quiet]}\n"
    together.write_text(WRITTEN + SAID + more, encoding="utf-8")
    session.reload()
    assert [each.on for each in session.file.dissent] == ["roof", "leadership", "wishes"]
