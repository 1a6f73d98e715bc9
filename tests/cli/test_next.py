"""`wizard next`: on a small rule set and on what ships; what is misused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def asked(run: Callable[..., Any], newtown: Path, tiny: str) -> Callable[..., Any]:
    """Runs the command on Newtown with these options."""
    return lambda *options: run("next", str(newtown), *options, "--pack", tiny)


def test_questions_stand_with_their_person_and_reason(asked: Callable[..., Any]) -> None:
    """What to ask, whom, and why; exit code 0 and silence on stderr."""
    code, out, err = asked()
    assert (code, err) == (0, "")
    assert "In what state is the roof? [ask: the caretaker]" in _words(out)
    assert "Where the books stand" in out and "WHEN ASKING CAN STOP" in out


def test_so_many_are_shown_as_are_wanted(asked: Callable[..., Any]) -> None:
    """All are counted; the line that tells of more names a command that shows them."""
    every = json.loads(asked("--format", "json").out)
    count = every["questions_found"]
    assert count == len(every["questions"]) > 1
    one = asked("--most", "1").out
    assert f"and {count - 1} more:" in one and f"--most {count}" in _words(one)
    assert " more: " not in asked("--most", str(count)).out
    assert len(json.loads(asked("--most", "1", "--format", "json").out)["questions"]) == 1


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5", "", "²", "99999999"])
def test_only_a_whole_number_from_one_is_understood(number: str, asked: Callable[..., Any]) -> None:
    """Code 2, nothing on stdout, and what to write on stderr."""
    code, out, err = asked(f"--most={number}")
    assert (code, out) == (2, "") and "--most 10" in err


def test_the_file_is_not_overwritten(asked: Callable[..., Any], newtown: Path) -> None:
    """The result never takes the place of what was read."""
    before = newtown.read_bytes()
    assert asked("--output", str(newtown)).code == 2 and newtown.read_bytes() == before


@pytest.mark.parametrize("name", ["reports/bracknell_forest_2008", "reports/knowsley", "examples/large_county"])
def test_shipped_councils_make_a_page(name: str, run: Callable[..., Any]) -> None:
    """Nothing runs over; five questions, each with someone to ask; never a stop while one is needed."""
    file = str(SCENARIOS / f"{name}.yaml")
    code, out, err = run("next", file)
    assert (code, err) == (0, "") and [line for line in out.splitlines() if len(line) > 80] == []
    read = json.loads(run("next", file, "--format", "json").out)
    shown = read["questions"][:5]
    assert [each["asks"] in _words(out) and each["ask_whom"] in _words(out) for each in shown] == [True] * len(shown)
    assert len(out.splitlines()) < 70
    if any(each["needed"] for each in read["questions"]):
        assert not read["may_stop"] and "Asking can stop:" not in out


def test_a_question_asked_in_vain_is_for_somebody_else(run: Callable[..., Any]) -> None:
    """In the made-up county nobody was sure whether parents are seen as parents."""
    out = _words(run("next", str(SCENARIOS / "examples" / "large_county.yaml")).out)
    assert "[not sure so far; find out from: team managers on both sides]" in out
