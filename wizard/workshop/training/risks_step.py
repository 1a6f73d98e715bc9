"""The risks: who spotted which, what nobody saw, and what in the reports bears them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence

from .bearing import risks_here
from .credit import missed_by, missed_item
from .naming_people import spotters_words
from .why import risk_finding, risk_why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.schema.workshop import Sheet

    from .bearing import RiskHere
    from .study import Study

MOST_SHOWN = 6
NO_RISKS = "Nobody named a risk."
ALL_SEEN = "Every grave risk that stood to choose from was seen by somebody."
NOBODY_SAW = "The gravest that stood to choose from:"


def risks_seen(study: Study, sheets: Sequence[Sheet]) -> Section:
    """The risks that were named, those that are there first, and the three gravest that nobody named."""
    here = risks_here(study)
    by_risk: dict[str, list[str]] = {}
    for each in sheets:
        for risk in dict.fromkeys(each.risks):
            by_risk.setdefault(risk, []).append(each.who)
    there = {risk: who for risk, who in by_risk.items() if risk in here and here[risk].is_there}
    others = {risk: who for risk, who in by_risk.items() if risk not in there}
    blocks: list[Block] = []
    if there:
        blocks.append(Section("Spotted, and there", _listed(study, here, there, sheets)))
    if others:
        blocks.append(Section("Named, but low, not known, or not there", _listed(study, here, others, sheets)))
    return Section("The risks", (*(blocks or [Paragraph(NO_RISKS)]), _unseen(study, by_risk)))


def _unseen(study: Study, named: Mapping[str, object]) -> Section:
    missed = missed_by(study, named)
    if not missed:
        return Section("What nobody saw", (Paragraph(ALL_SEEN),))
    items = tuple(missed_item(study, each) for each in missed)
    return Section("What nobody saw", (Paragraph(NOBODY_SAW), Items(items)))


def _listed(
    study: Study, here: Mapping[str, RiskHere], named: Mapping[str, Sequence[str]], sheets: Sequence[Sheet]
) -> tuple[Block, ...]:
    """Those that the most spotted first; the rest are counted."""
    ordered = sorted(named.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    items = tuple(_item(study, here.get(risk), risk, who, sheets) for risk, who in ordered[:MOST_SHOWN])
    more = len(ordered) - MOST_SHOWN
    rest = (Paragraph(f"and {counted(more, 'more risk')}: each sheet's own page has them."),) if more > 0 else ()
    return (Items(items), *rest)


def _item(study: Study, here: RiskHere | None, risk: str, who: Sequence[str], sheets: Sequence[Sheet]) -> Item:
    title = sentence(study.pack.risks[risk].title)
    aside = spotters_words(who, len(sheets))
    if here is None:
        return Item(title, "point", aside, ("It belongs to no model open here.",))
    borne_out = (sentence(risk_finding(study, here)),) if here.is_there else ()
    return Item(title, "met" if here.is_there else "point", aside, (risk_why(study, here), *borne_out))
