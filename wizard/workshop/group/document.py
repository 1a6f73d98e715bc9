"""The document of a group: what its answers point to together, each one's alone, and where people part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import answer_words
from wizard.proof.driving import first_so_far
from wizard.report.document import Block, Column, Document, Item, Items, Paragraph, Section, Table
from wizard.report.figures import counted, listed, put, sentence
from wizard.report.verdict_words import (
    ADVICE,
    core_words,
    firmness,
    held_back_by,
    notice_words,
    verdict_in_brief,
    verdict_sentence,
)
from wizard.workshop.marks import mark_of
from wizard.workshop.remarks import remarks_of
from wizard.workshop.sound import groups_of

from .joining import agreeing_needed, support_of
from .parting import partings
from .telling import kept_back
from .words import people_counted, points_words, tally_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wizard.engine.results import DecisionResult
    from wizard.schema.workshop import Order

    from .result import GroupResult

HOW = (
    "Each answered apart, on the same facts, and nobody saw another's sheet before all were sealed. Joined, an answer "
    "is what more than half of those who answered say. Where no answer has more than half, any of those given may be "
    "true, and where half or more are not sure it counts as not sure: so what you disagree about counts as not known. "
    "Of priorities only what more than half say counts: that one group of criteria matters more than another."
)


def group_document(found: GroupResult) -> Document:
    """The whole document."""
    workshop = found.workshop
    sections = (
        _together(found),
        _each(found),
        partings(found),
        _objections(found),
        *remarks_of(each.sheet for each in found.voices),
        _answered(found),
        _priorities(found),
        Section("How the sheets were joined", (Paragraph(HOW), Paragraph(ADVICE))),
    )
    head = found.assessment.pack.head
    aside = f"{people_counted(len(found.voices))}; rule set: {head.title} ({head.version})"
    blocks = tuple(each for each in sections if each is not None)
    return Document(workshop.file.title, aside, (*_notices(found), *blocks), mark_of(workshop.file))


def _notices(found: GroupResult) -> Iterator[Block]:
    for each in found.assessment.notices:
        yield Paragraph(f"Note: {notice_words(each, found.assessment)}", strong=("Note:",))
    yield from (Paragraph(f"Note: {each}", strong=("Note:",)) for each in found.workshop.notices)
    presence = found.workshop.presence
    if presence.waiting:
        yield Paragraph(f"Opened without: {listed(presence.waiting)}.")


def _together(found: GroupResult) -> Section:
    blocks: list[Block] = []
    for result in found.told.decisions:
        said = verdict_sentence(found.told, result)
        firmly = firmness(result)
        lines = [Paragraph(said.text, strong=said.names)]
        if result.verdict.kind == "not_enough_known":
            lines.append(Paragraph(core_words(found.assessment, result)))
        lines += [Paragraph(each) for each in (*((firmly,) if firmly else ()), *held_back_by(result))]
        blocks.append(Section(result.decision.title, tuple(lines)))
    count = len(kept_back(found.workshop, found.assessment))
    if count:
        counts, them = ("counts", "it") if count == 1 else ("count", "them")
        said_of = f"{counted(count, 'sensitive fact')} {counts} in this too; what would tell {them} is left out."
        blocks.append(Paragraph(said_of))
    return Section("What your answers point to together", tuple(blocks))


def _each(found: GroupResult) -> Section:
    columns = (
        Column("whose answers", width=24),
        *(Column(each.title) for each in found.assessment.pack.decisions.values()),
    )
    rows = [(each.who, *(_brief(found, result) for result in each.assessment.decisions)) for each in found.voices]
    rows.append(("together", *(_brief(found, result) for result in found.assessment.decisions)))
    counts = []
    for decision in found.assessment.pack.decisions.values():
        points = points_words([each.assessment.decision(decision.id) for each in found.voices])
        said = "; ".join(f"{title} – {times}" for title, times in points)
        counts.append(Item(f"{put(decision.title)} {said}."))
    return Section(
        "What each one's own answers point to",
        (
            Paragraph("So many sheets point, taken alone, to:"),
            Items(tuple(counts)),
            Table(columns, tuple(rows), caption="What each sheet points to, taken alone"),
        ),
    )


def _brief(found: GroupResult, result: DecisionResult) -> str:
    return verdict_in_brief(found.assessment.pack, result.verdict, result.verdict.so_far and first_so_far(result))


def _objections(found: GroupResult) -> Section | None:
    pack = found.assessment.pack
    items = tuple(
        Item(f"{each.who}, on “{pack.decisions[decision].title}”: {sentence(words)}")
        for each in found.objections
        for decision, words in each.says.items()
    )
    return Section("Who does not agree, in their own words", (Items(items),)) if items else None


def _answered(found: GroupResult) -> Section:
    domains = found.workshop.rules.domains
    rows = tuple(
        (
            sentence(domains[each.question].question.named),
            tally_words(found.workshop, each.question, each.positions, each.left_out),
            "as not asked" if each.joined is None else answer_words(domains[each.question], each.joined),
        )
        for each in found.asked
    )
    columns = (Column("question", width=26), Column("answers, and how many gave them"), Column("counts as"))
    return Section("What was answered", (Table(columns, rows, caption="The answers to each question"),))


def _priorities(found: GroupResult) -> Section | None:
    parts = [part for decision in found.workshop.file.decisions if (part := _order(found, decision)) is not None]
    return Section("What matters more", tuple(parts)) if parts else None


def _order(found: GroupResult, decision: str) -> Section | None:
    orders = {each.who: each.orders[decision] for each in found.voices if decision in each.orders}
    if not orders:
        return None
    titles = groups_of(found.workshop.rule_set, decision)
    pairs = found.pairs.get(decision, ())
    votes = list(orders.values())
    items = tuple(
        Item(f"{titles[one]} before {_inside(titles[other])}: {support_of((one, other), votes)} of {len(votes)}.")
        for one, other in sorted(pairs, key=lambda pair: _mean_place(pair[0], votes))
    )
    needed = agreeing_needed(votes)
    how = "More than half say that this matters more than that, and it counts so:"
    if 2 * (needed - 1) > len(votes):
        how = f"Majorities go round in a circle here, so only what {needed} of {len(votes)} say counts:"
    said: tuple[Block, ...] = (Paragraph(how), Items(items))
    if not items:
        said = (Paragraph("On no two groups of criteria do enough of you agree: all weigh the same."),)
    # A row for each of them, however many they are; groups are never more than a few.
    columns = (Column("whose order", width=24), *(Column(title, figures=True) for title in titles.values()))
    rows = tuple((who, *(str(_place(order, group)) for group in titles)) for who, order in orders.items())
    silent = [each.who for each in found.voices if decision not in each.orders]
    blocks: list[Block] = [*said, Table(columns, rows, caption="The place each gave (1 matters most)")]
    blocks += [Paragraph(f"Said nothing of priorities here: {listed(silent)}.")] if silent else []
    return Section(found.assessment.pack.decisions[decision].title, tuple(blocks))


def _place(order: Order, group: str) -> int:
    """The place of a group in an order, from 1; those that share one have the same."""
    return next(place for place, tier in enumerate(order, 1) if group in tier)


def _mean_place(group: str, orders: Sequence[Order]) -> float:
    """Where a group stands on the whole: only to list pairs from what matters most down."""
    return sum(_place(order, group) for order in orders) / len(orders)


def _inside(title: str) -> str:
    """A title inside a sentence; one that begins with an abbreviation stays."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
