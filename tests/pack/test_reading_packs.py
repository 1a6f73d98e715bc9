"""Reading a rule set from its folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wizard.pack import ReadPack, check_pack, read_pack
from wizard.problems import Place, Unreadable

UNCITED = "id: gossip\ntitle: Gossip\nshort: Gossip\npublisher: x\ndate: '2011'\nkind: talk\nlimits: None.\n"


def test_the_smallest_rule_set_is_clean(read_tiny: ReadPack) -> None:
    """It reads without a fault and no check finds anything in it."""
    assert check_pack(read_tiny) == []


def test_models_and_decisions_run_in_their_declared_order(read_tiny: ReadPack) -> None:
    """`order` decides, not the names of files."""
    assert list(read_tiny.pack.decisions) == ["leadership", "housing"]
    assert [model.id for model in read_tiny.pack.models_of("leadership")] == [
        "one_librarian",
        "branch_librarians",
        "library_trust",
    ]


def test_nothing_depends_on_the_order_in_which_files_are_found(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files made in another order give the same rule set and the same fingerprint."""
    again = Path("again")
    for file in sorted(tiny.rglob("*.yaml"), reverse=True):
        target = again / file.relative_to(tiny)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    first, second = read_pack(tiny), read_pack(again)
    assert first.pack == second.pack
    for kind in ("criteria", "risks", "sources", "questions"):
        assert list(getattr(first.pack, kind)) == list(getattr(second.pack, kind))


def test_sources_are_opened_only_where_cited(tiny: Path) -> None:
    """A source that nothing cites is not read, so that a fault in it does not stop an assessment."""
    (tiny / "sources" / "gossip.yaml").write_text("][", encoding="utf-8")
    assert "gossip" not in read_pack(tiny).pack.sources
    with pytest.raises(Unreadable) as raised:
        read_pack(tiny, every_source=True)
    assert [problem.place.file for problem in raised.value.problems] == [str(tiny / "sources" / "gossip.yaml")]


def test_a_source_that_a_cited_one_draws_on_is_read_too(tiny: Path) -> None:
    """Or two reports on one study could not be told to be one witness."""
    (tiny / "sources" / "gossip.yaml").write_text(UNCITED, encoding="utf-8")
    news = tiny / "sources" / "branch_survey_2011.yaml"
    news.write_text(news.read_text(encoding="utf-8") + "draws_on: gossip\n", encoding="utf-8")
    assert "gossip" in read_pack(tiny).pack.sources


def test_sections_of_a_source_are_joined(read_tiny: ReadPack) -> None:
    """Findings of `sources/<id>/` belong to the source as if they stood in its file."""
    findings = read_tiny.pack.sources["branch_survey_2011"].findings
    assert {"all_want_a_face", "desk_hours"} <= set(findings)
    assert read_tiny.pack.finding("branch_survey_2011.desk_hours").where == "table 5"


def test_places_lead_to_line_and_column(read_tiny: ReadPack) -> None:
    """A part of an object is found again in its file, also one inside a list of a list."""
    places = read_tiny.places
    place = places.of("criterion", "nearness", "arguments", 1, "when", "hours_a_week", key=True)
    assert Path(place.file).name == "nearness.yaml"
    line = Path(place.file).read_text(encoding="utf-8").split("\n")[place.line - 1]
    assert line[place.column - 1 :].startswith("hours_a_week: {above: 40.5}")
    question = places.of("question", "roof", "id")
    assert Path(question.file).read_text(encoding="utf-8").split("\n")[question.line - 1].endswith("- id: roof")
    finding = places.of("finding", "branch_survey_2011.desk_hours", key=True)
    assert finding.file.endswith("places.yaml")


def test_a_place_that_does_not_exist_is_the_folder(read_tiny: ReadPack) -> None:
    """Asking for the place of something unknown is never an error."""
    assert read_tiny.places.of("criterion", "no_such_thing").line == 0


def test_the_fingerprint_follows_what_counts_and_nothing_else(tiny: Path) -> None:
    """Line ends of Windows and uncited sources leave it; a changed word moves it."""
    before = read_pack(tiny).pack.fingerprint
    assert len(before) == 64
    (tiny / "sources" / "gossip.yaml").write_text(UNCITED, encoding="utf-8")
    assert read_pack(tiny, every_source=True).pack.fingerprint == before
    head = tiny / "pack.yaml"
    words = head.read_bytes()
    head.write_bytes(words.replace(b"\n", b"\r\n"))
    assert read_pack(tiny).pack.fingerprint == before
    head.write_bytes(words.replace(b"seed: 7", b"seed: 8"))
    assert read_pack(tiny).pack.fingerprint != before


def test_hidden_files_are_let_alone(tiny: Path) -> None:
    """What an editor or a file manager leaves behind, with a dot before its name, is no fault."""
    (tiny / ".DS_Store").write_bytes(b"\x00")
    (tiny / "criteria" / ".nearness.yaml.swp").write_bytes(b"\x00")
    assert read_pack(tiny).problems == []


def test_a_stray_note_does_not_stop_an_assessment(tiny: Path) -> None:
    """It is told by the check; a stray YAML file, which may be a rule gone missing, stops the reading."""
    (tiny / "criteria" / "notes.txt").write_text("x", encoding="utf-8")
    read = read_pack(tiny)
    assert [problem.check for problem in read.problems] == ["stray-file"]
    assert [problem.check for problem in check_pack(read)] == ["stray-file"]
    (tiny / "criteria" / "nearness.yml").write_text("x: y", encoding="utf-8")
    with pytest.raises(Unreadable):
        read_pack(tiny)


def test_optional_folders_may_be_missing(tiny: Path) -> None:
    """A rule set without poor fits, risks, measures or sources can be read."""
    for folder in ("poor_fits", "risks", "measures"):
        shutil.rmtree(tiny / folder)
    assert read_pack(tiny).pack.risks == {}


def test_a_missing_folder_and_a_file_are_told() -> None:
    """Neither is a traceback."""
    for folder, words in ((Path("nowhere/at/all"), "no such folder"), (Path(__file__), "a file")):
        with pytest.raises(Unreadable) as raised:
            read_pack(folder)
        (problem,) = raised.value.problems
        assert problem.check == "missing-folder"
        assert problem.place == Place(str(folder))
        assert words in problem.message


def test_a_fault_in_one_question_does_not_make_the_others_unknown(tiny: Path) -> None:
    """One slip is one problem, however many rules look at the questions of that file."""
    file = tiny / "questions" / "02_service.yaml"
    text = file.read_text(encoding="utf-8").replace("    answer: number\n", "    answer: numbr\n")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        read_pack(tiny)
    assert [problem.check for problem in raised.value.problems] == ["wrong-value"]


def test_an_unreadable_file_of_questions_is_one_problem(tiny: Path) -> None:
    """Where not even the names could be read, no question is called unknown."""
    (tiny / "questions" / "02_service.yaml").write_text("section: [", encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        read_pack(tiny)
    assert [problem.check for problem in raised.value.problems] == ["not-yaml"]


@pytest.mark.parametrize(
    "file", ["models/one_librarian.yaml", "sources/branch_survey_2011/people.yaml", "risks/burn_out.yaml"]
)
def test_an_unreadable_file_is_one_problem(tiny: Path, file: str) -> None:
    """What mentions the object of a broken file is not a fault of its own."""
    (tiny / file).write_text("id: {", encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        read_pack(tiny)
    assert [(problem.check, problem.place.file) for problem in raised.value.problems] == [
        ("not-yaml", str(tiny / file))
    ]
