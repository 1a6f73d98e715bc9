"""What can be shown before anything is pointed to: no order, no leader, only what is known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .design_sections import level_name
from .document import Block, Column, Item, Items, Paragraph, Section, Table
from .figures import range_words, sentence, whole
from .ranking import TODAY, model_words, not_open
from .reason_items import counts_against, favours, holding, reason_item
from .staying import measure_blocks

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult, Standing

    from .subject import Subject

MOST_EACH_WAY = 3
MOST_RISKS_EACH = 2


def known_so_far(subject: Subject, result: DecisionResult) -> tuple[Section, ...]:
    """The models in the order of the rule set, with what holds for each; nothing before a first answer that matters."""
    if not result.verdict.core_answered:
        return ()
    standings = sorted(result.competing, key=lambda each: each.model.order)
    return (
        Section(
            "Where the models stand so far, in no order: too little is known to advise",
            _table(subject, result, standings),
        ),
        *(_case(subject, result, each) for each in standings),
        *_staying(subject, result),
        *_poor_fits(subject, result, standings),
        *_conditions(result, standings),
        *_risks(subject, result, standings),
    )


def _table(subject: Subject, result: DecisionResult, standings: list[Standing]) -> tuple[Block, ...]:
    rows = tuple(
        (model_words(each), str(whole(each.total)), range_words(each.low, each.high), TODAY if each.is_today else "")
        for each in standings
    )
    columns = (Column("model"), Column("total", figures=True), Column("range"), Column("remarks"))
    return (Table(columns, rows, self_explaining=True), *not_open(subject, result))


def _case(subject: Subject, result: DecisionResult, standing: Standing) -> Section:
    model = standing.model.id
    items = [
        reason_item(subject, reason, "for" if towards is favours else "against")
        for towards in (favours, counts_against)
        for reason in holding(result, model, towards)[:MOST_EACH_WAY]
    ]
    said: Block = Items(tuple(items)) if items else Paragraph("Nothing in the reports that holds for this council yet.")
    return Section(f"What holds already for and against {standing.model.name}", (said,))


def _staying(subject: Subject, result: DecisionResult) -> tuple[Section, ...]:
    for standing in result.competing:
        blocks = measure_blocks(subject, result, standing) if standing.stays else ()
        if blocks:
            return (Section("Staying, and joining up the front line: what would help", blocks),)
    return ()


def _poor_fits(subject: Subject, result: DecisionResult, standings: list[Standing]) -> tuple[Section, ...]:
    names = {each.model.id: each.model.name for each in standings}
    found: dict[str, list[str]] = {}
    for each in result.poor_fits:
        if each.truth is True and each.model in names:
            found.setdefault(each.poor_fit.id, []).append(names[each.model])
    fits = subject.pack.poor_fits
    items = tuple(
        Item(
            sentence(f"{fits[fit].title}, of {' and '.join(models)}: {fits[fit].because}"),
            "against",
            "",
            (f"to remove it: {fits[fit].remedy}",),
        )
        for fit, models in found.items()
    )
    open_ones = len({each.poor_fit.id for each in result.poor_fits if isinstance(each.truth, frozenset)})
    blocks: list[Block] = [Items(items)] if items else [Paragraph("No poor fit shows yet.")]
    blocks += [Paragraph(f"Not known yet of {open_ones} more: {subject.explain}")] if open_ones else []
    return (Section("Poor fits", tuple(blocks)),)


def _conditions(result: DecisionResult, standings: list[Standing]) -> tuple[Section, ...]:
    items = []
    for standing in standings:
        mine = [each for each in result.preconditions if each.model == standing.model.id]
        title = standing.model.title
        items += [
            Item(f"{title}: not met: {each.precondition.title}", "against") for each in mine if each.truth is False
        ]
        items += [Item(f"{title}: met: {each.precondition.title}", "met") for each in mine if each.truth is True]
        unknown = [each.precondition.title for each in mine if isinstance(each.truth, frozenset)]
        items += [Item(f"{title}: not known: {'; '.join(unknown)}", "not_known")] if unknown else []
    return (Section("Before you start", (Items(tuple(items)),)),) if items else ()


def _risks(subject: Subject, result: DecisionResult, standings: list[Standing]) -> tuple[Section, ...]:
    rows = [
        (standing.model.title, found.risk.title, level_name(found.likelihood), level_name(found.impact))
        for standing in standings
        for found in subject.assessment.risks_of(result.decision.id, standing.model.id)[:MOST_RISKS_EACH]
    ]
    columns = (Column("model"), Column("risk"), Column("likelihood"), Column("impact"))
    return (Section("The gravest risks of each", (Table(columns, tuple(rows)),)),) if rows else ()
