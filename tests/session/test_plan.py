"""The interview's plan: sections, what arises, how far one has come; quick mode; when asking stops."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.random_packs import packs, partial_answers
from wizard.conditions.answers import NotSure
from wizard.engine import Case, assess, compile_rules
from wizard.session.asking import by_points
from wizard.session.plan import plan_of
from wizard.session.rule_sets import RuleSet, RuleSets
from wizard.session.session import Session

Answers = Callable[[Session], Session]


@pytest.fixture
def session(tiny: RuleSet) -> Session:
    return Session.new(tiny, None, "Ours")


@pytest.fixture(scope="module")
def shipped() -> RuleSet:
    return RuleSets().named("reports_2008")


def states(session: Session) -> list[tuple[str, int, int]]:
    return [(each.state, each.done, each.of) for each in session.plan.sections]


def test_a_section_is_done_now_or_to_do(session: Session) -> None:
    """By its own questions, and by where the person is."""
    assert states(session) == [("to_do", 0, 4), ("to_do", 0, 5)]
    session.jump("wishes")
    for question, written in (
        ("decision_date", "2010"),
        ("led_today", []),
        ("wishes", []),
        ("head_leaving", "not_sure"),
    ):
        session.answer(question, written)
    assert states(session) == [("now", 4, 4), ("to_do", 0, 5)]
    session.jump("roof")
    assert states(session) == [("done", 4, 4), ("now", 0, 5)]
    assert session.plan.state_of("head_leaving") == "not_sure" and session.plan.state_of("wishes") == "done"
    assert session.plan.number == 7


def test_a_conditional_question_appears_and_goes_with_its_answer_kept(session: Session) -> None:
    """Not counted while it may only arise; asked when it does; passed over, but not lost, when it does not."""
    plan = session.plan
    assert plan.state_of("school_pays") == "may_arise" and plan.of == 9 and plan.after("school_willing") is None
    session.answer("school_willing", "yes")
    assert session.plan.state_of("school_pays") == "to_do" and session.plan.of == 10
    assert session.plan.after("school_willing") == "school_pays"
    session.answer("school_pays", "no")
    session.answer("school_willing", "no")
    assert session.plan.state_of("school_pays") == "does_not_arise" and session.plan.of == 9
    assert session.plan.after("school_willing") is None and "school_pays" in session.file.answers
    session.answer("school_willing", "not_sure")
    assert session.plan.state_of("school_pays") == "done"
    session.forget("school_pays")
    assert session.plan.state_of("school_pays") == "to_do"


def test_next_and_previous_follow_the_order_of_asking(session: Session) -> None:
    """There and back again, over what arises."""
    plan, way = session.plan, ["decision_date"]
    while (following := plan.after(way[-1])) is not None:
        way.append(following)
    assert way == [each.id for each in plan.questions if each.is_asked]
    assert all(plan.before(later) == earlier for earlier, later in pairwise(way)) and plan.before(way[0]) is None
    session.answer("wishes", [])
    assert session.plan.to_do_after("led_today") == "head_leaving"
    assert session.plan.to_do_after("school_willing") == "decision_date"


def test_quick_mode_counts_the_core_and_the_minutes(session: Session, answered_core: Answers) -> None:
    """Half a minute a question, rounded up; "not sure" is an answer; nothing is left when all have one."""
    core = session.core
    assert [each.id for each in core.questions] == ["decision_date", "led_today", "head_leaving"]
    assert (core.done, core.of, core.minutes_left) == (0, 3, 2)
    session.not_sure("led_today")
    session.answer("decision_date", "2010")
    assert (session.core.done, session.core.of, session.core.minutes_left) == (2, 3, 1)
    answered_core(session)
    assert session.core.is_done and session.core.minutes_left == 0 and session.core.first_to_do is None


def test_the_shipped_core_is_twelve_in_the_order_of_the_rule_set(shipped: RuleSet) -> None:
    """Quick mode is twelve questions, six minutes."""
    core = Session.new(shipped, None, "Ours").core
    order = list(shipped.rules.domains)
    ids = [each.id for each in core.questions]
    assert (core.of, core.minutes_left) == (12, 6) and ids == sorted(ids, key=order.index)


def test_the_ranking_is_hidden_until_the_core_is_answered(session: Session) -> None:
    """Asked for before, it stays hidden; once it may be shown it is a toggle."""
    assert not session.show_ranking() and session.record.ranking_seen is None
    session.show_ranking(False)
    session.answer("decision_date", "2010-06")
    session.answer("led_today", [])
    assert not session.show_ranking()
    session.show_ranking(False)
    session.not_sure("head_leaving")
    assert session.ranking_allowed and not session.ranking_visible
    assert session.show_ranking() and session.record.ranking_seen == "yes"
    assert not session.show_ranking(False)


def test_answers_given_after_the_ranking_are_counted(session: Session, answered_core: Answers) -> None:
    """Those before are not; hiding it again does not make it unseen, and neither does undo."""
    answered_core(session)
    assert session.record.answered_after is None
    session.show_ranking()
    session.answer("readers", "300")
    session.show_ranking(False)
    session.answer("roof", "bad")
    session.undo()
    assert session.record.answered_after == 3 and session.file.record == session.record


def test_looking_at_the_ranking_alone_leaves_nothing_to_save(opened: Session) -> None:
    """A person who only looks is never asked to save."""
    opened.not_sure("head_leaving")
    opened.undo()
    opened.show_ranking()
    assert not opened.unsaved and opened.kept is None


def test_the_core_is_asked_first_and_what_is_not_sure_is_not_asked_again(session: Session) -> None:
    """In order; passed over for now, a question waits; then what moves most, until nothing can change the leader."""
    assert session.next_to_ask() == "decision_date" and session.next_to_ask(["decision_date"]) == "led_today"
    asked: list[str] = []
    while (question := session.next_to_ask()) is not None:
        assert question not in asked and session.is_asked(question) is not False
        asked.append(question)
        session.not_sure(question)
    assert asked[:3] == ["decision_date", "led_today", "head_leaving"] and "readers" in asked[3:]


def test_what_may_only_arise_waits_for_the_question_that_decides_it(session: Session, answered_core: Answers) -> None:
    """However much it could matter."""
    answered_core(session)
    session.ranking = lambda rules, assessment: ["school_pays", "school_willing"]
    assert session.next_to_ask() == "school_willing"
    session.answer("school_willing", "yes")
    assert session.next_to_ask() == "school_pays"


def test_another_order_of_asking_can_be_put_in(session: Session, answered_core: Answers) -> None:
    """What is worth asking is reasoned elsewhere: the session only passes over what is known or does not arise."""
    answered_core(session)
    session.answer("school_willing", "no")
    session.ranking = lambda rules, assessment: ["school_pays", "head_leaving", "roof", "readers"]
    assert session.next_to_ask() == "roof"
    session.ranking = lambda rules, assessment: []
    assert session.next_to_ask() is None


@settings(max_examples=60)
@given(packs(), partial_answers())
def test_asking_stops_only_where_the_leader_leads_however_the_unknown_falls(pack, answers) -> None:
    """Nothing to ask: of every decision, what comes first does so in every completion, or no answer is missing."""
    rules = compile_rules(pack)
    assessment = assess(rules, Case(answers))
    if not list(by_points(rules, assessment)):
        for result in assessment.decisions:
            settled = len(result.competing) < 2 or result.competing[0].first_unknowns == 1
            assert settled or not result.unknowns


@settings(max_examples=60)
@given(packs(), partial_answers(), st.booleans())
def test_every_question_has_one_state_and_the_counts_add_up(pack, answers, core) -> None:
    """Done and to do make up what arises; an answer that arises is done or not sure; no minutes means all done."""
    rules = compile_rules(pack)
    facts = rules.cells.facts(answers)
    truths = {each: rules.asked[each](facts) if each in rules.asked else True for each in rules.domains}
    plan = plan_of(rules, answers, truths, core=core)
    assert plan.done + sum(each.state == "to_do" for each in plan.questions) == plan.of
    assert (plan.minutes_left == 0) == plan.is_done == (plan.first_to_do is None)
    for each in plan.questions:
        if truths[each.id] is False:
            assert each.state == "does_not_arise"
        elif each.id in answers:
            assert each.state == ("not_sure" if isinstance(answers[each.id], NotSure) else "done")
        else:
            assert each.state in ("to_do", "may_arise") and (truths[each.id] is not True or each.state == "to_do")
