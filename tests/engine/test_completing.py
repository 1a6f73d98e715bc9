"""The ways to complete what is unknown follow the priors and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.random_packs import DOMAINS
from wizard.conditions.answers import Answer
from wizard.conditions.cells import Cells
from wizard.conditions.domain import understand
from wizard.conditions.nodes import Condition
from wizard.conditions.parse import parse
from wizard.engine.completing import COMPLETIONS, completions


def _condition(raw: dict[str, Any]) -> Condition:
    condition, faults = parse(raw, DOMAINS)
    assert not faults
    return condition


CUT = [
    _condition({"people": {"below": "20"}}),
    _condition({"people": {"above": "50"}}),
    _condition({"share": {"at_least": "0.25"}}),
]


def _share(key: str, cell: int, answers: dict[str, Answer], cells: Cells) -> float:
    drawn = completions(cells, answers, DOMAINS, seed=5)
    return sum(facts[key] == cell for facts in drawn) / COMPLETIONS


def test_numbers_follow_the_steps_of_the_prior() -> None:
    """Steps 0, 20, 50, 100 are equally likely: a third lies below 20, a third above 50 (less what is exactly 50)."""
    cells = Cells(DOMAINS, CUT)
    assert _share("people", cells.cell_of("people", 10), {}, cells) == pytest.approx(1 / 3, abs=0.01)
    assert _share("people", cells.cell_of("people", 30), {}, cells) == pytest.approx(1 / 3, abs=0.02)
    assert _share("people", cells.cell_of("people", 70), {}, cells) == pytest.approx(1 / 3, abs=0.02)


def test_without_a_prior_every_value_is_equally_likely() -> None:
    """A share between 0 and 1 is at least a quarter in three of four completions."""
    cells = Cells(DOMAINS, CUT)
    assert _share("share", cells.cell_of("share", 0.6), {}, cells) == pytest.approx(0.75, abs=0.01)


def test_options_follow_their_weights() -> None:
    """Weights 20, 50 and 30 give two, five and three in ten."""
    cells = Cells(DOMAINS, [])
    shares = [
        _share("level", cells.facts_of("level", understand(DOMAINS["level"], each))["level"], {}, cells)
        for each in ("poor", "fair", "good")
    ]
    assert shares == pytest.approx([0.2, 0.5, 0.3], abs=0.01)


def test_a_range_is_completed_within_the_range() -> None:
    """Between 30 and 60, with a cut after 50: twenty parts below it, and fewer above, where the prior is thinner."""
    cells = Cells(DOMAINS, CUT)
    answers = {"people": understand(DOMAINS["people"], {"between": ["30", "60"]})}
    low, high = 21 / 30, 10 / 50
    assert _share("people", cells.cell_of("people", 10), answers, cells) == 0
    assert _share("people", cells.cell_of("people", 40), answers, cells) == pytest.approx(low / (low + high), abs=0.03)


def test_some_options_are_completed_among_themselves() -> None:
    """ "Poor or good" leaves two of weights 20 and 30, and never "fair"."""
    cells = Cells(DOMAINS, [])
    answers = {"level": understand(DOMAINS["level"], {"one_of": ["poor", "good"]})}
    fair = cells.facts_of("level", understand(DOMAINS["level"], "fair"))["level"]
    good = cells.facts_of("level", understand(DOMAINS["level"], "good"))["level"]
    assert _share("level", fair, answers, cells) == 0
    assert _share("level", good, answers, cells) == pytest.approx(0.6, abs=0.01)


def test_what_is_known_stays_and_what_is_unknown_becomes_known() -> None:
    """Every completion keeps the answers given and leaves one cell for each key of each question."""
    cells = Cells(DOMAINS, CUT)
    answers = {"level": understand(DOMAINS["level"], "fair"), "wanted": understand(DOMAINS["wanted"], ["kitchen"])}
    given = cells.facts(answers)
    for facts in completions(cells, answers, DOMAINS, seed=5):
        assert facts["level"] == given["level"]
        assert facts["wanted:kitchen"] == given["wanted:kitchen"]
        assert all(bits & (bits - 1) == 0 and bits != 1 for bits in facts.values())


def test_questions_are_completed_independently() -> None:
    """Two questions are not drawn in step: all four pairs of a yes/no and an even cut turn up about equally."""
    cells = Cells(DOMAINS, [_condition({"share": {"at_least": "0.5"}})])
    drawn = completions(cells, {}, ["share", "shared"], seed=5)
    pairs = {(facts["share"], facts["shared"]) for facts in drawn}
    counts = [sum((facts["share"], facts["shared"]) == pair for facts in drawn) for pair in pairs]
    assert len(counts) == 4
    assert min(counts) > 45
