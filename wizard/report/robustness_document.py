"""The document of `wizard robustness`: how firm a result is, and what makes it less firm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.firmness.robustness import EVERYTHING

from .assessment_document import answered_words
from .document import Block, Column, Document, Item, Items, Paragraph, Section, Table
from .figures import listed, of_hundred, percent, sentence
from .leaning_in_brief import answers_in_brief, leaning_in_brief
from .priorities_document import notice_blocks
from .priorities_words import within
from .robustness_annex import annex
from .robustness_subject import sure
from .robustness_weights import portrait_words, title_of_group, turn_words, usual_other
from .robustness_words import (
    NOTHING_MORE,
    NOTHING_OPEN,
    RESTS_ON_GUESSES,
    VARIED_TITLES,
    WHAT_IT_IS,
    alone_words,
    beats_cell,
    close_call_words,
    counted_words,
    most_uncertain_words,
    none_open_words,
    over_all_words,
    overall_words,
    priorities_words,
    rank_cells,
    varied_words,
)
from .sensitivity_document import leaning_sections, tornado_section
from .verdict_words import ADVICE, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from wizard.engine.firmness.tipping import Tipping

    from .robustness_subject import Firm
    from .subject import Subject

ORDINALS = ("first", "second", "third")
MOST_CRITERIA = 5
"""A criterion that turns it only far from where its weight is now tells nobody anything."""


def robustness_document(subject: Subject, found: Sequence[Firm], full: bool = False) -> Document:
    """The whole document, for the decisions found; the technical words stand in its annex.

    `full` has every judgement and answer with all that is to be said of it, rather than a line on the weightiest.
    """
    return Document(
        title=f"{subject.council.title}: how firm it is",
        aside=f"rule set: {subject.pack.head.title} ({subject.pack.head.version})",
        blocks=(
            Paragraph(f"{WHAT_IT_IS} {answered_words(subject)} {ADVICE}"),
            *notice_blocks(subject),
            *(firm_section(subject, each, full) for each in found),
            annex(subject, found),
        ),
    )


def firm_section(subject: Subject, firm: Firm, full: bool) -> Section:
    """One decision; `full` as in `robustness_document`."""
    verdict = verdict_sentence(subject.assessment, firm.result)
    blocks: list[Block] = [Paragraph(verdict.text, strong=verdict.names)]
    title = firm.result.decision.title
    if not firm.competing:
        return Section(title, (*blocks, Paragraph(NOTHING_OPEN)))
    if firm.result.verdict.kind == "not_enough_known":
        blocks += [Paragraph(RESTS_ON_GUESSES)]
    blocks += [Paragraph(close_call_words(firm, each)) for each in firm.calls]
    blocks += [_how_firm(firm)]
    if len(firm.competing) > 1:
        blocks += [_what_makes_it_uncertain(subject, firm)]
        blocks += _compared(subject, firm, full) if firm.ranked else []
    return Section(title, tuple(blocks))


def _compared(subject: Subject, firm: Firm, full: bool) -> list[Block]:
    """What only a decision has whose models may be ranked."""
    decision = firm.result.decision.id
    blocks: list[Block] = [
        *_who_beats_whom(firm),
        _portraits(subject, firm),
        _one_weight(subject, firm),
    ]
    if full:
        return [
            *blocks,
            *leaning_sections(subject, decision, firm.leaning),
            tornado_section(subject, decision, firm.tornado),
        ]
    return [*blocks, *leaning_in_brief(subject, firm.leaning), *answers_in_brief(subject, firm.tornado)]


def _how_firm(firm: Firm) -> Section:
    before, after = overall_words(firm), [none_open_words(firm), over_all_words(firm)]
    items = Items(tuple(Item(varied_words(firm, each)) for each in EVERYTHING))
    return Section(
        "How firm" if firm.ranked else "How often each comes first, in no order",
        (
            *((Paragraph(sentence(before)),) if before else ()),
            _ranks(firm) or _first(firm),
            *(Paragraph(each) for each in after if each),
            Paragraph(f"{counted_words(firm)} What varies:"),
            items,
        ),
    )


def _first(firm: Firm) -> Table:
    shares = ((each.model.title, firm.found.firmness.of(each.model.id).first) for each in firm.competing)
    rows = tuple((title, of_hundred(sure(share))) for title, share in shares)
    return Table((Column("model"), Column("comes first in")), rows)


def _ranks(firm: Firm) -> Table | None:
    """Every place each takes; None for two models that are always open, of which the first place says it all."""
    count = len(firm.competing)
    rows = tuple(
        (each.model.title, *rank_cells(firm.found.firmness.of(each.model.id).ranks, count)) for each in firm.competing
    )
    if not firm.ranked:
        return None
    if all(row[-1] == "-" for row in rows):
        if count <= 2:
            return None
        rows = tuple((*row[:-1], "") for row in rows)
    places = [ORDINALS[place] if place < len(ORDINALS) else f"{place + 1}th" for place in range(count)]
    return Table((Column("of 100 mixes"), *(Column(each, figures=True) for each in (*places, "not open"))), rows)


def _what_makes_it_uncertain(subject: Subject, firm: Firm) -> Section:
    rows = tuple((VARIED_TITLES[each], alone_words(firm, each)) for each in EVERYTHING)
    columns = (Column("varying alone"), Column("who comes first, in 100"))
    command = subject.command("priorities", f"--decision {firm.result.decision.id}")
    said = (most_uncertain_words(firm), priorities_words(firm, command))
    closing = tuple(Paragraph(sentence(each)) for each in (*said, "" if firm.ranked else NOTHING_MORE) if each)
    return Section("What makes it uncertain", (Table(columns, rows), *closing))


def _who_beats_whom(firm: Firm) -> tuple[Section, ...]:
    """Models by number against each that stands below them; of two the first place says it all."""
    models = [each.model for each in firm.competing]
    if len(models) < 3:
        return ()
    rows = tuple(
        (
            str(row + 1),
            model.title,
            *(beats_cell(firm, model.id, each.id) if place > row else "" for place, each in enumerate(models) if place),
        )
        for row, model in enumerate(models)
    )
    numbers = (Column(f"beats {place + 1}", figures=True) for place in range(1, len(models)))
    title = "Which beats which, of 100 mixes in which both are open"
    return (Section(title, (Table((Column(), Column("model"), *numbers), rows),)),)


def _portraits(subject: Subject, firm: Firm) -> Section:
    titles = title_of_group(subject.pack)
    items = tuple(Item(portrait_words(firm, each.model.id, titles)) for each in firm.competing)
    return Section("The priorities under which each comes first, on average", (Items(items),))


def _one_weight(subject: Subject, firm: Firm) -> Section:
    """Every group, and under it those of its criteria whose weight alone would change who comes first."""
    titles, other = title_of_group(subject.pack), usual_other(firm)
    near = _nearest_criteria(firm)
    rows: list[tuple[str, str, str]] = []
    still: list[str] = []
    for group, tipping in firm.found.groups.items():
        title, weighs = titles.get(group, group), percent(tipping.weight)
        members = [each for each in firm.result.criteria if each.group == group and each.id in near]
        if _turns(tipping) or members:
            rows.append((title, weighs, turn_words(firm.result, tipping, other)))
            weights = firm.found.weights
            rows += [
                (f"- {each.title}", percent(weights[each.id].weight), turn_words(firm.result, weights[each.id], other))
                for each in members
            ]
        else:
            still.append(f"{within(title)} ({weighs})")
    blocks: list[Block] = []
    if rows:
        last = f"{other} comes first" if other else "another comes first"
        columns = (Column("weights in 100"), Column("now", figures=True), Column(last))
        blocks.append(Table(columns, tuple(rows)))
    if still:
        of_these = "of these " if rows else ""
        blocks.append(Paragraph(sentence(f"No weight {of_these}changes it: {listed(still)}")))
    return Section("One weight at a time, the others keeping their proportions", tuple(blocks))


def _nearest_criteria(firm: Firm) -> set[str]:
    """The criteria whose own weight has the nearest turning points, a few at most; none that is a group by itself."""
    groups = [each.group for each in firm.result.criteria]
    ways: list[tuple[Fraction, str]] = []
    for each in firm.result.criteria:
        tipping = firm.found.weights[each.id]
        gaps = [abs(turn.weight - tipping.weight) for turn in (tipping.below, tipping.above) if turn]
        if gaps and groups.count(each.group) > 1:
            ways.append((min(gaps), each.id))
    return {criterion for _, criterion in sorted(ways)[:MOST_CRITERIA]}


def _turns(tipping: Tipping[str]) -> bool:
    return tipping.below is not None or tipping.above is not None
