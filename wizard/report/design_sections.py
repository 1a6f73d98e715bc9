"""What belongs to a design beside its total: poor fits, what must be in place, and risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Block, Column, Item, Items, Paragraph, Section, Table
from .evidence_words import evidence_aside, evidence_notes
from .figures import sentence
from .reason_items import fitting_item
from .subject import Subject, spoken_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult, LevelFound, RiskFound, Standing
    from wizard.schema.risk import Mitigation

MOST_MITIGATIONS = 2
MOST_RISKS = 10
MOST_FORMS = 3
OUR_STEPS = "The steps and their order are our advice; no report sets them out."


def design_sections(subject: Subject, result: DecisionResult) -> tuple[Section, ...]:
    """Poor fits, preconditions, risks and first steps of every model that is spoken for."""
    spoken = spoken_for(result)
    made = (_poor_fits, _before_you_start, _risks, _how_to_begin)
    return tuple(
        Section(_title(title, standing, len(spoken)), blocks)
        for standing in spoken
        for title, blocks in (make(subject, result, standing) for make in made)
        if blocks
    )


def _title(title: str, standing: Standing, spoken: int) -> str:
    return title if spoken == 1 else f"{title}: {standing.model.name}"


def _poor_fits(subject: Subject, result: DecisionResult, standing: Standing) -> tuple[str, tuple[Block, ...]]:
    items = []
    concerning = [each for each in result.poor_fits if each.model == standing.model.id]
    for found in sorted(concerning, key=lambda each: each.truth is not True):
        if found.truth is False:
            continue
        fit, holds = found.poor_fit, found.truth is True
        notes = (f"to remove it: {fit.remedy}",) if holds else (f"not known; {subject.ask(found.truth)}",)
        text = sentence(f"{fit.title}: {fit.because}" if holds else fit.title)
        items.append(
            Item(
                text,
                "against" if holds else "not_known",
                evidence_aside(subject.pack, fit),
                (*notes, *(evidence_notes(subject.pack, fit) if holds else ())),
            )
        )
    if not items:
        said = f"None of the {len(concerning)} it could have." if concerning else "The reports name none for it."
        return "Poor fits", (Paragraph(said),)
    return "Poor fits", (Items(tuple(items)),)


def _before_you_start(subject: Subject, result: DecisionResult, standing: Standing) -> tuple[str, tuple[Block, ...]]:
    title = "What it rests on" if standing.stays else "Before you start"
    items = []
    for found in (each for each in result.preconditions if each.model == standing.model.id):
        need = found.precondition
        if found.truth is True:
            items.append(Item(f"met: {need.title}", "met"))
        elif found.truth is False:
            notes = (f"why: {need.because}", f"to put it in place: {need.remedy}")
            items.append(Item(f"not met: {need.title}", "against", evidence_aside(subject.pack, need), notes))
        else:
            notes = (f"why: {need.because}", subject.ask(found.truth))
            items.append(Item(f"not known: {need.title}", "not_known", evidence_aside(subject.pack, need), notes))
    items.sort(key=lambda item: ("against", "not_known", "met").index(item.sign))
    return title, (Items(tuple(items)),) if items else ()


def _risks(subject: Subject, result: DecisionResult, standing: Standing) -> tuple[str, tuple[Block, ...]]:
    found = subject.assessment.risks_of(result.decision.id, standing.model.id)
    if not found:
        return "Risks", ()
    columns = (Column("risk"), Column("likelihood"), Column("impact"), Column("what lowers it"))
    table = Table(columns, tuple(_row(each) for each in found[:MOST_RISKS]))
    more = f"and {len(found) - MOST_RISKS} more: {subject.explain}"
    shown: tuple[Block, ...] = (table, Paragraph(more)) if len(found) > MOST_RISKS else (table,)
    return "Risks", shown


def _how_to_begin(subject: Subject, result: DecisionResult, standing: Standing) -> tuple[str, tuple[Block, ...]]:
    """The order of the first steps, and the forms that suit; staying has no first step."""
    if standing.stays:
        return "", ()
    forms = [each for each in result.variants if each.model == standing.model.id and each.suits is not False]
    forms.sort(key=lambda each: each.suits is not True)
    steps = Items(tuple(Item(sentence(step), "numbered") for step in standing.model.first_steps))
    items = tuple(
        fitting_item(subject, f"{each.variant.title}: {each.variant.summary}", each.variant, each.suits)
        for each in forms[:MOST_FORMS]
    )
    shown: tuple[Block, ...] = (Paragraph(OUR_STEPS), steps) if steps.items else ()
    shown += (Paragraph("Forms it can take:"), Items(items)) if items else ()
    return "How to begin", shown


def _row(found: RiskFound) -> tuple[str, str, str, str]:
    remarks = [] if found.arises is True else ["may not arise: not known"]
    remarks += [f"{noun} {words}" for noun, level in _levels(found) if (words := moving_words(level))]
    lowered = "; ".join(mitigation_words(each) for each in found.risk.mitigations[:MOST_MITIGATIONS])
    remark = f" ({'; '.join(remarks)})" if remarks else ""
    return found.risk.title, level_name(found.likelihood), level_name(found.impact), f"{lowered}{remark}"


def mitigation_words(mitigation: Mitigation) -> str:
    """What lowers a risk; where no report names it, that it is our advice."""
    said = mitigation.do.rstrip(".")
    return said if mitigation.supported_by else f"{said} [our advice]"


def _levels(found: RiskFound) -> Sequence[tuple[str, LevelFound]]:
    return ("likelihood", found.likelihood), ("impact", found.impact)


def level_name(level: LevelFound) -> str:
    """'almost certain'."""
    return level.level.replace("_", " ")


def moving_words(level: LevelFound) -> str:
    """'may be higher: not known', where unknown answers could move the level."""
    higher, lower = level.highest != level.level, level.lowest != level.level
    if not (higher or lower):
        return ""
    return f"may be {'higher or lower' if higher and lower else 'higher' if higher else 'lower'}: not known"
