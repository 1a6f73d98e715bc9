"""What would change it: every change of one or two known answers that puts another model first.

Tried exhaustively over the answers that a council could change. A change counts where another model comes
strictly first, or the leader is no longer open: a tie is too close to call, and no change of the lead. Of two
changes only those are told that neither alone would do (for the same model).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from wizard.conditions.answers import NotSure
from wizard.engine.columns.conditions import cell_number

from .possible import changes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from numpy.typing import NDArray

    from .expected import Expected
    from .possible import Change


@dataclass(frozen=True)
class Flip:
    """One or two changes after which `leader` (a model's id) comes first, by `lead` points before the next."""

    changes: tuple[Change, ...]
    leader: str
    lead: Fraction


@dataclass(frozen=True)
class Tried:
    """Every flip, the smallest first, and how much was tried.

    `leader` is the model that comes first now, None where none competes. `changeable` names the questions whose
    answers were changed; `locked` those that are answered, bear on the decision and were left as they are.
    """

    leader: str | None
    flips: tuple[Flip, ...]
    singles: int
    pairs: int
    changeable: tuple[str, ...]
    locked: tuple[str, ...]


def flips(expected: Expected, unlocked: Iterable[str] = ()) -> Tried:
    """All one- and two-answer changes. `unlocked` names questions to change although the rule set locks them."""
    decision = expected.decision
    free = frozenset(unlocked)
    changes = changeable(expected, free)
    movable = tuple(dict.fromkeys(change.question for change in changes))
    known = [question for question in decision.bearing if _is_known(expected, question)]
    search = _Search(expected, changes)
    return Tried(
        leader=None if expected.leader is None else decision.models[expected.leader].id,
        flips=tuple(sorted([*search.singles(), *search.pairs()], key=_smallest)),
        singles=len(changes),
        pairs=search.tried_pairs,
        changeable=movable,
        locked=tuple(question for question in known if question not in movable),
    )


def changeable(expected: Expected, unlocked: frozenset[str] = frozenset()) -> list[Change]:
    """Every single change of a known answer that a council could make, or that was unlocked."""
    domains = expected.rules.domains
    return [
        change
        for question in expected.decision.bearing
        if question in unlocked or domains[question].question.changeable
        for change in changes_of(expected.rules, expected.answers, expected.facts, question)
    ]


def flip_of(
    expected: Expected, changes: tuple[Change, ...], model: int, totals: NDArray[Any], competes: NDArray[np.bool_]
) -> Flip:
    """The flip that puts a model of this number first, with these totals."""
    return Flip(changes, expected.decision.models[model].id, expected.points(expected.lead_of(model, totals, competes)))


def _is_known(expected: Expected, question: str) -> bool:
    return question in expected.answers and not isinstance(expected.answers[question], NotSure)


def _smallest(flip: Flip) -> tuple[int, int, Fraction]:
    return len(flip.changes), sum(change.steps for change in flip.changes), -flip.lead


class _Search:
    """Totals and openness after each change, and after each pair of them."""

    def __init__(self, expected: Expected, changes: Sequence[Change]) -> None:
        self.expected, self.changes = expected, changes
        self.moves = expected.moves(changes)
        self.opens = np.array([expected.opens(change.key) for change in changes], dtype=bool)
        self.competes = np.array(
            [expected.competing_with({change.key: change.cell}) for change in changes], dtype=bool
        ).reshape(len(changes), len(expected.decision.models))
        self.tried_pairs = 0

    def singles(self) -> Iterator[Flip]:
        """The flips of one change."""
        for place, change in enumerate(self.changes):
            yield from self._flip((change,), self.expected.totals + self.moves[place], self.competes[place])

    def pairs(self) -> Iterator[Flip]:
        """The flips of two changes of which neither is one for the same model."""
        if self.expected.leader is None:
            return
        totals = self.expected.totals + self.moves[:, None, :] + self.moves[None, :, :]
        for first, second, extra in self._together():
            totals[np.ix_(first, second)] += extra
        competes = self._open_pairs()
        keys = np.array([change.key for change in self.changes])
        apart = np.triu(keys[:, None] != keys[None, :], 1) if len(keys) else np.zeros((0, 0), dtype=bool)
        self.tried_pairs = int(apart.sum())
        lowest = totals.min() - 1 if totals.size else 0
        standing = np.where(competes, totals, lowest)
        leads = standing[:, :, self.expected.leader]
        turned = apart & ((standing.max(axis=2, initial=lowest) > leads) | ~competes[:, :, self.expected.leader])
        alone = [self._overtaken(place) for place in range(len(self.changes))]
        for one, other in zip(*np.nonzero(turned), strict=True):
            new = self.expected.overtaken_by(totals[one, other], competes[one, other])
            if new is not None and new not in (alone[one], alone[other]):
                pair = (self.changes[one], self.changes[other])
                yield from self._flip(pair, totals[one, other], competes[one, other])

    def _overtaken(self, place: int) -> int | None:
        return self.expected.overtaken_by(self.expected.totals + self.moves[place], self.competes[place])

    def _flip(self, changes: tuple[Change, ...], totals: NDArray[Any], competes: NDArray[np.bool_]) -> Iterator[Flip]:
        expected = self.expected
        new = expected.overtaken_by(totals, competes)
        if new is not None:
            yield flip_of(expected, changes, new, totals, competes)

    def _together(self) -> Iterator[tuple[list[int], list[int], NDArray[Any]]]:
        """For each two keys that some argument looks at both of: what their changes together add to the sum of each."""
        by_key: dict[str, list[int]] = {}
        for place, change in enumerate(self.changes):
            by_key.setdefault(change.key, []).append(place)
        expected = self.expected
        touched = {key: frozenset(expected.by_key.get(key, ())) for key in by_key}
        keys = list(by_key)
        for number, one in enumerate(keys):
            for other in keys[number + 1 :]:
                both = sorted(touched[one] & touched[other])
                if both:
                    yield by_key[one], by_key[other], self._interaction(one, by_key[one], other, by_key[other], both)

    def _interaction(
        self, one: str, firsts: list[int], other: str, seconds: list[int], arguments: list[int]
    ) -> NDArray[Any]:
        expected = self.expected
        cells = {place: cell_number(self.changes[place].cell) for place in (*firsts, *seconds)}
        settings = [{one: cells[first]} for first in firsts] + [{other: cells[second]} for second in seconds]
        settings += [{one: cells[first], other: cells[second]} for first in firsts for second in seconds]
        counts = expected.counts_with(arguments, settings)
        alone_one, alone_other = counts[: len(firsts)], counts[len(firsts) : len(firsts) + len(seconds)]
        both = counts[len(firsts) + len(seconds) :].reshape(len(firsts), len(seconds), len(arguments))
        extra = both - alone_one[:, None, :] - alone_other[None, :, :] + expected.counts[arguments]
        found: NDArray[Any] = extra @ expected.values[arguments]
        return found

    def _open_pairs(self) -> NDArray[np.bool_]:
        """Which models compete after each pair of changes: (changes, changes, models)."""
        count, models = len(self.changes), len(self.expected.decision.models)
        found = np.broadcast_to(self.expected.competes, (count, count, models)).copy()
        found[self.opens] = self.competes[self.opens][:, None, :]
        found[:, self.opens] = self.competes[self.opens][None, :, :]
        opening = [place for place, opens in enumerate(self.opens) if opens]
        for one in opening:
            for other in opening:
                if self.changes[one].key != self.changes[other].key:
                    facts = self.expected.changed_facts(self.changes[one], self.changes[other])
                    found[one, other] = self.expected.competing(facts)
        return found
