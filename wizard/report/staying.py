"""Staying as it is: what it would mean, and what joins up the front line under any model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Block, Item, Items, Paragraph, Section
from .figures import sentence, whole
from .ranking import rank_words
from .reason_items import fitting_item

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult, MeasureFound, Standing

    from .subject import Subject

MOST_MEASURES = 5


def staying(subject: Subject, result: DecisionResult) -> Section | None:
    """The section on staying; None where nothing is known of today's arrangement."""
    today = [each for each in result.standings if each.is_today]
    if len(today) != 1:
        return _several(today)
    return _leading(subject, result, today[0]) or _competing(subject, result, today[0])


def _several(today: list[Standing]) -> Section | None:
    if not today:
        return None
    names = " and ".join(each.model.name for each in today)
    said = f"The council inherits {names}: there is no one arrangement to stay with."
    return Section("Staying", (Paragraph(said),))


def _leading(subject: Subject, result: DecisionResult, today: Standing) -> Section | None:
    if result.verdict.leader != today.model.id:
        return None
    blocks = measure_blocks(subject, result, today)
    return Section("Staying, and joining up the front line: what would help", blocks) if blocks else None


def _competing(subject: Subject, result: DecisionResult, today: Standing) -> Section:
    model = today.model
    if today.openness in ("not_open", "off_the_table"):
        why = today.why_not or ("the law" if today.openness == "not_open" else "no reason was given")
        kind = "is not open" if today.openness == "not_open" else "was taken off the table"
        return Section("Staying", (Paragraph(sentence(f"Today's arrangement, {model.name}, {kind}: {why}")),))
    rank = rank_words(today, result.competing)
    stands = f"Keeping {model.name} stands {_place(rank)} of {len(result.competing)}, at {whole(today.total)}."
    blocks: list[Block] = [Paragraph(f"{stands} {model.summary}")]
    blocks += [
        Items(
            tuple(Item(sentence(gain), "for") for gain in model.gains[:2])
            + tuple(Item(sentence(cost), "against") for cost in model.costs[:2])
        )
    ]
    helping = measure_blocks(subject, result, today)
    if helping:
        blocks += [Paragraph("What joins up the front line without a change at the top:"), *helping]
    return Section("Staying", tuple(blocks))


def _place(rank: str) -> str:
    words = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "6": "sixth"}
    return words.get(rank.rstrip("="), f"number {rank}") + (" (sharing the place)" if rank.endswith("=") else "")


def measures_for(result: DecisionResult, model: str) -> tuple[MeasureFound, ...]:
    """The measures that suit a model and help, or may help: those that help first."""
    found = [
        each
        for each in result.measures
        if (not each.measure.models or model in each.measure.models) and each.helps is not False
    ]
    return tuple(sorted(found, key=lambda each: each.helps is not True))


def measure_blocks(subject: Subject, result: DecisionResult, standing: Standing) -> tuple[Block, ...]:
    """The measures as a list, and how many more there are."""
    found = measures_for(result, standing.model.id)
    items = tuple(
        fitting_item(subject, f"{each.measure.title}: {each.measure.because}", each.measure, each.helps)
        for each in found[:MOST_MEASURES]
    )
    if not items:
        return ()
    more = f"and {len(found) - MOST_MEASURES} more: {subject.explain}"
    return (Items(items), Paragraph(more)) if len(found) > MOST_MEASURES else (Items(items),)
