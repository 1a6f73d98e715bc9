"""A rule set as it would stand had one place not been written about.

What is left out is every finding whose only place it is: one that names several places, or none,
stays. An argument, a poor fit or a precondition that no finding supports any more goes with them; one
that never had a finding, and rests on a judgement alone, stays. Grades follow from what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from wizard.schema.base import Evidenced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.schema.criterion import Criterion
    from wizard.schema.operating_model import OperatingModel
    from wizard.schema.pack import Pack

Resting = TypeVar("Resting", bound=Evidenced)


@dataclass(frozen=True)
class Left:
    """`pack` is what is left; `findings` are the citations left out, `arguments` the ids of those gone.

    Only what bears on totals and verdicts is changed: sources keep their findings, and risks and
    measures still cite them, so `pack` is for reasoning and not for showing.
    """

    pack: Pack
    findings: frozenset[str]
    arguments: tuple[str, ...]


def without_place(pack: Pack, place: str) -> Left:
    """The rule set without what only this place says."""
    return without_findings(pack, findings_only_from(pack, place))


def findings_only_from(pack: Pack, place: str) -> frozenset[str]:
    """The citations of the findings that come from this place and no other."""
    return frozenset(
        f"{source.id}.{name}"
        for source in pack.sources.values()
        for name, finding in source.findings.items()
        if set(finding.places) == {place}
    )


def is_named(pack: Pack, place: str) -> bool:
    """Whether any finding names the place, alone or with others."""
    return any(place in finding.places for source in pack.sources.values() for finding in source.findings.values())


def without_findings(pack: Pack, findings: frozenset[str]) -> Left:
    """The rule set without these findings."""
    criteria = {each.id: _criterion(each, findings) for each in pack.criteria.values()}
    gone = tuple(
        argument.id
        for each in pack.criteria.values()
        for argument in each.arguments
        if _without(argument, findings) is None
    )
    left = replace(
        pack,
        criteria=criteria,
        poor_fits={each.id: each for each in _kept(pack.poor_fits.values(), findings)},
        models={each.id: _model(each, findings) for each in pack.models.values()},
    )
    return Left(left, findings, gone)


def _criterion(criterion: Criterion, findings: frozenset[str]) -> Criterion:
    # One that loses every argument stays, with its weight: the reports are then silent on it.
    return criterion.model_copy(update={"arguments": tuple(_kept(criterion.arguments, findings))})


def _model(model: OperatingModel, findings: frozenset[str]) -> OperatingModel:
    return model.model_copy(update={"preconditions": tuple(_kept(model.preconditions, findings))})


def _kept(all_of_them: Iterable[Resting], findings: frozenset[str]) -> list[Resting]:
    return [left for each in all_of_them if (left := _without(each, findings)) is not None]


def _without(rests: Resting, findings: frozenset[str]) -> Resting | None:
    """What is left of something that rests on findings; None where what supported it is all gone."""
    if not findings.intersection(rests.citations):
        return rests
    supported = _rest(rests.supported_by, findings)
    if rests.supported_by and not supported:
        return None
    return rests.model_copy(
        update={
            "supported_by": supported,
            "disputed_by": _rest(rests.disputed_by, findings),
            "qualified_by": _rest(rests.qualified_by, findings),
        }
    )


def _rest(citations: tuple[str, ...], findings: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in citations if each not in findings)
