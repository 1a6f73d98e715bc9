"""The script as a document: minute by minute, what is needed beforehand, what can go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block as Said
from wizard.report.document import Column, Document, Item, Items, PageBreak, Paragraph, Section, Table
from wizard.report.figures import counted
from wizard.workshop.marks import mark_of

from .script_parts import TWO_HOURS, Block, Script
from .script_variants import NO_MACHINE, ONE_HOUR
from .script_words import BEFOREHAND, GOES_WRONG
from .timing import minutes_to_fill, minutes_to_read

if TYPE_CHECKING:
    from wizard.workshop.workshop import Workshop

HOW = (
    "FOLDER is the workshop on the council's own question, CASE_FOLDER the one on a place in the reports. Numbers of "
    "minutes count from the beginning."
)
COLUMNS = (
    Column("from–to", width=10),
    Column("what happens", width=38),
    Column("who speaks", width=13),
    Column("on the projector", width=17),
    Column("command or page", width=22),
)


def script(workshop: Workshop | None = None) -> Document:
    """The two-hour script with its variants; with a workshop, its own title, questions and minutes are in it.

    Raises NotTaken, Unreadable.
    """
    blocks: list[Said] = [Paragraph(HOW)]
    blocks += [_own(workshop)] if workshop is not None else []
    blocks += [
        Section("What is needed beforehand", (_pairs(BEFOREHAND),)),
        PageBreak(),
        Section(TWO_HOURS.title, tuple(_tables(TWO_HOURS))),
        Section("If there is less", (_variant(ONE_HOUR), _variant(NO_MACHINE))),
        Section("What can go wrong, and what to do", (_pairs(GOES_WRONG),)),
    ]
    title = f"Script: {workshop.file.title}" if workshop is not None else "A workshop of two hours: the script"
    mark = mark_of(workshop.file) if workshop is not None else ""
    return Document(title, "for the facilitator", tuple(blocks), mark)


def slot(plan: Script, block: str, what: str) -> int:
    """The minutes of the part of a block whose words begin so."""
    parts = next(each.parts for each in plan.blocks if each.id == block)
    return next(each.minutes for each in parts if each.what.startswith(what))


def _own(workshop: Workshop) -> Section:
    """What this workshop needs, held against the minutes that the script gives."""
    reading, filling = minutes_to_read(workshop), minutes_to_fill(workshop)
    if workshop.is_case_study:
        count = len(workshop.file.decisions)
        said = f"{counted(count, 'question')} being settled to foretell"
        given, planned = slot(TWO_HOURS, "case", "Foretell"), slot(TWO_HOURS, "case", "Read")
    else:
        said = f"{counted(len(workshop.file.questions), 'question')} to answer apart"
        given, planned = slot(TWO_HOURS, "group", "Answer"), slot(TWO_HOURS, "group", "Read")
    lines = [
        f"{workshop.file.title}: {said}.",
        f"Reading takes about {counted(reading, 'minute')}; the script gives {planned}.",
        f"Filling in takes about {counted(filling, 'minute')}; the script gives {given}.",
    ]
    if workshop.file.expected:
        lines.append(
            f"{counted(workshop.file.expected, 'sheet')} {'is' if workshop.file.expected == 1 else 'are'} expected."
        )
    if filling > given or reading > planned:
        lines.append(
            "That is more than the script gives: send the facts the day before, ask fewer questions "
            "(wizard workshop new FOLDER --questions IDS), or take the minutes from the case's discussion."
        )
    return Section("This workshop", (Items(tuple(Item(each) for each in lines)),))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> Items:
    return Items(tuple(Item(f"{title}: {words}") for title, words in pairs))


def _variant(plan: Script) -> Section:
    return Section(plan.title, tuple(_tables(plan)))


def _tables(plan: Script) -> list[Said]:
    """A table for each block, its minutes counted on through the whole plan."""
    found: list[Said] = []
    begins = 0
    for each in plan.blocks:
        found.append(_table(each, begins))
        begins += each.minutes
    return found


def _table(block: Block, begins: int) -> Table:
    rows = []
    at = begins
    for each in block.parts:
        rows.append((f"{at}–{at + each.minutes}", each.what, each.speaks, each.shown, each.use))
        at += each.minutes
    return Table(COLUMNS, tuple(rows), caption=f"{block.title} ({begins} to {at}: {counted(block.minutes, 'minute')})")
