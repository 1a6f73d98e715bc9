"""A variation changes what it names and nothing else."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.conditions.domain import understand
from wizard.engine import Case, compile_rules
from wizard.engine.varying import Variation, overweight, varied, without_effect
from wizard.schema.pack import Pack

FEW = settings(max_examples=100, deadline=None)


@FEW
@given(small.partial_answers(), small.partial_answers(), st.sets(st.sampled_from(sorted(small.DOMAINS))))
def test_only_what_is_named_changes(base: dict[str, Answer], new: dict[str, Answer], gone: set[str]) -> None:
    """Answers set are there, answers unset are not, all others are as they were; the case itself stays."""
    before = Case(dict(base), {"who_heads": {"first_group": Fraction(30)}}, {"no_head": "Nobody"}, {"who_heads": ()})
    kept = Case(dict(base), before.weights, before.off_the_table, before.trade_offs)
    answers = {**new, **dict.fromkeys(gone)}
    after = varied(before, Variation(answers))
    for question in small.DOMAINS:
        expected = None if question in gone else new.get(question, base.get(question))
        assert after.answers.get(question) == expected
        assert (question in after.answers) is (expected is not None)
    assert (after.weights, after.off_the_table, after.trade_offs) == (
        before.weights,
        before.off_the_table,
        before.trade_offs,
    )
    assert before == kept


def test_weights_and_models_are_set_and_taken_away() -> None:
    """A decision without any stated weight left is as one that never had any."""
    base = Case({}, {"who_heads": {"first_group": Fraction(30)}}, {"no_head": "Nobody"})
    more = varied(base, Variation({}, {"who_heads": {"criterion_0": Fraction(5)}}, {"one_head": "Too few"}))
    assert more.weights == {"who_heads": {"first_group": Fraction(30), "criterion_0": Fraction(5)}}
    assert more.off_the_table == {"no_head": "Nobody", "one_head": "Too few"}
    less = varied(base, Variation({}, {"who_heads": {"first_group": None}}, {"no_head": None}))
    assert (less.weights, less.off_the_table) == ({}, {})


@given(small.packs())
@settings(max_examples=20)
def test_answers_to_questions_that_do_not_arise_are_named(pack: Pack) -> None:
    """How it is shared does not arise where nothing is; where sharing is not known it may."""
    rules = compile_rules(pack)
    for shared, inert in (("no", {"how_shared"}), ("yes", set()), ("not_sure", set())):
        answers = {
            each: understand(small.DOMAINS[each], said) for each, said in (("shared", shared), ("how_shared", "good"))
        }
        assert without_effect(rules, Case(answers)) == inert
    assert without_effect(rules, Case()) == set()


@given(small.packs(), st.integers(0, 150), st.integers(0, 150))
@settings(max_examples=60)
def test_weights_that_cannot_be_meant_are_found(pack: Pack, first: int, second: int) -> None:
    """More than the whole, or all of them nought; what fits in the whole is let through."""
    rules = compile_rules(pack)
    used = list(dict.fromkeys(each.group for each in rules.decisions[0].criteria))
    stated = dict(zip(used, (Fraction(first), Fraction(second)), strict=False))
    found = [each for each in overweight(rules, Case({}, {"who_heads": stated})) if each.group is None]
    total = sum(stated.values())
    assert bool(found) is (total > 100 or total == 0)
    assert all(each.total == total and each.decision == "who_heads" for each in found)
    one = rules.decisions[0].criteria[0]
    heavy = {"who_heads": {one.id: Fraction(101)}}
    assert [(each.group, each.total) for each in overweight(rules, Case({}, heavy))] == [(one.group, 101)]
