"""Markdown: CommonMark, with tables as GitHub writes them. Whatever a person wrote is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wizard.report.document import Figure, Items, PageBreak, Paragraph, Placeholder, Section, Table
from wizard.report.plain import placeholder_words
from wizard.report.text_cells import safe

from .column_widths import kept_columns
from .emphasis import strong_parts
from .sealing import is_sealed, sealed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.report.document import Block, Document, Item

    from . import Options

SIGNS = {
    "for": "**+** ",
    "against": "**−** ",
    "not_known": "**?** ",
    "met": "**✓** ",
    "point": "",
    "numbered": "",
    "tick": "[ ] ",
}
DEEPEST = 6
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_THE_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")


def rendered(document: Document, options: Options) -> bytes:
    """The whole file."""
    return sealed(markdown_of(document) + "\n", "<!-- ", " -->").encode("utf-8", "replace")


def is_untouched(data: bytes) -> bool:
    """Whether the file is as it was made."""
    return is_sealed(data)


def markdown_of(document: Document) -> str:
    """The document; blocks are set apart by an empty line."""
    parts = [f"# {_inline(document.title)}"]
    parts += [f"**{_inline(document.mark)}**"] if document.mark else []
    parts += [_line(document.aside)] if document.aside else []
    parts += [part for block in document.blocks for part in _block(block, 2)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, level: int) -> Iterator[str]:
    if isinstance(block, Section):
        yield f"{'#' * min(level, DEEPEST)} {_inline(block.title)}"
        for each in block.blocks:
            yield from _block(each, level + 1)
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, Items):
        yield "\n".join(line for number, item in enumerate(block.items, 1) for line in _item(item, number))
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Figure):
        yield f"**{_inline(block.caption)}.** {_inline(block.words)}"
        yield from _table(block.table._replace(caption=""))
    elif isinstance(block, Placeholder):
        yield f"> *{_inline(placeholder_words(block))}*"
    elif isinstance(block, PageBreak):
        yield "---"


def _paragraph(paragraph: Paragraph) -> str:
    return _guarded(
        "".join(f"**{_escaped(part)}**" if strong else _escaped(part) for part, strong in strong_parts(paragraph, safe))
    )


def _item(item: Item, number: int) -> Iterator[str]:
    mark = f"{number}." if item.sign == "numbered" else "-"
    aside = f" *\\[{_inline(item.aside)}\\]*" if item.aside else ""
    sign = SIGNS[item.sign]
    yield f"{mark} {sign}{_inline(item.text) if sign else _line(item.text)}{aside}"
    for note in item.notes:
        yield f"{' ' * (len(mark) + 1)}- {_line(note)}"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{_inline(table.caption)}**"
    kept = kept_columns(table)
    if not kept:
        return
    titles = " | ".join(_inline(table.columns[place].title) or " " for place in kept)
    rules = " | ".join("---:" if table.columns[place].figures else "---" for place in kept)
    rows = [" | ".join(_inline(row[place]) for place in kept) for row in table.rows]
    yield "\n".join(f"| {row} |" for row in (titles, rules, *rows))


def _inline(text: str) -> str:
    return _escaped(safe(text))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", text)


def _line(text: str) -> str:
    """Text that begins a line: nothing at its start makes it a heading, a list or a rule."""
    return _guarded(_inline(text))


def _guarded(line: str) -> str:
    def guard(found: re.Match[str]) -> str:
        space, mark = found.groups()
        return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"

    return _AT_THE_START.sub(guard, line)
