"""The weights that a rule set itself declares, for a case in which nobody has said otherwise."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from .case import Case, Declared, criterion_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.schema.criterion import Criterion
    from wizard.schema.pack import Pack


def with_declared(pack: Pack, case: Case) -> Case:
    """The case with the weights of this rule set, in the place of those of any other it was assessed with."""
    declared = declared_weights(pack) if pack.head.weights else {}
    return case if case.declared == declared else replace(case, declared=declared)


def usual_weights(pack: Pack, decision: str, criteria: Sequence[Criterion]) -> dict[str, Fraction]:
    """The weight of each criterion where no person has said anything; together exactly 1."""
    return criterion_weights(criteria, with_declared(pack, Case()).stated(decision))


def declared_weights(pack: Pack) -> Mapping[str, tuple[Declared, ...]]:
    """For each decision, what is declared within each whole: the groups, and the criteria of each group."""
    found = {}
    for decision, entries in pack.head.weights.items():
        wholes: dict[str | None, set[str]] = {None: set()}
        for each in pack.criteria.values():
            if each.decision == decision:
                wholes[None].add(each.group)
                wholes.setdefault(each.group, set()).add(each.id)
        # A word that names both a group and a criterion is the group.
        for group in [each for each in wholes if each is not None]:
            wholes[group] -= wholes[None]
        declared = (
            Declared(
                frozenset(among),
                {each: Fraction(str(entry.weight)) for each, entry in entries.items() if each in among},
            )
            for among in wholes.values()
        )
        found[decision] = tuple(each for each in declared if each.weights)
    return found
