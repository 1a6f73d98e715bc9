"""What is said around a question: nothing that the verdict has no right to say, and no ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.random_packs import packs, partial_answers
from wizard.engine import Case, assess, compile_rules
from wizard.engine.changing.next_question import questions_to_ask
from wizard.pack.finding import council_files_of_reports, shipped_council_files
from wizard.report.asking_words import nothing_left, refusal_words, remarks_on, takes_words, why_now
from wizard.report.standing_so_far import in_a_line, standing_so_far
from wizard.report.subject import Subject
from wizard.session.change import NotTaken
from wizard.session.giving import AS_IT_STANDS, taken
from wizard.session.rule_sets import RuleSets
from wizard.session.session import Session

RULE_SETS = RuleSets()
OPENINGS = {
    "clear": "Points clearly to ",
    "leans": "Leans to ",
    "not_enough_known": "Not enough known yet",
    "depends_on_priorities": "Depends on your priorities: ",
    "too_close": "Too close to call: ",
    "only_one_open": "Only one is open: ",
    "none_open": "None is open",
}


@given(st.data())
def test_a_line_says_no_more_than_the_verdict(data: st.DataObject) -> None:
    """It follows the class, and names only the models that the verdict names."""
    rules = compile_rules(data.draw(packs()))
    found = assess(rules, Case(data.draw(partial_answers())))
    for result in found.decisions:
        verdict = result.verdict
        said = in_a_line(result).split(result.decision.title, 1)[1].lstrip(": ")
        assert said.startswith(OPENINGS[verdict.kind])
        named = {verdict.leader, verdict.so_far, *verdict.rivals, *verdict.close}
        if not named - {None}:
            assert not [each for each in result.standings if f" {each.model.name}" in said]


@pytest.mark.parametrize("path", [*council_files_of_reports()[:6], *shipped_council_files()[:3]], ids=lambda p: p.stem)
def test_shipped_councils_are_told(path: object) -> None:
    """Each decision once; why each question is asked, and how asking ends."""
    session = Session.open(path, rule_sets=RULE_SETS)  # type: ignore[arg-type]
    subject = Subject(session.assessment, session.file, "x.yaml")
    assert [each.title for each in standing_so_far(subject)] == [
        each.decision.title for each in session.assessment.decisions
    ]
    found = questions_to_ask(session.rules, session.assessment)
    assert all(why_now(each).startswith("Asked now because") for each in found.questions)
    title, said = nothing_left(subject, found, 0)
    assert len(said) == len(session.assessment.decisions)
    assert ("Nothing" in title) is found.may_stop
    assert nothing_left(subject, found, 1)[0] == "You passed over 1 question that could still change what comes first."


def test_a_refusal_names_no_id() -> None:
    """What may be typed is told as people say it."""
    rules = RULE_SETS.named("reports_2008").rules
    for question, wrong in (
        ("population", "5"),
        ("population", "many"),
        ("decision_date", "1066"),
        ("decision_date", "x"),
    ):
        with pytest.raises(NotTaken) as refused:
            taken(rules.domains[question], wrong, AS_IT_STANDS, AS_IT_STANDS, None)
        said = refusal_words(rules.domains[question], refused.value)
        assert said and question not in said
        assert question not in takes_words(rules.domains[question])


def test_below_a_question_stands_what_matters_to_whoever_answers() -> None:
    """Why, who would know, that it is sensitive, and that it does not arise."""
    rules = RULE_SETS.named("reports_2008").rules
    asked = rules.domains["nhs_history"].question
    said = remarks_on(rules, "nhs_history", None, arises=False)
    assert said[0].startswith("As things stand this does not arise: it is asked where ")
    assert f"Why we ask: {asked.why}" in said and f"Who would know: {asked.ask_whom}." in said
    assert any(each.startswith("Sensitive: ") for each in said)
    assert len(remarks_on(rules, "population", None, arises=True)) == 2
