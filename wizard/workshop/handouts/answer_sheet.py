"""The answer sheet as it is printed: places to tick, lines to write on, and how it is keyed in afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.asking_words import takes_words
from wizard.report.document import Block, Column, Document, Item, Items, PageBreak, Paragraph, Section, Table
from wizard.report.figures import counted, listed
from wizard.workshop.keying import sample_of
from wizard.workshop.marks import mark_of
from wizard.workshop.paper import Entry, Paper, paper_of
from wizard.workshop.training.offered import YOU

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wizard.workshop.workshop import Workshop

LINE = "_" * 60
SHORT_LINE = "_" * 24
PLACE = "_____"
"""Long enough to write on; a browser, a word processor and plain text all show it."""

LINES_OF_WORDS = 3

HOW_TO_GROUP = (
    "Fill this in by yourself, on the facts in front of you, and show it to nobody before all sheets are in. What you "
    "leave empty counts as not answered; “not sure” is a proper answer."
)
HOW_TO_CASE = (
    "Fill this in with your team, on the facts in front of you, before anything is told of what the place did. Credit "
    "is for reasons and risks, never for the model you choose."
)
NO_SECRETS = "Write a role or the name of a team, and no other person's name anywhere."
ORDER = (
    "Write 1 beside what matters most, 2 beside what matters next, and so on; what matters alike gets the same number. "
    "If you cannot say, leave all of it empty."
)


def answer_sheet(workshop: Workshop) -> Document:
    """The whole sheet. Raises NotTaken or Unreadable where the case cannot be made ready."""
    paper = paper_of(workshop)
    how = HOW_TO_CASE if paper.is_case_study else HOW_TO_GROUP
    blocks: tuple[Block, ...] = (
        Paragraph(f"Name of the person or team: {'_' * 30}", strong=("Name of the person or team:",)),
        Paragraph(f"{how} {NO_SECRETS}"),
        *_parts(workshop, paper),
        _for_whoever_keys_it_in(paper),
    )
    aside = f"Answer sheet, {counted(len(paper.entries), 'entry', 'entries')}"
    return Document(paper.title, aside, blocks, mark_of(workshop.file))


def _parts(workshop: Workshop, paper: Paper) -> Iterator[Block]:
    if paper.is_case_study:
        parts: tuple[tuple[str, Iterable[Entry]], ...] = (("What you foretell", paper.entries),)
    else:
        rest = paper.of_part("priorities", "remark")
        parts = (("Questions", paper.of_part("answers")), ("What matters more, and what else you want to say", rest))
    for place, (title, entries) in enumerate(parts):
        if place:
            yield PageBreak()
        yield Section(title, tuple(_entry(workshop, each) for each in entries))


def _entry(workshop: Workshop, entry: Entry) -> Section:
    return Section(f"{entry.number}. {entry.asks}", tuple(_filled_in(workshop, entry)))


def _filled_in(workshop: Workshop, entry: Entry) -> Iterator[Block]:
    if entry.kind == "words":
        yield from (Paragraph(LINE) for _ in range(LINES_OF_WORDS))
    elif entry.kind == "figure" and entry.domain is not None:
        yield Paragraph(takes_words(entry.domain))
        yield Paragraph(f"{SHORT_LINE} {entry.domain.question.unit or ''}".rstrip() + "   or not sure: ____")
    elif entry.kind == "order":
        yield Paragraph(ORDER)
        yield _places(workshop, entry)
    else:
        yield Paragraph(_how_to_tick(entry))
        yield Items(tuple(Item(f"{each.label}. {each.title}", "tick") for each in entry.choices))


def _how_to_tick(entry: Entry) -> str:
    if entry.part == "model":
        return "Tick one."
    if entry.kind == "one":
        return (
            "Tick one; two, with “or” between them, where it may be either." if len(entry.choices) > 3 else "Tick one."
        )
    if entry.most:
        return (
            f"Tick at most {entry.most}: those that weigh most. {YOU}"
            if entry.part == "reasons"
            else f"Tick at most {entry.most}."
        )
    return "Tick all that hold."


def _places(workshop: Workshop, entry: Entry) -> Table:
    """A line to write on for each group, and what is looked at in it."""
    criteria = [each for each in workshop.rules.pack.criteria.values() if each.decision == entry.on]
    rows = tuple(
        (PLACE, f"{each.label}. {each.title}", "; ".join(found.title for found in criteria if found.group == each.id))
        for each in entry.choices
    )
    columns = (Column("place", width=10), Column("group of criteria", width=36), Column("what is in it", width=54))
    return Table(columns, rows, row_heads=False)


def _for_whoever_keys_it_in(paper: Paper) -> Section:
    lines = [_sample_line(each) for each in _one_of_each(paper.entries)]
    words = (
        "A line for each entry that is filled in: its number, then what is ticked or written, such as "
        f"{listed(lines)}. The name at the top goes with it: wizard workshop key-in FOLDER --name NAME"
    )
    return Section("For whoever keys this in", (Paragraph(words),))


def _one_of_each(entries: Iterable[Entry]) -> list[Entry]:
    """The first entry of each kind that is not written in words."""
    found: dict[str, Entry] = {}
    for each in entries:
        if each.kind != "words":
            found.setdefault(each.kind, each)
    return list(found.values())


def _sample_line(entry: Entry) -> str:
    return f"“{entry.number}: {sample_of(entry)}”"
