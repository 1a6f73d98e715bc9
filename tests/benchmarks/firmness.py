"""How long it takes to say how firm a result is, what would change it and what to ask next.

Robustness is held against one numpy product of its size: the (criteria x models, arguments) table of steps times the
(arguments, draws) table of which argument counts for how much in which draw, in numpy's own precision. Everything else
(drawing priorities, answers, silences and grades, deciding every condition, ranks and central weights) comes on top.
The two take turns, so that a busy moment slows both: a product measured by itself was seen to be eleven times slower
from one run to the next. numpy's product takes every core it finds, ours one. What is made ready once for a council,
and all that one decision of `wizard robustness` draws, are told beside it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from tests.benchmarks.evaluation import ROUNDS, RULES, least, random_answers
from tests.benchmarks.start_up import ROOT
from wizard.council_file import read_council, view_of
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.changing.expected import Expected
from wizard.engine.changing.flips import flips
from wizard.engine.changing.next_question import questions_to_ask
from wizard.engine.columns.decision import DecisionColumns
from wizard.engine.evaluating import evaluate
from wizard.engine.firmness.robustness import DRAWS, EVERYTHING, Trial, robustness
from wizard.pack import read_pack
from wizard.proof.council_case import case_of

SETS = 10_000
BRACKNELL = Path("scenarios/reports/bracknell_forest_2008.yaml")


def lines() -> Iterator[str]:
    """The ratios and times, and where the two evaluators disagree."""
    pack = read_pack(RULES).pack
    rules = compile_rules(pack)
    some = case_of(read_council(ROOT / BRACKNELL, view_of(pack)))
    cases = {"a council half known": some, "everything answered": Case(random_answers(rules, 1)[0]), "nothing": Case()}
    yield from _robustness(rules, cases)
    yield from _changing(rules, cases)
    yield from _agreement(rules)
    yield from _loading()


def _robustness(rules: Rules, cases: dict[str, Case]) -> Iterator[str]:
    for decision in rules.decisions:
        columns = DecisionColumns(rules, decision)
        random = np.random.default_rng(1)
        steps = random.random(columns.points.shape)
        counted = random.random((steps.shape[1], DRAWS))
        for name, case in cases.items():
            trial = Trial(rules, decision, case, DRAWS)
            taken, product = in_turn(
                lambda trial=trial: trial.firmness(EVERYTHING, around_stated=False),
                lambda steps=steps, counted=counted: steps @ counted,
            )
            ready = least(lambda decision=decision, case=case: Trial(rules, decision, case, DRAWS), 5)
            whole = least(lambda decision=decision, case=case: robustness(rules, decision, case), 5)
            yield (
                f"robustness  {decision.decision.id}, {name}: {DRAWS:,} draws in {taken * 1000:.1f} ms, "
                f"{taken / product:.1f} times one product of its size ({product * 1000:.2f} ms); at most 5; "
                f"made ready in {ready * 1000:.0f} ms; all runs of `wizard robustness` {whole * 1000:.0f} ms"
            )


def in_turn(one: Callable[[], object], other: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """The shortest of many rounds of each, in seconds, the two taking turns."""
    found = [(least(one, 1), least(other, 1)) for _ in range(rounds)]
    return min(first for first, _ in found), min(second for _, second in found)


def _changing(rules: Rules, cases: dict[str, Case]) -> Iterator[str]:
    for name, case in cases.items():
        found = least(lambda case=case: [flips(Expected(rules, each, case)) for each in rules.decisions], 10)
        tried = [flips(Expected(rules, each, case)) for each in rules.decisions]
        count = sum(each.singles + each.pairs for each in tried)
        assessment = assess(rules, case)
        asked = least(lambda assessment=assessment: questions_to_ask(rules, assessment), 10)
        yield (
            f"changing  {name}: all {count:,} changes of one or two answers in {found * 1000:.0f} ms (at most 250); "
            f"what to ask next in {asked * 1000:.0f} ms (at most 100)"
        )


def _agreement(rules: Rules) -> Iterator[str]:
    """The shipped rule set, the plain evaluator against the columns, over complete random answers."""
    random = np.random.default_rng(2)
    rows = {
        key: random.integers(0, full.bit_length() - 1, SETS).astype(np.uint16) for key, full in rules.cells.full.items()
    }
    facts = [{key: 2 << int(row[number]) for key, row in rows.items()} for number in range(SETS)]
    disagreements = 0
    for decision in rules.decisions:
        columns = DecisionColumns(rules, decision)
        held = columns.held(columns.over(rows, SETS))
        scores = columns.scores(held)
        for number, each in enumerate(facts):
            plain = evaluate(decision, each)
            disagreements += plain.truths != held[:, number].tolist() or plain.scores != scores[number].tolist()
    yield f"columns  the shipped rule set, {SETS:,} answer sets: {disagreements} disagreements with the plain evaluator"


def _loading() -> Iterator[str]:
    probe = "import sys, wizard.engine; print('numpy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=True, capture_output=True, text=True)
    yield f"columns  numpy loaded with the engine itself: {found.stdout.strip()}"
