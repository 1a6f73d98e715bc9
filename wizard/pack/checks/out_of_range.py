"""The steps that can hold together push a model's score on a criterion below 0 or above 100.

A score starts at 50 and is never clipped, so the steps that can hold under one set of answers must
come to at most 50 each way. Arguments that share no question are added up at their most; those that
do are tried together, every combination of answers. Where those are more than 200,000, the sum of
all is taken, which may be more than can really come together.

PASS
    two firm arguments (20 each) and one fair (10) for a model: 50 + 50 = 100
FAIL
    three firm arguments (20 each) for a model that can all hold at once: 50 + 60 = 110
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wizard.conditions.nodes import Condition, questions_in
from wizard.conditions.reach import every_known, with_askers
from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem
from wizard.schema.criterion import Criterion
from wizard.schema.grading import grade_of

START = 50


class _Step(NamedTuple):
    points: int
    condition: Condition
    argument: str


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each criterion, model and end of the scale."""
    for criterion in parsed.pack.criteria.values():
        for model in parsed.pack.models_of(criterion.decision):
            steps = _steps(parsed, criterion, model.id)
            for way, reached in ((1, "above 100"), (-1, "below 0")):
                most, names = _most(parsed, steps, way)
                if most > START:
                    yield Problem(
                        "out-of-range",
                        parsed.places.of("criterion", criterion.id, "arguments", key=True),
                        f"'{model.id}' can come to {START + way * most} on '{criterion.id}', {reached}.",
                        f"These can hold together: {', '.join(names)}. Join those that tell of one situation.",
                    )


def _steps(parsed: ParsedPack, criterion: Criterion, model: str) -> list[_Step]:
    steps = []
    for placed in parsed.arguments:
        found = parsed.moves(placed, model) if placed.criterion is criterion else None
        if found is not None:
            sign, condition = found
            points = sign * grade_of(placed.argument, model, parsed.pack).step
            steps.append(_Step(points, condition, placed.argument.id))
    return steps


def _most(parsed: ParsedPack, steps: list[_Step], way: int) -> tuple[int, list[str]]:
    """The most points in a direction, and the arguments that bring it about."""
    total, names = 0, []
    # All steps of the direction at once are more than can hold together: mostly this settles it.
    if sum(max(0, way * step.points) for step in steps) <= START:
        return 0, []
    for group in _sharing(parsed, steps):
        points, held = _most_of_group(parsed, group, way)
        total += points
        names += held
    return total, names


def _most_of_group(parsed: ParsedPack, steps: list[_Step], way: int) -> tuple[int, list[str]]:
    pushing = [step for step in steps if way * step.points > 0]
    upper = sum(way * step.points for step in pushing), [step.argument for step in pushing]
    questions = dict.fromkeys(name for step in steps for name in questions_in(step.condition))
    combinations = every_known(with_askers(questions, parsed.asked_when), parsed.cells)
    if combinations is None:
        return upper
    deciders = [(step, parsed.compiler.decider(step.condition)) for step in steps]
    best: tuple[int, list[str]] | None = None
    for facts in combinations:
        holding = [step for step, decide in deciders if decide(facts) is True]
        points = way * sum(step.points for step in holding)
        if best is None or points > best[0]:
            best = points, [step.argument for step in holding if way * step.points > 0]
    return best if best is not None else upper


def _sharing(parsed: ParsedPack, steps: list[_Step]) -> list[list[_Step]]:
    """The steps in groups, so that steps of different groups test no question in common."""
    groups: list[tuple[set[str], list[_Step]]] = []
    for step in steps:
        questions = set(with_askers(questions_in(step.condition), parsed.asked_when))
        members = [step]
        apart = []
        for other_questions, other_members in groups:
            if questions & other_questions:
                questions |= other_questions
                members = other_members + members
            else:
                apart.append((other_questions, other_members))
        groups = [*apart, (questions, members)]
    return [members for _, members in groups]
