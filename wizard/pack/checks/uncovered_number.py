"""Rules on both sides of a number leave one value out, or overlap at their edges.

Looked at: arguments of one criterion that move the same model (the same way or opposite ways) and
test nothing but one number or date. Told: a single value left out between them, and an overlap of two
of which neither lies inside the other and which share at most half of the smaller. A wider gap may
well be meant ("in between the reports do not say") and is not told.

PASS
    - {id: small, when: {population: {below: 5000}}, favours: [combined_director], ...}
    - {id: large, when: {population: {at_least: 5000}}, counts_against: [combined_director], ...}
FAIL
    - {id: small, when: {population: {below: 5000}}, favours: [combined_director], ...}
    - {id: large, when: {population: {above: 5000}}, counts_against: [combined_director], ...}
FAIL
    - {id: few, when: {posts: {between: [17, 30]}}, favours: [combined_director], ...}
    - {id: more, when: {posts: {between: [29, 40]}}, favours: [combined_director], ...}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from wizard.conditions.nodes import ALWAYS, Condition, questions_in
from wizard.pack.coverage import Line, Range
from wizard.pack.parsed import ParsedPack, PlacedArgument
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each gap and each overlap, told at the later argument."""
    told: set[tuple[str, str]] = set()
    for rules in _by_model_and_question(parsed):
        question = questions_in(rules[0].condition)[0]
        line = Line(parsed.domains[question], [rule.condition for rule in rules])
        for message, placed, hint in (*_gaps(line, rules), *_overlaps(line, rules)):
            if (placed.criterion.id, message) not in told:
                told.add((placed.criterion.id, message))
                place = parsed.places.of("criterion", placed.criterion.id, *placed.path, "when", key=True)
                yield Problem("uncovered-number", place, message, hint)


def _by_model_and_question(parsed: ParsedPack) -> Iterator[list[PlacedArgument]]:
    found: dict[tuple[str, str, str], list[PlacedArgument]] = {}
    for placed in parsed.arguments:
        questions = questions_in(placed.condition)
        if len(questions) == 1 and parsed.domains[questions[0]].is_numeric:
            for model in (*placed.argument.favours, *placed.argument.counts_against):
                found.setdefault((placed.criterion.id, model, questions[0]), []).append(placed)
    yield from (rules for rules in found.values() if len(rules) > 1)


def _gaps(line: Line, rules: list[PlacedArgument]) -> Iterator[tuple[str, PlacedArgument, str]]:
    conditions = [rule.condition for rule in rules if rule.condition != ALWAYS]
    for gap in line.gaps(conditions):
        if gap[0] == gap[1]:
            message = f"Where '{line.domain.id}' is {line.words(gap)} no rule holds, but rules hold on both sides."
            yield message, rules[-1], "Write 'at_least' or 'at_most' on one side, so that one of them takes it in."


def _overlaps(line: Line, rules: list[PlacedArgument]) -> Iterator[tuple[str, PlacedArgument, str]]:
    for first, second in combinations(rules, 2):
        for shared in line.overlap(first.condition, second.condition):
            if _at_the_edges(line, first.condition, second.condition, shared):
                words = line.words(shared)
                message = (
                    f"'{first.argument.id}' and '{second.argument.id}' both hold where '{line.domain.id}' is {words}."
                )
                yield message, second, "Let one end where the other begins."


def _at_the_edges(line: Line, first: Condition, second: Condition, shared: Range) -> bool:
    one, other = line.covered(first), line.covered(second)
    if one & other in (one, other):
        return False
    # Two rules that share more than half of the smaller are taken to be meant so.
    return 2 * _size(line, [shared]) <= min(_size(line, line.ranges(one)), _size(line, line.ranges(other)))


def _size(line: Line, ranges: list[Range]) -> float:
    """How many values, or how long a stretch of the line."""
    each = 1 if line.domain.whole else 0
    return sum(high - low + each for low, high in ranges)
