"""`wizard what-if`: variants beside the file, what is misused, and what is kept."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wizard.council_file import read_council, view_of
from wizard.pack import read_pack

SPECIAL = """\
# Newtown's own file.
id: newtown
title:   "Newtown"      # as the clerk writes it
pack: {id: tiny}
x_board: {colour: green}

answers:
    decision_date:    2010-06   # the June meeting
    led_today: [ branch_librarians ]
    wishes:
      - longer_hours            # the readers' group

    head_leaving: no
    readers: 300

# The end.
"""

ODD = SPECIAL.replace(
    "# The end.\n",
    "what_ifs:   # kept by hand\n    - {id: many,   title: If many came, answers: {readers: 9000}}\n# The end.",
)


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def what_if(run: Callable[..., Any], newtown: Path, tiny: str) -> Callable[..., Any]:
    """Runs the command on Newtown with these options."""
    return lambda *options: run("what-if", str(newtown), *options, "--pack", tiny)


def test_a_change_is_told_with_what_moves_and_why(what_if: Callable[..., Any]) -> None:
    """What was changed from what to what, both verdicts, totals side by side, the reasons with their evidence."""
    code, out, err = what_if("--set", "readers=9000")
    said = _words(out)
    assert (code, err) == (0, "")
    assert "Changed “How many readers borrowed a book last year?” from 300 to 9,000." in said
    assert "Now: The evidence points clearly to ONE LIBRARIAN FOR ALL." in said
    assert "What if: The evidence points clearly to A LIBRARIAN IN EACH BRANCH." in said
    assert "A librarian in each branch <- today 50.0 58.0 +8.0" in said
    assert "Then it does not hold: One head can know a few hundred readers." in said
    assert "[one head librarian each; Reading report, Newtown" in said
    assert "Nothing moves here: none of the changes bears on this question." in said


def test_reasons_printed_add_up_to_the_lead_printed(what_if: Callable[..., Any]) -> None:
    """In hundredths, the lead now and every part of its move make the lead in the what-if."""
    out = _words(what_if("--set", "readers=9000", "--weight", "change=20").out)
    before, after = re.findall(r"is ([+-][\d.]+) points \(now\) and ([+-][\d.]+) \(what if\)", out)[0]
    parts = re.findall(r"; ([+-][\d.]+) points", out) + re.findall(r"together ([+-][\d.]+)", out)
    assert len(parts) >= 3
    assert round(float(before) + sum(map(float, parts)), 2) == float(after)


@pytest.mark.parametrize(
    ("given", "to"),
    [
        ("wishes=more_books,quiet", "“More books; A quiet place”"),
        ("wishes=A quiet place", "“A quiet place”"),
        ("wishes+=quiet", "“Longer hours; A quiet place”"),
        ("wishes-=longer_hours", "none of these"),
        ("wishes=none", "none of these"),
        ("wishes=not_sure", "not sure"),
        ("head_leaving=Yes", "yes"),
        ("roof=patched|bad", "“Patched or Bad”"),
        ("roof = Patched", "“Patched”"),
        ("readers=200..4000", "between 200 and 4,000"),
        ("hours_a_week=37.5", "37.5"),
        ("decision_date=2011", "2011"),
        ("decision_date=2010-05..2011-02-03", "between 1 May 2010 and 3 February 2011"),
        ("What should get better first?=quiet", "“A quiet place”"),
        ("WISHES=quiet", "“A quiet place”"),
    ],
)
def test_answers_are_written_in_many_ways(given: str, to: str, what_if: Callable[..., Any]) -> None:
    """Ids or titles, ranges, one of several, all of several, one more or less, not sure."""
    code, out, _ = what_if("--set", given)
    assert code == 0 and f" to {to}." in _words(out)


WRONG = [
    ([], "Say what would be otherwise"),
    (["--set", "readers"], "question=answer"),
    (["--set", "=5"], "question=answer"),
    (["--set", "raeders=5"], "Did you mean 'readers'?"),
    (["--set", "colour_of_the_door=5"], "wizard pack show"),
    (["--set", "readers="], "a whole number from 10 to 100,000"),
    (["--set", "readers=many"], "not a whole number"),
    (["--set", "readers=1,200"], "without commas: 1200"),
    (["--set", "readers=5"], "outside"),
    (["--set", "readers=400..200"], "lowest value comes first"),
    (["--set", "readers=..200"], "not a whole number"),
    (["--set", "decision_date=June"], "2008-04"),
    (["--set", "roof=baad"], "Did you mean 'bad'?"),
    (["--set", "roof=Patchd"], "Did you mean 'patched'?"),
    (["--set", "roof=of glass"], "one of: sound, patched, bad"),
    (["--set", "roof=sound,bad"], "roof=sound|bad"),
    (["--set", "roof=sound|baad"], "Did you mean 'bad'?"),
    (["--set", "roof+=bad"], "takes one answer"),
    (["--set", "wishes=quiet,loud"], "'loud' is not an answer"),
    (["--set", "wishes+=longer_hours"], "nothing would change"),
    (["--set", "wishes-=quiet"], "nothing would change"),
    (["--set", "housed_today+=own_house"], "not answered yet"),
    (["--set", "readers=20", "--set", "readers=30"], "set twice"),
    (["--unset", "roof"], "no answer that could be taken back"),
    (["--unset", "readers", "--set", "readers=20"], "both set and unset"),
    (["--weight", "change"], "name=number"),
    (["--weight", "chnge=30"], "Did you mean 'change'?"),
    (["--weight", "change=heavy"], "a number from 0 to 100"),
    (["--weight", "change=101"], "a number from 0 to 100"),
    (["--weight", "change=1e9"], "a number from 0 to 100"),
    (["--weight", "change=-1"], "a number from 0 to 100"),
    (["--weight", "readers=5"], "leadership.readers=NUMBER or housing.readers=NUMBER"),
    (["--weight", "leadershp.readers=5"], "Did you mean 'leadership'?"),
    (["--weight", "housing.change=5"], "not a group or criterion"),
    (["--weight", "change=60", "--weight", "leadership.readers=50"], "come to 110 in 100"),
    (["--weight", "change=0", "--weight", "leadership.readers=0"], "nothing would count"),
    (["--weight", "change=1", "--weight", "change=2"], "given twice"),
    (["--off", "library_trust"], "Say why"),
    (["--off", "library_trst=No"], "Did you mean 'library_trust'?"),
    (["--off", "library_trust=No", "--off", "library_trust=No"], "twice"),
    (["--on", "library_trust"], "not off the table"),
    (["--saved"], "No what-if is kept"),
    (["--saved", "many"], "No what-if is kept"),
    (["--and", "--set", "readers=20", "--and"], "Nothing follows '--and'"),
    (["--set", "readers=20", *(["--and", "--set", "readers=30"] * 4)], "at most 4"),
    (["--set", "readers=20", "--and", "--set", "readers=40", "--keep", "x"], "leave out --saved and --and"),
    (["--title", "T", "--set", "readers=20"], "add --keep"),
    (["--keep", "few", "--set", "readers=20"], "needs a title"),
    (["--keep", "few", "--title", " ", "--set", "readers=20"], "needs a title"),
    (["--keep", "Few!", "--title", "T", "--set", "readers=20"], "write it as 'few'"),
    (["--keep", "few", "--title", "T"], "nothing to keep"),
    (["--keep", "few", "--title", "T", "--saved", "x"], "one variant"),
    (["--keep", "few", "--title", "T", "--set", "readers=20", "--output", "x.txt"], "two files"),
    (["--keep", "few", "--title", "T", "--unset", "readers"], "question=not_sure"),
    (["--set", "readers=20", "--format", "csv"], "text, json"),
]


@pytest.mark.parametrize(("options", "says"), WRONG, ids=[" ".join(each) or "nothing" for each, _ in WRONG])
def test_what_cannot_be_meant_is_told_with_what_can(
    options: list[str], says: str, what_if: Callable[..., Any], newtown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 2, a message that helps, nothing printed, nothing written anywhere."""
    monkeypatch.chdir(newtown.parent)
    before = newtown.read_bytes()
    code, out, err = what_if(*options)
    assert (code, out) == (2, ""), err
    assert says in _words(err)
    assert [path.name for path in newtown.parent.iterdir()] == ["newtown.yaml"] and newtown.read_bytes() == before


def test_a_change_to_what_is_said_already_is_told(what_if: Callable[..., Any]) -> None:
    """It is no fault; and nothing moves."""
    out = _words(what_if("--set", "readers=300").out)
    assert "Nothing is changed: the council file says so already." in out and "Why" not in out


def test_an_answer_that_does_not_arise_is_told(what_if: Callable[..., Any]) -> None:
    """A school that does not want the library is not asked who pays."""
    out = _words(what_if("--set", "school_willing=no", "--set", "school_pays=yes").out)
    assert "it does not arise, as other questions are answered, and so changes nothing" in out


def test_models_and_answers_are_taken_away_and_put_back(what_if: Callable[..., Any], newtown: Path) -> None:
    """With the reason; an answer taken back is not answered."""
    out = _words(what_if("--off", "one librarian=She retires.", "--unset", "readers").out)
    assert "Took “One librarian for all branches” off the table: She retires." in out
    assert "from 300 to not answered" in out and "now: open; what if: taken off the table" in out
    newtown.write_text(newtown.read_text(encoding="utf-8") + "off_the_table: {one_librarian: She retires}\n", "utf-8")
    assert "Put “One librarian for all branches” back on the table" in _words(what_if("--on", "one_librarian").out)


def test_variants_stand_side_by_side(what_if: Callable[..., Any], newtown: Path) -> None:
    """Kept ones by id or all of them, and others after --and; each moves by itself, the file included in none."""
    newtown.write_text(ODD, encoding="utf-8")
    out = what_if("--saved", "many", "--set", "readers=5000", "--and", "--off", "library_trust=No").out
    assert "A: If many came" in out and "\n  B\n" in out and "\n  C\n" in out
    assert "50.0   58.0 +8.0   58.0 +8.0   50.0 same" in out
    assert "Nothing moves here with C." not in out and "Why C" in out
    assert _words(what_if("--saved").out) == _words(what_if("--saved", "If many came").out)
    code, _, err = what_if("--saved", "mnay")
    assert code == 2 and "Did you mean 'many'?" in err


def test_json_says_the_same_and_keeps_private_what_is_private(what_if: Callable[..., Any]) -> None:
    """The sensitive answer is counted and not told; the rest is, with exact parts to four places."""
    text = what_if("--set", "head_leaving=yes", "--set", "readers=9000", "--format", "json").out
    found = json.loads(text)["variants"][0]
    assert found["changes"]["answers_kept_private"] == 1
    assert [each["question"] for each in found["changes"]["answers"]] == ["readers"]
    assert all("leave within a year" not in each for each in found["changes"]["says"])
    decision = found["decisions"][0]
    assert decision["leader_moved"] and decision["verdict"]["after"]["leader"] == "branch_librarians"
    lead = decision["lead"]
    assert abs(sum(each["adds"] for each in lead["reasons"]) - lead["moved"]) < 0.001
    assert {each["turn"] for each in lead["reasons"]} <= {"began", "ceased", "likelier", "less_likely"}
    shown = _words(what_if("--set", "head_leaving=yes").out)
    assert "from no to yes" in shown


@pytest.mark.parametrize("text", [SPECIAL, ODD, ODD.replace("\n", "\r\n")], ids=["without", "odd", "windows"])
def test_what_is_kept_is_read_back_and_the_rest_is_left_alone(
    text: str, run: Callable[..., Any], what_if: Callable[..., Any], newtown: Path, tiny: str
) -> None:
    """Comments, layout, line ends and own keys stay; what was kept comes out as it did when it was tried."""
    newtown.write_bytes(text.encode("utf-8"))
    options = ["--set", "wishes+=quiet", "--set", "readers=200..4000", "--weight", "leadership.change=12.5"]
    options += ["--off", "library_trust=No partner: none asked"]
    code, tried, err = what_if(*options, "--keep", "careful", "--title", "If all were careful", "--note", "Try again.")
    assert code == 0 and "Kept as 'careful'" in err
    after = newtown.read_bytes().decode("utf-8")
    lines = after.splitlines()
    left = [line for line in text.splitlines() if line not in lines]
    assert left == []
    assert newtown.with_name("newtown.yaml.bak").read_bytes().decode("utf-8") == text
    kept = read_council(newtown, view_of(read_pack(Path(tiny)).pack)).file.what_ifs[-1]
    assert (kept.id, kept.title, kept.note) == ("careful", "If all were careful", "Try again.")
    assert kept.answers == {"wishes": ["longer_hours", "quiet"], "readers": {"between": ["200", "4000"]}}
    assert kept.weights["leadership"]["change"].weight == 12.5
    assert what_if("--saved", "careful").out == tried
    assert run("assess", str(newtown), "--pack", tiny).code == 0
    code, _, err = what_if("--set", "readers=20", "--keep", "careful", "--title", "Again")
    assert code == 2 and "already" in err and newtown.read_bytes().decode("utf-8") == after


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    what_if: Callable[..., Any], newtown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves it while the what-if is reckoned: told, and theirs stands."""
    from wizard.cli import keeping_what_if

    reckoned = keeping_what_if.rendered

    def meanwhile(*given: Any) -> str:
        newtown.write_text(SPECIAL, encoding="utf-8")
        return reckoned(*given)

    monkeypatch.setattr(keeping_what_if, "rendered", meanwhile)
    code, out, err = what_if("--set", "readers=20", "--keep", "few", "--title", "Few")
    assert (code, out) == (2, "") and "changed by somebody else" in err
    assert newtown.read_text(encoding="utf-8") == SPECIAL


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_a_read_only_file_is_not_written(what_if: Callable[..., Any], newtown: Path) -> None:
    """Told as such, and nothing is printed as if it had been kept."""
    newtown.chmod(0o444)
    code, out, err = what_if("--set", "readers=20", "--keep", "few", "--title", "Few")
    assert (code, out) == (2, "") and "read-only" in err


def test_a_shipped_file_is_not_written(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A council file that came with the program, named from elsewhere, is nobody's to change."""
    monkeypatch.chdir(tmp_path)
    name = "scenarios/reports/knowsley.yaml"
    code, out, err = run("what-if", name, "--set", "vacancy=yes", "--keep", "x", "--title", "X")
    assert (code, out) == (2, "") and "copy it first" in err


def test_output_goes_to_a_file_and_never_to_the_council_file(what_if: Callable[..., Any], newtown: Path) -> None:
    """Whole or not at all."""
    before = newtown.read_bytes()
    code, _, err = what_if("--set", "readers=20", "--output", str(newtown))
    assert code == 2 and "council file itself" in err and newtown.read_bytes() == before
    target = newtown.with_name("result.txt")
    assert what_if("--set", "readers=20", "--output", str(target)).code == 0
    assert target.read_text(encoding="utf-8") == what_if("--set", "readers=20").out


def test_no_line_is_wider_than_the_page(what_if: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """With four variants at 60, 80 and 110 columns."""
    more = [option for number in (400, 1500, 9000) for option in ("--and", "--set", f"readers={number}")]
    for columns in ("60", "80", "110"):
        monkeypatch.setenv("COLUMNS", columns)
        out = what_if("--set", "wishes=quiet", *more).out
        assert max(map(len, out.splitlines())) <= int(columns) and "58.0" in out
