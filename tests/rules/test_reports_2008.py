"""Laws that the shipped rule set must keep, whatever it says (design, section 5)."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.cli.pack_test import council_files_beside, councils_of
from wizard.conditions.answers import Answer, Between, Chosen, OneOf
from wizard.conditions.domain import understand
from wizard.conditions.nodes import questions_in
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.case import criterion_weights
from wizard.engine.evaluating import Weighing, evaluate
from wizard.pack import check_pack, read_pack
from wizard.proof.no_lead import no_lead
from wizard.proof.pack_test import try_pack

PACK = Path(__file__).resolve().parents[2] / "rules" / "reports_2008"
FEW = settings(max_examples=120, deadline=None)
HEADS = ("every_one", "most", "few", "none")
SUPPORT = {"members_support": "leadership", "nhs_members_support": "nhs_link"}


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The shipped rule set, compiled once."""
    return compile_rules(read_pack(PACK).pack)


def complete_answers() -> st.SearchStrategy[dict[str, Answer]]:
    """A known answer to every question."""
    return st.fixed_dictionaries({question: _known(domain) for question, domain in rules().domains.items()})


def _known(domain: Any) -> st.SearchStrategy[Answer]:
    if domain.kind == "choices":
        return st.sets(st.sampled_from(domain.options)).map(lambda chosen: Chosen(frozenset(chosen)))
    if domain.is_numeric:
        return st.integers(int(domain.low), int(domain.high)).map(lambda value: Between(value, value))
    return st.sampled_from(domain.options).map(lambda option: OneOf(frozenset([option])))


def totals(answers: dict[str, Answer]) -> dict[str, Fraction]:
    """Each model's exact total with the weights that nobody has set."""
    found: dict[str, Fraction] = {}
    for decision in rules().decisions:
        weighing = Weighing(decision.criteria, criterion_weights(decision.criteria, {}))
        evaluation = evaluate(decision, rules().cells.facts(answers))
        for model, total in zip(decision.models, weighing.totals(evaluation.scores), strict=True):
            found[model.id] = Fraction(total, weighing.unit)
    return found


def test_the_rule_set_passes_every_check() -> None:
    """`wizard pack check` finds nothing."""
    assert check_pack(read_pack(PACK, every_source=True)) == []


def test_every_example_and_every_expectation_holds() -> None:
    """`wizard pack test` finds nothing: the rules' examples, and what the made-up councils should come to."""
    read = read_pack(PACK)
    councils = councils_of(read, council_files_beside(PACK), named=False)
    tried = try_pack(read, councils)
    assert list(tried.problems) == []
    assert tried.examples > 150
    assert tried.expectations >= 8


def test_every_model_can_lead() -> None:
    """For each model there are answers under which it comes first."""
    assert no_lead(read_pack(PACK)) == []


def test_each_decision_has_judgements_that_a_room_can_share() -> None:
    """On either decision its reasons look at two or more judged questions that are not sensitive."""
    questions = rules().pack.questions
    for decision in rules().decisions:
        asked = {question for argument in decision.arguments for question in questions_in(argument.condition)}
        shared = [each for each in asked if questions[each].judged and not questions[each].sensitive]
        assert len(shared) >= 2, decision.id


def test_no_fact_is_called_a_judgement() -> None:
    """Nothing with a figure or a date, no rating, nothing that stands today or in law, and no view that others hold."""
    questions = rules().pack.questions
    judged = {name for name, question in questions.items() if question.judged}
    assert all(questions[name].answer not in ("date", "whole_number", "number") for name in judged)
    assert not [name for name in judged if name.endswith(("_rating", "_today", "_law", "_support", "_view"))]
    today = {decision.today for decision in rules().pack.decisions.values()}
    assert not judged & {*today, "overall_direction", "inspection_due", "vacancy", "nhs_finances", "same_boundary"}


def test_nothing_answered_gives_no_recommendation() -> None:
    """With no answers every decision is "not enough known yet" and no model is named."""
    for result in assess(rules(), Case()).decisions:
        assert (result.verdict.kind, result.verdict.leader, result.verdict.so_far) == ("not_enough_known", None, None)


@pytest.mark.parametrize("population", ["1000", "9000", "150000", "330000", "1100000", "2000000"])
def test_population_alone_never_gives_a_recommendation(population: str) -> None:
    """Size is one fact of many: alone it points nowhere, however small or large the council."""
    answers = {"population": understand(rules().domains["population"], population)}
    for result in assess(rules(), Case(answers)).decisions:
        assert (result.verdict.kind, result.verdict.leader, result.verdict.so_far) == ("not_enough_known", None, None)


@FEW
@given(complete_answers())
def test_weaker_heads_of_service_never_help_one_director(answers: dict[str, Answer]) -> None:
    """total(one director) - total(two) does not rise as heads of service weaken, all else being known and fixed."""
    leads = []
    for strength in HEADS:
        found = totals({**answers, "heads_of_service": OneOf(frozenset([strength]))})
        leads.append(found["combined_director"] - found["separate_directors"])
    assert leads == sorted(leads, reverse=True)
    assert leads[0] > leads[-1]


@FEW
@given(complete_answers(), st.sampled_from(sorted(SUPPORT)), st.data())
def test_support_for_a_model_never_lowers_it(answers: dict[str, Answer], question: str, data: st.DataObject) -> None:
    """Adding a model to those that members support never lowers its total, nor its lead over any rival."""
    model = data.draw(st.sampled_from(rules().domains[question].options))
    chosen = answers[question]
    assert isinstance(chosen, Chosen)
    without = totals({**answers, question: Chosen(chosen.options - {model})})
    supported = totals({**answers, question: Chosen(chosen.options | {model})})
    assert supported[model] >= without[model]
    for rival in rules().pack.models_of(SUPPORT[question]):
        assert supported[model] - supported[rival.id] >= without[model] - without[rival.id]


@FEW
@given(complete_answers())
def test_scores_never_leave_their_scale(answers: dict[str, Answer]) -> None:
    """No complete set of answers takes a score below 0 or above 100: nothing is ever clipped."""
    for decision in rules().decisions:
        for row in evaluate(decision, rules().cells.facts(answers)).scores:
            assert min(row) >= 0
            assert max(row) <= 100
