"""Laws of holding a council against two rule sets: what moves the lead is told exactly, and nothing else is."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from tests.engine.test_comparing import cases
from wizard.engine import Case, compile_rules
from wizard.proof.results_apart import council_apart
from wizard.proof.versions_apart import version_due
from wizard.schema.pack import Pack
from wizard.schema.pack_head import DeclaredWeight

FEW = settings(max_examples=60, deadline=None)


def _edited(pack: Pack, which: int, weight: int) -> Pack:
    """The same rules with one criterion taken away, where there is more than one, and a weight declared."""
    criteria = dict(pack.criteria)
    if len(criteria) > 1:
        del criteria[sorted(criteria)[which % len(criteria)]]
    left = next(iter(criteria.values()))
    entry = DeclaredWeight(weight=weight, set_by="a test", why="To move something.")
    weights = {left.decision: {left.group: entry}} if weight else {}
    head = pack.head.model_copy(update={"version": "2.0.0", "weights": weights})
    return dataclasses.replace(pack, head=head, criteria=criteria, fingerprint="other")


@FEW
@given(small.packs(), cases(), st.integers(0, 5), st.integers(0, 90))
def test_what_criteria_add_is_exactly_the_move_of_the_lead(pack: Pack, case: Case, which: int, weight: int) -> None:
    """In fractions, whatever the rules, the case and the edit."""
    found = council_apart(case, compile_rules(pack), compile_rules(_edited(pack, which, weight)))
    for decision in found.decisions:
        assert sum((each.adds for each in decision.criteria), Fraction(0)) == decision.lead_after - decision.lead_before


@FEW
@given(small.packs(), cases())
def test_the_same_rules_move_nothing(pack: Pack, case: Case) -> None:
    """Under another version and in another folder: no result, no lead, no reason."""
    other = dataclasses.replace(pack, head=pack.head.model_copy(update={"version": "9.9.9"}), fingerprint="other")
    found = council_apart(case, compile_rules(pack), compile_rules(other))
    assert not found.moves
    assert all(each.criteria == () and not each.caps_gone and not each.caps_new for each in found.decisions)


@FEW
@given(small.packs(), cases(), st.integers(0, 5), st.integers(0, 90))
def test_it_is_the_same_seen_from_either_side(pack: Pack, case: Case, which: int, weight: int) -> None:
    """A case made with the new rule set and one made with the old come to the same two results."""
    old, new = compile_rules(pack), compile_rules(_edited(pack, which, weight))
    one, other = council_apart(case, old, new), council_apart(case, old, new, made_with_new=True)
    assert [each.before.verdict for each in one.decisions] == [each.before.verdict for each in other.decisions]
    assert [each.after.verdict for each in one.decisions] == [each.after.verdict for each in other.decisions]


@FEW
@given(small.packs(), cases(), st.integers(1, 90))
def test_declared_weights_do_not_go_with_a_case(pack: Pack, case: Case, weight: int) -> None:
    """What one rule set declares holds for nobody in another: the way back leads to just the first result."""
    old, new = compile_rules(pack), compile_rules(_edited(pack, 0, weight))
    there = council_apart(case, old, new)
    back = council_apart(there.after.case, new, old)
    if (
        not there.left_out
        and case.weights == there.after.case.weights
        and case.trade_offs == there.after.case.trade_offs
    ):
        assert [each.verdict for each in back.after.decisions] == [each.verdict for each in there.before.decisions]


def test_which_number_of_the_version_is_due() -> None:
    """The second where results move, the third where only something differs, none where nothing does."""
    one = ("rules", "2026.1.4")
    due = version_due(one, ("rules", "2026.1.5"), results_move=True, anything_differs=True)
    assert (due.due, due.moved, due.at_least) == ("second", False, "2026.2.0")
    assert version_due(one, ("rules", "2026.2.0"), results_move=True, anything_differs=True).moved
    assert version_due(one, ("rules", "2027.0.0"), results_move=True, anything_differs=True).moved
    due = version_due(one, one, results_move=False, anything_differs=True)
    assert (due.due, due.moved, due.at_least) == ("third", False, "2026.1.5")
    assert version_due(one, one, results_move=False, anything_differs=False).due == "none"
    assert version_due(one, ("ours", "0.1.0"), results_move=True, anything_differs=True).due == "another_rule_set"
