"""Credit for risks spotted and reasons given. Which model somebody foretold is never looked at.

Agreeing with the council proves nothing: it had reasons of its own, and some places went back. Agreeing with what the
evidence points to proves as little. What can be learnt is to see what is known, what is not, and what could go wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence

from .bearing import reasons_here, risks_here
from .offered import offered, sides_words
from .study import refuse_sealed, study_of
from .why import reason_why, risk_finding, risk_why, voices_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.engine.results import DecisionResult
    from wizard.schema.workshop import Sheet
    from wizard.workshop.workshop import Workshop

    from .bearing import RiskHere
    from .study import Study

MOST_MISSED = 3

WHAT_FOR = (
    "Credit is for reasons that hold on what was known before, whichever way they speak, and for risks that are there. "
    "There is none for the model you foretold: agreeing with the council is not being right, and neither is agreeing "
    "with the evidence."
)
OWN_WORDS = (
    "A reason in your own words has its credit for being given. Nothing here judges it: the facilitator reads it out, "
    "and the room does."
)


class Spotted(NamedTuple):
    """A reason or a risk that somebody named: whether it has credit, why, and whose finding says so.

    `sides` says which way a reason speaks; it is empty for a risk.
    """

    id: str
    says: str
    credited: bool
    why: str
    finding: str
    sides: str = ""


class Given(NamedTuple):
    """What somebody gave for one decision: the reasons they chose, and their own words."""

    decision: str
    reasons: tuple[Spotted, ...]
    words: str | None


class Credit(NamedTuple):
    """What one sheet has credit for. `missed` are the gravest risks that were there and were not named."""

    given: tuple[Given, ...]
    risks: tuple[Spotted, ...]
    missed: tuple[RiskHere, ...]

    @property
    def reasons_named(self) -> int:
        """How many reasons were chosen."""
        return sum(len(each.reasons) for each in self.given)

    @property
    def reasons_credited(self) -> int:
        """How many of them hold on what was known before."""
        return sum(reason.credited for each in self.given for reason in each.reasons)

    @property
    def own_words(self) -> int:
        """For how many decisions a reason was given in own words: one credit each, whatever they say."""
        return sum(each.words is not None for each in self.given)

    @property
    def risks_credited(self) -> int:
        """How many of the risks named are there."""
        return sum(each.credited for each in self.risks)

    @property
    def total(self) -> int:
        """All credit together."""
        return self.reasons_credited + self.own_words + self.risks_credited


def credit_of(workshop: Workshop, sheet: Sheet) -> Credit:
    """What a sheet has credit for. Raises NotTaken while the sheets are sealed, or for no case study; Unreadable."""
    refuse_sealed(workshop)
    study = study_of(workshop)
    given = tuple(
        Given(
            decision, tuple(_reason(study, decision, each) for each in dict.fromkeys(foretold.reasons)), foretold.words
        )
        for decision, foretold in sheet.foretold.items()
    )
    here = risks_here(study)
    risks = tuple(_risk(study, here.get(each), each) for each in dict.fromkeys(sheet.risks))
    return Credit(given, risks, missed_by(study, sheet.risks))


def missed_by(study: Study, named: Iterable[str]) -> tuple[RiskHere, ...]:
    """The three gravest risks that were there, stood to choose from, and are not among those named."""
    seen, here = set(named), risks_here(study)
    shown = [here[each.id] for each in offered(study.workshop).risks if each.id not in seen]
    return tuple(sorted((each for each in shown if each.is_there), key=lambda each: -each.score)[:MOST_MISSED])


def _reason(study: Study, decision: str, argument: str) -> Spotted:
    result = study.assessment.decision(decision)
    here = reasons_here(result).get(argument)
    if here is None:
        return _reason_not_here(study, result, argument)
    because, finding = sentence(here.argument.because), voices_words(study, here.argument)
    sides = sides_words(study, here.criterion, here.argument)
    return Spotted(argument, because, here.holding == "holds", reason_why(study, here), finding, sides)


def _reason_not_here(study: Study, result: DecisionResult, argument: str) -> Spotted:
    """One that went with the place's own evidence, or bears only on models that were not open."""
    criterion, found = next(
        (criterion.id, each)
        for criterion in study.pack.criteria.values()
        if criterion.decision == result.decision.id
        for each in criterion.arguments
        if each.id == argument
    )
    gone = argument in study.left.arguments
    why = "Only this place's own findings say so: they are left out." if gone else "It bears on no model open here."
    sides = sides_words(study, criterion, found)
    return Spotted(argument, sentence(found.because), False, why, voices_words(study, found), sides)


def _risk(study: Study, here: RiskHere | None, risk: str) -> Spotted:
    found = study.pack.risks[risk]
    says = sentence(f"{found.title}: {found.says}")
    if here is None:
        return Spotted(risk, says, False, "It belongs to no model open here.", voices_words(study, found))
    return Spotted(risk, says, here.is_there, risk_why(study, here), risk_finding(study, here))


def credit_section(workshop: Workshop, sheet: Sheet) -> Section:
    """One participant's credit, and why. Raises NotTaken as `credit_of` does."""
    credit, pack = credit_of(workshop, sheet), workshop.rules.pack
    blocks: list[Block] = [Paragraph(WHAT_FOR), Paragraph(counts_words(credit))]
    for each in credit.given:
        lines: list[Block] = [Items(tuple(_item(reason) for reason in each.reasons))] if each.reasons else []
        if each.words is not None:
            lines += [Items((Item(sentence(each.words), "for", "in your own words"),)), Paragraph(OWN_WORDS)]
        if lines:
            blocks.append(Section(f"Your reasons: {pack.decisions[each.decision].title}", tuple(lines)))
    if credit.risks:
        blocks.append(Section("The risks you named", (Items(tuple(_item(each) for each in credit.risks)),)))
    if credit.missed:
        study = study_of(workshop)
        items = tuple(missed_item(study, each) for each in credit.missed)
        blocks.append(Section("The gravest risks you did not name", (Items(items),)))
    return Section(f"What {sheet.who} has credit for", tuple(blocks))


def counts_words(credit: Credit) -> str:
    """'2 of the 3 reasons you chose hold. 3 of the 5 risks you named are there.'"""
    said = []
    if credit.reasons_named:
        said.append(f"{credit.reasons_credited} of {counted(credit.reasons_named, 'chosen reason')} hold here.")
    if credit.own_words:
        said.append(sentence(f"{counted(credit.own_words, 'reason')} given in your own words"))
    if credit.risks:
        are = "is" if len(credit.risks) == 1 else "are"
        said.append(f"{credit.risks_credited} of {counted(len(credit.risks), 'named risk')} {are} there.")
    return " ".join(said) or "You gave no reason and named no risk, so there is nothing to give credit for."


def missed_item(study: Study, here: RiskHere) -> Item:
    """A risk that was there and was not seen."""
    says = sentence(f"{here.risk.title}: {here.risk.says}")
    return Item(says, "not_known", risk_finding(study, here), (risk_why(study, here),))


def _item(spotted: Spotted) -> Item:
    said = "credit" if spotted.credited else "no credit"
    notes = (f"{said}: {spotted.why}", *((f"it speaks {spotted.sides}",) if spotted.sides else ()))
    return Item(spotted.says, "met" if spotted.credited else "point", spotted.finding, notes)
