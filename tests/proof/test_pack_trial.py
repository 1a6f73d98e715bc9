"""Examples and expectations are run as they are written, and fail at their place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from wizard.pack import ReadPack, read_pack
from wizard.proof.no_lead import no_lead
from wizard.proof.pack_test import try_pack

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], ReadPack]:
    """The tiny rule set with a text in one of its files replaced; called again, in one more."""

    def make(file: str, old: str, new: str) -> ReadPack:
        folder = tmp_path / "tiny"
        if not folder.exists():
            copytree(TINY, folder)
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, file
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
        return read_pack(folder)

    return make


def test_every_example_of_a_sound_rule_set_is_run() -> None:
    """As many as are written; none fails."""
    read = read_pack(TINY)
    written = [*read.pack.criteria.values(), *read.pack.poor_fits.values(), *read.pack.risks.values()]
    found = try_pack(read)
    assert found.examples == sum(len(each.examples) for each in written) > 5
    assert found.problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            "criteria/opening.yaml",
            "{library_trust: one_librarian}",
            "{one_librarian: library_trust}",
            "they score 50 and 70",
        ),
        (
            "criteria/nearness.yaml",
            "{library_trust: branch_librarians}",
            "{library_trust: one_librarian}",
            "level with",
        ),
        (
            "poor_fits/lone_head.yaml",
            '{head_leaving: yes}, expect: "yes"',
            '{head_leaving: no}, expect: "yes"',
            "comes out as no",
        ),
        (
            "poor_fits/lone_head.yaml",
            '{head_leaving: no}, expect: "no"',
            '{}, expect: "no"',
            "it also needs head_leaving",
        ),
        ("risks/burn_out.yaml", "likelihood: likely, impact", "likelihood: rare, impact", "comes out as 'likely'"),
        ("risks/burn_out.yaml", "readers: 20000, wishes: []}", "wishes: []}", "some answers are missing"),
    ],
)
def test_failing_examples_are_told_at_their_place(
    file: str, old: str, new: str, words: str, changed: Callable[[str, str, str], ReadPack]
) -> None:
    """One problem for each, in the file and on the line of the example."""
    read = changed(file, old, new)
    problems = try_pack(read).problems
    assert problems
    for problem in problems:
        text = Path(problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
        assert problem.place.file.endswith(file) and "name:" in text
    assert any(words in problem.message for problem in problems)


def test_open_answers_move_nothing_in_an_example(changed: Callable[[str, str, str], ReadPack]) -> None:
    """A comparison that only an unknown answer could bring about fails."""
    read = changed("criteria/opening.yaml", "answers: {wishes: [longer_hours], head_leaving: no}", "answers: {}")
    assert [problem.check for problem in try_pack(read).problems] == ["example-fails"]


def test_every_model_of_a_sound_rule_set_can_lead() -> None:
    """The search finds answers for each."""
    assert no_lead(read_pack(TINY)) == []


@pytest.fixture
def hopeless(changed: Callable[[str, str, str], ReadPack]) -> ReadPack:
    """A rule set in which nothing favours a trust and setting one up always counts against it."""
    changed("criteria/opening.yaml", "favours: [library_trust]", "favours: [one_librarian, branch_librarians]")
    moves = "counts_against_moves: {at_least: new_body}"
    return changed("criteria/disruption.yaml", moves, "counts_against: [library_trust]")


def test_model_without_a_chance_is_found(hopeless: ReadPack) -> None:
    """It is named, at the place of its id, and no other model is."""
    problems = no_lead(hopeless)
    assert [problem.check for problem in problems] == ["no-lead"]
    assert problems[0].place.file.endswith("models/library_trust.yaml") and "'library_trust'" in problems[0].message


def test_model_that_needs_rare_answers_is_still_found_to_lead(changed: Callable[[str, str, str], ReadPack]) -> None:
    """A trust that leads only where it is today's and readers want nothing else: climbing gets there."""
    assert no_lead(changed("criteria/opening.yaml", "favours: [library_trust]", "favours: [one_librarian]")) == []


def test_search_is_the_same_each_time(hopeless: ReadPack) -> None:
    """Seeded, so that a check never comes and goes."""
    assert no_lead(hopeless) == no_lead(hopeless)
