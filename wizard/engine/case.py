"""What the engine is given about one council."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wizard.conditions.answers import Answer
    from wizard.schema.criterion import Criterion


Id = TypeVar("Id", int, str)


@dataclass(frozen=True)
class Case:
    """The answers, and what a person set.

    `weights` gives, for each decision, the per cent of the whole for a group or of its group for a
    criterion. `off_the_table` gives a reason for each model that a person ruled out.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    weights: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    off_the_table: Mapping[str, str] = field(default_factory=dict)


def criterion_weights(criteria: Iterable[Criterion], stated: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The weight of each criterion; together exactly 1.

    Groups weigh the same, and criteria within a group, until a person says otherwise. What is not
    stated shares what the stated ones leave; where everything is stated it is scaled to fill the whole.
    """
    members: dict[str, list[str]] = {}
    for criterion in criteria:
        members.setdefault(criterion.group, []).append(criterion.id)
    weights: dict[str, Fraction] = {}
    for group, share in shared_out(list(members), stated).items():
        for criterion_id, part in shared_out(members[group], stated).items():
            weights[criterion_id] = share * part
    return weights


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
