"""What a place did is read strictly, and every fault is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.pack import read_pack
from wizard.pack.finding import council_files_of_reports
from wizard.problems import Unreadable
from wizard.proof.outcomes import outcome_file, read_outcome
from wizard.schema.outcome import Outcome, place_in_id
from wizard.schema.pack import Pack

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"

SOUND = """\
id: newtown_2010
did: {leadership: one_librarian}
kept: yes
what_happened: It went well.
from:
  - reading_report_2010.small_is_easy
  - "reading_report_2010, Newtown, second part"
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(TINY, every_source=True).pack


def _read(folder: Path, text: str, pack: Pack) -> Outcome:
    path = folder / "newtown_2010.yaml"
    path.write_text(text, encoding="utf-8")
    return read_outcome(path, pack, "newtown_2010.yaml")


def test_sound_outcome_is_read(tmp_path: Path, pack: Pack) -> None:
    """With the place that its id names, and sources by finding or by section."""
    outcome = _read(tmp_path, SOUND, pack)
    assert outcome.did == {"leadership": "one_librarian"} and outcome.kept == "yes"
    assert outcome.of_place == "newtown" and len(outcome.from_) == 2


def test_outcome_may_name_no_model(tmp_path: Path, pack: Pack) -> None:
    """Where no report says which of the models was chosen."""
    assert _read(tmp_path, SOUND.replace("{leadership: one_librarian}", "{}"), pack).did == {}


def test_questions_for_discussion_are_read(tmp_path: Path, pack: Pack) -> None:
    """In their order; there need be none."""
    asked = 'discuss:\n  - Who was not asked?\n  - "What would have to be true: here, say?"\n'
    assert _read(tmp_path, SOUND + asked, pack).discuss == (
        "Who was not asked?",
        "What would have to be true: here, say?",
    )
    assert _read(tmp_path, SOUND, pack).discuss == ()


def test_every_place_that_chose_gives_a_room_something_to_discuss() -> None:
    """Two to four questions each, of 35 words at most, that name their source and stand under no other place."""
    shipped = read_pack(TINY.parents[2] / "rules" / "reports_2008", every_source=True).pack
    seen: set[str] = set()
    for file in council_files_of_reports():
        outcome = read_outcome(outcome_file(file, file.stem), shipped)
        assert 2 <= len(outcome.discuss) <= 4 or not (outcome.did or outcome.discuss), file.stem
        for question in outcome.discuss:
            assert question.endswith("?") and len(question.split()) <= 35, question
            assert question not in seen, question
            seen.add(question)
        assert outcome.from_ or not outcome.discuss, file.stem
    assert len(seen) > 60


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("id: newtown_2010", "id: newtown", ":1:5", "named for 'newtown_2010'"),
        ("one_librarian}", "one_libarian}", ":2:19", "Did you mean 'one_librarian'?"),
        ("one_librarian}", "own_house}", ":2:19", "It can be: one_librarian"),
        ("{leadership:", "{leading:", ":2:7", "'leading' is not a decision"),
        ("kept: yes", "kept: partly", ":3:7", "Use one of: yes, no, unknown."),
        ("kept: yes", "keeps: yes", ":3:1", "Did you mean 'kept'?"),
        ("small_is_easy", "small_is_eazy", ":6:5", "Did you mean 'reading_report_2010.small_is_easy'?"),
        ('"reading_report_2010,', '"reading_report_2011,', ":7:5", "Did you mean 'reading_report_2010'?"),
        ("from:\n", "discuss: Who?\nfrom:\n", ":5:10", "list"),
        ("what_happened: It went well.\n", "", ":1:1", "'what_happened' is missing"),
    ],
)
def test_fault_is_told_at_its_place(tmp_path: Path, pack: Pack, old: str, new: str, place: str, words: str) -> None:
    """One fault, one problem, in an author's words."""
    assert SOUND.count(old) == 1
    with pytest.raises(Unreadable) as raised:
        _read(tmp_path, SOUND.replace(old, new), pack)
    (problem,) = raised.value.problems
    assert str(problem.place) == f"newtown_2010.yaml{place}"
    assert words in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(
    ("council", "place"),
    [
        ("oxfordshire_2002", "oxfordshire"),
        ("knowsley", "knowsley"),
        ("liverpool_before", "liverpool"),
        ("liverpool_before_2008", "liverpool"),
        ("town_20", "town_20"),
        ("beforeton", "beforeton"),
    ],
)
def test_place_is_the_id_without_year_or_stage(council: str, place: str) -> None:
    """Whatever stands at the end; a name that only looks like one is left alone."""
    assert place_in_id(council) == place


def test_place_written_out_comes_first() -> None:
    """For stages with names of their own."""
    outcome = Outcome(id="newtown_trust", place="newtown", did={}, what_happened="Nothing.")
    assert outcome.of_place == "newtown"


def test_outcome_stands_apart_from_the_council_file() -> None:
    """In a folder beside it, under the council file's id."""
    assert outcome_file(Path("reports/new.yaml"), "newtown") == Path("reports/outcomes/newtown.yaml")
