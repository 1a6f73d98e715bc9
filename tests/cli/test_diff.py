"""`wizard diff`: which answer, weight or rule moves what, the biggest mover first."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import WRITTEN

OTHER = (
    WRITTEN.replace("newtown", "bigtown")
    .replace("Newtown", "Bigtown")
    .replace("readers: 300", "readers: 9000")
    .replace("[longer_hours]", "[more_books]")
    + "weights: {leadership: {change: {weight: 30}}}\n"
)


@pytest.fixture
def towns(newtown: Path) -> Callable[[str], list[str]]:
    """Newtown, and another file beside it."""

    def make(text: str) -> list[str]:
        other = newtown.with_name("other.yaml")
        other.write_text(text, encoding="utf-8")
        return [str(newtown), str(other)]

    return make


def _words(text: str) -> str:
    return " ".join(text.split())


def _points(text: str) -> list[float]:
    return [float(each) for each in re.findall(r"> ([+-]\d+\.\d\d) points", text)]


def test_the_same_answers_differ_in_nothing(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """Said plainly."""
    code, out, err = run("diff", *towns(WRITTEN.replace("newtown", "oldtown")), "--pack", tiny)
    assert (code, err) == (0, "") and "Nothing differs: both were answered alike" in _words(out)
    assert "Changed" not in out


def test_one_difference_is_the_whole_of_the_move(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """What it moves alone is what moves, and nothing is left to others."""
    files = towns(WRITTEN.replace("readers: 300", "readers: 9000"))
    out = _words(run("diff", *files, "--pack", tiny).out)
    found = json.loads(run("diff", *files, "--pack", tiny, "--format", "json").out)
    (difference,) = found["differences"]
    assert (difference["kind"], difference["of"]) == ("answer", "readers")
    for alone, decision in zip(difference["alone"], found["decisions"], strict=True):
        assert alone["lead_moved"] == decision["lead"]["moved"]
        assert decision["lead"]["together"] in (0, None)
        assert alone["verdict"]["says"] == decision["verdict"]["B"]["says"]
    assert "from 300 to 9,000" in out and "come of several of them" not in out


def test_the_biggest_mover_comes_first_and_the_figures_add_up(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """The lead in A, what each moves, and what is left to several, make the lead in B, as printed."""
    code, out, _ = run("diff", *towns(OTHER), "--pack", tiny)
    section = _words(out.partition("WHO LEADS THE BRANCHES")[2].partition("The arguments behind it")[0])
    moves = _points(section)
    assert code == 0 and len(moves) >= 2 and moves == sorted(moves, key=lambda each: -abs(each))
    before, after = map(float, re.search(r"is (\S+) points in A and (\S+) in B", section).groups())
    rest = re.search(r"The other ([+-]\d+\.\d\d) points", section)
    assert round(before + sum(moves) + (float(rest.group(1)) if rest else 0), 2) == after


def test_every_kind_of_difference_is_named(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """Answers, weights, trade-offs and models off the table; what moves nothing stands apart."""
    more = (
        "trade_offs: {leadership: [{of: [readers, change], says: readers}]}\n"
        "off_the_table: {library_trust: Nobody wants it}\n"
    )
    text = OTHER.replace("weights: {leadership: {change: {weight: 30}}}\n", more) + "what_ifs: []\n"
    text = text.replace("answers:\n", "answers:\n  hours_a_week: 40\n")
    found = json.loads(run("diff", *towns(text), "--pack", tiny, "--format", "json").out)
    assert {each["kind"] for each in found["differences"]} == {"answer", "trade_offs", "off_the_table"}
    weighed = json.loads(run("diff", *towns(OTHER), "--pack", tiny, "--format", "json").out)
    assert "weights" in {each["kind"] for each in weighed["differences"]}
    idle = [each for each in found["differences"] if not any(one["lead_moved"] for one in each["alone"])]
    assert idle


def test_json_keeps_private_what_is_private(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """The difference is counted with what it moves; neither the question nor the answers are named."""
    files = towns(WRITTEN.replace("leaving: no", "leaving: yes"))
    text = run("diff", *files, "--pack", tiny, "--format", "json").out
    (difference,) = json.loads(text)["differences"]
    assert difference["kept_private"] and difference["of"] is None and difference["says"] is None
    assert "Changed" not in text
    assert "head librarian leave" in _words(run("diff", *files, "--pack", tiny).out)


def test_where_too_little_is_known_no_points_are_told(run: Callable[..., Any], towns: Any, tiny: str) -> None:
    """In text and in JSON: chances are not knowledge."""
    files = towns("id: blank\ntitle: Blank\npack: {id: tiny}\nanswers: {}\n")
    out = run("diff", *files, "--pack", tiny).out
    assert "Too little is known on one side at least" in _words(out) and _points(out) == []
    found = json.loads(run("diff", *files, "--pack", tiny, "--format", "json").out)
    assert {one["lead_moved"] for each in found["differences"] for one in each["alone"]} == {None}
    assert all(each["lead"]["moved"] is None for each in found["decisions"])


def test_lineage_is_told(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """That B was begun from A; and that A has changed since, where it has; from whichever side one looks."""
    other = newtown.with_name("second.yaml")
    run("new", str(other), "--from", str(newtown), "--pack", tiny)
    files = [str(newtown), str(other)]
    assert "B was begun from A, as it stands now." in run("diff", *files, "--pack", tiny).out
    assert "A was begun from B, as it stands now." in run("diff", *reversed(files), "--pack", tiny).out
    newtown.write_text(WRITTEN.replace("300", "301"), encoding="utf-8")
    assert "B was begun from A, which has changed since." in run("diff", *files, "--pack", tiny).out
    assert "was begun from" not in run("diff", str(newtown), str(newtown), "--pack", tiny).out


@pytest.fixture
def frozen_and_present(newtown: Path, tiny: str, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with Newtown frozen, and the rule set there changed since."""
    home = newtown.parent
    shutil.copytree(tiny, home / "rules" / "tiny")
    monkeypatch.chdir(home)
    assert run("freeze", "newtown.yaml").code == 0
    head = home / "rules" / "tiny" / "pack.yaml"
    text = head.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.1.0").replace("step: 5,", "step: 7,")
    head.write_text(text, encoding="utf-8")
    return home


def test_a_changed_rule_set_is_a_difference_like_any_other(run: Callable[..., Any], frozen_and_present: Path) -> None:
    """Named with both versions and with what changed in it; with the same answers it is the whole of the move."""
    code, out, err = run("diff", "newtown.zip", "newtown.yaml")
    words = _words(out)
    assert code == 0 and "newtown.zip: Frozen together" in err
    assert "held against different rule sets: at its head changed: grades." in words
    assert "Changed the rule set from “How a small library service is led” (1.0.0) to" in words
    found = json.loads(run("diff", "newtown.zip", "newtown.yaml", "--format", "json").out)
    assert [each["kind"] for each in found["differences"]] == ["rule_set"] and not found["same_rule_set"]
    assert found["rule_set_parts"] == {"head": {"changed": ["grades"]}}
    assert {each["lead"]["together"] for each in found["decisions"]} <= {0, None}
    assert found["differences"][0]["alone"][0]["lead_moved"] == found["decisions"][0]["lead"]["moved"] != 0


def test_what_the_other_rule_set_does_not_ask_is_told(run: Callable[..., Any], frozen_and_present: Path) -> None:
    """And left out, rather than held against it."""
    (frozen_and_present / "newtown.yaml").write_text(WRITTEN + "  hours_a_week: 40\n", encoding="utf-8")
    assert run("freeze", "newtown.yaml", "-o", "hours.zip").code == 0
    (frozen_and_present / "newtown.yaml").write_text(WRITTEN, encoding="utf-8")
    for path in (frozen_and_present / "rules").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("hours_a_week", "hours_on_sundays"), encoding="utf-8")
    out = _words(run("diff", "hours.zip", "newtown.yaml").out)
    assert "does not ask this, or not so" in out and "“How many hours a week is the main library open?”" in out


@pytest.mark.parametrize("columns", [60, 80, 110])
def test_no_line_is_wider_than_the_page(
    columns: int, run: Callable[..., Any], towns: Any, tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On narrow and on wide terminals."""
    monkeypatch.setenv("COLUMNS", str(columns))
    out = run("diff", *towns(OTHER), "--pack", tiny).out
    assert max(map(len, out.splitlines())) <= columns


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], "A, B"),
        (["newtown.yaml"], "B"),
        (["newtown.yaml", "none.yaml"], "no such council file"),
        (["newtown.yaml", "newtown.yaml", "--format", "csv"], "not a format"),
        (["newtown.yaml", "newtown.yaml", "--output", "newtown.yaml"], "itself"),
    ],
)
def test_misuse_is_told_and_writes_nothing(
    argv: list[str], words: str, run: Callable[..., Any], newtown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 2, and the files stay."""
    monkeypatch.chdir(newtown.parent)
    before = newtown.read_bytes()
    code, out, err = run("diff", *argv)
    assert (code, out) == (2, "") and words in err
    assert [each.name for each in newtown.parent.iterdir()] == ["newtown.yaml"] and newtown.read_bytes() == before
