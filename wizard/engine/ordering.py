"""What follows from "this matters more than that": the exact middle of all weights that agree, and orders at random.

Every division of a whole among n things counts as equally likely. Two facts then do the work. Things that
no chain of comparisons ties together can be looked at apart: k tied things have k/n of the whole on average,
whatever the rest have. And among the tied ones every order that respects the comparisons is equally likely,
with the sorted shares weighing, on average, what the rank-order centroid says (F. H. Barron and
B. E. Barrett, "Decision quality using ranked attribute weights", Management Science 42(11), 1996).
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

Pairs = tuple[tuple[str, str], ...]
"""What matters more, and than what."""


def rank_order_centroid(count: int) -> tuple[Fraction, ...]:
    """The average weights of `count` things in order, the first one mattering most; together exactly 1."""
    weights, tail = [], Fraction(0)
    for rank in range(count, 0, -1):
        tail += Fraction(1, rank)
        weights.append(tail / count)
    return tuple(reversed(weights))


@lru_cache(maxsize=256)
def order_centroid(ids: tuple[str, ...], pairs: Pairs) -> tuple[Fraction, ...]:
    """The average weight of each of `ids`, in their order, over all weights that respect the pairs; together exactly 1.

    Pairs that name anything else are passed over. Raises ValueError where they go round in a circle.
    """
    weights = dict.fromkeys(ids, Fraction(1, len(ids))) if ids else {}
    for orders in tied_together(ids, pairs):
        share, centroid = Fraction(len(orders.ids), len(ids)), rank_order_centroid(len(orders.ids))
        for each, places in zip(orders.ids, orders.place_chances(), strict=True):
            weights[each] = share * sum((a * b for a, b in zip(places, centroid, strict=True)), Fraction(0))
    return tuple(weights.values())


@lru_cache(maxsize=256)
def tied_together(ids: tuple[str, ...], pairs: Pairs) -> tuple[Orders, ...]:
    """The sets of `ids` that chains of pairs tie together, each with its orders. Raises ValueError for a circle."""
    kept = tuple(pair for pair in pairs if pair[0] in ids and pair[1] in ids)
    member = {each: each for pair in kept for each in pair}
    for one, other in kept:
        old, new = member[other], member[one]
        member.update({each: new for each, head in member.items() if head == old})
    return tuple(
        Orders(tuple(each for each in ids if member.get(each) == head), kept) for head in dict.fromkeys(member.values())
    )


def circle_in(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Ids of which each matters more than the next, and the last more than the first; nothing where there are none."""
    left = set(pairs)
    while True:
        kept = {(more, less) for more, less in left if any(less == each for each, _ in left)}
        if kept == left:
            break
        left = kept
    # Whatever is left leads on to something that is left too.
    onward = {more: less for more, less in pairs if (more, less) in left}
    trail = list(onward)[:1]
    while trail and onward[trail[-1]] not in trail:
        trail.append(onward[trail[-1]])
    return tuple(trail[trail.index(onward[trail[-1]]) :]) if trail else ()


def follows(pairs: Sequence[tuple[str, str]], one: str, other: str) -> bool:
    """Whether the pairs say, directly or in a chain, that `one` matters more than `other`."""
    reached, waiting = set(), [one]
    while waiting:
        each = waiting.pop()
        for more, less in pairs:
            if more == each and less not in reached:
                reached.add(less)
                waiting.append(less)
    return other in reached


class _Step(NamedTuple):
    """From a set of things already placed to the set with one more; sets are bits."""

    place: int
    before: int
    after: int


class Orders:
    """Every order of `ids` (most important first) that respects the pairs, counted rather than listed.

    Work grows with the sets that can come first, at most 2 to the power of the number of ids; `each` lists them.
    """

    def __init__(self, ids: tuple[str, ...], pairs: Pairs) -> None:
        self.ids = ids
        self._needs = [sum({1 << ids.index(more) for more, less in pairs if less == each}) for each in ids]
        self._levels = [[0]]
        ways_to = {0: 1}
        for _ in ids:
            for step in self._steps(self._levels[-1]):
                ways_to[step.after] = ways_to.get(step.after, 0) + ways_to[step.before]
            self._levels.append(list(dict.fromkeys(step.after for step in self._steps(self._levels[-1]))))
        self._ways_to = ways_to
        self._ways_on = {(1 << len(ids)) - 1: 1}
        for level in reversed(self._levels[:-1]):
            for step in self._steps(level):
                self._ways_on[step.before] = self._ways_on.get(step.before, 0) + self._ways_on.get(step.after, 0)
        self.count = self._ways_on.get(0, 0)
        if not self.count:
            raise ValueError("the comparisons go round in a circle")

    def place_chances(self) -> tuple[tuple[Fraction, ...], ...]:
        """For each id, the share of all orders in which it stands first, second, ..."""
        counts = [[0] * len(self.ids) for _ in self.ids]
        for rank, level in enumerate(self._levels[:-1]):
            for step in self._steps(level):
                counts[step.place][rank] += self._ways_to[step.before] * self._ways_on.get(step.after, 0)
        return tuple(tuple(Fraction(count, self.count) for count in row) for row in counts)

    def each(self, placed: int = 0) -> Iterator[tuple[str, ...]]:
        """Every order in turn, of what is not `placed` yet; those that begin with earlier ids first."""
        if placed == (1 << len(self.ids)) - 1:
            yield ()
        for step in self._steps([placed]):
            for rest in self.each(step.after):
                yield (self.ids[step.place], *rest)

    def at_random(self, random: Random) -> list[str]:
        """One of the orders, all equally likely; no draw is made where only one thing can come next."""
        found: list[str] = []
        placed = 0
        while len(found) < len(self.ids):
            steps = [step for step in self._steps([placed]) if step.after in self._ways_on]
            chosen = 0
            if len(steps) > 1:
                drawn = random.randrange(self._ways_on[placed])
                while drawn >= self._ways_on[steps[chosen].after]:
                    drawn -= self._ways_on[steps[chosen].after]
                    chosen += 1
            found.append(self.ids[steps[chosen].place])
            placed = steps[chosen].after
        return found

    def _steps(self, sets: Sequence[int]) -> Iterator[_Step]:
        for before in sets:
            for place, needs in enumerate(self._needs):
                bit = 1 << place
                if not before & bit and needs & ~before == 0:
                    yield _Step(place, before, before | bit)
