"""A document as sentences, one fact a line: for screen readers, terminals that only print, and pipes.

Nothing is aligned, drawn or wrapped. A row of a table is a sentence that names its columns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .document import Document, Item, Items, Paragraph, Section, Table
from .figures import listed
from .plain import plain
from .ranking import TODAY
from .sensitivity_words import BAR_SIGNS
from .text_cells import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .document import Block
    from .plain import PlainBlock

    KeyOf = Callable[[Item | tuple[str, ...]], str | None]

SIGNS = {
    "for": "For: ",
    "against": "Against: ",
    "not_known": "Not known: ",
    "met": "In place: ",
    "point": "",
    "tick": "",
}
DRAWN = re.compile(r"[█▓▒░·─│═║ ]+|[#|.x]{4,}")
"""Cells that hold nothing else are bars: their figures stand beside them."""

NONE = "-"
AS_TODAY = "as today"


class Spoken(NamedTuple):
    """The lines, and the keys of what can be opened: the entry that begins with '3: ' opens the third of them."""

    lines: tuple[str, ...]
    keys: tuple[str, ...]


def spoken_document(document: Document, key_of: KeyOf | None = None) -> Spoken:
    """The whole document, its title first."""
    head = (document.title, document.aside, document.mark.upper())
    lines, keys = spoken(document.blocks, key_of)
    return Spoken((*(_said(each) for each in head if each), *lines), keys)


def spoken(blocks: Iterable[Block], key_of: KeyOf | None = None) -> Spoken:
    """Some blocks; each section begins after an empty line, its title ending in a colon."""
    speaker = _Speaker(key_of or (lambda _: None))
    lines = tuple(line for block in plain(blocks) for line in speaker.block(block))
    return Spoken(lines, tuple(speaker.keys))


class _Speaker:
    """Counts what can be opened while it speaks."""

    def __init__(self, key_of: KeyOf) -> None:
        self.keys: list[str] = []
        self._heading = ""
        self._key_of = key_of

    def block(self, block: PlainBlock) -> Iterator[str]:
        if isinstance(block, Section):
            yield ""
            self._heading = _said(block.title)
            yield _heading(block.title)
            for each in plain(block.blocks):
                yield from self.block(each)
        elif isinstance(block, Paragraph):
            yield _said(block.text.removesuffix(BAR_SIGNS))
        elif isinstance(block, Items):
            told = self._is_told(block)
            for number, item in enumerate(block.items, start=1):
                yield from self._item(item, number, told=told)
        else:
            yield from self._table(block)

    def _is_told(self, items: Items) -> bool:
        """Whether the heading says already what all of the entries stand for, as 'For it' and 'Not known yet' do."""
        signs = {SIGNS.get(each.sign, "").rstrip(": ") for each in items.items}
        return len(signs) == 1 and all(sign and self._heading.startswith(sign) for sign in signs)

    def _item(self, item: Item, number: int, *, told: bool) -> Iterator[str]:
        opens = self._opens(item)
        # One number before a line is enough.
        sign = f"{number}. " if item.sign == "numbered" and not opens else SIGNS.get(item.sign, "")
        aside = f" ({_said(item.aside)})" if item.aside else ""
        yield f"{opens}{'' if told else sign}{_said(item.text)}{aside}"
        for note in item.notes:
            if note:
                yield f"  {_said(note)}"

    def _table(self, table: Table) -> Iterator[str]:
        titles = [_said(column.title) for column in table.columns]
        for row in table.rows:
            said = _of_several(titles, row) if table.wide else _of_columns(titles, row)
            if said:
                yield f"{self._opens(row)}{said}."

    def _opens(self, what: Item | tuple[str, ...]) -> str:
        key = self._key_of(what)
        if key is None:
            return ""
        self.keys.append(key)
        return f"{len(self.keys)}: "


def _heading(title: str) -> str:
    title = _said(title)
    return title if title.endswith(("?", ":", ".")) else f"{title}:"


def _of_columns(titles: Sequence[str], row: Sequence[str]) -> str:
    """'model: Two directors; total: 54; as today'."""
    pairs = [(title, _cell(cell)) for title, cell in zip(titles, row, strict=True)]
    return "; ".join(f"{title}: {cell}" if title and cell != AS_TODAY else cell for title, cell in pairs if cell)


def _of_several(titles: Sequence[str], row: Sequence[str]) -> str:
    """'how many people; A: 9,000; B and C: 180,000': columns that say the same are named together."""
    says: dict[str, list[str]] = {}
    for title, cell in zip(titles[1:], row[1:], strict=True):
        if said := _cell(cell):
            says.setdefault(said, []).append(title)
    return "; ".join([_cell(row[0]), *(f"{listed(where)}: {cell}" for cell, where in says.items())]).removeprefix("; ")


def _cell(cell: str) -> str:
    """What a cell says; nothing where it only draws, 'none' where a dash stands for that."""
    said = _said(cell)
    if said == NONE:
        return "none"
    return "" if DRAWN.fullmatch(said) else said.removeprefix("- ").rstrip(".")


def _said(text: str) -> str:
    """The text on one line, without what could steer a terminal and without the arrow that marks today's model."""
    return safe(text.replace(f" {TODAY}", f", {AS_TODAY}").replace(TODAY, AS_TODAY))
