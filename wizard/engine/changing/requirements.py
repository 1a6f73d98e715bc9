"""What would have to be true for each other model to come first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from .expected import Expected
from .flips import Flip, Tried, changeable
from .possible import findings_of, with_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .possible import Change

MOST_CHANGES = 6
"""More answers than this would be another council."""


@dataclass(frozen=True)
class Requirement:
    """What would put a model first: answers changed, or answers that are not known yet found to be so.

    `flip` is a smallest change where `smallest`; else one that was found step by step, of which no part can be left
    out, though another of fewer answers might do. None where no way was found within `MOST_CHANGES`.
    """

    model: str
    flip: Flip | None
    smallest: bool


def requirements(expected: Expected, tried: Tried, unlocked: Iterable[str] = ()) -> tuple[Requirement, ...]:
    """For every model that does not lead and was not taken off the table, in the order of the rules."""
    found = []
    for number, model in enumerate(expected.decision.models):
        if model.id == tried.leader or model.id in expected.case.off_the_table:
            continue
        first = next((flip for flip in tried.flips if flip.leader == model.id), None)
        if first is None and tried.leader is not None:
            climbed = _climbed(expected, number, frozenset(unlocked))
            found.append(Requirement(model.id, climbed, climbed is not None and len(climbed.changes) == 1))
        else:
            found.append(Requirement(model.id, first, first is not None))
    return tuple(found)


class _Step(NamedTuple):
    """A change, and the lead that it leaves the model with; None where the model would be closed."""

    change: Change
    lead: int | None


def _climbed(expected: Expected, model: int, unlocked: frozenset[str]) -> Flip | None:
    """The best single change, again and again, until the model leads; then whatever was not needed is taken back."""
    taken: list[Change] = []
    now = expected
    reached = _lead(now, model)
    while len(taken) < MOST_CHANGES and (reached is None or reached <= 0):
        step = _best_step(now, model, unlocked, taken)
        if step is None or step.lead is None or (reached is not None and step.lead <= reached):
            return None
        taken.append(step.change)
        now, reached = _after(expected, taken), step.lead
    if reached is None or reached <= 0:
        return None
    for change in list(taken):
        fewer = [each for each in taken if each is not change]
        without = _after(expected, fewer)
        lead = _lead(without, model)
        if lead is not None and lead > 0:
            taken, reached = fewer, lead
    return Flip(tuple(taken), expected.decision.models[model].id, expected.points(reached))


def _best_step(now: Expected, model: int, unlocked: frozenset[str], taken: Sequence[Change]) -> _Step | None:
    done = {change.key for change in taken}
    changes = [change for change in (*changeable(now, unlocked), *_findings(now)) if change.key not in done]
    steps = [
        _Step(change, _lead_of(now, model, change, moved))
        for change, moved in zip(changes, now.moves(changes), strict=True)
    ]
    open_ones = [step for step in steps if step.lead is not None]
    return max(open_ones, key=lambda step: step.lead or 0, default=None)


def _findings(now: Expected) -> Iterator[Change]:
    """What could be found out of single-answer questions: an option of several leaves the rest of its question open."""
    for question in now.decision.bearing:
        asked = now.rules.asked.get(question)
        if asked is None or asked(now.facts) is True:
            found = findings_of(now.rules, now.answers, now.facts, question)
            yield from (change for change in found if change.option is None)


def _lead_of(now: Expected, model: int, change: Change, moved: object) -> int | None:
    return now.lead_of(model, now.totals + moved, now.competing_with({change.key: change.cell}))


def _lead(expected: Expected, model: int) -> int | None:
    return expected.lead_of(model, expected.totals, expected.competes)


def _after(expected: Expected, changes: Sequence[Change]) -> Expected:
    case = replace(expected.case, answers=with_changes(expected.case.answers, changes))
    return Expected(expected.rules, expected.decision, case)
