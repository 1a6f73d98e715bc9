"""A practice run: made-up sheets that are sound and the same each time, and a real workshop that stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workshop.conftest import again
from tests.workshop.tiny_workshops import tiny_group
from wizard.council_file import NotSaved
from wizard.session.change import NotTaken
from wizard.session.rule_sets import RuleSets
from wizard.workshop.beginning import Wanted, begin_case_study
from wizard.workshop.group.document import group_document
from wizard.workshop.group.result import group_result
from wizard.workshop.paper import paper_of
from wizard.workshop.rehearsing import begin_rehearsal, made_up_sheet, put_in_made_up
from wizard.workshop.workshop import Workshop

TEAMS = 12


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_the_real_workshop_is_not_touched_and_the_practice_run_is_marked(tmp_path: Path) -> None:
    """Same facts and questions, another folder, `rehearsal: yes`; every document of it says so."""
    real = tiny_group(tmp_path / "room", expected=5)
    real.put_in("The desk", "paper", answers={"roof": "bad"})
    before = everything_in(real.folder)
    begin_rehearsal(real, tmp_path / "practice", 3)
    practice = again(tmp_path / "practice")
    put_in_made_up(practice, 3)
    assert everything_in(real.folder) == before
    assert (practice.file.questions, practice.file.decisions) == (real.file.questions, real.file.decisions)
    assert practice.facts.answers == real.facts.answers
    assert practice.file.rehearsal and practice.presence.all_in
    practice.open_sheets()
    assert group_document(group_result(practice)).mark
    with pytest.raises(NotSaved):
        begin_rehearsal(real, real.folder, 3)
    assert everything_in(real.folder) == before


def test_made_up_sheets_are_never_sealed_in_a_real_workshop(tmp_path: Path) -> None:
    """What was made up would stand there for good."""
    real = tiny_group(tmp_path / "room")
    with pytest.raises(NotTaken, match="real one"):
        put_in_made_up(real, 1)
    assert not real.presence.sealed


def test_a_team_s_sheet_is_the_same_each_time_and_unlike_the_others(tmp_path: Path) -> None:
    """By its number alone: no clock, nothing drawn anew. All of them are sound."""
    practice = tiny_group(tmp_path / "room", rehearsal=True)
    sheets = put_in_made_up(practice, TEAMS)
    assert sheets == tuple(made_up_sheet(again(practice.folder), number) for number in range(1, TEAMS + 1))
    assert [each.who for each in sheets][:2] == ["Made-up team 1", "Made-up team 2"]
    assert {each.came_by for each in sheets} == {"rehearsal"}
    assert len({each.model_copy(update={"id": "x", "who": "x"}).model_dump_json() for each in sheets}) > TEAMS / 2
    practice.open_sheets()
    assert len(practice.opened) == TEAMS
    given = [answer for each in sheets for answer in each.answers.values()]
    assert "not_sure" in given and any(set(each.answers) != set(practice.file.questions) for each in sheets)


def test_made_up_foretelling_names_only_what_the_sheet_offers(tmp_path: Path) -> None:
    """A model for each decision, and no more reasons and risks than may be named."""
    rule_sets = RuleSets()
    begin_case_study(
        tmp_path / "case", "bracknell_forest_2008", rule_sets.named("reports_2008"), Wanted(rehearsal=True)
    )
    practice = Workshop.open(tmp_path / "case", rule_sets)
    paper = paper_of(practice)
    offered = {each.id for entry in paper.entries for each in entry.choices}
    for each in put_in_made_up(practice, 4):
        assert set(each.foretold) == set(practice.file.decisions)
        named = [*each.risks, *(reason for one in each.foretold.values() for reason in (one.model, *one.reasons))]
        assert set(named) <= offered and 1 <= len(each.risks) <= 5
