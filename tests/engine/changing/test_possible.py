"""The answers of single changes and findings: each means to the rules what it says."""

from __future__ import annotations

from hypothesis import given, settings

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer, Between, Chosen, NotSure
from wizard.engine import Case, compile_rules
from wizard.engine.changing.possible import changes_of, findings_of
from wizard.engine.changing.what_would_change import what_would_change
from wizard.schema.pack import Pack


@settings(max_examples=60, deadline=None)
@given(small.packs(), small.partial_answers())
def test_an_answer_lies_in_the_cell_that_is_tried(pack: Pack, answers: dict[str, Answer]) -> None:
    """Also at the ends of a range of fractions, which may belong to the range beside it."""
    rules = compile_rules(pack)
    facts = rules.cells.facts(answers)
    for question in rules.domains:
        for change in (*changes_of(rules, answers, facts, question), *findings_of(rules, answers, facts, question)):
            assert rules.cells.facts_of(question, change.answer)[change.key] == change.cell


@settings(max_examples=60, deadline=None)
@given(small.packs(), small.partial_answers())
def test_a_verdict_is_told_only_of_answers_that_can_be_given(pack: Pack, answers: dict[str, Answer]) -> None:
    """One option found out, of a question that is missing or that nobody could answer, leaves the others open."""
    rules = compile_rules(pack)
    found = what_would_change(rules, rules.decisions[0], Case(answers), tuple(rules.domains), 99)
    for each in (*found.shown, *found.found_out):
        partial = any(
            change.option is not None and not isinstance(answers.get(change.question, NotSure()), Chosen)
            for change in each.flip.changes
        )
        assert (each.verdict is None) == partial


@settings(max_examples=60, deadline=None)
@given(small.packs(), small.partial_answers())
def test_nothing_is_found_out_that_was_ruled_out_before(pack: Pack, answers: dict[str, Answer]) -> None:
    """Of a range only what it leaves can turn out; and all that is told lies in the cell that was tried."""
    rules = compile_rules(pack)
    facts = rules.cells.facts(answers)
    for question, domain in rules.domains.items():
        for change in findings_of(rules, answers, facts, question) if domain.is_numeric else ():
            assert change.values is not None and change.answer == change.values
            known = answers.get(question)
            if isinstance(known, Between):
                assert known.low <= change.values.low <= change.values.high <= known.high
        for change in changes_of(rules, answers, facts, question) if domain.is_numeric else ():
            assert change.values is not None
            for value in (change.values.low, change.values.high):
                assert rules.cells.cell_of(question, value) == change.cell
