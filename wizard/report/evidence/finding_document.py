"""One finding: what it says, who says so, where to look it up, and everything that rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Document, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence

from .filter_words import criterion_words
from .finding_words import bearing_words, look_up_sentences, place_words, resting_words, voice_sentences, where_words
from .here_words import reason_words, truth_words
from .linked import Linked, Links

if TYPE_CHECKING:
    from wizard.engine.results import Assessment
    from wizard.proof.citing import Citing, Role
    from wizard.proof.evidence_library import Entry, EvidenceLibrary
    from wizard.report.document import Sign

_HEADINGS: dict[Role, tuple[str, Sign]] = {
    "supports": ("It supports", "for"),
    "disputes": ("It disputes", "against"),
    "qualifies": ("It qualifies", "point"),
}


def finding_document(library: EvidenceLibrary, finding: str, assessment: Assessment | None = None) -> Linked:
    """Everything about a finding; with an assessment, what each argument comes to for that council.

    Raises KeyError where there is no such finding.
    """
    entry, links = library.entry(finding), Links()
    blocks: list[Block] = [
        Section("Who says so", _paragraphs(voice_sentences(library.pack, entry))),
        Section("Where to look it up", _paragraphs(look_up_sentences(entry))),
    ]
    if entry.finding.places:
        places = tuple(links.to("place", each, Item(place_words(each))) for each in entry.finding.places)
        blocks.append(Section("Of which place", (Items(places),)))
    blocks += _resting(library, entry, assessment, links)
    blocks.append(Section("What this report cannot know", (Paragraph(sentence(entry.source.limits)),)))
    return Linked(Document(sentence(entry.finding.says), where_words(entry), tuple(blocks)), links.opens)


def _resting(library: EvidenceLibrary, entry: Entry, assessment: Assessment | None, links: Links) -> list[Section]:
    sections = []
    for role, (heading, sign) in _HEADINGS.items():
        cited = [each for each in entry.cited if each.role == role]
        if cited:
            items = tuple(_item(library, each, sign, assessment, links) for each in cited)
            sections.append(Section(f"{heading} {counted(len(cited), 'thing')}", (Items(items),)))
    if not sections:
        sections.append(Section("What rests on it", (Paragraph("Nothing in this rule set rests on it."),)))
    return sections


def _item(library: EvidenceLibrary, citing: Citing, sign: Sign, here: Assessment | None, links: Links) -> Item:
    pack = library.pack
    text = sentence(resting_words(pack, citing))
    if citing.argument is None:
        said = truth_words(here, citing) if here is not None else ""
        aside = f"bears on {bearing_words(pack, citing)}"
        return Item(text, sign, aside, (sentence(said),) if said else ())
    placed = library.arguments[citing.argument]
    aside = criterion_words(pack, placed.criterion.id)
    notes = tuple(reason_words(here, placed.criterion.id, placed.argument.id)) if here is not None else ()
    return links.to(
        "argument", citing.argument, Item(text, sign, f"{aside}; {_sides(library, citing.argument)}", notes)
    )


def _sides(library: EvidenceLibrary, argument: str) -> str:
    """'for one director for both, against two directors'."""
    from .argument_document import sides_words

    return sides_words(library, library.arguments[argument])


def _paragraphs(sentences: list[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(each) for each in sentences)
