"""`wizard priorities`: looks, tries, and writes only when told to."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BRACKNELL = ROOT / "scenarios" / "reports" / "bracknell_forest_2008.yaml"
GROUPS = ["fit_with_the_place", "services", "capacity", "support", "change", "lasting"]
BY = ("--set-by", "chief executive", "--why", "It is what we are for.")
PREFER = ("--decision", "leadership", "--prefer", "services,capacity")


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A place of the reports, to be written to."""
    return Path(shutil.copy(BRACKNELL, tmp_path / "bracknell.yaml"))


def test_looking_shows_every_decision_and_changes_nothing(run: Callable[..., Any], council: Path) -> None:
    """Both questions, or the one that is named; the file stays as it is."""
    before = council.read_bytes()
    code, out, err = run("priorities", str(council))
    assert (code, err) == (0, "")
    assert "WHO LEADS CHILDREN'S AND ADULTS' SERVICES?" in out and "JOINED TO THE NHS?" in out
    code, out, _ = run("priorities", str(council), "--decision", "leadership")
    assert code == 0 and "JOINED TO THE NHS?" not in out and "mixes of priorities" in out
    assert council.read_bytes() == before and [each.name for each in council.parent.iterdir()] == [council.name]


def test_trying_shows_before_and_after_and_writes_nothing(run: Callable[..., Any], council: Path) -> None:
    """Side by side with both verdicts; nothing in the folder changes without --save."""
    before = council.read_bytes()
    code, out, err = run("priorities", str(council), *PREFER)
    assert (code, err) == (0, "")
    assert "Nothing was saved" in out and "Before: " in out and "After: " in out
    assert council.read_bytes() == before and [each.name for each in council.parent.iterdir()] == [council.name]


def test_what_is_tried_is_what_saving_makes_of_the_result(run: Callable[..., Any], council: Path) -> None:
    """The figures shown after are those that `assess` gives once it is saved."""
    tried = json.loads(run("priorities", str(council), *PREFER, "--format", "json").out)
    code, out, err = run("priorities", str(council), *PREFER, *BY, "--after-result", "--save", "--format", "json")
    assert (code, err) == (0, "")
    saved = json.loads(out)
    assert saved["saved"] and saved["after"] == tried["after"] and saved["before"] == tried["before"]
    result = json.loads(run("assess", str(council), "--format", "json").out)["councils"][0]["decisions"][0]
    assert result["verdict"]["says"] == tried["after"]["verdict"]["says"]
    shown = {each["model"]: (each["total"], each["first_priorities"]) for each in tried["after"]["standings"]}
    standings = {each["model"]: (each["total"], each["first_priorities"]) for each in result["standings"]}
    assert shown.items() <= standings.items()
    assert tried["after"] != tried["before"]


def test_saving_adds_its_own_lines_and_keeps_the_version_before(run: Callable[..., Any], council: Path) -> None:
    """Who, when and why are recorded; every byte that stood there stands there still."""
    before = council.read_text(encoding="utf-8")
    assert run("priorities", str(council), *PREFER, *BY, "--before-result", "--save").code == 0
    assert council.read_text(encoding="utf-8") == before + (
        "trade_offs:\n  leadership:\n    - of: [services, capacity]\n      says: services\n"
        "      set_by: chief executive\n      when: before_result\n      why: It is what we are for.\n"
    )
    assert council.with_name("bracknell.yaml.bak").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_set_before_the_result_was_seen_does_not_show_it(
    run: Callable[..., Any], council: Path, form: str
) -> None:
    """Else it would be untrue the moment it was printed."""
    code, out, _ = run("priorities", str(council), *PREFER, *BY, "--before-result", "--format", form)
    assert code == 0 and "services" in out
    assert not any(words in out for words in ("director", "comes first", "verdict", "standings", "points to"))


def test_every_way_of_saying_it_is_understood(run: Callable[..., Any], council: Path) -> None:
    """Swings, an order with a tie, weights, several answers at once; titles are as good as ids."""
    start = ("priorities", str(council), "--decision", "Who leads children's and adults' services?", "--format", "json")

    def weights(*argv: str) -> dict[str, float]:
        code, out, err = run(*start, *argv)
        assert (code, err) == (0, "")
        return {each["id"]: each["weight"] for each in json.loads(out)["weights"]}

    swings = ",".join(f"{each}={points}" for each, points in zip(GROUPS, (100, 80, 70, 30, 20, 10), strict=True))
    assert list(weights("--swing", swings).values()) == [32.26, 25.81, 22.58, 9.68, 6.45, 3.22]
    assert list(weights("--rank", ",".join(GROUPS)).values()) == [40.83, 24.17, 15.83, 10.28, 6.11, 2.78]
    tied = weights("--rank", "services,capacity=Change = lasting,support,fit with the place")
    assert tied == dict(
        zip(
            ("services", "capacity", "change", "lasting", "support", "fit_with_the_place"),
            (40.83, 16.76, 16.76, 16.76, 6.11, 2.78),
            strict=True,
        )
    )
    assert weights("--weight", "What people who use services gain=30, capacity=10") == {"services": 30, "capacity": 10}
    code, out, _ = run(
        *start, "--prefer", "services,capacity", "--prefer", "services,change", "--cannot-say", "support,lasting"
    )
    assert code == 0
    assert [each["answer"] for each in json.loads(out)["trade_offs"]] == ["services", "services", "cannot_say"]


def test_what_gives_way_is_told(run: Callable[..., Any], council: Path) -> None:
    """Weights of all groups take the place of the trade-off that was saved."""
    assert run("priorities", str(council), *PREFER, *BY, "--before-result", "--save").code == 0
    out = run("priorities", str(council), "--decision", "leadership", "--rank", ",".join(GROUPS)).out
    assert "What it takes the place of" in out
    assert "over leadership capacity (by chief executive, before the result)." in " ".join(out.split())


MISUSED = [
    (["--prefer", "services,capacity"], "leadership or nhs_link: add --decision"),
    (["--prefer", "services"], "two groups with a comma"),
    (["--prefer", "a,b,c"], "two groups with a comma"),
    (["--prefer", "servces,opennes"], "Did you mean 'services'?"),
    ([*PREFER, "--weight", "change=3"], "cannot be said together"),
    ([*PREFER[:2], "--swing", "services=3", "--rank", "services"], "cannot be said together"),
    ([*PREFER[:2], "--swing", "services=3"], "Give it 0"),
    ([*PREFER[:2], "--weight", "services"], "'services' has no number"),
    ([*PREFER[:2], "--weight", "services=lots"], "'lots' for 'services' is not a number"),
    ([*PREFER[:2], "--weight", "services=60,capacity=60"], "come to 120"),
    ([*PREFER[:2], "--rank", "services,,capacity"], "between its commas"),
    ([*PREFER[:2], "--prefer", "services,services"], "against itself"),
    ([*PREFER[:2], "--prefer", "proportion,services"], "is a criterion"),
    ([*PREFER, "--prefer", "capacity,change", "--prefer", "change,services"], "circle"),
    (["--decision", "leadershp"], "Did you mean 'leadership'?"),
    (["--save"], "nothing is said"),
    (["--why", "x"], "nothing is said"),
    ([*PREFER, "--save", *BY], "--before-result or --after-result"),
    ([*PREFER, "--save", "--after-result"], "--set-by ROLE and --why TEXT"),
    ([*PREFER, "--save", "--after-result", "--set-by", " "], "--set-by is empty"),
    ([*PREFER, "--before-result", "--after-result"], "not allowed with"),
    (["--format", "xml"], "'xml' is not a format"),
]


@pytest.mark.parametrize(("argv", "words"), MISUSED, ids=[str(place) for place in range(len(MISUSED))])
def test_misuse_is_told_and_nothing_is_written(
    argv: list[str], words: str, run: Callable[..., Any], council: Path
) -> None:
    """Code 2, nothing on stdout, what to do on stderr, the file as it was and nothing beside it."""
    before = council.read_bytes()
    code, out, err = run("priorities", str(council), *argv)
    assert (code, out) == (2, "") and words in err
    assert council.read_bytes() == before and [each.name for each in council.parent.iterdir()] == [council.name]


def test_nobody_can_say_needs_no_reason(run: Callable[..., Any], council: Path) -> None:
    """Only whose answer it is, and when; and every total stays where it was."""
    before = json.loads(run("assess", str(council), "--format", "json").out)["councils"][0]["decisions"][0]["standings"]
    argv = (
        "--decision",
        "leadership",
        "--cannot-say",
        "services,capacity",
        "--set-by",
        "the cabinet",
        "--after-result",
    )
    assert run("priorities", str(council), *argv, "--save").code == 0
    after = json.loads(run("assess", str(council), "--format", "json").out)["councils"][0]["decisions"][0]["standings"]
    assert after == before


def test_what_ships_with_the_program_is_not_written_to(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shipped place can be looked at from anywhere; saving asks for a copy first."""
    monkeypatch.chdir(tmp_path)
    before = BRACKNELL.read_bytes()
    name = "scenarios/reports/bracknell_forest_2008.yaml"
    assert run("priorities", name, *PREFER).code == 0
    code, out, err = run("priorities", name, *PREFER, *BY, "--after-result", "--save")
    assert (code, out) == (2, "") and "Copy it first" in err and BRACKNELL.read_bytes() == before


def test_a_file_changed_meanwhile_is_not_overwritten(
    run: Callable[..., Any], council: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever saved in between keeps what they saved; the command says so and writes nothing."""
    from wizard.cli import reading

    read = reading.read_councils

    def somebody_saves(names: Any, pack: Any) -> Any:
        found = read(names, pack)
        council.write_text(council.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
        return found

    monkeypatch.setattr(reading, "read_councils", somebody_saves)
    code, out, err = run("priorities", str(council), *PREFER, *BY, "--after-result", "--save")
    assert (code, out) == (2, "") and "changed by somebody else" in err
    assert council.read_text(encoding="utf-8").endswith("# mine\n") and "trade_offs" not in council.read_text("utf-8")


def test_the_result_goes_into_a_file_where_it_is_asked_for(
    run: Callable[..., Any], council: Path, tmp_path: Path
) -> None:
    """And never over the council file itself."""
    written = tmp_path / "out.json"
    assert run("priorities", str(council), "--format", "json", "--output", str(written)).code == 0
    assert json.loads(written.read_text(encoding="utf-8"))["decisions"]
    code, _, err = run("priorities", str(council), "--output", str(council))
    assert code == 2 and "council file itself" in err
