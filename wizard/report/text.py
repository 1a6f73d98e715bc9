"""Plain text: wrapped to a width in character cells, aligned, no colour, ASCII signs only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Document, Item, Items, Paragraph, Section, Table
from .plain import plain
from .text_cells import cells, padded, safe, wrapped
from .text_table import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .plain import PlainBlock

NARROWEST, WIDEST = 60, 110
"""Below, tables no longer hold together; above, lines are too long to read."""

SIGNS = {"for": "+", "against": "-", "not_known": "?", "met": "+", "point": "*", "tick": "[ ]"}
INDENT = 2


def text_of(document: Document, width: int) -> str:
    """The document as text that ends in a line break; no line is wider than `width` cells."""
    lines = [*_title(document, width)]
    for number, block in enumerate(plain(document.blocks)):
        if number and not isinstance(block, Section):
            lines.append("")
        lines += _block(block, width, 0)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def terminal_width() -> int:
    """The width of the terminal, or 80 where there is none, kept between `NARROWEST` and `WIDEST`."""
    from shutil import get_terminal_size

    return min(max(get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def _title(document: Document, width: int) -> Iterator[str]:
    title, aside = safe(document.title), safe(document.aside)
    gap = width - cells(title) - cells(aside)
    if gap >= 3:
        yield title + " " * gap + aside
    else:
        yield from wrapped(title, width)
        yield from wrapped(aside, width)
    if document.mark:
        yield from wrapped(safe(document.mark.upper()), width)


def _block(block: PlainBlock, width: int, depth: int) -> Iterable[str]:
    if isinstance(block, Section):
        return _section(block, width, depth)
    if isinstance(block, Paragraph):
        return _indented(wrapped(_emphasised(block), width - INDENT * depth), depth)
    if isinstance(block, Items):
        return _items(block, width, depth)
    return _indented(table_lines(block, width - INDENT * depth), depth)


def _section(section: Section, width: int, depth: int) -> Iterator[str]:
    yield ""
    title = safe(section.title)
    yield from _indented(wrapped(title if depth else title.upper(), width - INDENT * depth), depth)
    before: PlainBlock | None = None
    for block in plain(section.blocks):
        if isinstance(before, Items | Table) and not isinstance(block, Section):
            # A remark after a list belongs to it; anything else is set apart.
            if not isinstance(block, Paragraph):
                yield ""
        elif isinstance(block, Items | Table) and isinstance(before, Paragraph) and depth == 0:
            yield ""
        yield from _block(block, width, depth + 1)
        before = block


def _indented(lines: Iterable[str], depth: int) -> Iterator[str]:
    margin = " " * (INDENT * depth)
    return (margin + line if line else line for line in lines)


def _emphasised(paragraph: Paragraph) -> str:
    """Strong phrases in capitals, as whole words; where one contains another the longer one counts."""
    if not paragraph.strong:
        return safe(paragraph.text)
    import re

    phrases = "|".join(re.escape(each) for each in sorted(paragraph.strong, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
    return safe(pattern.sub(lambda found: found.group().upper(), paragraph.text))


def _items(items: Items, width: int, depth: int) -> Iterator[str]:
    for number, item in enumerate(items.items, start=1):
        mark = f"{number}." if item.sign == "numbered" else SIGNS[item.sign]
        yield from _indented(_item(item, mark, width - INDENT * depth), depth)


def _item(item: Item, mark: str, width: int) -> Iterator[str]:
    hang = len(mark) + 1
    text = wrapped(safe(item.text), width - hang) or [""]
    aside = f"[{safe(item.aside)}]" if item.aside else ""
    lines = list(text)
    if aside and cells(lines[-1]) + 2 + cells(aside) <= width - hang:
        lines[-1] = padded(lines[-1], width - hang - cells(aside)) + aside
    elif aside:
        lines += wrapped(aside, width - hang)
    for note in item.notes:
        note_lines = wrapped(safe(note), width - hang - 4)
        lines += [("  > " if not number else "    ") + line for number, line in enumerate(note_lines)]
    for number, line in enumerate(lines):
        yield (f"{mark} " if number == 0 else " " * hang) + line
