"""The document of `wizard consistency`: what the evidence points to beside what each place did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.baselines import DecisionTally, tally
from wizard.proof.pack_test import VERDICT_WORDS

from .consistency_words import (
    AGREEMENT_WORDS,
    HOW_IT_IS_DONE,
    NO_SAMPLE,
    WHAT_IT_IS,
    baseline_words,
    did_words,
    notices,
    pointed_words,
    score_words,
    used_words,
)
from .document import Block, Column, Document, Item, Items, Paragraph, Section, Table
from .figures import counted, listed, sentence
from .parting_words import partings_section
from .verdict_words import ADVICE

if TYPE_CHECKING:
    from wizard.proof.consistency import Consistency
    from wizard.schema.decision import Decision


def consistency_document(found: Consistency) -> Document:
    """The whole document. A decision on which no place chose is left out."""
    head = found.pack.head
    warned = notices(found)
    return Document(
        title="Consistency check",
        aside=f"rule set: {head.title} ({head.version})",
        blocks=(
            Paragraph(WHAT_IT_IS, strong=("consistency check",)),
            Paragraph(f"{HOW_IT_IS_DONE} {ADVICE}"),
            *((Items(tuple(Item(each) for each in warned)),) if warned else ()),
            *(_decision(found, each) for each in found.pack.decisions.values() if found.compared(each.id)),
            *((_what_became(found),) if found.places else ()),
        ),
    )


def _decision(found: Consistency, decision: Decision) -> Section:
    pack, counts = found.pack, tally(found, decision.id)
    rows = tuple(
        (place.title, pointed_words(pack, each), did_words(pack, place, each), AGREEMENT_WORDS[each.agreement])
        for place, each in found.compared(decision.id)
    )
    columns = (Column("place"), Column("the evidence"), Column("the place"), Column("the two"))
    agreements = [f"{AGREEMENT_WORDS[each]} {count}" for each, count in counts.agreements.items()]
    verdicts = [f"{VERDICT_WORDS[kind]} {count}" for kind, count in counts.verdicts.items()]
    return Section(
        decision.title,
        (
            Table(columns, rows),
            Paragraph(sentence(f"{counted(counts.places, 'place')}: {listed(agreements)}")),
            Paragraph(f"Verdicts: {listed(verdicts)}."),
            *partings_section(found, decision.id),
            Section("Beside rules of thumb", _baselines(found, counts)),
        ),
    )


def _baselines(found: Consistency, counts: DecisionTally) -> tuple[Block, ...]:
    columns = (
        Column("way of choosing"),
        Column("names what the place did", figures=True),
        Column("where the evidence points to one model", figures=True),
    )
    own = (
        ("the evidence, where it points to one model", "", score_words(counts.pointed)),
        ("whichever comes first, however little is known", score_words(counts.first), ""),
    )
    others = tuple(
        (baseline_words(found.pack, each), score_words(each.everywhere), score_words(each.where_pointed))
        for each in counts.baselines
    )
    return (Table(columns, (*own, *others)), Paragraph(NO_SAMPLE))


def _what_became(found: Consistency) -> Section:
    items = tuple(
        Item(f"{place.title}: {sentence(place.outcome.what_happened)}", notes=(used_words(place),))
        for place in found.places
    )
    return Section("What became of it", (Items(items),))
