"""What the engine is given about one council."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from .ordering import order_centroid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.schema.criterion import Criterion

    from .ordering import Pairs


Id = TypeVar("Id", int, str)


class Declared(NamedTuple):
    """Weights, in per cent, that a rule set declares for some of those that share one whole (`among`)."""

    among: frozenset[str]
    weights: Mapping[str, Fraction]


@dataclass(frozen=True)
class Case:
    """The answers, and what a person set.

    `weights` gives, for each decision, the per cent of the whole for a group or of its group for a
    criterion. `trade_offs` gives, for each decision, pairs of groups of which the first was said to matter
    more. `off_the_table` gives a reason for each model that a person ruled out.

    `declared` are the rule set's own weights for each decision, put there by `assess`: they hold within every whole
    of which no person has said anything, be it by a weight or a trade-off.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    weights: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    off_the_table: Mapping[str, str] = field(default_factory=dict)
    trade_offs: Mapping[str, Pairs] = field(default_factory=dict)
    declared: Mapping[str, tuple[Declared, ...]] = field(default_factory=dict)

    def stated(self, decision: str) -> Mapping[str, Fraction]:
        """The weights of a decision that are stated, in per cent: by a person, else by the rule set."""
        by_people = self.weights.get(decision, {})
        declared = self.declared.get(decision)
        if not declared:
            return by_people
        spoken_of = {*by_people, *(group for pair in self.trade_offs.get(decision, ()) for group in pair)}
        found = dict(by_people)
        for whole in declared:
            if not whole.among & spoken_of:
                found.update(whole.weights)
        return found

    def weights_of(self, decision: str, criteria: Iterable[Criterion]) -> dict[str, Fraction]:
        """The weight of each criterion of a decision, with all that is stated; together exactly 1."""
        return criterion_weights(criteria, self.stated(decision), self.trade_offs.get(decision, ()))


def criterion_weights(
    criteria: Iterable[Criterion], stated: Mapping[str, Fraction], trade_offs: Pairs = ()
) -> dict[str, Fraction]:
    """The weight of each criterion; together exactly 1.

    Groups weigh the same, and criteria within a group, until a person says otherwise. What is not
    stated shares what the stated ones leave; where everything is stated it is scaled to fill the whole.
    Groups that `trade_offs` compare share it as the average of all weights that respect them. Raises
    ValueError where the trade-offs go round in a circle.
    """
    within = shares_within(criteria, stated)
    weights: dict[str, Fraction] = {}
    for group, share in group_shares(list(within), stated, trade_offs).items():
        for criterion_id, part in within[group].items():
            weights[criterion_id] = share * part
    return weights


def shares_within(criteria: Iterable[Criterion], stated: Mapping[str, Fraction]) -> dict[str, dict[str, Fraction]]:
    """For each group the share of each of its criteria, together exactly 1 whatever the group itself weighs."""
    members: dict[str, list[str]] = {}
    for criterion in criteria:
        members.setdefault(criterion.group, []).append(criterion.id)
    own = of_criteria(stated, members)
    return {group: shared_out(ids, own) for group, ids in members.items()}


def of_criteria(stated: Mapping[str, Fraction], groups: Collection[str]) -> dict[str, Fraction]:
    """The weights that are stated for criteria: a word that names both a group and a criterion is the group."""
    return {each: weight for each, weight in stated.items() if each not in groups}


def group_shares(groups: Sequence[str], stated: Mapping[str, Fraction], trade_offs: Pairs) -> dict[str, Fraction]:
    """The share of each group, together exactly 1; trade-offs bear on those that have no stated weight."""
    shares = shared_out(list(groups), stated)
    free = tuple(group for group in groups if group not in stated)
    if trade_offs and free:
        left = sum((shares[group] for group in free), Fraction(0))
        shares.update((group, left * part) for group, part in zip(free, order_centroid(free, trade_offs), strict=True))
    return shares


def shared_out(ids: list[Id], stated: Mapping[Id, Fraction]) -> dict[Id, Fraction]:
    """The share of each id, together exactly 1, from per cents that were stated for some of them."""
    given = {each: stated[each] / 100 for each in ids if each in stated}
    rest = [each for each in ids if each not in given]
    total = sum(given.values(), Fraction(0))
    if not rest or total > 1:
        # All stated (or more than the whole): only their proportions can be meant.
        if total == 0:
            return {each: Fraction(1, len(ids)) for each in ids}
        return {each: given.get(each, Fraction(0)) / total for each in ids}
    return {each: given.get(each, (1 - total) / len(rest)) for each in ids}
