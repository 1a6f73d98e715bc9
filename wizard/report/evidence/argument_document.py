"""One argument: what it does, when it holds, how firm it is and why, the findings on both sides, its judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.parse import parse
from wizard.conditions.words import in_words
from wizard.proof.citing import effects_of
from wizard.report.document import Block, Document, Item, Items, Paragraph, Section
from wizard.report.figures import listed, points_words, sentence
from wizard.schema.grading import graded

from .finding_words import said_words
from .here_words import reason_words
from .linked import Linked, Links

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary, PlacedReason
    from wizard.report.document import Sign


def argument_document(library: EvidenceLibrary, argument: str, assessment: Assessment | None = None) -> Linked:
    """Everything about an argument (`criterion.argument`); with an assessment, what it comes to for that council.

    Raises KeyError where there is no such argument.
    """
    placed, links = library.arguments[argument], Links()
    criterion, reason = placed.criterion, placed.argument
    blocks: list[Block] = [Section("When it holds", (Paragraph(when_words(library, placed)),))]
    here = reason_words(assessment, criterion.id, reason.id) if assessment is not None else []
    if here:
        blocks.append(Section("For this council", tuple(Paragraph(each) for each in here)))
    blocks.append(Section("What it does, and how firm it is", (Items(tuple(_effects(library, placed))),)))
    blocks += _sides(library, placed, links)
    blocks.append(Section("What is a judgement", (Paragraph(_judgement(placed)),)))
    blocks += _others(library, placed, links)
    aside = f"{criterion.title}: {library.pack.decisions[criterion.decision].title}"
    return Linked(Document(sentence(reason.because), aside, tuple(blocks)), links.opens)


def when_words(library: EvidenceLibrary, placed: PlacedReason) -> str:
    """The condition of an argument as a sentence."""
    argument, domains = placed.argument, library.rules.domains
    parts = [in_words(parse(argument.when, domains)[0], domains)] if argument.when is not None else []
    if argument.counts_against_moves is not None:
        decision = library.pack.decisions[placed.criterion.decision]
        distance = decision.distances[argument.counts_against_moves.at_least]
        parts.append(f"a model is at least this far from today's: {distance}")
    return f"It holds when {' and '.join(parts)}." if parts else "It holds for every council."


def sides_words(library: EvidenceLibrary, placed: PlacedReason) -> str:
    """'for one director for both, against two directors'."""
    effects = effects_of(library.pack, placed.criterion, placed.argument)
    sides = []
    for way, sign in (("for", 1), ("against", -1)):
        named = [library.pack.models[model].name for model, each in effects.items() if each == sign]
        sides += [f"{way} {listed(named)}"] if named else []
    return ", ".join(sides)


def _effects(library: EvidenceLibrary, placed: PlacedReason) -> Iterator[Item]:
    """One item for each model; those that it moves alike, for the same reason, stand together."""
    pack = library.pack
    alike: dict[tuple[int, str, int, str], list[str]] = {}
    for model, sign in effects_of(pack, placed.criterion, placed.argument).items():
        grade, why = graded(placed.argument, model, pack)
        alike.setdefault((sign, grade.id, grade.step, why), []).append(pack.models[model].name)
    for (sign, grade_id, step, why), models in alike.items():
        way, mark = ("for", "for") if sign > 0 else ("against", "against")
        moves = f"by {_points(step)} of 100 on “{placed.criterion.title}”"
        side: Sign = "for" if mark == "for" else "against"
        yield Item(
            sentence(f"It counts {way} {listed(models)}, {moves}"), side, None, (f"{_firm(grade_id)} because {why}.",)
        )


def _points(step: int) -> str:
    from fractions import Fraction

    return points_words(Fraction(step))


def _firm(grade: str) -> str:
    return f"The evidence is {grade.replace('_', ' ')}"


def _sides(library: EvidenceLibrary, placed: PlacedReason, links: Links) -> list[Section]:
    argument = placed.argument
    sections = []
    sides: tuple[tuple[str, Sequence[str], Sign], ...] = (
        ("What supports it", argument.supported_by, "for"),
        ("What disputes it", argument.disputed_by, "against"),
        ("What qualifies it", argument.qualified_by, "point"),
    )
    for title, citations, sign in sides:
        if citations:
            items = tuple(finding_item(library, each, sign, links, _shared(placed, each)) for each in citations)
            sections.append(Section(title, (Items(items),)))
    return sections


def finding_item(library: EvidenceLibrary, finding: str, sign: Sign, links: Links, notes: tuple[str, ...] = ()) -> Item:
    """A finding as an item that leads to it."""
    entry = library.entry(finding)
    return links.to("finding", finding, Item(sentence(entry.finding.says), sign, said_words(entry), notes))


def _shared(placed: PlacedReason, citation: str) -> tuple[str, ...]:
    why = placed.argument.shared_findings.get(citation)
    return (sentence(f"It stands in another reason too: {why}"),) if why else ()


def _judgement(placed: PlacedReason) -> str:
    if placed.argument.judgement is not None:
        return sentence(placed.argument.judgement)
    return "Nothing beyond the findings; how they are weighed is a judgement of this rule set."


def _others(library: EvidenceLibrary, placed: PlacedReason, links: Links) -> list[Section]:
    """The other arguments of the same criterion, so that one can go on from one to the next."""
    others = [
        links.to("argument", each.id, Item(sentence(each.argument.because), "point", sides_words(library, each)))
        for each in library.arguments.values()
        if each.criterion.id == placed.criterion.id and each.id != placed.id
    ]
    return [Section(f"Other reasons on “{placed.criterion.title}”", (Items(tuple(others)),))] if others else []
