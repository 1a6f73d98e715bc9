"""Laws of reasoning that hold for every rule set and every council."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.engine import Case, assess, compile_rules
from wizard.engine.completing import COMPLETIONS
from wizard.engine.results import Assessment
from wizard.schema.pack import Pack

FEW = settings(max_examples=150, deadline=None)


def _figures(assessment: Assessment) -> object:
    """Everything that a person could see move."""
    result = assessment.decisions[0]
    return (
        result.verdict,
        [
            (each.model.id, each.total, each.low, each.high, each.first_unknowns, each.first_priorities)
            for each in result.standings
        ],
        sorted((reason.criterion, reason.argument.id, reason.model, reason.weighted) for reason in result.reasons),
    )


@FEW
@given(small.packs(), small.partial_answers())
def test_reasons_sum_exactly_to_every_difference(pack: Pack, answers: dict[str, Answer]) -> None:
    """total(A) - total(B) is, to the last fraction, the sum of A's reasons less the sum of B's."""
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    sums = {standing.model.id: Fraction(0) for standing in result.standings}
    for reason in result.reasons:
        sums[reason.model] += reason.weighted
    for standing in result.standings:
        assert standing.total == 50 + sums[standing.model.id]


@FEW
@given(small.packs(), small.partial_answers(), small.known_answers())
def test_unknown_never_makes_an_argument_hold(pack: Pack, partial: dict[str, Answer], known: dict[str, Answer]) -> None:
    """What holds, or does not, while answers are missing still does once they are filled in, whatever they are."""
    rules = compile_rules(pack)
    some = {
        question: answer
        for question, answer in partial.items()
        if question in known and partial[question] == known[question]
    }
    before = assess(rules, Case(some)).decisions[0].reasons
    after = assess(rules, Case(known)).decisions[0].reasons
    for early, late in zip(before, after, strict=True):
        if isinstance(early.truth, bool):
            assert late.truth == early.truth
        assert isinstance(late.truth, bool)


@FEW
@given(small.packs())
def test_with_nothing_answered_only_unconditional_arguments_hold(pack: Pack) -> None:
    """With no answers at all, an argument with a condition is undecided or can never hold."""
    for reason in assess(compile_rules(pack), Case()).decisions[0].reasons:
        if reason.argument.when is not None or reason.argument.counts_against_moves is not None:
            assert reason.truth is not True


@FEW
@given(small.packs())
def test_nothing_answered_points_nowhere(pack: Pack) -> None:
    """Without answers the verdict is "not enough known yet" and names no model."""
    verdict = assess(compile_rules(pack), Case()).decisions[0].verdict
    assert verdict.kind == "not_enough_known"
    assert verdict.leader is None
    assert verdict.so_far is None
    assert verdict.answer_first


@FEW
@given(small.packs(), small.partial_answers(), st.integers(0, 10_000))
def test_nothing_depends_on_order(pack: Pack, answers: dict[str, Answer], seed: int) -> None:
    """Shuffling criteria, arguments, models, sections' questions and answers changes no figure."""
    random = Random(seed)

    def shuffled(mapping: dict[str, object]) -> dict[str, object]:
        items = list(mapping.items())
        random.shuffle(items)
        return dict(items)

    criteria = {
        key: criterion.model_copy(
            update={"arguments": tuple(random.sample(criterion.arguments, len(criterion.arguments)))}
        )
        for key, criterion in shuffled(dict(pack.criteria)).items()
    }
    section = pack.sections[0]
    questions = tuple(random.sample(section.questions, len(section.questions)))
    other = dataclasses.replace(
        pack,
        criteria=criteria,
        models=shuffled(dict(pack.models)),
        sections=(section.model_copy(update={"questions": questions}),),
    )
    first = assess(compile_rules(pack), Case(answers))
    second = assess(compile_rules(other), Case(shuffled(dict(answers))))
    first_figures, second_figures = _figures(first), _figures(second)
    order = sorted(first.decisions[0].verdict.answer_first) == sorted(second.decisions[0].verdict.answer_first)
    assert order
    assert first_figures[1:] == second_figures[1:]
    assert first.decisions[0].verdict.kind == second.decisions[0].verdict.kind
    assert first.decisions[0].verdict.leader == second.decisions[0].verdict.leader


@FEW
@given(small.packs(), small.partial_answers())
def test_expected_total_is_the_mean_of_the_completions(pack: Pack, answers: dict[str, Answer]) -> None:
    """A total lies within its range, and an undecided argument counts for its step times its chance."""
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    for standing in result.standings:
        assert standing.low <= standing.total <= standing.high
    for reason in result.reasons:
        step = next(each.step for each in pack.head.grades if each.id == reason.grade.id)
        assert abs(reason.points) == step * reason.chance
        assert (reason.chance * COMPLETIONS).denominator == 1
        if isinstance(reason.truth, bool):
            assert reason.chance == int(reason.truth)


@FEW
@given(small.packs(), small.partial_answers())
def test_shares_of_the_lead_add_up(pack: Pack, answers: dict[str, Answer]) -> None:
    """Over the completions, and over the mixes of priorities, the open models share one whole between them."""
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    assert sum(standing.first_unknowns for standing in result.standings) == 1
    assert abs(sum(standing.first_priorities for standing in result.standings) - 1) < 1e-9
    assert sum(result.weights.values()) == 1


@FEW
@given(small.packs(), small.known_answers())
def test_a_model_off_the_table_never_leads(pack: Pack, answers: dict[str, Answer]) -> None:
    """Ruling out the leader leaves its total as it was and hands the lead to another."""
    rules = compile_rules(pack)
    before = assess(rules, Case(answers)).decisions[0]
    first = before.competing[0].model.id
    after = assess(rules, Case(answers, off_the_table={first: "No partner."})).decisions[0]
    assert after.verdict.leader != first
    assert after.standing(first).openness == "off_the_table"
    assert after.standing(first).why_not == "No partner."
    assert after.standing(first).total == before.standing(first).total
    assert after.standing(first).first_unknowns == 0


@FEW
@given(small.packs(), small.known_answers())
def test_a_poor_fit_never_moves_a_total(pack: Pack, answers: dict[str, Answer]) -> None:
    """Poor fits stand beside the total; where one holds for the leader the verdict is never clear."""
    with_fit = assess(compile_rules(pack), Case(answers)).decisions[0]
    without = assess(compile_rules(dataclasses.replace(pack, poor_fits={})), Case(answers)).decisions[0]
    assert [each.total for each in with_fit.standings] == [each.total for each in without.standings]
    leader = with_fit.verdict.leader
    if any(found.truth is True and found.model == leader for found in with_fit.poor_fits):
        assert with_fit.verdict.kind != "clear"
        assert "it does not suit" in [cap.unless for cap in with_fit.verdict.caps]


@FEW
@given(small.packs(), small.known_answers())
def test_staying_is_never_charged_for_moving(pack: Pack, answers: dict[str, Answer]) -> None:
    """An argument against moves never counts against the one arrangement a council has today."""
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    for reason in result.reasons:
        if reason.argument.counts_against_moves is not None and result.standing(reason.model).stays:
            assert reason.truth is False
    for fit in result.poor_fits:
        if result.standing(fit.model).stays:
            assert fit.truth is False


@FEW
@given(small.packs(), small.known_answers())
def test_outside_the_period_nothing_is_clear(pack: Pack, answers: dict[str, Answer]) -> None:
    """A date outside the years of the evidence puts up a notice and caps the verdict."""
    answers = {**answers, "decided_on": small.understand(small.DOMAINS["decided_on"], "2012-06-01")}
    assessment = assess(compile_rules(pack), Case(answers))
    assert assessment.notices == ("outside_period",)
    assert assessment.decisions[0].verdict.kind != "clear"


@FEW
@given(small.packs(), small.partial_answers())
def test_the_same_input_gives_the_same_result(pack: Pack, answers: dict[str, Answer]) -> None:
    """Every draw is seeded: a second run repeats the first."""
    assert _figures(assess(compile_rules(pack), Case(answers))) == _figures(assess(compile_rules(pack), Case(answers)))


@FEW
@given(small.packs(), small.partial_answers(), small.known_answers())
def test_a_question_not_asked_bears_on_nothing(
    pack: Pack, answers: dict[str, Answer], known: dict[str, Answer]
) -> None:
    """Where sharing is answered "no", any answer to how it is shared is kept but changes no figure."""
    rules = compile_rules(pack)
    base = {**answers, "shared": small.understand(small.DOMAINS["shared"], "no")}
    without = {question: answer for question, answer in base.items() if question != "how_shared"}
    with_answer = {**without, "how_shared": known["how_shared"]}
    assert _figures(assess(rules, Case(without))) == _figures(assess(rules, Case(with_answer)))
