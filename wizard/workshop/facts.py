"""What those who take part may see: the facts, and nothing of what a place did, or of what others are asked apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.answers import NotSure
from wizard.conditions.domain import answer_words
from wizard.proof.evidence_library import EvidenceLibrary
from wizard.report.document import Block, Document, Item, Items, Paragraph, Section
from wizard.report.evidence.filter_words import where_from_words
from wizard.report.figures import counted, sentence

from .marks import mark_of
from .training.place_title import place_title
from .training.study import known_before, study_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from wizard.conditions.answers import Answer
    from wizard.schema.question import Question

    from .workshop import Workshop

OF_A_PLACE = (
    "This is what was known before the place chose, as far as published reports tell. What is known only of a later "
    "time is kept back, and so are the reports' names and sections: they can give away what was done. They are shown "
    "once the sheets are open."
)
OF_A_COUNCIL = "These are the facts that everybody here answers on."
NOT_KNOWN = "Not known is never no: leave open what the facts leave open."


def facts_document(workshop: Workshop) -> Document:
    """The facts for those who take part, by section, and what is not known; no answer that they are asked for.

    A group's sensitive facts are left out unless the workshop is confidential. Of a place in the reports only what
    was known before it chose is shown, without notes and sources, under a title that says nothing of its choice.
    """
    if workshop.is_case_study:
        return _of_a_place(workshop)
    return _of_a_council(workshop)


def _of_a_place(workshop: Workshop) -> Document:
    facts = known_before(workshop.facts)
    settled = [workshop.rules.pack.decisions[each] for each in workshop.file.decisions]
    blocks: list[Block] = [
        Paragraph(OF_A_PLACE),
        Section("What had to be settled", (Items(tuple(Item(sentence(each.question)) for each in settled)),)),
        *_sections(workshop, facts, lambda question: _plain_item(workshop, question, facts)),
        _not_known(_bearing_unknown(workshop)),
    ]
    return Document(place_title(workshop.facts.file), "what was known before", tuple(blocks), mark_of(workshop.file))


def _of_a_council(workshop: Workshop) -> Document:
    asked = set(workshop.file.questions)
    told = {question: answer for question, answer in workshop.facts.answers.items() if not isinstance(answer, NotSure)}
    open_to_all = {question: answer for question, answer in told.items() if question not in asked}
    facts = {question: answer for question, answer in open_to_all.items() if _may_be_seen(workshop, question)}
    library = EvidenceLibrary(workshop.rules)
    blocks: list[Block] = [Paragraph(OF_A_COUNCIL)]
    kept_back = len(open_to_all) - len(facts)
    if kept_back:
        are = "is" if kept_back == 1 else "are"
        blocks.append(Paragraph(f"{counted(kept_back, 'sensitive fact')} {are} known and kept back here."))
    blocks += _sections(workshop, facts, lambda question: _full_item(workshop, question, facts, library))
    blocks += _off_the_table(workshop)
    blocks.append(_not_known(_unanswered(workshop, open_to_all, asked)))
    return Document(workshop.file.title, "the facts", tuple(blocks), mark_of(workshop.file))


def _may_be_seen(workshop: Workshop, question: str) -> bool:
    """What is told of a place in the reports is published already."""
    open_to_all = workshop.is_case_study or workshop.file.confidential
    return open_to_all or not workshop.rules.domains[question].question.sensitive


def _sections(workshop: Workshop, facts: Mapping[str, Answer], item: Callable[[Question], Item]) -> Iterator[Section]:
    """The facts that bear on anything, by section of the interview; one that does not arise counts for nothing."""
    for section in workshop.rules.pack.sections:
        items = tuple(
            item(each) for each in section.questions if each.id in facts and _arises(workshop, each.id, facts)
        )
        if items:
            yield Section(section.title, (Items(items),))


def _arises(workshop: Workshop, question: str, facts: Mapping[str, Answer]) -> bool:
    asked = workshop.rules.asked.get(question)
    return asked is None or asked(workshop.rules.cells.facts(facts)) is not False


def _plain_item(workshop: Workshop, question: Question, facts: Mapping[str, Answer]) -> Item:
    return Item(sentence(f"{question.named}: {answer_words(workshop.rules.domains[question.id], facts[question.id])}"))


def _full_item(workshop: Workshop, question: Question, facts: Mapping[str, Answer], library: EvidenceLibrary) -> Item:
    """With the note and the source that the council's own file gives."""
    written = workshop.facts.file.answers[question.id]
    fields = written if isinstance(written, dict) else {}
    source, note = fields.get("from"), fields.get("note")
    return _plain_item(workshop, question, facts)._replace(
        aside=where_from_words(library, source) if isinstance(source, str) else None,
        notes=(sentence(note),) if isinstance(note, str) else (),
    )


def _off_the_table(workshop: Workshop) -> list[Section]:
    models = workshop.rules.pack.models
    items = tuple(
        Item(sentence(f"{models[model].title}: {why}"), "against")
        for model, why in workshop.facts.file.off_the_table.items()
        if model in models
    )
    return [Section("Taken off the table", (Items(items),))] if items else []


def _bearing_unknown(workshop: Workshop) -> list[Question]:
    """The questions without an answer from before that could move what is foretold, in the order of asking."""
    found = {each.question for result in study_of(workshop).results for each in result.unknowns}
    return [each for each in workshop.rules.pack.questions.values() if each.id in found]


def _unanswered(workshop: Workshop, told: Mapping[str, Answer], asked_apart: Collection[str]) -> list[Question]:
    """The questions of a group's interview that arise, may be seen, and have no answer."""
    facts = {question: answer for question, answer in told.items() if _may_be_seen(workshop, question)}
    return [
        each
        for each in workshop.rules.pack.questions.values()
        if each.id not in told
        and each.id not in asked_apart
        and _may_be_seen(workshop, each.id)
        and _arises(workshop, each.id, facts)
    ]


def _not_known(missing: Collection[Question]) -> Section:
    """Those that matter most by a few words each, and how many others there are."""
    if not missing:
        return Section("What is not known", (Paragraph("Nothing: every question that arises has an answer."),))
    core = tuple(Item(sentence(each.named), "not_known") for each in missing if each.core)
    others = len(missing) - len(core)
    blocks: list[Block] = [Items(core)] if core else []
    if others:
        noun = "more question" if core else "question"
        blocks.append(Paragraph(f"{counted(others, noun)} {'has' if others == 1 else 'have'} no answer."))
    return Section("What is not known", (*blocks, Paragraph(NOT_KNOWN)))
