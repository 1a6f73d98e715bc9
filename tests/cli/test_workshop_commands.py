"""`wizard workshop new | add | status | open | result`: a group from a terminal, from beginning to joined file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import WRITTEN, Ran
from tests.workshop.conftest import again

Run = Callable[..., Ran]
TEAM = WRITTEN.replace("title: Newtown", "title: Newtown\nabout: {prepared_by: TEAM}") + "  roof: bad\n"


@pytest.fixture
def room(tmp_path: Path, tiny: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a council file whose rule set is found there by its id; current."""
    shutil.copytree(tiny, tmp_path / "rules" / "tiny")
    (tmp_path / "newtown.yaml").write_text(WRITTEN, encoding="utf-8")
    for name in ("care", "finance"):
        (tmp_path / f"{name}.yaml").write_text(TEAM.replace("TEAM", f"{name} team"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "room"


def test_each_command_says_what_comes_next(run: Run, room: Path) -> None:
    """From new to result: whoever comes too early is told the command that is missing."""
    assert (
        "wizard workshop handouts room -o handouts" in run("workshop", "new", "room", "--council", "newtown.yaml").out
    )
    assert "Nobody has a seat or a sheet yet" in run("workshop", "status", "room").out
    assert "wizard workshop open room" in run("workshop", "result", "room").err
    assert "wizard workshop serve room" in run("workshop", "open", "room").err
    assert "2 of 2 are in." in run("workshop", "add", "room", "care.yaml", "finance.yaml").out
    assert "In: care team and finance team." in run("workshop", "status", "room").out
    assert "wizard workshop result room" in run("workshop", "open", "room").out
    ran = run("workshop", "result", "room", "--save", "together.yaml")
    assert ran.code == 0 and run("validate", "together.yaml").code == 0


def test_those_who_are_missing_can_be_gone_on_without(run: Run, room: Path) -> None:
    """The message names the option."""
    run("workshop", "new", "room", "--council", "newtown.yaml", "--expect", "2")
    run("workshop", "add", "room", "care.yaml")
    ran = run("workshop", "open", "room")
    assert ran.code == 2 and "wizard workshop open room --without-waiting" in ran.err
    assert run("workshop", "open", "room", "--without-waiting").code == 0


@pytest.mark.parametrize("name", ["x" * 300, "Care  Team", ""])
def test_files_are_added_all_or_none(run: Run, room: Path, name: str) -> None:
    """A name that cannot stand, or that two files have, is told with its file before anything is sealed."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    (room.parent / "odd.yaml").write_text(TEAM.replace("TEAM", f'"{name}"'), encoding="utf-8")
    ran = run("workshop", "add", "room", "care.yaml", "odd.yaml")
    assert ran.code == 2 and "odd.yaml" in ran.err
    assert not list(room.glob("sheets/*"))


def test_facts_that_stand_otherwise_in_a_file_are_told(run: Run, room: Path) -> None:
    """All answer on the same facts: whoever has others, or filled in another council's file, is not found out late."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    other = (room.parent / "care.yaml").read_text(encoding="utf-8").replace("readers: 300", "readers: 900")
    (room.parent / "other.yaml").write_text(other, encoding="utf-8")
    assert "otherwise" not in run("workshop", "add", "room", "care.yaml").out
    ran = run("workshop", "add", "room", "other.yaml", "--name", "Other")
    assert "other.yaml has 1 fact otherwise than the workshop" in ran.out
    assert run("diff", *ran.out.split("wizard diff ")[1].split("\n")[0].split()).code == 0


def test_a_mere_copy_of_the_facts_is_wondered_at(run: Run, room: Path) -> None:
    """What the facts file judged before is not what somebody says now, who may have left it as it was."""
    facts = (room.parent / "newtown.yaml").read_text(encoding="utf-8")
    (room.parent / "copied.yaml").write_text(facts, encoding="utf-8")
    run("workshop", "new", "room", "--council", "newtown.yaml")
    assert "has it been filled in?" in run("workshop", "add", "room", "copied.yaml").out
    assert "has it been filled in?" not in run("workshop", "add", "room", "care.yaml").out


def test_nothing_of_a_sealed_sheet_is_printed(run: Run, room: Path) -> None:
    """Where one was broken by hand only its line is named; its lines, and what is wrong, come with the opening."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    run("workshop", "add", "room", "care.yaml")
    path = room / "sheets" / "care_team.yaml"
    good = path.read_text(encoding="utf-8")
    for broken in (f"{good}roof: bad\n", good.replace("roof: bad", "roof: bad_one")):
        path.write_text(broken, encoding="utf-8")
        ran = run("workshop", "open", "room")
        assert ran.code == 2 and str(Path("room/sheets/care_team.yaml")) in ran.err and "in line" in ran.err
        assert "bad" not in ran.err + ran.out and not again(room).is_open
    path.write_text(good, encoding="utf-8")
    run("workshop", "open", "room")
    path.write_text(good.replace("roof: bad", "roof: bad_one"), encoding="utf-8")
    assert "bad_one" in run("workshop", "result", "room").err


def test_a_rule_set_of_any_folder_can_be_named(
    run: Run, room: Path, tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A consultant's own is where they keep it: each command takes --pack, and says it again in what comes next."""
    shutil.rmtree(room.parent / "rules")
    ran = run("workshop", "new", "room", "--council", "newtown.yaml", "--pack", tiny)
    assert f"wizard workshop rehearse room --pack {tiny}" in ran.out
    assert run("workshop", "status", "room").code == 2
    for command in (("status",), ("script",), ("handouts", "-o", "out"), ("add", "care.yaml"), ("open",), ("result",)):
        assert run("workshop", command[0], "room", *command[1:], "--pack", tiny).code == 0


def test_places_belong_to_a_rule_set(run: Run, room: Path, tiny: str, tmp_path: Path) -> None:
    """One that builds on theirs has them too; for another it is told, and nothing is begun."""
    ran = run("workshop", "new", "case", "--case", "bracknell_forest_2008", "--pack", tiny)
    assert ran.code == 2 and "belongs to the rule set 'reports_2008', not to 'tiny'" in ran.err
    assert not Path("case").exists() and "nothing to train on" in run("workshop", "cases", "--pack", tiny).out
    run("pack", "new", "mine", "--builds-on", "reports_2008")
    assert "bracknell_forest_2008" in run("workshop", "cases", "--pack", "mine").out
    assert run("workshop", "new", "case", "--case", "bracknell_forest_2008", "--pack", "mine").code == 0


def test_a_joined_file_of_made_up_answers_says_so(run: Run, room: Path) -> None:
    """In its title, where every report of it shows it; and so does what is noted to each answer."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    run("workshop", "rehearse", "room")
    run("workshop", "open", "room_rehearsal")
    assert run("workshop", "result", "room_rehearsal", "--save", "practice.yaml").code == 0
    text = Path("practice.yaml").read_text(encoding="utf-8")
    assert "title: Rehearsal: made-up answers. Newtown" in text.replace('"', "") and "who answered apart" in text
    assert "Rehearsal: made-up answers. Newtown" in " ".join(run("assess", "practice.yaml").out.split())


def test_what_is_keyed_in_is_text_under_a_name_that_can_be_printed(run: Run, room: Path) -> None:
    """A file of something else is refused in a line; a name of control characters is said as it was kept."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    Path("picture").write_bytes(b"1: a\n\0\0\xff\n")
    ran = run("workshop", "key-in", "room", "--name", "Care", "--file", "picture")
    assert ran.code == 2 and "not a file of text" in ran.err and not room.joinpath("sheets").exists()
    Path("lines").write_text("1: a\n", encoding="utf-8")
    ran = run("workshop", "key-in", "room", "--name", "Care\x1b[31m\nteam", "--file", "lines")
    assert ran.code == 0 and ran.out.count("\n") == 1 and "\x1b" not in ran.out


def test_the_document_and_the_joined_file_are_written_both_or_none(run: Run, room: Path) -> None:
    """Code 2 means that nothing was written."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    run("workshop", "add", "room", "care.yaml")
    run("workshop", "open", "room")
    ran = run("workshop", "result", "room", "-o", "nowhere/out.html", "--save", "together.yaml")
    assert ran.code == 2 and not Path("together.yaml").exists()
    Path("there.yaml").write_text("mine\n", encoding="utf-8")
    ran = run("workshop", "result", "room", "-o", "out.html", "--save", "there.yaml")
    assert ran.code == 2 and not Path("out.html").exists()


def test_who_does_not_agree_is_put_down_in_their_own_words(run: Run, room: Path) -> None:
    """From the back of a sheet into the result and the joined file; only of those with a sheet, once they are open."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    run("workshop", "add", "room", "care.yaml", "finance.yaml")
    said = ("--decision", "leadership", "--words", "Nobody asked the readers.")
    assert run("workshop", "object", "room", "--name", "care team", *said).code == 2
    run("workshop", "open", "room")
    ran = run("workshop", "object", "room", "--name", "caretaker", *said)
    assert ran.code == 2 and "care_team" in ran.err
    assert run("workshop", "object", "room", "--name", "Care team", *said).code == 0
    assert "Nobody asked the readers." in run("workshop", "result", "room").out
    run("workshop", "result", "room", "--save", "together.yaml")
    assert "Nobody asked the readers." in (room.parent / "together.yaml").read_text(encoding="utf-8")
    assert "Taken back" in run("workshop", "object", "room", "--name", "care team", *said[:-1], "").out
    assert "Nobody asked" not in run("workshop", "result", "room").out


def test_credit_is_for_a_case_alone(run: Run, room: Path) -> None:
    """A group's own answers are never marked."""
    run("workshop", "new", "room", "--council", "newtown.yaml")
    run("workshop", "add", "room", "care.yaml")
    run("workshop", "open", "room")
    ran = run("workshop", "credit", "room")
    assert ran.code == 2 and "never marked" in ran.err


def test_each_sheet_on_a_case_is_told_its_own_credit(run: Run, room: Path) -> None:
    """Without a browser, too: all of them to be handed out, or one by its name; not before the sheets are open."""
    run("workshop", "new", "case", "--case", "city_of_london_2005")
    run("workshop", "rehearse", "case", "--teams", "2")
    practice = "case_rehearsal"
    assert "wizard workshop open" in run("workshop", "credit", practice).err
    run("workshop", "open", practice)
    every = run("workshop", "credit", practice).out
    assert "MADE-UP TEAM 1" in every and "MADE-UP TEAM 2" in every and "REHEARSAL" in every
    one = run("workshop", "credit", practice, "--name", "made-up team 2").out
    assert "MADE-UP TEAM 2" in one and "MADE-UP TEAM 1" not in one


def test_a_file_to_fill_in_holds_the_facts_and_nobodys_judgement(run: Run, room: Path) -> None:
    """Neither what is asked apart nor a sensitive fact; filled in and sent back it is a sheet like any other."""
    facts = WRITTEN + "  roof: sound\n"
    (room.parent / "newtown.yaml").write_text(facts, encoding="utf-8")
    run("workshop", "new", "room", "--council", "newtown.yaml")
    ran = run("workshop", "sheet", "room", "ours.yaml", "--name", "Care team")
    assert ran.code == 0 and "wizard workshop add room ours.yaml" in ran.out
    path = room.parent / "ours.yaml"
    text = path.read_text(encoding="utf-8")
    assert "prepared_by: Care team" in text and "roof" not in text and "head_leaving" not in text
    assert run("workshop", "add", "room", "ours.yaml").code == 2
    path.write_text(text.replace("answers:\n", "answers:\n  roof: bad\n"), encoding="utf-8")
    ran = run("workshop", "add", "room", "ours.yaml")
    assert ran.code == 0 and "Sealed: Care team (1 of 2 answered)." in ran.out and "otherwise" not in ran.out
    assert run("workshop", "sheet", "room", "again.yaml", "--name", "care team").code == 2
    assert not (room.parent / "again.yaml").exists()
