"""A workshop begins with the facts copied and nobody's judgement in them; where it cannot, nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workshop.conftest import FACTS, TINY, WorkshopOf, again
from wizard.council_file import NotSaved, OpenCouncil
from wizard.problems import Unreadable
from wizard.session.change import NotTaken
from wizard.session.rule_sets import RuleSet, RuleSets
from wizard.workshop.asked import asked_by_default
from wizard.workshop.beginning import Wanted, begin_case_study, begin_group
from wizard.workshop.workshop import Workshop


def test_the_facts_are_copied_to_the_letter(workshop_of: WorkshopOf) -> None:
    """Whatever becomes of the council file later, the workshop goes on with what it began with."""
    workshop = workshop_of()
    assert (workshop.folder / "facts.yaml").read_text(encoding="utf-8") == FACTS
    assert workshop.file.kind == "group" and workshop.file.title == "Newtown" and not workshop.is_open


def test_questions_of_judgement_are_asked_and_nothing_else(workshop_of: WorkshopOf, tiny: RuleSet) -> None:
    """A fact is a fact: people who know it do not answer it apart."""
    pack = tiny.rules.pack
    assert workshop_of().file.questions == tuple(each.id for each in pack.questions.values() if each.judged)


def test_a_question_that_cannot_arise_is_not_asked(tiny: RuleSet) -> None:
    """Of those judged, only what the facts leave to be asked; a judged answer in the file rules nothing out."""
    from wizard.conditions.domain import understand

    judged = asked_by_default(tiny.rules, {})
    answers = {"roof": understand(tiny.rules.domains["roof"], "bad")}
    assert asked_by_default(tiny.rules, answers) == judged != ()


def test_sensitive_questions_stay_out_unless_the_room_is_confidential(workshop_of: WorkshopOf) -> None:
    """Sixteen people and a projector are no place for what one says of a colleague."""
    with pytest.raises(NotTaken, match="sensitive"):
        workshop_of("open", questions=("head_leaving",))
    assert not Path(workshop_of("other").folder.parent / "open").exists()
    assert workshop_of("closed", questions=("head_leaving",), confidential=True).file.confidential


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(questions=("rooof",)), "roof"),
        (Wanted(decisions=("leadrship",)), "leadership"),
        (Wanted(title="  "), "cannot be empty"),
    ],
)
def test_what_is_not_there_is_refused_and_the_nearest_named(
    tmp_path: Path, newtown: OpenCouncil, tiny: RuleSet, wanted: Wanted, said: str
) -> None:
    """Nothing is written before everything is known to be right."""
    with pytest.raises(NotTaken) as caught:
        begin_group(tmp_path / "room", newtown, tiny, wanted)
    assert said in f"{caught.value.message} {caught.value.hint}"
    assert not (tmp_path / "room").exists()


def test_nothing_that_stands_is_written_over(tmp_path: Path, newtown: OpenCouncil, tiny: RuleSet) -> None:
    """Neither another workshop, nor somebody's folder, nor a file."""
    begin_group(tmp_path / "room", newtown, tiny)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for name in ("room", "full", "file"):
        with pytest.raises(NotSaved) as caught:
            begin_group(tmp_path / name, newtown, tiny)
        assert "Nothing was written" in (caught.value.problems[0].hint or "")
    assert [each.name for each in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_a_case_is_named_by_its_id_and_the_nearest_is_offered(tmp_path: Path) -> None:
    """A place of which nobody knows what it did cannot be foretold, and says so."""
    rule_set = RuleSets().named("reports_2008")
    with pytest.raises(NotTaken) as caught:
        begin_case_study(tmp_path / "room", "bracknell", rule_set)
    assert "bracknell_forest_2008" in (caught.value.hint or "")
    with pytest.raises(NotTaken, match="do not say plainly"):
        begin_case_study(tmp_path / "room", "herefordshire", rule_set)
    with pytest.raises(NotTaken, match="do not say what"):
        begin_case_study(tmp_path / "room", "bracknell_forest_2008", rule_set, Wanted(decisions=("nhs_link",)))
    assert not (tmp_path / "room").exists()
    begun = begin_case_study(tmp_path / "room", "bracknell_forest_2008", rule_set)
    assert begun.decisions == ("leadership",) and not (tmp_path / "room" / "facts.yaml").exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("questions: [wishes, roff]", "'roff' is not a question"),
        ("questions: [head_leaving]", "sensitive"),
        ("decisions: [leading]", "'leading' is not a decision"),
        ("kind: groop", "groop"),
        ("council: ../facts.yaml", "not a file of this folder"),
        ("format: 9", "format 9"),
    ],
)
def test_a_head_changed_by_hand_is_told_with_its_place(workshop_of: WorkshopOf, changed: str, said: str) -> None:
    """Whatever a person makes of the head, they read what is wrong with it, and no traceback."""
    head = workshop_of().folder / "workshop.yaml"
    key = changed.partition(":")[0]
    lines = [each for each in head.read_text(encoding="utf-8").splitlines() if not each.startswith(f"{key}:")]
    head.write_text("\n".join([*lines, changed]) + "\n", encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        again(head.parent)
    assert said in caught.value.problems[0].message


def test_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    """The way on stands beside what is missing."""
    with pytest.raises(Unreadable) as caught:
        Workshop.open(tmp_path, pack=TINY)
    assert "wizard workshop new" in (caught.value.problems[0].hint or "")
