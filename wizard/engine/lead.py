"""One model's total minus another's, taken apart: a sum over arguments that is exact to the last fraction."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wizard.schema.criterion import Argument

    from .results import DecisionResult, Reason


class PartOfLead(NamedTuple):
    """What one argument adds to the lead of one model over another, in points of the total; negative against it.

    `undecided` says that some of it is not known yet and counted by its chance.
    """

    argument: Argument
    criterion: str
    adds: Fraction
    undecided: bool


def parts_of_lead(result: DecisionResult, first: str, second: str) -> list[PartOfLead]:
    """What makes up total(`first`) minus total(`second`): sums to it exactly, largest first, no zeros.

    An argument that moves both models counts once, by what is left. Ids of models of another decision move nothing.
    """
    found: dict[tuple[str, str], PartOfLead] = {}
    for reason in result.reasons:
        sign = (reason.model == first) - (reason.model == second)
        if sign:
            key = (reason.criterion, reason.argument.id)
            before = found.get(key) or PartOfLead(reason.argument, reason.criterion, Fraction(0), False)
            undecided = before.undecided or isinstance(reason.truth, frozenset)
            found[key] = before._replace(adds=before.adds + sign * reason.weighted, undecided=undecided)
    return sorted((part for part in found.values() if part.adds), key=lambda part: -abs(part.adds))


def reasons_by_argument(result: DecisionResult) -> dict[tuple[str, str], list[Reason]]:
    """The reasons of each argument that holds or may hold for some model, by criterion and argument."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for reason in result.reasons:
        if reason.truth is not False:
            found.setdefault((reason.criterion, reason.argument.id), []).append(reason)
    return found


def rests_on_judgement(argument: Argument) -> bool:
    """Whether the argument goes further than its findings, or has none that supports it."""
    return bool(argument.judgement) or not argument.supported_by
