"""Rule sets of one's own on the command line: begun, compared, used by council files, frozen with what is below."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import WRITTEN

Run = Callable[..., Any]

HEAD = """id: ours
title: Ours
version: 0.1.0
format: 1
builds_on: {id: tiny, version: 1.0.0}
summary: What we see otherwise.
"""
WEIGHTS = "weights: {leadership: {readers: {weight: 80, set_by: the consultant, why: Readers come first.}}}\n"


@pytest.fixture
def here(tmp_path: Path, tiny: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: `rules/tiny`, `rules/ours` on it, and a council file that names `ours`."""
    shutil.copytree(tiny, tmp_path / "rules" / "tiny")
    _head(tmp_path, WEIGHTS)
    (tmp_path / "newtown.yaml").write_text(WRITTEN.replace("{id: tiny}", "{id: ours}"), encoding="utf-8")
    (tmp_path / "base.yaml").write_text(WRITTEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _head(here: Path, extra: str) -> None:
    path = here / "rules" / "ours" / "pack.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + extra, encoding="utf-8")


def _without_roof(here: Path) -> None:
    """The rule set without the question of the roof, and a criterion that does not ask it."""
    _head(here, "leaves_out: {questions: [roof]}\n")
    path = here / "rules" / "ours" / "criteria" / "dry_books.yaml"
    path.parent.mkdir()
    text = (here / "rules" / "tiny" / "criteria" / "dry_books.yaml").read_text(encoding="utf-8")
    text = text.replace("when: {roof: bad}", "when: {school_willing: yes}").replace(
        "{roof: bad, school_willing: no}", "{school_willing: yes}"
    )
    path.write_text(text, encoding="utf-8")


def _council(run: Run, *argv: str) -> dict[str, Any]:
    code, out, err = run("assess", *argv, "--format", "json")
    assert code == 0, err
    found: dict[str, Any] = json.loads(out)["councils"][0]
    return found


@pytest.mark.parametrize("argv", [[], ["--builds-on", "tiny"], ["--builds-on", "reports_2008"]])
def test_what_is_begun_passes_its_checks_and_tests(run: Run, here: Path, argv: list[str]) -> None:
    """As it stands, and it is refused to write over it."""
    code, out, err = run("pack", "new", "rules/mine", *argv)
    assert (code, err) == (0, "")
    assert "wizard pack check rules/mine" in out
    assert run("pack", "check", "rules/mine").code == 0
    assert "all as expected" in run("pack", "test", "rules/mine").out
    before = (here / "rules" / "mine" / "pack.yaml").read_bytes()
    assert run("pack", "new", "rules/mine").code == 2
    assert (here / "rules" / "mine" / "pack.yaml").read_bytes() == before


def test_what_is_begun_alone_leans_to_neither_side_for_good(run: Run, here: Path) -> None:
    """Each of its models can come first, and a council file begun with it can be assessed."""
    assert run("pack", "new", "mine").code == 0
    found = json.loads(run("pack", "tilt", "mine", "--sets", "200", "--format", "json").out)
    assert "one_desk" in json.dumps(found)
    assert run("new", "town.yaml", "--pack", "mine").code == 0
    assert "Not enough known yet" in run("assess", "town.yaml").out


@pytest.mark.parametrize("name", ["Mine", "1st", "my rules", "..", "rules"])
def test_odd_names_are_refused(run: Run, here: Path, name: str) -> None:
    """The folder's name is the id, and what is there already is never touched."""
    before = sorted(path.relative_to(here) for path in here.rglob("*"))
    code, out, err = run("pack", "new", name)
    assert (code, out) == (2, "")
    assert err
    assert sorted(path.relative_to(here) for path in here.rglob("*")) == before


def test_a_rule_set_cannot_be_named_as_what_it_builds_on(run: Run, here: Path) -> None:
    """Nor begun where that would not be found."""
    assert "cannot have the id" in run("pack", "new", "tiny", "--builds-on", "tiny").err
    shutil.copytree(here / "rules" / "tiny", here / "far" / "tiny2")
    head = here / "far" / "tiny2" / "pack.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: tiny", "id: tiny2"), encoding="utf-8")
    code, _, err = run("pack", "new", "mine", "--builds-on", "far/tiny2")
    assert code == 2 and "beside it" in err
    assert not (here / "mine").exists()


def test_weights_of_the_rule_set_hold_and_are_shown(run: Run, here: Path) -> None:
    """In text, in JSON and under priorities, with whose judgement they are; a council's own go first."""
    found = _council(run, "newtown.yaml")
    weights = {each["criterion"]: each for each in found["decisions"][0]["weights"]}
    assert weights["nearness"]["weight"] + weights["opening"]["weight"] == 0.8
    assert weights["nearness"]["declared_by"] == "the consultant" and not weights["nearness"]["set"]
    assert weights["disruption"]["declared_by"] is None
    assert found["pack"]["builds_on"] == [{"id": "tiny", "version": "1.0.0", "written_for": "1.0.0"}]
    text = " ".join(run("assess", "newtown.yaml").out.split())
    assert "What readers gain: 80 in 100 (by the consultant, with the rule set)" in text
    assert "why: Readers come first." in run("priorities", "newtown.yaml").out
    own = WRITTEN.replace("{id: tiny}", "{id: ours}") + "weights: {leadership: {readers: {weight: 20}}}\n"
    (here / "newtown.yaml").write_text(own, encoding="utf-8")
    weights = {each["criterion"]: each for each in _council(run, "newtown.yaml")["decisions"][0]["weights"]}
    assert weights["nearness"]["weight"] == 0.1 and weights["nearness"]["declared_by"] is None


def test_a_second_run_comes_to_the_same_and_notices_a_change_below(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept is used only while neither rule set has changed by a byte."""
    from wizard.cli import recalling

    monkeypatch.setenv("WIZARD_CACHE", str(here / "cache"))
    first = run("assess", "newtown.yaml")
    recalling._folder_digest.cache_clear()
    assert run("assess", "newtown.yaml") == first
    path = here / "rules" / "tiny" / "models" / "library_trust.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("title: A library trust", "title: A reading trust"), encoding="utf-8"
    )
    recalling._folder_digest.cache_clear()
    recalling._recalled_rules.cache_clear()
    assert "reading trust" in run("assess", "newtown.yaml").out.lower()


def test_it_is_told_when_what_lies_below_has_moved_on(run: Run, here: Path) -> None:
    """On every result, and by the check with its place."""
    head = here / "rules" / "tiny" / "pack.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.1.0"), encoding="utf-8")
    said = " ".join(run("assess", "newtown.yaml").out.split())
    assert "builds on 'tiny' as it was in version 1.0.0; that is now at 1.1.0" in said
    code, _, err = run("pack", "check", "ours")
    assert code == 1 and "pack.yaml:5:32" in err and "(base-moved)" in err


def test_a_file_of_the_one_below_can_be_held_against_it(run: Run, here: Path) -> None:
    """It is told so, and that what is left out was passed over; a file of an unrelated rule set is refused."""
    _without_roof(here)
    (here / "base.yaml").write_text(WRITTEN + "  roof: bad\n", encoding="utf-8")
    code, out, err = run("assess", "base.yaml", "--pack", "ours")
    assert code == 0 and "rule set: Ours" in out
    assert "it is held against 'ours', which builds on it" in err and "leaves out 'roof'" in err
    code, _, err = run("assess", "newtown.yaml", "--pack", "tiny")
    assert code == 2 and "(other-rule-set)" in err


def test_what_was_passed_over_is_never_lost(run: Run, here: Path) -> None:
    """Saving into a file of which something was passed over is refused, and it stays as it was."""
    _without_roof(here)
    text = WRITTEN + "  roof: bad\n"
    (here / "base.yaml").write_text(text, encoding="utf-8")
    argv = ["--decision", "leadership", "--prefer", "readers,change", "--save", "--before-result"]
    assert run("priorities", "base.yaml", "--pack", "ours", *argv).code == 2
    assert (here / "base.yaml").read_text(encoding="utf-8") == text


def test_an_old_name_opens_with_a_list_of_what_changed(run: Run, here: Path) -> None:
    """A question that an own rule set renames, on a rule set that had renamed it before: both old names still open."""
    changed = {}
    for path in sorted((here / "rules" / "tiny").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if "readers:" in text or "id: readers\n" in text:
            changed[path] = (
                text.replace("  - id: readers\n", "  - id: borrowers\n")
                .replace("{readers:", "{borrowers:")
                .replace(", readers:", ", borrowers:")
            )
    for path, text in changed.items():
        if path.name != "pack.yaml":
            copy = here / "rules" / "ours" / path.relative_to(here / "rules" / "tiny")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8")
    _head(here, "renamed: {questions: {readers: borrowers}}\n")
    new = _council(run, "newtown.yaml")
    for old in ("readers", "number_of_readers"):
        text = WRITTEN.replace("{id: tiny}", "{id: ours}").replace("readers: 300", f"{old}: 300")
        (here / "old.yaml").write_text(text, encoding="utf-8")
        code, _, err = run("validate", "old.yaml")
        assert code == 0
        assert f"The question '{old}' is now called 'borrowers'; saving the file will rewrite it." in err
        assert "old.yaml:9:3" in err
        assert _council(run, "old.yaml")["decisions"] == new["decisions"]
        assert (here / "old.yaml").read_text(encoding="utf-8") == text


def test_what_is_frozen_holds_all_that_lies_below(
    run: Run, here: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opens where neither rule set is; without the one below it is refused, whatever lies about."""
    before = _council(run, "newtown.yaml")
    assert run("freeze", "newtown.yaml").code == 0
    with zipfile.ZipFile("newtown.zip") as archive:
        names = archive.namelist()
    assert "rules/ours/pack.yaml" in names and "rules/tiny/criteria/nearness.yaml" in names
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.copy("newtown.zip", elsewhere)
    monkeypatch.chdir(elsewhere)
    after = _council(run, "newtown.zip")
    assert after["decisions"] == before["decisions"] and after["pack"] == before["pack"]


def test_a_file_of_the_one_below_is_frozen_with_the_one_above(run: Run, here: Path) -> None:
    """`--pack` decides what it is frozen with, and the archive opens with that."""
    assert run("freeze", "base.yaml", "--pack", "ours", "-o", "a.zip").code == 0
    found = _council(run, "a.zip")
    assert found["pack"]["id"] == "ours"


def test_rule_sets_are_compared_with_what_moves(run: Run, here: Path) -> None:
    """Objects by kind, council files of both, and the criterion that moves a lead."""
    code, out, err = run("pack", "diff", "tiny", "ours", "--scenarios", ".")
    assert (code, err) == (0, "")
    said = " ".join(out.split())
    assert "weights, leadership: added" in said
    assert "each numbers its versions by itself" in said
    assert "2 of 2 council files come out otherwise" in said
    assert "in 100, was" in said
    found = json.loads(run("pack", "diff", "tiny", "ours", "--scenarios", ".", "--format", "json").out)
    assert [each["kind"] for each in found["objects"]] == ["head"]
    for council in found["councils"]:
        for decision in council["decisions"]:
            if decision["pair"]:
                moved = decision["lead_after"] - decision["lead_before"]
                assert abs(sum(each["adds"] for each in decision["criteria"]) - moved) < 0.001


def test_a_version_that_does_not_say_that_results_move_is_told(run: Run, here: Path) -> None:
    """Ends with 1 until its second number moves; where nothing moves, the third is enough."""
    shutil.copytree(here / "rules" / "tiny", here / "new" / "tiny")
    criterion = here / "new" / "tiny" / "criteria" / "nearness.yaml"
    text = criterion.read_text(encoding="utf-8")
    criterion.write_text(
        text.replace("favours: [one_librarian]", "favours: [library_trust]", 1).replace(
            "title: Nearness", "title: Near"
        ),
        encoding="utf-8",
    )
    argv = ["pack", "diff", "rules/tiny", "new/tiny", "--scenarios", "."]
    code, out, _ = run(*argv)
    assert code == 1 and "write 1.1.0 or more, not 1.0.0" in " ".join(out.split())
    head = here / "new" / "tiny" / "pack.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.1.0"), encoding="utf-8")
    assert run(*argv).code == 0
    criterion.write_text(text.replace("title: Nearness to readers", "title: Near"), encoding="utf-8")
    code, out, _ = run(*argv)
    assert code == 0 and "the third number of the version is enough" in " ".join(out.split())
    assert "title: Near, was Nearness to readers" in out


def test_a_faulty_council_file_stops_the_comparison(run: Run, here: Path) -> None:
    """With its place, and with nothing printed; so does a folder that is not there."""
    (here / "bad.yaml").write_text(WRITTEN.replace("readers: 300", "readrs: 300"), encoding="utf-8")
    code, out, err = run("pack", "diff", "tiny", "ours", "--scenarios", ".")
    assert (code, out) == (2, "") and "bad.yaml:9:3" in err
    assert run("pack", "diff", "tiny", "ours", "--scenarios", "none").code == 2


def test_a_schema_is_written_for_an_editor(run: Run, here: Path) -> None:
    """For council files and for rules, on the screen or into a file; another kind is refused."""
    assert json.loads(run("pack", "schema", "ours").out)["$schema"].endswith("draft-07/schema#")
    assert run("pack", "schema", "ours", "--for", "pack", "-o", "rules.schema.json").code == 0
    schema = json.loads((here / "rules.schema.json").read_text(encoding="utf-8"))
    left_out = schema["definitions"]["LeavesOut"]["properties"]["criteria"]["items"]["enum"]
    assert "dry_books" in left_out
    assert run("pack", "schema", "ours", "--for", "rules").code == 2
