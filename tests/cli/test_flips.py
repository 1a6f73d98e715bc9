"""`wizard flips`: on a small rule set and on what ships; what is misused."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wizard.cli.loading import load_councils
from wizard.conditions.answers import Chosen, OneOf
from wizard.engine import assess
from wizard.engine.results import DecisionResult
from wizard.engine.varying import Variation, varied
from wizard.proof.council_case import case_of

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
SHIPPED = [
    "reports/bracknell_forest_2008",
    "reports/knowsley",
    "examples/large_county",
    "examples/shared_with_nhs",
    "examples/small_unitary",
]


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def flips(run: Callable[..., Any], newtown: Path, tiny: str) -> Callable[..., Any]:
    """Runs the command on Newtown with these options."""
    return lambda *options: run("flips", str(newtown), *options, "--pack", tiny)


def test_a_locked_answer_is_tried_only_at_a_wish(flips: Callable[..., Any]) -> None:
    """How many readers there are is not for a library to change; what would come of it is told when asked for."""
    code, out, err = flips()
    assert (code, err) == (0, "") and "9,000" not in out
    assert "No change of one or two of these answers does." in _words(out)
    assert "Left as they are, because a council cannot change them: decision date; led today; readers." in _words(out)
    unlocked = _words(flips("--unlock", "readers").out)
    assert (
        "If the answer on “readers” were between 5,000 and 100,000, not 300, "
        "a librarian in each branch would come first"
    ) in unlocked
    assert unlocked == _words(flips("--unlock", "How many readers borrowed a book last year?").out)
    several = flips("--unlock", "readers", "led today", "--unlock", "decision_date").out
    assert "Left as they are" not in several and "Changed at your wish" in several


def test_one_decision_alone(flips: Callable[..., Any]) -> None:
    """By its id or its title."""
    assert "WHERE THE BOOKS STAND" in flips().out
    by_id, by_title = flips("--decision", "leadership").out, flips("--decision", "who leads the branches").out
    assert by_id == by_title and "WHERE THE BOOKS STAND" not in by_id


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--decision", "leadrship"], "Did you mean 'leadership'?"),
        (["--decision", "xyz"], "There are: leadership, housing."),
        (["--unlock", "raeders"], "Did you mean 'readers'?"),
        (["--unlock", "xyz"], "'wizard pack show' lists the questions."),
        (["--unlock"], "--unlock"),
        (["--format", "csv"], "text, json"),
    ],
)
def test_misuse_is_told_with_a_way_out(options: list[str], words: str, flips: Callable[..., Any]) -> None:
    """Code 2, nothing on stdout, and what to do on stderr."""
    code, out, err = flips(*options)
    assert (code, out) == (2, "") and words in err


def test_the_council_file_is_neither_changed_nor_overwritten(flips: Callable[..., Any], newtown: Path) -> None:
    """Trying answers out leaves the file as it was."""
    before = newtown.read_bytes()
    assert flips("--unlock", "readers").code == 0 and flips("--output", str(newtown)).code == 2
    assert newtown.read_bytes() == before


def test_output_holds_what_the_screen_would(flips: Callable[..., Any], tmp_path: Path) -> None:
    """In both formats."""
    for form in ("text", "json"):
        target = tmp_path / f"flips.{form}"
        assert flips("--format", form, "--output", str(target)).out == ""
        assert target.read_text(encoding="utf-8") == flips("--format", form).out


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_councils_make_pages_that_hold(name: str, run: Callable[..., Any]) -> None:
    """Nothing runs over, the verdict is that of the assessment, and it is a page or two, not ten."""
    file = str(SCENARIOS / f"{name}.yaml")
    code, out, err = run("flips", file, "--pack", "reports_2008")
    assert (code, err) == (0, "") and [line for line in out.splitlines() if len(line) > 80] == []
    assert len(out.splitlines()) < 130
    for decision in json.loads(run("flips", file, "--format", "json").out)["decisions"]:
        assert _words(decision["verdict"]["says"]).casefold() in _words(out).casefold()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_change_that_is_told_is_one_that_what_if_shows(name: str, run: Callable[..., Any]) -> None:
    """Each single change of an option in the JSON, made in the council, puts the model first that it names."""
    file = str(SCENARIOS / f"{name}.yaml")
    loaded = load_councils([file])[0]
    case = case_of(loaded.council)
    read = json.loads(run("flips", file, "--format", "json").out)
    for decision in read["decisions"]:
        for flip in decision["flips"]:
            (change, *others) = flip["changes"]
            if others or change["private"] or change["option"] is None:
                continue
            answer: Any = OneOf(frozenset([change["option"]]))
            if change["adds"] is not None:
                now = case.answers[change["question"]]
                assert isinstance(now, Chosen) and (change["option"] in now.options) != change["adds"]
                answer = Chosen(now.options ^ {change["option"]})
            after = assess(loaded.rules, varied(case, Variation({change["question"]: answer})))
            result: DecisionResult = after.decision(decision["decision"])
            assert result.competing[0].model.id == flip["leader"]
            if flip["verdict"]:
                assert result.verdict.kind == flip["verdict"]["kind"]


def test_commands_that_an_assessment_names_are_there(run: Callable[..., Any], newtown: Path, tiny: str) -> None:
    """Each ends well on the very file that the assessment is of."""
    out = run("assess", str(newtown), "--pack", tiny).out.split("GO ON FROM HERE")[1]
    named = re.findall(r"wizard ([a-z-]+)", _words(out))
    assert named == ["robustness", "flips", "next"]
    assert [run(name, str(newtown), "--pack", tiny).code for name in named] == [0, 0, 0]
