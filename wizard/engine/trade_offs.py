"""What a decision owes to priorities: who leads under which, and the few either/or questions worth asking.

Everything is read off the mixes of priorities that the verdict rests on (`wizard.engine.priorities`). A
trade-off sets a group of criteria on which the first model does better against one on which its rival does;
answering it leaves the mixes that agree, so what each answer would do is counted among those.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from .case import Case, shares_within
from .ordering import follows
from .priorities import leaders_in, mixes_of, shares_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from .results import Assessment, DecisionResult

MOST_ASKED = 3
"""Trade-offs of one decision, those answered already included: more would be a questionnaire."""

WORTH_ASKING = 0.05
"""An answer that moves the lead by less is lost in the error of a thousand mixes."""

FEWEST_MIXES = 50
"""Where fewer mixes agree with one of the answers, the other is settled already and the figures would be noise."""

Bearing = Literal["no_choice", "nothing_to_weigh", "all_set", "same_lead", "settled", "open"]
"""Whether priorities bear on who leads: fewer than two models compete; one criterion or one mix only; a person
set everything; the same models share the lead in every mix; the first leads in so many mixes that none are asked
for; or they do."""


class Stake(NamedTuple):
    """One side of a trade-off: a group, its criteria, and the model that does better on it, by how many points."""

    group: str
    title: str
    criteria: tuple[str, ...]
    better: str
    points: Fraction


class TradeOff(NamedTuple):
    """Which matters more? `first` is where the first model does better, `second` where its rival does.

    `if_first` and `if_second` give each model's share (0 to 1) of the mixes that agree with the answer;
    `moves` is how far apart the two leave the first model.
    """

    first: Stake
    second: Stake
    if_first: Mapping[str, float]
    if_second: Mapping[str, float]
    moves: float


class GroupWeight(NamedTuple):
    """A group's average weight (0 to 1) over all mixes, and over those in which a model leads."""

    group: str
    title: str
    usual: float
    when_first: float


class Portrait(NamedTuple):
    """The priorities under which a model comes first (SMAA-2: its central weights, by group).

    `groups` is empty for a model that never leads: then they are undefined. `mixes` counts those it leads in,
    shared leads included.
    """

    model: str
    share: float
    mixes: int
    groups: tuple[GroupWeight, ...]


@dataclass(frozen=True)
class PrioritiesFound:
    """What priorities do to one decision.

    `over_all` gives each competing model's share (0 to 1) of all mixes before anything was set, `as_set` with all
    that was. `first` is the model that stands first, `rival` the other one that leads oftest. `answered` counts the
    pairs that are not asked about again. Portraits run in the order of the standings.
    """

    bearing: Bearing
    over_all: Mapping[str, float]
    as_set: Mapping[str, float]
    first: str | None
    rival: str | None
    answered: int
    trade_offs: tuple[TradeOff, ...]
    portraits: tuple[Portrait, ...]


def priorities_of(
    assessment: Assessment, result: DecisionResult, answered: Iterable[Collection[str]] = ()
) -> PrioritiesFound:
    """What priorities do to a decision; `answered` are pairs of groups not to be asked about again."""
    return _Weighed(assessment, result, answered).found()


class _Weighed:
    """One decision's mixes as set, who leads in each, and what each group weighs in it."""

    def __init__(self, assessment: Assessment, result: DecisionResult, answered: Iterable[Collection[str]]) -> None:
        self.assessment, self.result = assessment, result
        decision, case, seed = result.decision.id, assessment.case, assessment.pack.head.seed
        self.models = [model.id for model in assessment.pack.models_of(decision)]
        self.scores = [[float(result.scores[each.id, model]) for model in self.models] for each in result.criteria]
        self.competing = [self.models.index(each.model.id) for each in result.competing]
        self.stated = case.stated(decision)
        self.parts = shares_within(result.criteria, self.stated)
        self.pairs = tuple(case.trade_offs.get(decision, ()))
        self.answered = {frozenset(pair) for pair in (*answered, *self.pairs)}
        self.vectors = mixes_of(decision, result.criteria, case, seed)
        self.leaders = leaders_in(self.scores, self.competing, self.vectors)
        self.members: dict[str, list[int]] = {}
        for place, criterion in enumerate(result.criteria):
            self.members.setdefault(criterion.group, []).append(place)
        self.weights = {
            group: [sum(vector[place] for place in places) for vector in self.vectors]
            for group, places in self.members.items()
        }
        self.titles = {group.id: group.title for group in assessment.pack.head.groups}

    def found(self) -> PrioritiesFound:
        plain = mixes_of(self.result.decision.id, self.result.criteria, Case(), self.assessment.pack.head.seed)
        as_set = self._shares(self.leaders)
        first = self.result.competing[0].model.id if self.competing else None
        others = [each.model.id for each in self.result.competing[1:]]
        rival = max(others, key=lambda model: as_set[model]) if others else None
        bearing = self._bearing(first, as_set)
        return PrioritiesFound(
            bearing=bearing,
            over_all=self._shares(leaders_in(self.scores, self.competing, plain)),
            as_set=as_set,
            first=first,
            rival=rival,
            answered=len(self.answered),
            trade_offs=self._trade_offs(first, rival) if bearing == "open" and first and rival else (),
            portraits=tuple(self._portrait(each.model.id, as_set) for each in self.result.competing),
        )

    def _bearing(self, first: str | None, as_set: Mapping[str, float]) -> Bearing:
        if first is None or len(self.competing) < 2:
            return "no_choice"
        if all(vector == self.vectors[0] for vector in self.vectors):
            return "all_set" if self.stated else "nothing_to_weigh"
        if as_set[first] >= self.assessment.pack.head.thresholds.priorities_needed:
            return "settled"
        return "same_lead" if len(set(self.leaders)) == 1 else "open"

    def _shares(self, leaders: Sequence[tuple[int, ...]]) -> dict[str, float]:
        """Of each competing model, from the first down; those that tie share the lead."""
        shares = dict(zip(self.models, shares_of(leaders, len(self.models)), strict=True))
        return {each.model.id: shares[each.model.id] for each in self.result.competing}

    def _portrait(self, model: str, as_set: Mapping[str, float]) -> Portrait:
        number = self.models.index(model)
        parts = [1 / len(each) if number in each else 0.0 for each in self.leaders]
        led = sum(parts)
        if not led:
            return Portrait(model, 0.0, 0, ())
        groups = tuple(
            GroupWeight(
                group,
                self._title(group),
                sum(weights) / len(weights),
                sum(part * weight for part, weight in zip(parts, weights, strict=True)) / led,
            )
            for group, weights in self.weights.items()
        )
        return Portrait(model, as_set[model], sum(part > 0 for part in parts), groups)

    def _trade_offs(self, first: str, rival: str) -> tuple[TradeOff, ...]:
        free = [group for group in self.members if group not in self.stated]
        gains = {group: self._gain(group, first, rival) for group in free}
        tried = [
            self._trade_off(for_first, gains[for_first], for_rival, -gains[for_rival], first, rival)
            for for_first in free
            for for_rival in free
            if gains[for_first] > 0 > gains[for_rival] and not self._settled(for_first, for_rival)
        ]
        worth = [each for each in tried if each is not None and each.moves >= WORTH_ASKING]
        left = max(0, MOST_ASKED - len(self.answered))
        return tuple(sorted(worth, key=lambda each: -each.moves)[:left])

    def _settled(self, one: str, other: str) -> bool:
        asked = frozenset((one, other)) in self.answered
        return asked or follows(self.pairs, one, other) or follows(self.pairs, other, one)

    def _gain(self, group: str, first: str, rival: str) -> Fraction:
        """By how many points the first model does better than its rival on a group as a whole."""
        scores, parts = self.result.scores, self.parts[group]
        return sum((part * (scores[each, first] - scores[each, rival]) for each, part in parts.items()), Fraction(0))

    def _trade_off(
        self, one: str, gain: Fraction, other: str, loss: Fraction, first: str, rival: str
    ) -> TradeOff | None:
        """What the two answers come to; None where hardly any mix agrees with one of them."""
        sides: tuple[list[tuple[int, ...]], list[tuple[int, ...]]] = ([], [])
        for leading, weight, against in zip(self.leaders, self.weights[one], self.weights[other], strict=True):
            sides[weight < against].append(leading)
        if min(map(len, sides)) < FEWEST_MIXES:
            return None
        if_first, if_second = (self._shares(side) for side in sides)
        moves = abs(if_first[first] - if_second[first])
        return TradeOff(self._stake(one, first, gain), self._stake(other, rival, loss), if_first, if_second, moves)

    def _stake(self, group: str, better: str, points: Fraction) -> Stake:
        criteria = tuple(self.result.criteria[place].title for place in self.members[group])
        return Stake(group, self._title(group), criteria, better, points)

    def _title(self, group: str) -> str:
        return self.titles.get(group, group.replace("_", " "))
