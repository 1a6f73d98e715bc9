"""What drives the difference where the evidence and a place part company: the reasons, and the findings under them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.engine.lead import parts_of_lead, rests_on_judgement

if TYPE_CHECKING:
    from wizard.engine.lead import PartOfLead
    from wizard.engine.results import DecisionResult, Openness
    from wizard.schema.pack import Pack

PartingKind = Literal["differed", "first_so_far", "only_one_open"]
"""How the two part: `differed`, the verdict names another model; `first_so_far`, it names none, but another model
comes first; `only_one_open`, law or circumstance left only another one, so no reason decided."""


class Cited(NamedTuple):
    """A finding: `source.finding`, the report's short name, and the section to look in."""

    citation: str
    report: str
    where: str


class Driver(NamedTuple):
    """An argument that speaks for the first model over what the place did.

    `adds` is in points of the total; `share` is that over the whole lead, and is more than 1 where reasons the other
    way take some of it off again (None where there is no lead). `judgement` is the rule set's own words where the
    argument goes further than its findings; `is_judgement` is true of those and of arguments without a finding.
    """

    argument: str
    criterion: str
    because: str
    adds: Fraction
    share: Fraction | None
    undecided: bool
    is_judgement: bool
    judgement: str | None
    findings: tuple[Cited, ...]
    disputed_by: tuple[Cited, ...]


class Parting(NamedTuple):
    """Where `first`, a model that comes first or is the only one open, is not `did`, what the place chose.

    `lead` is total(first) minus total(did). It is `speaks_for`, the sum of `drivers` (weightiest first), less
    `speaks_against`, what `others` further reasons take off. `did_openness` and `why_not` say whether the rules hold
    what the place did to be open at all; where they do not, that decides and not the totals. With `only_one_open`
    there are no drivers.
    """

    kind: PartingKind
    first: str
    did: str
    lead: Fraction
    speaks_for: Fraction
    speaks_against: Fraction
    drivers: tuple[Driver, ...]
    others: int
    did_openness: Openness
    why_not: str | None


def parting(pack: Pack, result: DecisionResult, did: str) -> Parting | None:
    """Where they part; None where they do not, or where two models tie or none competes.

    `pack` must hold the findings that the result's arguments cite.
    """
    first, kind = _first(result)
    if first is None or first == did:
        return None
    place = result.standing(did)
    lead = result.standing(first).total - place.total
    parts = parts_of_lead(result, first, did) if kind != "only_one_open" else []
    towards = [part for part in parts if part.adds > 0]
    away = [part for part in parts if part.adds < 0]
    return Parting(
        kind=kind,
        first=first,
        did=did,
        lead=lead,
        speaks_for=sum((part.adds for part in towards), Fraction(0)),
        speaks_against=-sum((part.adds for part in away), Fraction(0)),
        drivers=tuple(_driver(pack, part, lead) for part in towards),
        others=len(away),
        did_openness=place.openness,
        why_not=place.why_not,
    )


def first_so_far(result: DecisionResult) -> str | None:
    """The model with the highest total, however little that says; None where two tie or fewer than two compete."""
    competing = result.competing
    if len(competing) < 2 or competing[0].total == competing[1].total:
        return None
    return competing[0].model.id


def _first(result: DecisionResult) -> tuple[str | None, PartingKind]:
    verdict = result.verdict
    if verdict.kind == "only_one_open":
        return verdict.leader, "only_one_open"
    if verdict.leader is not None:
        return verdict.leader, "differed"
    return first_so_far(result), "first_so_far"


def _driver(pack: Pack, part: PartOfLead, lead: Fraction) -> Driver:
    argument = part.argument
    return Driver(
        argument=argument.id,
        criterion=part.criterion,
        because=argument.because,
        adds=part.adds,
        share=part.adds / lead if lead > 0 else None,
        undecided=part.undecided,
        is_judgement=rests_on_judgement(argument),
        judgement=argument.judgement,
        findings=_cited(pack, argument.supported_by),
        disputed_by=_cited(pack, argument.disputed_by),
    )


def _cited(pack: Pack, citations: tuple[str, ...]) -> tuple[Cited, ...]:
    return tuple(
        Cited(citation, pack.sources[citation.partition(".")[0]].short, pack.finding(citation).where)
        for citation in citations
    )
