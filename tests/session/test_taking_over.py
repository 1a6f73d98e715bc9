"""A what-if becomes the council file's own: all of it, at once, and to be undone at once."""

from __future__ import annotations

import pytest

from wizard.session.change import NotTaken, TakenOver
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session


@pytest.fixture
def session(tiny: RuleSet) -> Session:
    made = Session.new(tiny, None, "Newtown")
    made.answer("roof", "patched")
    made.answer("readers", "300")
    return made


def _varied(session: Session) -> str:
    variant = session.begin_what_if("Otherwise")
    session.answer("roof", {"is": "bad", "note": "the surveyor"}, variant=variant)
    session.answer("school_willing", "yes", variant=variant)
    session.set_weights("leadership", {"change": "60"}, variant=variant)
    session.take_off_the_table("library_trust", "No partner", variant)
    return variant


def test_the_file_then_says_what_the_what_if_said(session: Session) -> None:
    """The result of the base is that of the what-if, which stays; notes come along; one undo takes it back."""
    variant = _varied(session)
    wanted, before = session.assessment_of(variant), session.file
    change = session.take_over(variant)
    assert change == TakenOver("Otherwise", ("roof", "school_willing"), 1, ("library_trust",))
    assert session.assessment.case == wanted.case
    assert session.given("roof").note == "the surveyor"  # type: ignore[union-attr]
    assert not session.state.variant(variant).is_empty
    session.undo()
    assert session.file == before


def test_what_the_file_says_already_is_no_change(session: Session) -> None:
    """Twice is once; an empty what-if changes nothing."""
    variant = _varied(session)
    session.take_over(variant)
    count = len(session.changes)
    assert session.take_over(variant) is None
    assert session.take_over(session.begin_what_if()) is None
    assert len(session.changes) == count + 1


def test_weights_that_cannot_stand_beside_those_of_the_file_are_refused(session: Session) -> None:
    """Nothing of the what-if is taken over then, not even its answers."""
    variant = session.begin_what_if()
    session.answer("roof", "bad", variant=variant)
    session.set_weights("leadership", {"change": "60"}, variant=variant)
    session.set_weights("leadership", {"readers": "70"})
    before = session.file
    with pytest.raises(NotTaken):
        session.take_over(variant)
    assert session.file == before


def test_answers_taken_over_count_as_given_after_the_ranking_was_seen(session: Session) -> None:
    """The record counts each of them, as it would if they were given one by one."""
    for question, answer in {"decision_date": "2010", "led_today": ["one_librarian"], "head_leaving": "no"}.items():
        session.answer(question, answer)
    assert session.show_ranking()
    session.take_over(_varied(session))
    assert session.record.answered_after == 2
