"""`wizard compare`: any number of files side by side, with reasons."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import WRITTEN

PARTS = {
    "oldtown": WRITTEN.replace("newtown", "oldtown").replace("Newtown", "Oldtown"),
    "bigtown": WRITTEN.replace("newtown", "bigtown").replace("Newtown", "Bigtown").replace("300", "9000"),
    "leaving": WRITTEN.replace("newtown", "leaving")
    .replace("Newtown", "Leaving")
    .replace("leaving: no", "leaving: yes")
    + "off_the_table: {one_librarian: Nobody wants it}\nweights: {leadership: {change: {weight: 30}}}\n",
    "blank": "id: blank\ntitle: Blank\npack: {id: tiny}\nanswers: {}\n",
}


@pytest.fixture
def towns(newtown: Path) -> Callable[..., list[str]]:
    """Paths of council files beside Newtown, by name."""

    def make(*names: str) -> list[str]:
        for name in names:
            newtown.with_name(f"{name}.yaml").write_text(PARTS[name], encoding="utf-8")
        return [str(newtown), *(str(newtown.with_name(f"{name}.yaml")) for name in names)]

    return make


def _words(text: str) -> str:
    return " ".join(text.split())


def test_councils_that_answer_alike_differ_in_nothing(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """Said plainly, once for each question being settled; and one verdict stands for both."""
    code, out, err = run("compare", *towns("oldtown"), "--pack", tiny)
    assert (code, err) == (0, "")
    assert out.count("Nothing differs here between A and B.") == 2 and "A and B:" in out
    assert "5 questions are answered by at least one of them; all say the same to 5." in _words(out)
    assert "How many readers borrowed a book last year?" in out
    only = _words(run("compare", *towns("oldtown"), "--pack", tiny, "--changed-only").out)
    assert "How many readers" not in only and "Those are left out." in only


def test_reasons_for_the_difference_carry_their_evidence(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """Nine thousand readers against three hundred: which arguments hold where, what they add, who says so."""
    out = _words(run("compare", *towns("bigtown"), "--pack", tiny, "--changed-only").out)
    assert "Why B differs from A" in out
    assert "For B it does not hold: One head can know a few hundred readers." in out
    assert "A: holds; B: does not hold; -1.25 points" in out and "[one head librarian each; Reading report" in out
    assert "300" in out and "9,000" in out and "Longer hours" not in out


def test_what_people_set_stands_side_by_side(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """Weights and models off the table, and answers to sensitive questions, which are the person's own here."""
    out = _words(run("compare", *towns("leaving"), "--pack", tiny).out)
    assert "WHAT PEOPLE SET" in out and "30 in 100" in out and "no: Nobody wants it" in out
    assert "Will the head librarian leave within a year?" in out


def test_json_says_the_same_but_keeps_private_what_is_private(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """Questions across councils, each against the first with sums; the sensitive answer is only counted."""
    text = run("compare", *towns("leaving", "bigtown"), "--pack", tiny, "--format", "json").out
    found = json.loads(text)
    assert [each["title"] for each in found["councils"]] == ["Newtown", "Leaving", "Bigtown"]
    assert found["answers_kept_private"] == 1 and "head_leaving" not in {
        each["question"] for each in found["questions"]
    }
    assert found["against_first"][0]["changes"]["answers_kept_private"] == 1
    assert found["against_first"][0]["changes"]["answers"] == []
    for against in found["against_first"]:
        for decision in against["decisions"]:
            lead = decision["lead"]
            parts = [each["adds"] for each in (*lead["reasons"], *lead["weights"])] if lead else []
            assert lead is None or abs(sum(parts) - lead["moved"]) < 0.001
    readers = next(each for each in found["questions"] if each["question"] == "readers")
    assert readers["answers"] == ["300", "300", "9,000"] and not readers["agree"]
    only = json.loads(run("compare", *towns("bigtown"), "--pack", tiny, "--format", "json", "--changed-only").out)
    assert [each["question"] for each in only["questions"]] == ["readers"]


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("columns", [60, 80, 110])
def test_no_line_is_wider_than_the_page(
    count: int, columns: int, run: Callable[..., Any], towns: Any, tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With two to five files, and no column is squeezed to bits: where it would be, lists stand instead."""
    monkeypatch.setenv("COLUMNS", str(columns))
    files = towns("oldtown", "bigtown", "leaving", "blank")[:count]
    out = run("compare", *files, "--pack", tiny).out
    assert max(map(len, out.splitlines())) <= columns
    assert "How many readers borrowed a book last year?" in _words(out)


def test_a_council_of_which_nothing_is_known_is_not_reasoned_about(
    run: Callable[..., Any], towns: Any, tiny: str
) -> None:
    """No total is shown for it and no reason given: chances are not knowledge."""
    out = _words(run("compare", *towns("blank"), "--pack", tiny).out)
    assert "Too little is known of B to say" in out and "For B" not in out


def test_more_files_than_letters(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """The twenty-seventh is called 27."""
    out = run("compare", *(towns("bigtown") * 14), "--pack", tiny).out
    assert "* Z: " in out and "* 27: " in out and "Why 28 differs from A" in out


def test_one_file_is_nothing_to_compare(run: Callable[..., Any], newtown: Path) -> None:
    """And the message says what else can be done with it."""
    code, out, err = run("compare", str(newtown))
    assert (code, out) == (2, "") and "at least two" in err and "wizard assess" in err and "wizard what-if" in err


def test_files_of_different_rule_sets_are_not_compared(
    run: Callable[..., Any], newtown: Path, tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told with which file belongs to which; nothing is printed or written."""
    for name in ("tiny", "tiny_two"):
        shutil.copytree(tiny, newtown.parent / "rules" / name)
    head = newtown.parent / "rules" / "tiny_two" / "pack.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: tiny\n", "id: tiny_two\n", 1), encoding="utf-8")
    other, target = newtown.with_name("other.yaml"), newtown.with_name("out.txt")
    other.write_text(WRITTEN.replace("{id: tiny}", "{id: tiny_two}"), encoding="utf-8")
    monkeypatch.chdir(newtown.parent)
    code, out, err = run("compare", "newtown.yaml", "other.yaml", "--output", "out.txt")
    assert (code, out) == (2, "") and not target.exists()
    assert "other.yaml: tiny_two 1.0.0" in err and "one rule set" in err


def test_output_is_never_one_of_the_inputs(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """Each council file stays as it was."""
    files = towns("bigtown")
    before = Path(files[1]).read_bytes()
    code, _, err = run("compare", *files, "--pack", tiny, "--output", files[1])
    assert code == 2 and "council file itself" in err and Path(files[1]).read_bytes() == before
