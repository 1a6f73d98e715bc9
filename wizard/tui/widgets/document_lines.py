"""A document laid out in lines of a width: the same tree that text, Word and web pages are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from wizard.report.document import Document, Item, Items, Paragraph, Section, Table
from wizard.report.plain import plain
from wizard.report.text import SIGNS
from wizard.report.text_cells import cells, safe
from wizard.report.text_table import GAP, lines_by_row

if TYPE_CHECKING:
    from wizard.report.document import Block
    from wizard.report.plain import PlainBlock

INDENT = 2
NARROW = 48
NARROWEST = 20
WIDE_CELL, LONG_CELL = 16, 30
"""A cell of a wide table may wrap, down to the first; down to the second where it can be scrolled sideways."""

HEADING, SUBHEADING, MUTED = "bold $primary", "bold", "$text-muted"

Row = tuple[str, ...]
KeyOf = Callable[[Item | Row], str | None]
"""The id of what an item or a row of a table opens; None where it opens nothing."""


class Line(NamedTuple):
    """One line of a panel. `opens` numbers the thing it belongs to, counted over the whole document."""

    content: Content
    opens: int | None = None


class Laid(NamedTuple):
    """A document in lines; `keys` are the ids of what can be opened, `sections` where each section begins."""

    lines: list[Line]
    keys: list[str]
    sections: dict[str, int]

    @property
    def width(self) -> int:
        """The widest line."""
        return max((line.content.cell_length for line in self.lines), default=0)


def laid_out(
    what: Document | Sequence[Block],
    width: int,
    key_of: KeyOf | None = None,
    *,
    widest: int = 0,
    sideways: bool = False,
    compact: bool = False,
) -> Laid:
    """The document, or some blocks, in lines of at most `width` cells.

    Wide tables may take up to `widest` where that is more; with `sideways` they stay tables, in lines as long as they
    must be. A `compact` one has blank lines between
    sections only, for what must be seen whole.
    """
    layout = _Layout(max(width, NARROWEST), key_of or (lambda _: None), widest, sideways, compact)
    if isinstance(what, Document):
        layout.write(layout.wrapped(Content.styled(safe(what.title), HEADING), 0))
        layout.write(layout.wrapped(Content.styled(safe(what.aside), MUTED), 0))
        layout.write(layout.wrapped(Content.styled(safe(what.mark), SUBHEADING), 0))
        what = what.blocks
    for block in plain(what):
        if layout.lines and not isinstance(block, Section) and not compact:
            layout.blank()
        layout.block(block, 0)
    return Laid(layout.lines, layout.keys, layout.sections)


class _Layout:
    """Gathers lines; `depth` is how many times a block is indented."""

    def __init__(self, width: int, key_of: KeyOf, widest: int, sideways: bool, compact: bool) -> None:
        self.lines: list[Line] = []
        self.keys: list[str] = []
        self.sections: dict[str, int] = {}
        self._width = width
        self._key_of = key_of
        self._widest = max(widest, width)
        self._sideways = sideways
        self._compact = compact

    def write(self, contents: Iterable[Content], opens: int | None = None) -> None:
        self.lines.extend(Line(each, opens) for each in contents)

    def blank(self) -> None:
        if self.lines and self.lines[-1].content.plain:
            self.lines.append(Line(Content("")))

    def wrapped(self, content: Content, depth: int, mark: str = "", style: str = "") -> Iterator[Content]:
        """The text in lines, its first behind `mark`, the others as far in."""
        margin = " " * (INDENT * depth)
        room = max(8, self._width - len(margin) - len(mark))
        for number, line in enumerate(content.wrap(room) if content.plain else ()):
            front = (mark, style) if not number else (" " * len(mark), "")
            yield Content.assemble(margin, front, line.rstrip())

    def block(self, block: PlainBlock, depth: int) -> None:
        if isinstance(block, Section):
            self._section(block, depth)
        elif isinstance(block, Paragraph):
            self.write(self.wrapped(_emphasised(block), depth))
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, start=1):
                self._item(item, f"{number}. " if item.sign == "numbered" else f"{SIGNS[item.sign]} ", depth)
        else:
            self._table(block, depth)

    def _section(self, section: Section, depth: int) -> None:
        self.blank()
        self.sections.setdefault(section.title, len(self.lines))
        self.write(self.wrapped(Content.styled(safe(section.title), SUBHEADING if depth else HEADING), depth))
        before: PlainBlock | None = None
        for block in plain(section.blocks):
            lists = isinstance(before, Items | Table)
            apart = (lists and not isinstance(block, Section | Paragraph)) or (
                isinstance(before, Paragraph) and isinstance(block, Items | Table) and not depth
            )
            if apart and not self._compact:
                self.blank()
            self.block(block, depth + 1)
            before = block

    def _opens(self, what: Item | Row) -> int | None:
        key = self._key_of(what)
        if key is None:
            return None
        self.keys.append(key)
        return len(self.keys) - 1

    def _item(self, item: Item, mark: str, depth: int) -> None:
        opens = self._opens(item)
        self.write(self.wrapped(Content(safe(item.text)), depth, mark, "bold $accent"), opens)
        inner = " " * len(mark)
        if item.aside:
            # Who says so stands under the sentence: beside it, lines of different lengths would be hard to read.
            self.write(self.wrapped(Content.styled(safe(item.aside), MUTED), depth, inner + "  "), opens)
        for note in item.notes:
            self.write(self.wrapped(Content(safe(note)), depth, f"{inner}> "), opens)

    def _table(self, table: Table, depth: int) -> None:
        room = (self._widest if table.wide else self._width) - INDENT * depth
        needed = _wide_enough(table, WIDE_CELL) if table.wide else 0
        if self._sideways and table.wide:
            self._columns(table, max(room, _wide_enough(table, LONG_CELL)), depth)
        elif room >= max(NARROW, needed) and _fits(table, room):
            self._columns(table, room, depth)
        else:
            for row in table.rows:
                (self._as_wide_list if table.wide else self._as_list)(table, row, depth)

    def _columns(self, table: Table, room: int, depth: int) -> None:
        margin = " " * (INDENT * depth)
        rows = lines_by_row(table, room)
        if rows and not table.self_explaining:
            self.write(Content.assemble(margin, (line, MUTED)) for line in rows.pop(0))
        for row, lines in zip(table.rows, rows, strict=False):
            self.write((Content(margin + line) for line in lines), self._opens(row))

    def _as_list(self, table: Table, row: Row, depth: int) -> None:
        """A row as an entry: its first cell, and under it each other cell with the title of its column."""
        opens = self._opens(row)
        filled = [(column.title, cell) for column, cell in zip(table.columns, row, strict=True) if cell]
        for number, (title, cell) in enumerate(filled):
            named = number and title and not table.self_explaining
            text = f"{safe(title)}: {safe(cell)}" if named else safe(cell)
            mark = "* " if not number else "  "
            self.write(self.wrapped(Content(text), depth, mark, "bold $accent"), opens)

    def _as_wide_list(self, table: Table, row: Row, depth: int) -> None:
        """The same where there is a column for each of many things: those of which the same is said stand together."""
        opens = self._opens(row)
        self.write(self.wrapped(Content(safe(row[0])), depth, "* ", "bold $accent"), opens)
        says: dict[str, list[str]] = {}
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if cell:
                says.setdefault(safe(cell), []).append(safe(column.title))
        for cell, titles in says.items():
            self.write(self.wrapped(Content(f"{', '.join(titles)}: {cell}"), depth, "    "), opens)


def _wide_enough(table: Table, cell: int) -> int:
    """The width at which no cell of a wide table is narrower than `cell`, unless it holds less."""
    widths = [
        min(cell, max(cells(safe(row[place])) for row in (_titles(table), *table.rows)))
        for place in range(len(table.columns))
    ]
    return sum(widths) + GAP * (len(widths) - 1)


def _titles(table: Table) -> Row:
    return tuple(column.title for column in table.columns)


def _fits(table: Table, room: int) -> bool:
    """Whether each column can be as wide as its longest word."""
    kept = [place for place in range(len(table.columns)) if any(row[place] for row in table.rows)]
    texts = [[safe(row[place]) for row in table.rows] for place in kept]
    if not table.self_explaining:
        texts = [[safe(table.columns[place].title), *column] for place, column in zip(kept, texts, strict=True)]
    words = [max((cells(word) for text in column for word in text.split()), default=0) for column in texts]
    return sum(words) + GAP * (len(kept) - 1) <= room


def _emphasised(paragraph: Paragraph) -> Content:
    """The text with each strong phrase in bold; where one contains another the longer one counts."""
    content = Content(safe(paragraph.text))
    if not paragraph.strong:
        return content
    import re

    phrases = "|".join(re.escape(safe(each)) for each in sorted(paragraph.strong, key=len, reverse=True))
    for found in re.finditer(rf"(?<!\w)(?:{phrases})(?!\w)", content.plain, re.IGNORECASE):
        content = content.stylize("bold", found.start(), found.end())
    return content
