"""A case with something changed: what a person asks "what if" about.

A variation says what would be otherwise; everything that it does not name stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from .case import of_criteria

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer

    from .case import Case
    from .compiling import Rules

Given = TypeVar("Given")


@dataclass(frozen=True)
class Variation:
    """What would be otherwise; None takes away what is there.

    `answers` by question; `weights`, in per cent, by decision and then by group or criterion;
    `off_the_table` gives reasons by model.
    """

    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    weights: Mapping[str, Mapping[str, Fraction | None]] = field(default_factory=dict)
    off_the_table: Mapping[str, str | None] = field(default_factory=dict)


class Overweight(NamedTuple):
    """Weights that cannot be meant: those of groups (`group` is None) or of one group's criteria.

    `total` is what they come to in per cent: more than 100, or 0 where nothing would count.
    """

    decision: str
    group: str | None
    total: Fraction


def varied(case: Case, variation: Variation) -> Case:
    """The case with the variation applied, and nothing else changed; the case itself stays as it is."""
    weights = dict(case.weights)
    for decision, changes in variation.weights.items():
        weights[decision] = _with_changes(weights.get(decision, {}), changes)
    return replace(
        case,
        answers=_with_changes(case.answers, variation.answers),
        weights={decision: stated for decision, stated in weights.items() if stated},
        off_the_table=_with_changes(case.off_the_table, variation.off_the_table),
    )


def without_effect(rules: Rules, case: Case) -> frozenset[str]:
    """The questions that are answered although they do not arise, given the other answers."""
    answers = {question: answer for question, answer in case.answers.items() if question in rules.domains}
    facts = rules.cells.facts(answers)
    return frozenset(
        question for question in answers if question in rules.asked and rules.asked[question](facts) is False
    )


def overweight(rules: Rules, case: Case) -> tuple[Overweight, ...]:
    """The stated weights that come to more than the whole, or to nothing where all are stated."""
    found = []
    for each in rules.decisions:
        stated = case.stated(each.decision.id)
        groups = list(dict.fromkeys(one.group for one in each.criteria))
        members: dict[str | None, list[str]] = {None: groups}
        for criterion in each.criteria:
            members.setdefault(criterion.group, []).append(criterion.id)
        for group, ids in members.items():
            own = stated if group is None else of_criteria(stated, groups)
            given = [own[one] for one in ids if one in own]
            total = sum(given, Fraction(0))
            if total > 100 or (total == 0 and len(given) == len(ids)):
                found.append(Overweight(each.decision.id, group, total))
    return tuple(found)


def _with_changes(present: Mapping[str, Given], changes: Mapping[str, Given | None]) -> dict[str, Given]:
    found = {key: value for key, value in present.items() if changes.get(key, value) is not None}
    found.update((key, value) for key, value in changes.items() if value is not None)
    return found
