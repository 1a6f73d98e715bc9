"""What would turn a result by one answer: never more told than happens, and marked where the answer is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.conditions.answers import Chosen
from wizard.council_file import view_of
from wizard.engine import compile_rules
from wizard.pack import find_pack, read_pack
from wizard.report.document import Document
from wizard.report.levers import LOOKING, levers_of, levers_section
from wizard.report.session_variants import subject_of
from wizard.report.text import text_of
from wizard.report.varied_questions import option_notes, questions_to_vary
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
ANSWERS = st.fixed_dictionaries(
    {
        "decision_date": st.just("2010-05"),
        "led_today": st.sampled_from([["branch_librarians"], ["one_librarian"]]),
        "wishes": st.lists(st.sampled_from(["longer_hours", "more_books", "quiet"]), unique=True),
        "head_leaving": st.sampled_from(["yes", "no"]),
        "readers": st.sampled_from(["300", "40000", "not_sure"]),
        "roof": st.sampled_from(["sound", "patched", "bad", "not_sure"]),
        "housed_today": st.just(["own_house"]),
        "school_willing": st.sampled_from(["yes", "no", "not_sure"]),
        "school_pays": st.sampled_from(["yes", "no", "not_sure"]),
    }
)


@pytest.fixture(scope="module")
def tiny() -> RuleSet:
    folder = find_pack(TINY)
    pack = read_pack(folder).pack
    return RuleSet(folder, compile_rules(pack), view_of(pack))


@given(ANSWERS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_lever_does_what_it_says(tiny: RuleSet, answers: dict[str, object]) -> None:
    """Given as the answer, an option that is said to turn the result puts another model first, or closes the first."""
    session = Session.new(tiny, None, "Newtown")
    for question, answer in answers.items():
        session.answer(question, answer)
    for decision in levers_of(session.rules, subject_of(session)):
        first = session.assessment.decision(decision.decision).competing[:1]
        for lever in decision.levers:
            for option in lever.options:
                variant = session.begin_what_if()
                here = session.answer_of(lever.question)
                written: object = option
                if lever.adds is not None:
                    chosen = here.options if isinstance(here, Chosen) else frozenset()
                    if not isinstance(here, Chosen):
                        # One of several found out leaves the others open, which no answer says.
                        session.remove_what_if(variant)
                        continue
                    written = sorted(chosen ^ {option})
                session.answer(lever.question, written, variant=variant)
                then = session.assessment_of(variant).decision(decision.decision).competing[:1]
                assert [each.model.id for each in then] != [each.model.id for each in first], lever.sentence
                session.remove_what_if(variant)


def test_levers_stand_first_in_the_list_and_beside_their_options(tiny: RuleSet) -> None:
    """The list of questions begins with what would turn it; the option that does it says so."""
    session = Session.new(tiny, None, "Newtown")
    for question, answer in {
        "decision_date": "2010-05",
        "led_today": ["branch_librarians"],
        "head_leaving": "yes",
        "housed_today": ["own_house"],
        "school_willing": "yes",
        "school_pays": "no",
    }.items():
        session.answer(question, answer)
    found = list(levers_of(session.rules, subject_of(session)))
    levers = [each for decision in found for each in decision.levers]
    assert levers
    entries = questions_to_vary(session, None, found)
    turning = {each.question for each in levers}
    assert {each.id for each in entries[: len(turning)]} == turning
    assert all(" would " in each.note for each in entries[:1])
    for lever in levers:
        notes = option_notes(session, None, found, lever.question)
        when = {True: "if among the answers, ", False: "if not among the answers, ", None: ""}[lever.adds]
        assert all(f"{when}{lever.outcome}" in notes[option] for option in lever.options)
    section, keys = levers_section(session.rules.pack, found)
    said = " ".join(text_of(Document("", "", (section,)), 100).split())
    for lever in levers:
        assert keys[lever.sentence] == f"answer:{lever.question}"
        assert lever.sentence in said


def test_while_looking_that_is_said(tiny: RuleSet) -> None:
    """And where too little is known, why nothing is told."""
    section, keys = levers_section(tiny.rules.pack, None)
    assert LOOKING in text_of(Document("", "", (section,)), 80)
    assert keys == {}
    session = Session.new(tiny, None, "Newtown")
    found = list(levers_of(session.rules, subject_of(session)))
    assert all(each.why_not and not each.levers for each in found)
