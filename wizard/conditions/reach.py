"""What a condition can come to over known answers: it may never hold, always hold, or either."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from .nodes import Condition, questions_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .cells import Cells, Facts
    from .deciding import Compiler

MOST_COMBINATIONS = 200_000
"""More combinations of cells than this are not tried: the check then says nothing."""


def reach(
    condition: Condition, cells: Cells, compiler: Compiler, asked_when: Mapping[str, Condition]
) -> tuple[bool, bool] | None:
    """Whether the condition can hold and whether it can fail, over all known answers; None if too many to try."""
    decider = compiler.decider(condition)
    can_hold = can_fail = False
    combinations = every_known(with_askers(questions_in(condition), asked_when), cells)
    if combinations is None:
        return None
    for facts in combinations:
        if decider(facts) is True:
            can_hold = True
        else:
            can_fail = True
        if can_hold and can_fail:
            break
    return can_hold, can_fail


def with_askers(questions: Iterable[str], asked_when: Mapping[str, Condition]) -> tuple[str, ...]:
    """The questions, and every other that decides whether one of them is asked."""
    found: dict[str, None] = {}
    waiting = list(questions)
    while waiting:
        question = waiting.pop(0)
        if question not in found:
            found[question] = None
            if question in asked_when:
                waiting.extend(questions_in(asked_when[question]))
    return tuple(found)


def every_known(questions: Iterable[str], cells: Cells) -> Iterator[Facts] | None:
    """Every combination of known answers to these questions, one for each cell; None if too many."""
    keys = [key for question in questions for key in cells.keys_of(question)]
    choices = [single_cells(cells.full[key]) for key in keys]
    count = 1
    for choice in choices:
        count *= max(1, len(choice))
    if count > MOST_COMBINATIONS:
        return None
    return ({**cells.nothing_known, **dict(zip(keys, combination, strict=True))} for combination in product(*choices))


def single_cells(cells: int) -> list[int]:
    """The bits of a set of cells, smallest first."""
    return [1 << n for n in range(cells.bit_length()) if cells >> n & 1]
