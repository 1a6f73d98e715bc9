"""What is asked next is what is likeliest to put another model first, and asking ends where the reasoning says so."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wizard.engine.changing.next_question import questions_to_ask
from wizard.session.rule_sets import RuleSet, RuleSets
from wizard.session.session import Session
from wizard.session.worth_asking import WorthAsking

CORE = {"decision_date": "2010-06", "led_today": ["branch_librarians"], "head_leaving": "no"}


@pytest.fixture
def session(tiny: RuleSet) -> Session:
    session = Session.new(tiny, None, "Ours")
    session.ranking = WorthAsking(session)
    for question, written in CORE.items():
        session.answer(question, written)
    return session


def test_the_next_question_is_the_one_the_reasoning_names(session: Session) -> None:
    """Step by step to the end, in the section one is in while that has one; then there is none."""
    sections = {each.id: section.section for section in session.rules.pack.sections for each in section.questions}
    asked = 0
    while (following := session.next_to_ask()) is not None:
        found = questions_to_ask(session.rules, session.assessment)
        assert following == found.in_turn(sections.get(session.at or ""))[0].question
        session.jump(following)
        domain = session.rules.domains[following]
        session.answer(following, domain.options[0] if domain.options else {"readers": "300"}.get(following, "30"))
        asked += 1
    assert asked and questions_to_ask(session.rules, session.assessment).in_turn() == ()


def test_nothing_is_asked_twice(session: Session) -> None:
    """What was answered 'not sure' is passed over."""
    seen = []
    while (following := session.next_to_ask()) is not None:
        seen.append(following)
        session.not_sure(following)
    assert len(seen) == len(set(seen))


def test_it_is_worked_out_once_for_one_state(session: Session) -> None:
    """A second look costs nothing, and another answer is another look."""
    worth = session.ranking
    assert isinstance(worth, WorthAsking)
    first = worth.found(session.rules, session.assessment)
    assert worth.found(session.rules, session.assessment) is first
    session.answer("roof", "bad")
    assert worth.found(session.rules, session.assessment) is not first


def test_numpy_is_fetched_when_it_is_wanted_and_not_before() -> None:
    """The module is imported with the first screens."""
    code = "import sys, wizard.session.worth_asking; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_shipped_rules_name_a_next_question() -> None:
    """With the core answered and sharing with the NHS on the table, that page comes first."""
    session = Session.new(RuleSets().named("reports_2008"), None, "Ours")
    session.ranking = WorthAsking(session)
    for each in session.core.questions:
        session.not_sure(each.id)
    session.answer("nhs_on_the_table", "yes")
    following = session.next_to_ask()
    assert following is not None
    assert following in [each.id for each in session.plan.questions if each.state == "to_do"]
