"""What looks at a question: every argument whose condition hangs on it, with the findings behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.nodes import questions_in
from wizard.conditions.parse import parse
from wizard.report.document import Document, Item, Items, Paragraph, Section
from wizard.report.figures import counted, sentence

from .argument_document import finding_item, sides_words, when_words
from .linked import Linked, Links

if TYPE_CHECKING:
    from wizard.proof.evidence_library import EvidenceLibrary, PlacedReason
    from wizard.report.document import Sign

NOTHING = "No argument looks at this. It decides whether a model is open, a risk, a condition or another question."


def question_document(library: EvidenceLibrary, question: str) -> Linked:
    """The arguments that look at a question, by decision. Raises KeyError where there is no such question."""
    asked, links = library.pack.questions[question], Links()
    found = arguments_on(library, question)
    sections = tuple(_argument(library, each, links) for each in found)
    blocks = sections or (Paragraph(NOTHING),)
    return Linked(Document(asked.ask, f"{counted(len(found), 'argument')} on it", blocks), links.opens)


def arguments_on(library: EvidenceLibrary, question: str) -> list[PlacedReason]:
    """In the order of the rule set's files; those that charge a move look at what there is today."""
    return [each for each in library.arguments.values() if question in _looked_at(library, each)]


def _looked_at(library: EvidenceLibrary, placed: PlacedReason) -> frozenset[str]:
    argument = placed.argument
    when = argument.when
    found = frozenset(questions_in(parse(when, library.rules.domains)[0])) if when is not None else frozenset()
    if argument.counts_against_moves is not None:
        found |= {library.pack.decisions[placed.criterion.decision].today}
    return found


def _argument(library: EvidenceLibrary, placed: PlacedReason, links: Links) -> Section:
    argument = placed.argument
    counts = sentence(f"It counts {sides_words(library, placed)}")
    reason = Item(f"{when_words(library, placed)} {counts}", "point", placed.criterion.title)
    ways: tuple[tuple[tuple[str, ...], Sign], ...] = (
        (tuple(argument.supported_by), "for"),
        (tuple(argument.disputed_by), "against"),
    )
    items = [links.to("argument", placed.id, reason)]
    items += [finding_item(library, each, sign, links) for citations, sign in ways for each in citations]
    if not argument.supported_by:
        items.append(Item(sentence(argument.judgement or "A judgement of this rule set")))
    return Section(sentence(argument.because), (Items(tuple(items)),))
