"""Laws of explaining a difference: what each thing moves alone, and what is left to several, is exactly the whole."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from tests.engine.test_comparing import cases
from wizard.engine import Case, assess, compile_rules
from wizard.engine.comparing import compare
from wizard.proof.carrying import carried
from wizard.proof.difference import Explained, explain_difference
from wizard.schema.pack import Pack

FEW = settings(max_examples=60, deadline=None)


def _explained(pack: Pack, one: Case, other: Case) -> Explained:
    rules = compile_rules(pack)
    return explain_difference(assess(rules, one), assess(rules, other), rules)


def _other_version(pack: Pack) -> Pack:
    """The same rules under another version, with one grade's step doubled."""
    grades = tuple(grade.model_copy(update={"step": min(50, grade.step * 2)}) for grade in pack.head.grades)
    head = pack.head.model_copy(update={"version": "9.9.9", "grades": grades})
    return dataclasses.replace(pack, head=head, fingerprint="other")


@FEW
@given(small.packs(), cases(), cases())
def test_single_moves_and_the_rest_add_up_to_the_whole(pack: Pack, one: Case, other: Case) -> None:
    """In fractions, whatever the rules and the two cases; and the rest is nothing where only one thing differs."""
    found = _explained(pack, one, other)
    for place, decision in enumerate(found.decisions):
        alone = [each.effects[place].moved or Fraction(0) for each in found.differences]
        assert sum(alone, decision.together) == decision.lead_after - decision.lead_before
        assert len(found.differences) > 1 or not decision.together


@FEW
@given(small.packs(), cases(), cases())
def test_all_differences_are_found_and_each_is_one(pack: Pack, one: Case, other: Case) -> None:
    """Together they are what comparing the two finds; each result with one changed differs from the first in that."""
    found = _explained(pack, one, other)
    whole = compare(found.before, found.after).changes
    parts = [each.changes for each in found.differences]
    for key in whole._fields:
        assert sorted(map(repr, getattr(whole, key))) == sorted(
            repr(each) for part in parts for each in getattr(part, key)
        )
    for each in found.differences:
        assert compare(found.before, each.after).changes == each.changes
        assert each.effects[0].after == each.after.decisions[0]


@FEW
@given(small.packs(), cases())
def test_a_result_does_not_differ_from_itself(pack: Pack, one: Case) -> None:
    """Nothing is found and nothing moves."""
    found = _explained(pack, one, one)
    assert found.same_rules and found.differences == () and found.decisions[0].together == 0
    assert found.decisions[0].lead_before == found.decisions[0].lead_after


@FEW
@given(small.packs(), cases(), cases(), st.booleans())
def test_another_rule_set_is_a_step_of_its_own(pack: Pack, one: Case, other: Case, alike: bool) -> None:
    """First, and with the same answers on both sides the only one: all that moves is its doing."""
    rules, later = compile_rules(pack), compile_rules(_other_version(pack))
    one = carried(one, pack, rules).case
    after = assess(later, one if alike else other)
    found = explain_difference(assess(rules, one), after, later)
    assert not found.same_rules and found.differences[0].kind == "rule_set"
    assert [each.kind for each in found.differences].count("rule_set") == 1
    for place, decision in enumerate(found.decisions):
        alone = [each.effects[place].moved or Fraction(0) for each in found.differences]
        assert sum(alone, decision.together) == decision.lead_after - decision.lead_before
    if alike:
        assert len(found.differences) == 1 and found.differences[0].after.decisions == after.decisions


@FEW
@given(small.packs(), cases())
def test_what_is_carried_into_the_same_rules_stays_the_same(pack: Pack, case: Case) -> None:
    """No answer or model is lost on the way, nor any weight of something that there is."""
    rules = compile_rules(pack)
    found = carried(case, pack, rules)
    known = {*pack.criteria, *(group.id for group in pack.head.groups)}
    weights = {name: weight for name, weight in case.weights.get("who_heads", {}).items() if name in known}
    assert found.left_out == () and found.case.answers == case.answers
    assert found.case.weights.get("who_heads", {}) == weights
    assert dict(found.case.off_the_table) == dict(case.off_the_table) and found.case.trade_offs == case.trade_offs
    assert carried(found.case, pack, rules).case == found.case
