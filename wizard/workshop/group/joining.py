"""One answer out of several, and one order: what more than half say, and nothing where no more than half say it.

Simple majority is the rule that treats people alike and answers alike (May 1952, for two choices). Of orders only pairs
of groups are joined; majorities over pairs may go round in a circle (Condorcet 1785), so the majority asked for then
grows until they do not: what all say never does.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from wizard.conditions.answers import NOT_SURE, Answer, Between, Chosen, NotSure, OneOf
from wizard.engine.ordering import circle_in, follows

from .voices import every_pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wizard.conditions.domain import Domain
    from wizard.schema.workshop import Order

    from .voices import Pair


def joined_answer(domain: Domain, answers: Sequence[Answer]) -> Answer | None:
    """What several people's answers come to; None where nobody gave any.

    The one that more than half gave. Where there is none: not sure, if half or more are not sure; else as wide as the
    answers that were given (any of the options, or from the lowest to the highest). Of several options to choose, each
    counts that more than half chose; where none is, and not even "none of these" has more than half, not sure.
    """
    if not answers:
        return None
    counts = Counter(answers)
    most, times = counts.most_common(1)[0]
    if 2 * times > len(answers):
        return most
    told = [each for each in answers if not isinstance(each, NotSure)]
    if 2 * len(told) <= len(answers):
        return NOT_SURE
    if domain.kind == "choices":
        return _chosen(told, len(answers))
    if domain.is_numeric:
        ranges = [each for each in told if isinstance(each, Between)]
        return Between(min(each.low for each in ranges), max(each.high for each in ranges))
    options = frozenset(option for each in told if isinstance(each, OneOf) for option in each.options)
    return NOT_SURE if options == frozenset(domain.options) else OneOf(options)


def _chosen(told: Iterable[Answer], people: int) -> Answer:
    votes = Counter(option for each in told if isinstance(each, Chosen) for option in each.options)
    options = frozenset(option for option, times in votes.items() if 2 * times > people)
    return Chosen(options) if options else NOT_SURE


def joined_pairs(orders: Sequence[Order]) -> tuple[Pair, ...]:
    """The pairs of groups on which enough of the orders agree that the first matters more.

    Only what does not follow from others is given, in the order of the names.
    """
    votes = _votes(orders)
    needed = agreeing_needed(orders)
    return tuple(_without_what_follows(sorted(pair for pair, times in votes.items() if times >= needed)))


def agreeing_needed(orders: Sequence[Order]) -> int:
    """How many orders must agree on a pair: more than half, or so many more that the pairs go round in no circle."""
    votes = _votes(orders)
    most = len(orders)
    for needed in range(most // 2 + 1, most):
        if not circle_in([pair for pair, times in votes.items() if times >= needed]):
            return needed
    return most


def _votes(orders: Iterable[Order]) -> Counter[Pair]:
    return Counter(pair for order in orders for pair in every_pair(order))


def support_of(pair: Pair, orders: Iterable[Order]) -> int:
    """In how many of the orders the first of two groups stands before the second."""
    return sum(pair in set(every_pair(order)) for order in orders)


def _without_what_follows(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that the others do not imply; there is no circle in them, so what is left implies all."""
    kept = list(pairs)
    for pair in pairs:
        others = [each for each in kept if each != pair]
        if follows(others, *pair):
            kept = others
    return kept
