"""The places one can train on, best first, under names that give nothing away."""

from __future__ import annotations

import re
from pathlib import Path

from tests.workshop.conftest import RULE_SETS, TINY
from tests.workshop.training.conftest import RULE_SETS as REPORTS
from wizard.report.text import text_of
from wizard.workshop.beginning import begin_case_study
from wizard.workshop.training.cases import cases, cases_document
from wizard.workshop.workshop import Workshop


def test_cases_are_those_of_which_it_is_told_what_they_chose(told_cases: dict[str, Workshop]) -> None:
    """Each place with an outcome that names a model, those first of which most was known before."""
    pack = next(iter(told_cases.values())).rules.pack
    found = cases(pack)
    assert {each.id for each in found} == set(told_cases)
    assert [each.known for each in found] == sorted((each.known for each in found), reverse=True)
    for each in found:
        outcome = told_cases[each.id].outcome
        assert outcome is not None and each.decisions == tuple(outcome.did) and each.discuss == len(outcome.discuss)
    text = text_of(cases_document(pack), 100)
    assert all(f"{each.id}: {each.title}" in text for each in found)


def test_titles_say_the_place_and_at_most_a_year(told_cases: dict[str, Workshop]) -> None:
    """The titles of the files often tell: 'going back', 'the care trust'."""
    for each in cases(next(iter(told_cases.values())).rules.pack):
        about = told_cases[each.id].facts.file.about
        assert re.fullmatch(rf"{re.escape(about.council or '')}(, \d{{4}})?", each.title)


def test_a_new_workshop_is_not_called_by_what_the_place_did(tmp_path: Path) -> None:
    """Its title is what everybody sees first."""
    rule_set = REPORTS.named("reports_2008")
    file = begin_case_study(tmp_path / "room", "windsor_and_maidenhead_2008", rule_set)
    assert file.title == "Windsor and Maidenhead, 2008"


def test_another_rule_set_has_no_places() -> None:
    """That is said, and no list is made up."""
    pack = RULE_SETS.named(TINY).rules.pack
    assert cases(pack) == ()
    assert "nothing to train on" in text_of(cases_document(pack), 100)
