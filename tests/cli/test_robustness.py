"""`wizard robustness`, as it is called and as it prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(str(path) for path in (ROOT / "scenarios" / "examples").glob("*.yaml"))
BRACKNELL = str(ROOT / "scenarios" / "reports" / "bracknell_forest_2008.yaml")
LONGEST = 120
"""Lines of one decision: what fits on two sheets of paper."""


def test_the_same_run_twice_gives_the_same_bytes(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Text and JSON, and only the latter is asked for by other programs."""
    for form in ("text", "json"):
        first, second = (run("robustness", str(newtown), "--pack", tiny, "--format", form) for _ in range(2))
        assert first == second and (first.code, first.err) == (0, "") and first.out


def test_one_decision_is_named_by_id_or_title(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Its figures do not depend on whether others are shown."""
    every = json.loads(run("robustness", str(newtown), "--pack", tiny, "--format", "json").out)
    for name in ("leadership", "who LEADS the branches"):
        only = json.loads(run("robustness", str(newtown), "--pack", tiny, "--decision", name, "--format", "json").out)
        assert only["decisions"] == every["decisions"][:1]


def test_more_mixes_are_more_exact(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """The number is told, with what it leaves uncertain; figures agree within their errors."""
    found = {
        mixes: json.loads(
            run("robustness", str(newtown), "--pack", tiny, "--mixes", str(mixes), "--format", "json").out
        )
        for mixes in (1000, 50_000)
    }
    assert found[1000]["sampling_error"] > 0.03 > 0.005 > found[50_000]["sampling_error"]
    few, many = (found[mixes]["decisions"][0]["everything"]["models"] for mixes in (1000, 50_000))
    for one, other in zip(few, many, strict=True):
        assert abs(one["first"] - other["first"]) <= one["sampling_error"] + other["sampling_error"]
    text = run("robustness", str(newtown), "--pack", tiny, "--mixes", "50000").out
    assert "Counted over 50,000 mixes" in text and "give or take less than 1 in 100" in " ".join(text.split())


@pytest.mark.parametrize("mixes", ["0", "999", "200001", "-10000", "1e4", "10_000", "many", "", " ", "٢٠٠٠"])
def test_odd_numbers_of_mixes_are_refused(mixes: str, run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Code 2, and what it can be."""
    code, out, err = run("robustness", str(newtown), "--pack", tiny, f"--mixes={mixes}")
    assert (code, out) == (2, "") and "1000 to 200000" in err


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--decision", "leadershp"], "Did you mean 'leadership'?"),
        (["--format", "csv"], "text, json"),
        (["--mixs", "2000"], "--mixs"),
        (["--mixes"], "--mixes"),
    ],
)
def test_misuse_is_told_and_nothing_written(
    argv: list[str], words: str, run: Callable[..., Any], newtown: Path, tiny: str
) -> None:
    """Code 2; what the council file says stays as it is, and no other file appears."""
    before, beside = newtown.read_bytes(), sorted(newtown.parent.iterdir())
    code, out, err = run("robustness", str(newtown), "--pack", tiny, "--output", str(newtown.parent / "x.txt"), *argv)
    assert (code, out) == (2, "") and words in err
    assert newtown.read_bytes() == before and sorted(newtown.parent.iterdir()) == beside


def test_a_file_that_cannot_be_read_is_told(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """A faulty answer with its place, a missing file, and the council file as output."""
    newtown.write_text(newtown.read_text(encoding="utf-8").replace("readers: 300", "readers: -3"), encoding="utf-8")
    code, out, err = run("robustness", str(newtown), "--pack", tiny)
    assert (code, out) == (2, "") and f"{newtown}:9:" in err
    assert run("robustness", str(newtown.with_name("none.yaml")), "--pack", tiny).code == 2
    code, out, err = run("robustness", str(newtown), "--pack", tiny, "--output", str(newtown))
    assert (code, out) == (2, "") and "council file itself" in err


def test_output_goes_whole_into_a_file(run: Callable[..., Any], newtown: Path, tiny: str, tmp_path: Path) -> None:
    """The same bytes as on the screen."""
    path = tmp_path / "firm.json"
    printed = run("robustness", str(newtown), "--pack", tiny, "--format", "json").out
    assert run("robustness", str(newtown), "--pack", tiny, "--format", "json", "--output", str(path)).out == ""
    assert path.read_text(encoding="utf-8") == printed


def test_weights_that_were_set_are_varied_around_what_was_said(
    run: Callable[..., Any], newtown: Path, tiny: str
) -> None:
    """A run of its own beside the one over all priorities, in text and in JSON."""
    with newtown.open("a", encoding="utf-8") as stream:
        stream.write("weights:\n  leadership:\n    change: {weight: 90, set_by: the clerk, when: before_result}\n")
    found = json.loads(run("robustness", str(newtown), "--pack", tiny, "--format", "json").out)["decisions"]
    assert found[0]["around_what_was_said"] == found[0]["everything"] != found[0]["over_all_priorities"]
    assert found[1]["around_what_was_said"] is None
    flat = " ".join(run("robustness", str(newtown), "--pack", tiny, "--decision", "leadership").out.split())
    assert "Over all priorities, whatever was said of them" in flat and "in keeping with what has been said" in flat


def test_bracknell_forest_says_first_that_too_little_is_known(run: Callable[..., Any]) -> None:
    """On both decisions, before any figure."""
    code, out, _ = run("robustness", BRACKNELL)
    flat = " ".join(out.split())
    assert code == 0 and flat.count("Not enough known yet") == flat.count("Too little is known to advise") == 2
    for part in flat.split("Not enough known yet")[1:]:
        assert part.index("Too little is known to advise") < part.index(" of 100")


@pytest.mark.parametrize("path", [BRACKNELL, *EXAMPLES])
def test_shipped_files_agree_with_their_assessment(path: str, run: Callable[..., Any]) -> None:
    """Unknown answers alone, and priorities alone where nothing was said of them, within the two sampling errors."""
    firm = json.loads(run("robustness", path, "--format", "json").out)
    (council,) = json.loads(run("assess", path, "--format", "json").out)["councils"]
    for ours, theirs in zip(firm["decisions"], council["decisions"], strict=True):
        assert ours["verdict"]["says"] == theirs["verdict"]["says"]
        assert ours["silent_scores"] == sum(each["silent"] for each in theirs["scores"])
        standings = {each["model"]: each for each in theirs["standings"]}
        for varied, field, count in (("unknowns", "first_unknowns", 256), ("priorities", "first_priorities", 1000)):
            if varied == "priorities" and ours["around_what_was_said"]:
                continue
            for model in ours["alone"][varied]["models"]:
                share = standings[model["model"]][field] if standings[model["model"]]["rank"] else model["first"]
                error = max(1.96 * (share * (1 - share) / count) ** 0.5, 3 / count) + model["sampling_error"]
                assert abs(model["first"] - share) <= error, (model["model"], varied)


@pytest.mark.parametrize("path", [BRACKNELL, *EXAMPLES])
def test_a_decision_takes_no_more_than_two_sheets(path: str, run: Callable[..., Any]) -> None:
    """At 80 columns, the annex not counted."""
    for decision in ("leadership", "nhs_link"):
        lines = run("robustness", path, "--decision", decision).out.split("\nANNEX")[0].splitlines()
        assert len(lines) <= LONGEST and max(map(len, lines)) <= 80
