"""The answer sheet on paper, as data: numbered entries, each with what is asked and the letters to choose from.

One numbering for the whole sheet, so that whoever keys one in needs nothing but a number and what was ticked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.conditions.domain import NOT_SURE_WORD
from wizard.report.asking_words import NONE_OF_THESE, NOT_SURE
from wizard.report.figures import sentence

from .sound import MOST_REASONS, MOST_RISKS, groups_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.conditions.domain import Domain
    from wizard.schema.workshop import Sheet

    from .training.offered import DecisionOffered, RiskOffered
    from .workshop import Workshop

Kind = Literal["one", "several", "figure", "order", "words"]
"""`one` of the letters, `several` of them, a `figure` (a number or a date) on a line, an `order` of places, `words`."""

Part = Literal["answers", "priorities", "model", "reasons", "own_words", "risks", "remark"]
"""Where on a sheet what is said goes."""

NONE = ""
"""The id of 'None of these'."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
REMARK = "What do you want to be read with your sheet?"


class Choice(NamedTuple):
    """Something to tick or to give a place: its letter or number on the sheet, its id, and what it says."""

    label: str
    id: str
    title: str


class Entry(NamedTuple):
    """One numbered entry of the sheet. `on` is the question, or the decision; `named` says it in a few words.

    `most` is how many can be ticked, 0 where that has no limit. `domain` is that of a question.
    """

    number: int
    kind: Kind
    part: Part
    on: str
    asks: str
    named: str
    choices: tuple[Choice, ...] = ()
    most: int = 0
    domain: Domain | None = None

    def choice(self, label: str) -> Choice | None:
        """The choice of a letter or number."""
        return next((each for each in self.choices if each.label == label), None)


class Paper(NamedTuple):
    """The whole sheet, its entries numbered from 1 without a gap."""

    title: str
    is_case_study: bool
    entries: tuple[Entry, ...]

    def entry(self, number: int) -> Entry | None:
        """The entry of a number."""
        return self.entries[number - 1] if 1 <= number <= len(self.entries) else None

    def of_part(self, *parts: Part) -> tuple[Entry, ...]:
        """The entries that belong to some parts of a sheet, in their order."""
        return tuple(each for each in self.entries if each.part in parts)


def paper_of(workshop: Workshop) -> Paper:
    """The answer sheet of a workshop: the same each time, so that one printed yesterday can be keyed in today."""
    found = list(_foretelling(workshop) if workshop.is_case_study else _judging(workshop))
    found.append(Entry(0, "words", "remark", "", REMARK, "remark"))
    entries = tuple(each._replace(number=number) for number, each in enumerate(found, start=1))
    return Paper(workshop.file.title, workshop.is_case_study, entries)


def lettered(named: Iterator[tuple[str, str]] | Mapping[str, str]) -> tuple[Choice, ...]:
    """Ids with their titles, lettered from a; beyond z from aa."""
    pairs = named.items() if hasattr(named, "items") else named
    return tuple(Choice(_letter(place), id, title) for place, (id, title) in enumerate(pairs))


def _letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else _letter(place // len(LETTERS) - 1) + LETTERS[place % 26]


def _numbered(named: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(str(place), id, title) for place, (id, title) in enumerate(named.items(), start=1))


def _judging(workshop: Workshop) -> Iterator[Entry]:
    for each in workshop.file.questions:
        domain = workshop.rules.domains[each]
        asked = domain.question
        kind: Kind = "figure" if domain.is_numeric else "several" if domain.kind == "choices" else "one"
        choices = () if domain.is_numeric else lettered(_options(domain))
        yield Entry(0, kind, "answers", each, asked.ask, asked.named, choices, domain=domain)
    for each in workshop.file.decisions:
        title = workshop.rules.pack.decisions[each].title
        asks = f"{title} What matters more in settling this?" if title.endswith("?") else f"{title}: what matters more?"
        yield Entry(
            0, "order", "priorities", each, asks, f"what matters more: {title}", lettered(_groups(workshop, each))
        )


def _groups(workshop: Workshop, decision: str) -> Mapping[str, str]:
    return groups_of(workshop.rule_set, decision)


def _options(domain: Domain) -> Iterator[tuple[str, str]]:
    for each in domain.options:
        yield each, each.capitalize() if domain.kind == "yes_no" else domain.option_title(each)
    if domain.kind == "choices":
        yield NONE, NONE_OF_THESE
    yield NOT_SURE_WORD, NOT_SURE


def _foretelling(workshop: Workshop) -> Iterator[Entry]:
    from .training.offered import offered

    found = offered(workshop)
    for each in found.decisions:
        yield from _foretold(each)
    yield _risks(found.risks)


def _foretold(found: DecisionOffered) -> Iterator[Entry]:
    decision, title = found.decision.id, found.decision.title
    models = lettered({each.id: each.title for each in found.models})
    asks = f"{title} Which one does the evidence point to?"
    yield Entry(0, "one", "model", decision, asks, f"the model: {title}", models)
    reasons = _numbered({each.id: f"{each.says} [{each.sides}]" for each in found.reasons})
    asks = "Which reasons decide it?"
    yield Entry(0, "several", "reasons", decision, asks, f"the reasons: {title}", reasons, MOST_REASONS)
    asks = "What else speaks for your answer, in your own words?"
    yield Entry(0, "words", "own_words", decision, asks, f"own words: {title}")


def _risks(found: tuple[RiskOffered, ...]) -> Entry:
    risks = _numbered({each.id: f"{each.title}. {sentence(each.says)}" for each in found})
    asks = "Which risks would you watch first?"
    return Entry(0, "several", "risks", "", asks, "the risks", risks, MOST_RISKS)


def said_in(paper: Paper, sheet: Sheet) -> dict[int, object]:
    """What a sheet says, by entry; what the paper has no place for is left out."""
    found = {each.number: _said(each, sheet) for each in paper.entries}
    return {number: said for number, said in found.items() if said is not None}


def _said(entry: Entry, sheet: Sheet) -> object | None:
    if entry.part == "answers":
        return sheet.answers.get(entry.on)
    if entry.part == "priorities":
        places = [each.id for each in entry.choices]
        order = sheet.priorities.get(entry.on)
        return order and tuple(tuple(sorted(tier, key=places.index)) for tier in order)
    foretold = sheet.foretold.get(entry.on)
    if entry.part == "model":
        return foretold and foretold.model
    if entry.part == "own_words":
        return foretold and foretold.words
    if entry.part == "remark":
        return sheet.remark
    named = sheet.risks if entry.part == "risks" else foretold.reasons if foretold else ()
    return tuple(each.id for each in entry.choices if each.id in named) or None
