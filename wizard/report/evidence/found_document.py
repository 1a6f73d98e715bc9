"""The findings that a search found, as a document: each with who says so, where to look it up and its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Document, Item, Items, Paragraph
from wizard.report.figures import sentence

from .filter_words import count_words, narrowed_words, nothing_words
from .finding_words import cited_words, said_words
from .linked import Linked, Links

if TYPE_CHECKING:
    from wizard.proof.evidence_library import Entry, EvidenceLibrary, Wanted
    from wizard.report.document import Block


def found_document(library: EvidenceLibrary, wanted: Wanted, most: int | None = None, after: int = 0) -> Linked:
    """The findings wanted, at most `most` of them, the first `after` left out; how many more there are is said."""
    found, links = library.found(wanted), Links()
    head = library.pack.head
    blocks: list[Block] = (
        [Items(tuple(Item(each) for each in narrowed))] if (narrowed := _asked(library, wanted)) else []
    )
    items = tuple(
        links.to("finding", each.id, Item(sentence(each.finding.says), "point", said_words(each), _notes(each)))
        for each in found[after:][:most]
    )
    blocks.append(Items(items) if items else Paragraph(nothing_words(library, wanted)))
    if (more := len(found) - after - len(items)) > 0:
        blocks.append(Paragraph(f"and {more} more"))
    title = count_words(len(found), len(library.entries))
    return Linked(Document(title, f"rule set: {head.title} ({head.version})", tuple(blocks)), links.opens)


def _asked(library: EvidenceLibrary, wanted: Wanted) -> list[str]:
    words = [f"Words: {wanted.words.strip()}"] if wanted.words.strip() else []
    return [*words, *narrowed_words(library, wanted)]


def _notes(entry: Entry) -> tuple[str, ...]:
    return (f"{entry.id}: {cited_words(entry)}", f"search the document for “{entry.finding.phrase}”")
