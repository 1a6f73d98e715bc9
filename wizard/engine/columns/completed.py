"""Completed answer sets as rows: drawn at random from the priors, or the 256 that an assessment itself rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wizard.engine.completing import COMPLETIONS, drawn_cells, open_keys
from wizard.engine.firmness.drawing import seeded

from .conditions import cell_number, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wizard.conditions.answers import Answer
    from wizard.engine.compiling import Rules

    from .conditions import Row


def drawn_rows(
    rules: Rules, answers: Mapping[str, Answer], questions: Iterable[str], keys: Iterable[str], draws: int
) -> dict[str, Row]:
    """Rows of `draws` answer sets for `keys`; what is not known of `questions` is drawn from its prior.

    Each key has draws of its own, so that nothing depends on the order or the number of questions.
    """
    facts = rules.cells.facts(answers)
    wanted = frozenset(keys)
    rows = dict(rows_of(facts, wanted, draws))
    for key, chances in open_keys(rules.cells, answers, questions):
        if key in wanted:
            rows[key] = _drawn(chances, seeded(rules.pack.head.seed, f"unknown/{key}"), draws)
    return rows


def _drawn(chances: Mapping[int, float], rng: np.random.Generator, draws: int) -> Row:
    """Cell numbers, each cell as often as its chance says, to one part in 65,536: far below the sampling error."""
    numbers = np.array([cell_number(cell) for cell in chances], dtype=np.uint16)
    edges = np.cumsum(list(chances.values()))
    drawn = np.frombuffer(rng.bytes(2 * draws), dtype="<u2")
    place: Row = np.zeros(draws, dtype=np.uint16)
    for edge in edges[:-1] / edges[-1]:
        place += drawn >= round(edge * 65_536)
    together = (numbers == np.arange(len(numbers)) + numbers[0]).all()
    found: Row = place + numbers[0] if together else numbers[place]
    return found


def assessed_rows(
    rules: Rules, answers: Mapping[str, Answer], questions: Iterable[str], keys: Iterable[str]
) -> tuple[dict[str, Row], int]:
    """The rows of the completions that an assessment rests on, and how many there are: one if all is known."""
    facts = rules.cells.facts(answers)
    wanted = frozenset(keys)
    drawn = drawn_cells(rules.cells, answers, questions, rules.pack.head.seed)
    count = COMPLETIONS if drawn else 1
    rows = dict(rows_of(facts, wanted, count))
    for key, cells in drawn.items():
        if key in wanted:
            rows[key] = np.array([cell_number(cell) for cell in cells], dtype=np.uint16)
    return rows, count
