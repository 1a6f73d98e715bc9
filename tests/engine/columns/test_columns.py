"""The columns mean what the plain evaluator means."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.conditions.reach import single_cells
from wizard.engine import compile_rules
from wizard.engine.columns.completed import assessed_rows, drawn_rows
from wizard.engine.columns.conditions import cell_number
from wizard.engine.columns.decision import DecisionColumns
from wizard.engine.completing import completions
from wizard.engine.evaluating import evaluate
from wizard.schema.pack import Pack

PACKS, SETS = 260, 40


@settings(max_examples=PACKS, deadline=None)
@given(small.packs(), st.integers(0, 10**9))
def test_columns_agree_with_the_plain_evaluator(pack: Pack, seed: int) -> None:
    """Over 10,000 answer sets to random rule sets (260 x 40): the same arguments, the same scores, the same doors."""
    rules = compile_rules(pack)
    random = Random(seed)
    sets = [{key: random.choice(single_cells(cells)) for key, cells in rules.cells.full.items()} for _ in range(SETS)]
    rows = {key: np.array([cell_number(each[key]) for each in sets], dtype=np.uint16) for key in rules.cells.full}
    for decision in rules.decisions:
        columns = DecisionColumns(rules, decision)
        over = columns.over(rows, SETS)
        held, opened = columns.held(over), columns.opened(over)
        scores = columns.scores(held)
        for number, facts in enumerate(sets):
            plain = evaluate(decision, facts)
            assert held[:, number].tolist() == plain.truths
            assert scores[number].tolist() == plain.scores
            assert opened[:, number].tolist() == [rule.decide(facts) for rule in decision.openness]


@settings(max_examples=60, deadline=None)
@given(small.packs(), small.partial_answers())
def test_assessed_rows_are_the_completions_of_an_assessment(pack: Pack, answers: dict[str, Answer]) -> None:
    """Column by column they hold the 256 completions that an assessment itself draws."""
    rules = compile_rules(pack)
    questions = rules.decisions[0].bearing
    drawn = completions(rules.cells, answers, questions, pack.head.seed)
    keys = [key for question in questions for key in rules.cells.keys_of(question)]
    rows, count = assessed_rows(rules, answers, questions, keys)
    for key in keys:
        expected = [cell_number(facts[key]) for facts in drawn]
        assert rows[key].tolist() == (expected if count > 1 else expected[:1])


def test_drawn_rows_follow_the_priors() -> None:
    """An answer that is not known is drawn as its prior says: a level is poor, fair or good in 20, 50 and 30 of 100."""
    rules = compile_rules(_pack())
    rows = drawn_rows(rules, {}, ["level"], ["level"], 100_000)["level"]
    shares = np.bincount(rows, minlength=3) / 100_000
    # Four standard errors of a share of one half over 100,000 draws.
    assert shares == pytest.approx([0.2, 0.5, 0.3], abs=4 * 0.5 / 100_000**0.5)


def test_drawn_rows_of_one_question_do_not_hang_on_the_others() -> None:
    """Drawing more questions at once gives each the draws it had alone."""
    rules = compile_rules(_pack())
    alone = drawn_rows(rules, {}, ["level"], ["level"], 1000)
    both = drawn_rows(rules, {}, ["shared", "level"], ["level", "shared"], 1000)
    assert alone["level"].tolist() == both["level"].tolist()
    assert both["shared"].tolist() != both["level"].tolist()


def test_a_known_answer_is_never_drawn() -> None:
    """What is known stays as it is in every set."""
    rules = compile_rules(_pack())
    answer = small.understand(small.DOMAINS["level"], "good")
    rows = drawn_rows(rules, {"level": answer}, ["level"], ["level"], 500)
    assert rows["level"].tolist() == [2] * 500


@settings(max_examples=60, deadline=None)
@given(small.packs())
def test_a_shifted_grade_moves_each_argument_to_the_next_step(pack: Pack) -> None:
    """One grade up is the next step of the ladder, one down the one before; at its ends an argument stays."""
    rules = compile_rules(pack)
    ladder = [grade.step for grade in pack.head.grades]
    for decision in rules.decisions:
        columns = DecisionColumns(rules, decision)
        count = len(decision.arguments)
        held = np.eye(count, dtype=bool)
        for shift, byte in ((-1, 0), (-1, 84), (0, 85), (0, 170), (1, 171), (1, 255)):
            drawn = np.full((columns.separate, count), byte, dtype=np.uint8)
            scores = columns.scores_shifted(held, drawn) - 50
            for number, rule in enumerate(decision.arguments):
                for effect in rule.effects:
                    place = min(max(ladder.index(abs(effect.points)) + shift, 0), len(ladder) - 1)
                    sign = 1 if effect.points > 0 else -1
                    assert scores[number, rule.criterion, effect.model] == sign * ladder[place]


def _pack() -> Pack:
    """One rule set, always the same, that looks at the questions these tests draw."""
    return small.pack_of(
        small.criterion(
            "criterion_0",
            small.argument("a", {"level": "good"}, favours=("one_head",)),
            small.argument("b", {"shared": "yes"}, favours=("two_heads",)),
        )
    )
