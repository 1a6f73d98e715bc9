"""Where the reports disagree, both sides of each argument; and who was never asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.evidence_library import HOLDS
from wizard.report.document import Document, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence

from .argument_document import finding_item, sides_words
from .finding_words import who_words
from .here_words import reason_words
from .linked import Linked, Links

if TYPE_CHECKING:
    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary, PlacedReason

BOTH_SHOWN = (
    "Where findings contradict each other both are kept, both are shown, and the reason weighs one grade less. "
    "A reason leads to its condition and its weight; a finding to the words of the report."
)
_LIMITS = "No report ties structure to outcomes. What each of them cannot know, in its own terms:"


def disagreements_document(library: EvidenceLibrary, assessment: Assessment | None = None) -> Linked:
    """Every disputed argument with both sides, by decision; with an assessment, whether it holds here."""
    links = Links()
    disputed = library.disputed()
    sections = tuple(
        Section(decision.title, tuple(_pair(library, each, assessment, links) for each in of_it))
        for decision in library.pack.decisions.values()
        if (of_it := [each for each in disputed if each.criterion.decision == decision.id])
    )
    said = f"{counted(len(disputed), 'reason')} that one finding supports and another disputes."
    opening = Paragraph(f"{said} {BOTH_SHOWN}")
    return Linked(Document("What the reports disagree on", _named(library), (opening, *sections)), links.opens)


def _pair(library: EvidenceLibrary, placed: PlacedReason, here: Assessment | None, links: Links) -> Section:
    argument = placed.argument
    reason = Item(f"The reason: {sides_words(library, placed)}.", "point", placed.criterion.title, _here(placed, here))
    items = [links.to("argument", placed.id, reason)]
    items += [finding_item(library, each, "for", links) for each in argument.supported_by]
    items += [finding_item(library, each, "against", links) for each in argument.disputed_by]
    return Section(sentence(argument.because), (Items(tuple(items)),))


def _here(placed: PlacedReason, assessment: Assessment | None) -> tuple[str, ...]:
    if assessment is None:
        return ()
    return tuple(reason_words(assessment, placed.criterion.id, placed.argument.id))


def not_asked_document(library: EvidenceLibrary) -> Document:
    """What each report cannot know, and how the findings divide over those who speak."""
    pack = library.pack
    sources = sorted(pack.sources.values(), key=lambda source: -len(source.findings))
    limits = tuple(
        Item(
            sentence(f"{source.short}: {source.limits}"),
            "point",
            f"{source.kind}, {source.publisher}, {source.date}; {counted(len(source.findings), 'finding')}",
        )
        for source in sources
    )
    counts: dict[str, int] = {}
    for entry in library.entries:
        counts[entry.who] = counts.get(entry.who, 0) + 1
    voices = [
        Item(f"{who_words(pack, who)}: {counted(count, 'finding')}")
        for who, count in sorted(counts.items(), key=lambda each: -each[1])
    ]
    silent = [model.title for model in pack.models.values() if f"{HOLDS}{model.id}" not in counts]
    blocks = (
        Section("What the reports cannot know", (Paragraph(_LIMITS), Items(limits))),
        Section("Who speaks, and how often", (Items(tuple(voices)),)),
        *_unheard(silent),
    )
    return Document("Who was never asked", _named(library), blocks)


def _unheard(models: list[str]) -> tuple[Section, ...]:
    if not models:
        return ()
    items = Items(tuple(Item(each) for each in models))
    said = Paragraph("No finding comes from someone who held a post under these models:")
    return (Section("Who does not speak", (said, items)),)


def _named(library: EvidenceLibrary) -> str:
    head = library.pack.head
    return f"rule set: {head.title} ({head.version})"
