"""What a place did and what became of it; agreeing with it is not being right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.answers import Chosen
from wizard.conditions.domain import answer_words
from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.evidence.case_study_document import KEPT_WORDS
from wizard.report.evidence.filter_words import where_from_words
from wizard.report.figures import counted, put, sentence

from .place_title import place_name
from .study import known_when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult
    from wizard.schema.workshop import Sheet

    from .study import Study

NOT_RIGHT = (
    "Agreeing with the council is not being right. It had reasons of its own, it could not know what came after, and "
    "no report says how the other way would have gone."
)


def what_place_did(study: Study, sheets: Sequence[Sheet]) -> Section:
    """The model chosen on each decision, whether that was staying, and how many had foretold it."""
    items = tuple(_did(study, each, sheets) for each in study.results if each.decision.id in study.outcome.did)
    where = [where_from_words(study.library, each) for each in study.outcome.from_]
    drawn = (Paragraph(f"Told in: {'; '.join(where)}."),) if where else ()
    name = Paragraph(f"{place_name(study.workshop.facts.file)} chose:")
    chose = (name, Items(items)) if items else (Paragraph("The report does not say plainly which model it chose."),)
    return Section("What the place did", (*chose, Paragraph(NOT_RIGHT), *drawn))


def _did(study: Study, result: DecisionResult, sheets: Sequence[Sheet]) -> Item:
    model = study.outcome.did[result.decision.id]
    today = study.before.get(result.decision.today)
    stayed = isinstance(today, Chosen) and today.options == frozenset([model])
    foretold = sum(
        each.foretold[result.decision.id].model == model for each in sheets if result.decision.id in each.foretold
    )
    notes = ["It stayed as it was; staying is choosing too."] if stayed else []
    notes.append(f"{foretold} of {counted(len(sheets), 'sheet')} had it as what the evidence points to.")
    title = study.pack.models[model].title
    asked = result.decision.title
    return Item(sentence(f"{put(asked)} {title}"), "point", None, tuple(notes))


def what_became_of_it(study: Study, _: Sequence[Sheet]) -> Section:
    """What came after, sentence by sentence, and what is known only of the time of the report."""
    told = tuple(Item(each) for each in _sentences(study.outcome.what_happened))
    blocks: list[Block] = [Items(told)]
    if study.outcome.kept is not None:
        blocks.append(Paragraph(KEPT_WORDS[study.outcome.kept]))
    for when, title in (("at_report", "Known only at the time of the report"), (None, "Known, but not since when")):
        items = _facts(study, when)
        blocks += [Section(title, (Items(items),))] if items else []
    return Section("What became of it", tuple(blocks))


def _facts(study: Study, when: str | None) -> tuple[Item, ...]:
    domains = study.rules.domains
    return tuple(
        Item(sentence(f"{study.pack.questions[question].named}: {answer_words(domains[question], answer)}"))
        for question, answer in known_when(study.workshop.facts, when).items()
    )


def _sentences(text: str) -> list[str]:
    """A paragraph as sentences, so that a room can read it line by line. No word is changed."""
    import re

    return [sentence(each) for each in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text.strip())]
