"""`wizard pack tilt` and `wizard consistency`, as they are called and as they print."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

COUNCIL = """\
id: oldtown_2010
title: Oldtown, 2010
pack: {id: tiny}
answers:
  decision_date: {is: 2010-06, known: before}
  led_today: {is: [branch_librarians], known: before}
  wishes: {is: [longer_hours], known: before}
  head_leaving: {is: no, known: before}
  readers: {is: 20000, known: before}
  hours_a_week: {is: 50, known: before}
  roof: {is: bad, known: at_report}
"""
OUTCOME = """\
id: oldtown_2010
did: {leadership: branch_librarians}
kept: no
what_happened: Readers ran the desk for a year, and then nobody did.
from: [reading_report_2010.volunteers_at_desk]
"""


@pytest.fixture
def oldtown(tmp_path: Path) -> Path:
    """A place with what it did."""
    (tmp_path / "outcomes").mkdir()
    (tmp_path / "outcomes" / "oldtown_2010.yaml").write_text(OUTCOME, encoding="utf-8")
    path = tmp_path / "oldtown_2010.yaml"
    path.write_text(COUNCIL, encoding="utf-8")
    return path


def test_tilt_says_how_much_was_drawn_and_whose_evidence_it_is(run: Callable[..., Any], tiny: str) -> None:
    """Both ways of drawing, both sample sizes, every model, advice and evidence; no line too long for a terminal."""
    code, out, err = run("pack", "tilt", tiny, "--sets", "600")
    assert (code, err) == (0, "")
    flat = " ".join(out.split())
    assert "Random answer sets (600)" in flat and "over the first 500" in flat and "Verdicts in 500:" in flat
    assert out.count("Every answer as likely as any other") == out.count("Whose evidence it is") == 2
    assert "Advice, not a decision" in flat and "by holders of a post: one librarian for all 1" in flat
    assert max(map(len, out.splitlines())) <= 110


def test_tilt_as_json_says_the_same(run: Callable[..., Any], tiny: str, tmp_path: Path) -> None:
    """Shares that come to one, counts, and the seed; written whole where a file is named."""
    path = tmp_path / "tilt.json"
    assert run("pack", "tilt", tiny, "--sets", "50", "--format", "json", "--output", str(path)).out == ""
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["pack"]["seed"] == 7 and [each["decision"] for each in found["decisions"]] == ["leadership", "housing"]
    for decision in found["decisions"]:
        for drawn in decision["drawn"].values():
            assert sum(each["led"] for each in drawn["models"]) + drawn["none_open"] == pytest.approx(1, abs=0.001)
            assert sum(drawn["verdicts"].values()) == drawn["sample"] == drawn["sets"] == 50
    behind = found["decisions"][0]["behind"]
    assert behind["arguments"] == 6 and behind["models"][0]["for"]["findings"]["holders"]["one_librarian"] == 1


@pytest.mark.parametrize("sets", ["0", "-5", "many", "1e3", "2000000", ""])
def test_tilt_refuses_odd_numbers_of_sets(sets: str, run: Callable[..., Any], tiny: str) -> None:
    """Code 2, and what it can be."""
    code, out, err = run("pack", "tilt", tiny, f"--sets={sets}")
    assert (code, out) == (2, "") and "1 to 1000000" in err


@pytest.mark.parametrize("command", [["pack", "tilt"], ["consistency"]])
def test_only_known_formats_are_taken(command: list[str], run: Callable[..., Any]) -> None:
    """Code 2, and what there is."""
    code, out, err = run(*command, "--format", "csv")
    assert (code, out) == (2, "") and "text, json" in err


def test_consistency_stands_beside_what_the_place_did(run: Callable[..., Any], oldtown: Path, tiny: str) -> None:
    """What it is and is not, what the evidence points to, what was done, what became of it, and rules of thumb."""
    code, out, err = run("consistency", str(oldtown), "--pack", tiny)
    assert (code, err) == (0, "")
    flat = " ".join(out.split())
    assert "CONSISTENCY CHECK and no test of whether the rules are right" in flat
    assert "they were written from these very places" in flat
    assert "1 place: agreed 1, differed 0, points to no one model 0, not enough known 0" in flat
    assert "points clearly to" in flat and "(stayed; not kept)" in flat and "Verdicts: points clearly 1." in flat
    assert "Readers ran the desk for a year" in flat and "majority choice" in flat and "always staying" in flat
    assert "6 answers known before, 1 known only at the time of the report left out" in flat
    assert "1 finding from here alone left out" in flat


def test_consistency_as_json_says_the_same(run: Callable[..., Any], oldtown: Path, tiny: str) -> None:
    """Every place with the findings left out, and the counts of each decision."""
    found = json.loads(run("consistency", str(oldtown), "--pack", tiny, "--format", "json").out)
    (place,) = found["places"]
    assert place["place"] == "oldtown" and place["kept"] == "no"
    assert place["left_out"]["findings"] == ["reading_report_2010.volunteers_at_desk"]
    assert place["decisions"][0]["points_to"] == place["decisions"][0]["did"] == "branch_librarians"
    (decision,) = found["decisions"]
    assert decision["agreements"]["agreed"] == decision["places"] == 1
    assert {each["always"] for each in decision["baselines"]} == {
        "one_librarian",
        "branch_librarians",
        "library_trust",
        "stay",
    }


def test_what_drives_a_difference_is_named_with_its_findings(run: Callable[..., Any], oldtown: Path, tiny: str) -> None:
    """A place that did otherwise: the reasons, by how much, and whose findings they are, in text and in JSON."""
    outcome = oldtown.parent / "outcomes" / "oldtown_2010.yaml"
    outcome.write_text(OUTCOME.replace("{leadership: branch_librarians}", "{leadership: library_trust}"), "utf-8")
    found = json.loads(run("consistency", str(oldtown), "--pack", tiny, "--format", "json").out)
    parting = found["places"][0]["decisions"][0]["parting"]
    assert (parting["kind"], parting["first"], parting["did"]) == ("differed", "branch_librarians", "library_trust")
    assert sum(each["adds"] for each in parting["drivers"]) == pytest.approx(parting["speaks_for"], abs=0.001)
    assert parting["speaks_for"] - parting["speaks_against"] == pytest.approx(parting["lead"], abs=0.001)
    cited = [finding for each in parting["drivers"] for finding in each["findings"]]
    assert cited and all(set(finding) == {"finding", "report", "where"} for finding in cited)
    assert "reading_report_2010.volunteers_at_desk" not in [finding["finding"] for finding in cited]
    flat = " ".join(run("consistency", str(oldtown), "--pack", tiny).out.split())
    assert "What drives the differences" in flat and "Differed: the verdict names another model" in flat
    assert "in 100 of the lead" in flat and "comes first so far" not in flat


def test_agreement_has_nothing_that_drives_a_difference(run: Callable[..., Any], oldtown: Path, tiny: str) -> None:
    """No section in the text, null in JSON."""
    found = json.loads(run("consistency", str(oldtown), "--pack", tiny, "--format", "json").out)
    assert found["places"][0]["decisions"][0]["parting"] is None
    assert "What drives" not in run("consistency", str(oldtown), "--pack", tiny).out


def test_place_that_cannot_be_counted_is_named(run: Callable[..., Any], oldtown: Path, tiny: str) -> None:
    """No outcome, or a place that no finding names: said, never passed over."""
    outcome = oldtown.parent / "outcomes" / "oldtown_2010.yaml"
    outcome.write_text(OUTCOME.replace("did:", "place: atlantis\ndid:"), encoding="utf-8")
    assert "no finding names 'atlantis'" in " ".join(run("consistency", str(oldtown), "--pack", tiny).out.split())
    outcome.write_text(OUTCOME.replace("{leadership: branch_librarians}", "{}"), encoding="utf-8")
    assert "not told of Oldtown, 2010" in " ".join(run("consistency", str(oldtown), "--pack", tiny).out.split())
    outcome.unlink()
    code, out, _ = run("consistency", str(oldtown), "--pack", tiny)
    assert code == 0 and "No outcome is written for" in out


def test_faults_of_every_outcome_are_told_at_once(run: Callable[..., Any], oldtown: Path, tiny: str) -> None:
    """Code 2, nothing on stdout, each with file, line and column."""
    second = oldtown.parent / "newtown.yaml"
    second.write_text(COUNCIL.replace("oldtown_2010", "newtown"), encoding="utf-8")
    outcomes = oldtown.parent / "outcomes"
    (outcomes / "newtown.yaml").write_text(OUTCOME.replace("oldtown_2010", "newtoun"), encoding="utf-8")
    (outcomes / "oldtown_2010.yaml").write_text(OUTCOME.replace("kept: no", "kept: perhaps"), encoding="utf-8")
    code, out, err = run("consistency", str(oldtown), str(second), "--pack", tiny)
    assert (code, out) == (2, "")
    assert f"{outcomes / 'newtown.yaml'}:1:5" in err and f"{outcomes / 'oldtown_2010.yaml'}:3:7" in err


def test_rule_set_without_places_is_told(run: Callable[..., Any], tiny: str) -> None:
    """None of the shipped places belongs to it."""
    code, out, err = run("consistency", "--pack", tiny)
    assert (code, out) == (2, "") and "no places of the rule set 'tiny'" in err


def test_result_never_takes_the_place_of_the_council_file(run: Callable[..., Any], oldtown: Path, tiny: str) -> None:
    """Code 2, and the file as it was."""
    before = oldtown.read_bytes()
    code, _, err = run("consistency", str(oldtown), "--pack", tiny, "--output", str(oldtown))
    assert code == 2 and "council file itself" in err and oldtown.read_bytes() == before


def test_shipped_places_all_have_their_outcome(run: Callable[..., Any]) -> None:
    """Every place in the reports can be compared, is named by some finding, and uses only answers that say when."""
    code, out, err = run("consistency", "--format", "json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["without_outcome"] == [] and found["places"]
    assert [each["id"] for each in found["places"] if not each["named_in_findings"]] == []
    assert [each["id"] for each in found["places"] if each["answers"]["unmarked"]] == []
