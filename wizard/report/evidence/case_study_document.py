"""A place in the reports: what was known before it chose, what it did, what became of it, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import answer_words
from wizard.proof.council_case import when_known
from wizard.proof.evidence_library import Wanted
from wizard.report.document import Block, Document, Item, Items, Paragraph, Section
from wizard.report.figures import counted, put, sentence

from .argument_document import finding_item
from .filter_words import where_from_words
from .linked import Linked, Links

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.schema.council import CouncilFile
    from wizard.schema.outcome import Outcome

KEPT_WORDS: Mapping[str, str] = {
    "yes": "It was still so at the time of the report.",
    "no": "It was given up again by the time of the report, or was about to be.",
    "unknown": "The report does not say whether it lasted.",
}
_KNOWN: tuple[tuple[str | None, str], ...] = (
    ("before", "What was known before the choice"),
    ("at_report", "What is known only of the time of the report"),
    (None, "What the report does not date"),
)


def case_study_document(
    library: EvidenceLibrary, council: CouncilFile, answers: Mapping[str, Answer], outcome: Outcome | None
) -> Linked:
    """The page of a place. `answers` are what those of the council file mean; `outcome` is None where none is told."""
    # It stands beside what reads outcomes, which only this page needs.
    from wizard.schema.outcome import place_in_id

    links = Links()
    place = outcome.of_place if outcome is not None else place_in_id(council.id)
    note = council.about.note
    blocks: list[Block] = [Paragraph(sentence(note))] if note else []
    blocks += _outcome(library, outcome) if outcome is not None else []
    for known, title in _KNOWN:
        items = _answers(library, council, answers, known)
        blocks += [Section(title, (Items(items),))] if items else []
    found = library.found(Wanted(place=place))
    if found:
        items = tuple(finding_item(library, each.id, "point", links) for each in found)
        blocks.append(Section(f"What the reports tell of it: {counted(len(found), 'finding')}", (Items(items),)))
    return Linked(Document(council.title, "a place in the reports", tuple(blocks)), links.opens)


def _outcome(library: EvidenceLibrary, outcome: Outcome) -> list[Section]:
    models = library.pack.models
    did = tuple(
        Item(_chosen(library.pack.decisions[decision].title, models[model].title))
        for decision, model in outcome.did.items()
    )
    kept = (Paragraph(KEPT_WORDS[outcome.kept]),) if outcome.kept is not None and did else ()
    chose = Items(did) if did else Paragraph("The report does not say plainly which of the models it chose.")
    source = [where_from_words(library, each) for each in outcome.from_]
    drawn = (Paragraph(f"Drawn from: {'; '.join(source)}."),) if source else ()
    became = Section("What became of it", (Paragraph(sentence(outcome.what_happened)), *drawn))
    return [Section("What it did", (chose, *kept)), became, *_to_discuss(outcome)]


def _chosen(decision: str, model: str) -> str:
    """A title that asks is answered; any other is followed by a colon."""
    return sentence(f"{put(decision)} {model}")


def _to_discuss(outcome: Outcome) -> list[Section]:
    items = tuple(Item(sentence(each)) for each in outcome.discuss)
    return [Section("Questions for discussion", (Items(items),))] if items else []


def _answers(
    library: EvidenceLibrary, council: CouncilFile, answers: Mapping[str, Answer], known: str | None
) -> tuple[Item, ...]:
    domains = library.rules.domains
    items = []
    for question, written in council.answers.items():
        if when_known(written) == known and question in domains:
            said = answer_words(domains[question], answers.get(question))
            fields = written if isinstance(written, dict) else {}
            source, note = fields.get("from"), fields.get("note")
            text = sentence(f"{domains[question].question.named}: {said}")
            drawn = where_from_words(library, source) if isinstance(source, str) else None
            items.append(Item(text, "point", drawn, (sentence(note),) if isinstance(note, str) else ()))
    return tuple(items)
