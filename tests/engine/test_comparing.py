"""Laws of comparing: the move of a lead is exactly the sum of its reasons, whatever the rules and the cases."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.engine import Case, assess, compile_rules
from wizard.engine.comparing import DifferentRules, compare, compare_several, lead_moved, leading_pair
from wizard.engine.results import Assessment
from wizard.schema.pack import Pack

FEW = settings(max_examples=50, deadline=None)

PAIRS = [(one, other) for one in small.MODELS for other in small.MODELS if one != other]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Some answers, perhaps weights and a trade-off, and perhaps a model off the table."""
    names = ("first_group", "criterion_0", "criterion_1")
    stated = draw(st.dictionaries(st.sampled_from(names), st.integers(0, 50).map(Fraction), max_size=3))
    off = draw(st.dictionaries(st.sampled_from(small.MODELS), st.just("no partner"), max_size=1))
    pairs = draw(st.sampled_from([{}, {"who_heads": (("first_group", "second_group"),)}]))
    return Case(draw(small.partial_answers()), {"who_heads": stated} if stated else {}, off, pairs)


def _both(pack: Pack, one: Case, other: Case) -> tuple[Assessment, Assessment]:
    rules = compile_rules(pack)
    return assess(rules, one), assess(rules, other)


@FEW
@given(small.packs(), cases(), cases())
def test_reasons_and_weights_sum_exactly_to_the_move_of_every_lead(pack: Pack, one: Case, other: Case) -> None:
    """Not to within rounding: the fractions are equal, also where answers and weights change at once."""
    before, after = (each.decisions[0] for each in _both(pack, one, other))
    for first, second in PAIRS:
        lead = lead_moved(before, after, first, second)
        assert lead.before == before.standing(first).total - before.standing(second).total
        assert lead.after == after.standing(first).total - after.standing(second).total
        parts = [each.adds for each in (*lead.reasons, *lead.weights)]
        assert sum(parts, Fraction(0)) == lead.after - lead.before == lead.moved
        assert all(parts)


@FEW
@given(small.packs(), cases(), cases())
def test_the_other_way_round_every_part_is_the_opposite(pack: Pack, one: Case, other: Case) -> None:
    """Neither side is the measure of the other: A against B is B against A with every sign turned."""
    before, after = (each.decisions[0] for each in _both(pack, one, other))
    there, back = lead_moved(before, after, *PAIRS[0]), lead_moved(after, before, *PAIRS[0])

    def parts(lead: object, sign: int) -> list[tuple[str, str, Fraction]]:
        found = [(each.moved.criterion, each.moved.argument.id, sign * each.adds) for each in lead.reasons]
        return sorted([*found, *((each.criterion, "", sign * each.adds) for each in lead.weights)])

    assert parts(there, 1) == parts(back, -1)


@FEW
@given(small.packs(), cases(), cases())
def test_without_other_weights_a_reason_adds_what_it_weighs(pack: Pack, one: Case, other: Case) -> None:
    """Where only answers differ, no part is a weight's, and each argument adds the change of its weighted points."""
    other = dataclasses.replace(other, weights=one.weights, trade_offs=one.trade_offs)
    before, after = (each.decisions[0] for each in _both(pack, one, other))
    lead = lead_moved(before, after, *PAIRS[0])
    assert lead.weights == ()
    expected: dict[tuple[str, str], Fraction] = {}
    for early, late in zip(before.reasons, after.reasons, strict=True):
        sign = (early.model == lead.first) - (early.model == lead.second)
        key = (early.criterion, early.argument.id)
        expected[key] = expected.get(key, Fraction(0)) + sign * (late.weighted - early.weighted)
    found: dict[tuple[str, str], Fraction] = {}
    for each in lead.reasons:
        key = (each.moved.criterion, each.moved.argument.id)
        found[key] = found.get(key, Fraction(0)) + each.adds
    assert {key: adds for key, adds in found.items() if adds} == {key: adds for key, adds in expected.items() if adds}


@FEW
@given(small.packs(), cases())
def test_nothing_moves_between_a_result_and_itself(pack: Pack, case: Case) -> None:
    """No change, no argument, no poor fit, no risk; the verdict stays."""
    found = compare(*_both(pack, case, case))
    assert not any(found.changes)
    compared = found.decisions[0]
    assert not (compared.moved or compared.verdict_moved or compared.leader_moved or compared.arguments)
    assert all(each.moved == 0 for each in compared.totals)
    assert compared.lead is None or (not compared.lead.reasons and compared.lead.before == compared.lead.after)


@FEW
@given(small.packs(), cases(), cases())
def test_what_is_told_to_have_moved_did_and_all_that_moved_is_told(pack: Pack, one: Case, other: Case) -> None:
    """Arguments, poor fits, preconditions, openness and risks: exactly those whose state differs."""
    found = compare(*_both(pack, one, other)).decisions[0]
    before, after = found.before, found.after

    def state(truth: object) -> object:
        return truth if isinstance(truth, bool) else "undecided"

    def differing(name: str, key: str) -> list[str]:
        pairs = zip(getattr(before, name), getattr(after, name), strict=True)
        return sorted(f"{getattr(a, key).id} {a.model}" for a, b in pairs if state(a.truth) != state(b.truth))

    assert sorted(f"{each.after.poor_fit.id} {each.after.model}" for each in found.poor_fits) == differing(
        "poor_fits", "poor_fit"
    )
    assert sorted(f"{each.after.precondition.id} {each.after.model}" for each in found.preconditions) == differing(
        "preconditions", "precondition"
    )
    told = {(moved.criterion, moved.argument.id, model) for moved in found.arguments for model, _ in moved.points}
    really = {
        (a.criterion, a.argument.id, a.model)
        for a, b in zip(before.reasons, after.reasons, strict=True)
        if (state(a.truth), a.chance) != (state(b.truth), b.chance)
    }
    assert told == really
    assert {each.after.model.id for each in found.openness} == {
        model for model in small.MODELS if before.standing(model).openness != after.standing(model).openness
    }
    for moved in found.risks:
        assert moved.before.risk.id == moved.after.risk.id and moved.before.model == moved.after.model
        assert (moved.before.arises, moved.before.likelihood, moved.before.impact) != (
            moved.after.arises,
            moved.after.likelihood,
            moved.after.impact,
        )


@FEW
@given(small.packs(), cases(), cases())
def test_changes_list_exactly_what_differs_between_the_cases(pack: Pack, one: Case, other: Case) -> None:
    """Answers in the order of asking; each with what it was and what it is."""
    changes = compare(*_both(pack, one, other)).changes
    asked = [question.id for question in small.QUESTIONS]
    differing = [each for each in asked if one.answers.get(each) != other.answers.get(each)]
    assert [each.question for each in changes.answers] == differing
    assert all(each.before == one.answers.get(each.question) for each in changes.answers)
    assert all(each.after == other.answers.get(each.question) for each in changes.answers)
    rebuilt = {**one.weights.get("who_heads", {}), **{each.of: each.after for each in changes.weights}}
    assert {of: weight for of, weight in rebuilt.items() if weight is not None} == other.weights.get("who_heads", {})
    assert bool(changes.trade_offs) is (one.trade_offs != other.trade_offs)
    assert {each.model for each in changes.off_the_table} == set(one.off_the_table) ^ set(other.off_the_table)


@FEW
@given(small.packs(), cases(), cases())
def test_the_pair_is_the_first_before_and_the_first_after(pack: Pack, one: Case, other: Case) -> None:
    """So that where the leader changes, the lead told is the one that turned from not below nought to not above it."""
    before, after = (each.decisions[0] for each in _both(pack, one, other))
    pair = leading_pair(before, after)
    competing = {each.model.id for each in (*before.competing, *after.competing)}
    if not before.competing or not after.competing:
        assert pair is None or set(pair) <= competing
        return
    if pair is None:
        assert len(competing) < 2
        return
    firsts = before.competing[0].model.id, after.competing[0].model.id
    assert pair[0] == firsts[0] and pair[0] != pair[1]
    if firsts[0] != firsts[1]:
        lead = compare(*_both(pack, one, other)).decisions[0].lead
        assert pair == firsts and lead is not None
        if not (one.off_the_table or other.off_the_table or pack.models["no_head"].available_when):
            assert lead.before >= 0 >= lead.after


@FEW
@given(small.packs(), st.lists(cases(), min_size=2, max_size=4))
def test_several_are_each_held_against_the_first(pack: Pack, several: list[Case]) -> None:
    """Every question that any of them answers stands once, with all answers, and says whether all agree."""
    rules = compile_rules(pack)
    found = compare_several([assess(rules, each) for each in several])
    assert {each.question for each in found.questions} == {key for each in several for key in each.answers}
    for across in found.questions:
        answers: list[Answer | None] = [each.answers.get(across.question) for each in several]
        assert list(across.answers) == answers
        assert across.agree is all(one == other for one in answers for other in answers)
    assert [each.after.case for each in found.against_first] == several[1:]
    assert all(each.before.case == several[0] for each in found.against_first)


@given(small.packs())
@settings(max_examples=10)
def test_different_rules_cannot_be_compared(pack: Pack) -> None:
    """Another id, version or text of the rules: refused, with what to do; so is comparing one with nothing."""
    here = assess(compile_rules(pack), Case())
    head = pack.head
    for other in (
        dataclasses.replace(pack, head=head.model_copy(update={"id": "other"})),
        dataclasses.replace(pack, head=head.model_copy(update={"version": "1.1.0"})),
        dataclasses.replace(pack, fingerprint="another"),
    ):
        there = assess(compile_rules(other), Case())
        with pytest.raises(DifferentRules, match="against one rule set"):
            compare(here, there)
        with pytest.raises(DifferentRules):
            compare_several([here, here, there])
    with pytest.raises(ValueError, match="at least two"):
        compare_several([here])


@FEW
@given(small.packs(), small.known_answers(), small.known_answers())
def test_turns_are_named_for_what_came_of_them(pack: Pack, one: dict[str, Answer], other: dict[str, Answer]) -> None:
    """Between known answers arguments only begin or cease to hold; from nothing known they may only do the same."""
    both = compare(*_both(pack, Case(one), Case(other))).decisions[0]
    for moved in both.arguments:
        assert (moved.before, moved.after, moved.turn) in ((False, True, "began"), (True, False, "ceased"))
    for moved in compare(*_both(pack, Case(), Case(one))).decisions[0].arguments:
        assert isinstance(moved.before, frozenset)
        assert moved.turn == ("began" if moved.after else "ceased")
    for moved in compare(*_both(pack, Case(one), Case())).decisions[0].arguments:
        assert moved.turn == ("less_likely" if moved.before else "likelier")
