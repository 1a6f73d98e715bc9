"""Each one's sheet as the engine sees it: the facts that all share, and what this one says of the rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.domain import understand
from wizard.engine import Case, assess
from wizard.proof.council_case import case_of
from wizard.workshop.asked import without

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.conditions.answers import Answer
    from wizard.engine.results import Assessment, DecisionResult
    from wizard.schema.workshop import Order, Sheet
    from wizard.workshop.workshop import Workshop

Pair = tuple[str, str]
"""Two groups of criteria, of which the first matters more."""


class Voice(NamedTuple):
    """One sheet: what its answers mean, its orders of groups, and what comes out with them alone."""

    sheet: Sheet
    answers: Mapping[str, Answer]
    orders: Mapping[str, Order]
    assessment: Assessment

    @property
    def who(self) -> str:
        """The role or team."""
        return self.sheet.who


def voice_of(workshop: Workshop, base: Case, sheet: Sheet) -> Voice:
    """A sheet that was found sound, held against the rules on the facts all share."""
    domains = workshop.rules.domains
    answers = {question: understand(domains[question], written) for question, written in sheet.answers.items()}
    orders = {decision: order for decision, order in sheet.priorities.items() if order}
    pairs = {decision: tuple(next_to_each_other(order)) for decision, order in orders.items()}
    return Voice(sheet, answers, orders, assess(workshop.rules, case_with(base, answers, pairs)))


def common_case(workshop: Workshop) -> Case:
    """The facts that all share: without the questions asked apart, and without priorities between groups.

    A council file may hold what somebody once answered and weighed there; each is to say it anew, unswayed.
    """
    facts = case_of(workshop.facts)
    weighable = workshop.rule_set.view.weighable
    weights = {
        decision: {each: weight for each, weight in stated.items() if weighable[decision][each] is not None}
        for decision, stated in facts.weights.items()
    }
    return replace(
        facts,
        answers=without(facts.answers, workshop.file.questions),
        weights={**facts.weights, **{each: weights.get(each, {}) for each in workshop.file.decisions}},
        trade_offs={each: p for each, p in facts.trade_offs.items() if each not in workshop.file.decisions},
    )


def case_with(base: Case, answers: Mapping[str, Answer], pairs: Mapping[str, tuple[Pair, ...]]) -> Case:
    """The case with answers and "this matters more than that" beside what it has."""
    return replace(base, answers={**base.answers, **answers}, trade_offs={**base.trade_offs, **pairs})


def next_to_each_other(order: Order) -> Iterator[Pair]:
    """The pairs of an order whose tiers follow each other: all others follow from them."""
    for before, after in pairwise(order):
        for one in before:
            yield from ((one, other) for other in after)


def every_pair(order: Order) -> Iterator[Pair]:
    """Every pair of which the order puts the first before the second."""
    for place, before in enumerate(order):
        for after in order[place + 1 :]:
            for one in before:
                yield from ((one, other) for other in after)


def pointed_to(result: DecisionResult) -> str | None:
    """The model that a result points to, or would so far; None where it names none."""
    return result.verdict.leader or result.verdict.so_far
