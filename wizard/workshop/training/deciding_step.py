"""Which findings decide: what drives the lead of one model over the next, or over what the place chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.driving import parting
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.evidence_words import OWN_JUDGEMENT, said_by
from wizard.report.figures import counted, hundredths, sentence
from wizard.report.parting_words import parting_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult
    from wizard.proof.driving import Driver, Parting
    from wizard.schema.workshop import Sheet

    from .study import Study

MOST_DRIVERS = 4
HOW_TO_READ = "In points of the total, the weightiest first; each with whose voice it is, the report and the section."
LEVEL = "The first two stand level, or fewer than two are open: no finding decides between them."


def findings_that_decide(study: Study, _: Sequence[Sheet]) -> Section:
    """For each decision the reasons under the lead, each with its findings."""
    return Section(
        "Which findings decide", (Paragraph(HOW_TO_READ), *(_decision(study, each) for each in study.results))
    )


def lead_of(study: Study, result: DecisionResult) -> Parting | None:
    """Where what comes first is not what the place chose, what parts the two; else first and second; None if level."""
    did = study.outcome.did.get(result.decision.id)
    found = parting(study.pack, result, did) if did is not None else None
    if found is None and len(result.competing) > 1:
        first = result.verdict.leader or result.competing[0].model.id
        second = next(each.model.id for each in result.competing if each.model.id != first)
        found = parting(study.pack, result, second)
    return found


def _decision(study: Study, result: DecisionResult) -> Section:
    lead = lead_of(study, result)
    if lead is None:
        return Section(result.decision.title, (Paragraph(LEVEL),))
    chosen = study.outcome.did.get(result.decision.id) == lead.did
    whose = "What comes first, and what the place chose" if chosen else "What comes first, and the next"
    blocks: list[Block] = [Paragraph(sentence(f"{whose}: {parting_words(study.pack, lead)}"))]
    if lead.drivers:
        blocks.append(Items(tuple(_driver(study, each) for each in lead.drivers[:MOST_DRIVERS])))
    rest = len(lead.drivers) - MOST_DRIVERS
    if rest > 0:
        blocks.append(Paragraph(f"and {counted(rest, 'more reason')} of no more weight."))
    return Section(result.decision.title, tuple(blocks))


def _driver(study: Study, driver: Driver) -> Item:
    """The reason, what it adds, and every finding under it that is left."""
    pack = study.pack
    aside = said_by(pack, [each.citation for each in driver.findings]) or OWN_JUDGEMENT
    notes = [f"says: {sentence(pack.finding(each.citation).says)}" for each in driver.findings[:1]]
    if driver.disputed_by:
        notes.append(f"disputed by {said_by(pack, [each.citation for each in driver.disputed_by])}")
    if driver.is_judgement and driver.findings:
        notes.append("partly a judgement of this rule set")
    if driver.undecided:
        notes.append("not known yet: counted by its chance")
    return Item(f"{hundredths(driver.adds)}: {sentence(driver.because)}", "for", aside, tuple(notes))
