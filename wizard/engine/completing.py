"""What the unknown answers could be: 256 ways to complete them, drawn from the priors and seeded.

For each question the draws are spread evenly over its prior (one in each 256th of it) and then
shuffled by a seed of its own, so that chances of single questions come out nearly exact and nothing
depends on the order of questions (Latin hypercube sampling: McKay, Beckman and Conover, 1979).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

from wizard.conditions.answers import Answer, Between
from wizard.conditions.cells import NO, UNKNOWN, YES, Cells, Facts, option_key
from wizard.conditions.reach import single_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wizard.conditions.domain import Domain

COMPLETIONS = 256


def completions(cells: Cells, answers: Mapping[str, Answer], questions: Iterable[str], seed: int) -> list[Facts]:
    """Facts in which each of `questions` is known, `COMPLETIONS` times; what is known already stays."""
    facts = cells.facts(answers)
    columns = drawn_cells(cells, answers, questions, seed)
    if not columns:
        return [dict(facts)] * COMPLETIONS
    keys = list(columns)
    return [{**facts, **dict(zip(keys, row, strict=True))} for row in zip(*columns.values(), strict=True)]


def drawn_cells(
    cells: Cells, answers: Mapping[str, Answer], questions: Iterable[str], seed: int
) -> dict[str, tuple[int, ...]]:
    """For each key of `questions` that is not known, its cell in each of the `COMPLETIONS`."""
    return {key: _draws(key, tuple(chances.items()), seed) for key, chances in open_keys(cells, answers, questions)}


def open_keys(
    cells: Cells, answers: Mapping[str, Answer], questions: Iterable[str]
) -> Iterator[tuple[str, dict[int, float]]]:
    """The keys of `questions` that are not known, each with the weight of every cell that is still possible."""
    facts = cells.facts(answers)
    for question in questions:
        domain = cells.domains[question]
        for key in cells.keys_of(question):
            if facts[key] & (facts[key] - 1):
                yield key, _chances(domain, key, facts[key] & ~UNKNOWN, cells, answers.get(question))


@lru_cache(maxsize=2_000)
def _draws(key: str, chances: tuple[tuple[int, float], ...], seed: int) -> tuple[int, ...]:
    """The cell of a key in each completion; kept, since one answer more leaves all other keys' draws as they were."""
    edges, total = [], sum(chance for _, chance in chances)
    reached = 0.0
    for cell, chance in chances:
        reached += chance / total
        edges.append((reached, cell))
    drawn, place = [], 0
    for step in range(COMPLETIONS):
        while place < len(edges) - 1 and (step + 0.5) / COMPLETIONS > edges[place][0]:
            place += 1
        drawn.append(edges[place][1])
    Random(f"{seed}/{key}").shuffle(drawn)
    return tuple(drawn)


def _chances(domain: Domain, key: str, possible: int, cells: Cells, answer: Answer | None) -> dict[int, float]:
    """The weight of each possible cell; equal weights where the prior leaves nothing of it."""
    choices = single_cells(possible)
    if domain.kind == "choices":
        weights = _chosen_weights(domain, key)
    elif domain.is_numeric:
        weights = {cell: _mass(domain, *_within(cells.values_of(domain.id, cell), answer)) for cell in choices}
    else:
        weights = _option_weights(domain, cells)
    kept = {cell: weights.get(cell, 0.0) for cell in choices}
    return kept if sum(kept.values()) > 0 else dict.fromkeys(choices, 1.0)


def _within(values: tuple[float, float], answer: Answer | None) -> tuple[float, float]:
    """The part of a cell that a range given as the answer leaves."""
    if not isinstance(answer, Between):
        return values
    return max(values[0], answer.low), min(values[1], answer.high)


def _chosen_weights(domain: Domain, key: str) -> dict[int, float]:
    prior = domain.question.prior
    percent = 50.0
    if isinstance(prior, dict):
        by_key = {option_key(domain.id, option): float(weight) for option, weight in prior.items()}
        percent = by_key.get(key, 50.0)
    return {NO: 100.0 - percent, YES: percent}


def _option_weights(domain: Domain, cells: Cells) -> dict[int, float]:
    prior = domain.question.prior
    weights = dict.fromkeys(domain.options, 1.0)
    if isinstance(prior, dict):
        weights = {option: float(prior.get(option, "0")) for option in domain.options}
    return {2 << number: weights[option] for number, option in enumerate(domain.options)}


def _mass(domain: Domain, low: float, high: float) -> float:
    """The share of the prior between two values: the steps of the prior are equally likely, even within each."""
    prior = domain.question.prior
    if isinstance(prior, tuple) and len(prior) > 1:
        steps = [float(domain.ends(text, within=False)[0]) for text in prior]
    elif domain.low is not None and domain.high is not None:
        steps = [float(domain.low), float(domain.high)]
    else:
        return 1.0
    # Whole numbers and days fill the space up to the next one.
    end = high + 1 if domain.whole else high
    mass = 0.0
    for start, stop in pairwise(steps):
        if stop > start:
            mass += max(0.0, min(end, stop) - max(low, start)) / (stop - start)
        elif low <= start < end:
            mass += 1.0
    return mass / (len(steps) - 1)
