"""The blocks of a document as HTML: every text escaped, headings in order, tables with headers, charts with words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wizard.report.charts import svg_of
from wizard.report.charts.drawing import escaped
from wizard.report.document import Figure, Items, PageBreak, Paragraph, Placeholder, Section, Table

from .column_widths import kept_columns
from .emphasis import strong_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wizard.report.document import Block, Item, Sign

    LinkOf = Callable[[Item | tuple[str, ...]], str | None]

SIGNS: dict[Sign, tuple[str, str]] = {
    "for": ("+", "for"),
    "against": ("−", "against"),
    "not_known": ("?", "not known"),
    "met": ("✓", "met"),
    "tick": ("☐", "to tick"),
}
"""What is seen, and what is read aloud."""

FIRST, DEEPEST = 2, 6


class Blocks:
    """Writes blocks; knows which ids are taken, so that each is the only one of its kind.

    `parts` are the ids and titles of the sections that stand in no other, as far as they are written. `link_of` gives
    for an item of a list or a row of a table the address that it leads to, None for one that leads nowhere.
    Without `landmarks`, parts and tables are no places of their own to jump to: in a page of a menu there are others.
    """

    def __init__(self, link_of: LinkOf | None = None, *, landmarks: bool = True) -> None:
        self.parts: list[tuple[str, str]] = []
        self._ids: set[str] = set()
        self._landmarks = landmarks
        self._link_of: LinkOf = link_of if link_of is not None else lambda _: None

    def body(self, blocks: Iterable[Block], level: int = FIRST, title: str = "") -> Iterator[str]:
        """The blocks below a heading of this title; their own sections have headings of `level`."""
        for block in blocks:
            yield from self._block(block, level, title)

    def id_of(self, title: str) -> str:
        """An id that is like the title and not taken yet."""
        plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:50] or "part"
        # Ids of charts begin with 'chart-'; a title's never may.
        wanted = first = f"s-{plain}"
        number = 2
        while wanted in self._ids:
            wanted, number = f"{first}-{number}", number + 1
        self._ids.add(wanted)
        return wanted

    def _block(self, block: Block, level: int, title: str) -> Iterator[str]:
        if isinstance(block, Section):
            yield from self._section(block, level)
        elif isinstance(block, Paragraph):
            yield f"<p>{_emphasised(block)}</p>"
        elif isinstance(block, Items):
            yield from _items(block, self._link_of)
        elif isinstance(block, Table):
            yield from _table(block, title, self._link_of, self._landmarks)
        elif isinstance(block, Figure):
            yield from self._figure(block)
        elif isinstance(block, Placeholder):
            by = f" by {escaped(block.whose)}" if block.whose else ""
            yield f'<div class="todo"><p><strong>To be completed{by}:</strong> {_words(block.guidance)}</p></div>'
        elif isinstance(block, PageBreak):
            yield '<div class="page-break"></div>'

    def _section(self, section: Section, level: int) -> Iterator[str]:
        id = self.id_of(section.title)
        tag = f"h{min(level, DEEPEST)}"
        if level == FIRST:
            self.parts.append((id, _flat(section.title)))
        yield f'<section aria-labelledby="{id}">' if self._landmarks else "<section>"
        yield f'<{tag} id="{id}">{_words(section.title)}</{tag}>'
        yield from self.body(section.blocks, level + 1, section.title)
        yield "</section>"

    def _figure(self, figure: Figure) -> Iterator[str]:
        number = 1
        while (id := f"chart-{number}") in self._ids:
            number += 1
        self._ids.add(id)
        yield f"<figure><figcaption>{_words(figure.caption)}</figcaption>"
        yield svg_of(figure.chart, figure.caption, figure.words, id)
        yield f"<p>{_words(figure.words)}</p>"
        yield "<details><summary>The same figures as a table</summary>"
        yield from _table(figure.table, f"The same figures: {figure.caption}", self._link_of, self._landmarks)
        yield "</details></figure>"


def _items(items: Items, link_of: LinkOf) -> Iterator[str]:
    numbered = all(item.sign == "numbered" for item in items.items)
    signed = any(item.sign in SIGNS for item in items.items)
    ticked = all(item.sign == "tick" for item in items.items)
    kinds = "signed ticks" if ticked else "signed" if signed else ""
    tag, kind = ("ol", "") if numbered else ("ul", f' class="{kinds}"' if kinds else "")
    yield f"<{tag}{kind}>"
    for item in items.items:
        yield from _item(item, link_of(item))
    yield f"</{tag}>"


def _item(item: Item, link: str | None) -> Iterator[str]:
    sign, said = SIGNS.get(item.sign, ("", ""))
    front = ""
    if sign:
        # What is read aloud says what the sign shows.
        front = f'<span class="sign" aria-hidden="true">{sign}</span><span class="unseen">{said}: </span>'
    aside = f' <span class="who">[{_words(item.aside)}]</span>' if item.aside else ""
    notes = "".join(f"<li>{_words(note)}</li>" for note in item.notes)
    below = f'<ul class="notes">{notes}</ul>' if notes else ""
    yield f"<li>{front}{_linked(item.text, link)}{aside}{below}</li>"


def _table(table: Table, title: str, link_of: LinkOf, landmark: bool) -> Iterator[str]:
    """A table that scrolls by itself where it is too wide; a heading above it serves as its caption."""
    kept = kept_columns(table)
    if not kept:
        return
    caption = table.caption or title
    unseen = "" if table.caption else ' class="unseen"'
    role = "region" if landmark else "group"
    yield f'<div class="scroll" role="{role}" tabindex="0" aria-label="{escaped(_flat(caption) or "Table")}"><table>'
    if caption:
        yield f"<caption><span{unseen}>{_words(caption)}</span></caption>"
    widths = [table.columns[place].width for place in kept]
    if all(widths):
        columns = [f'<col style="width:{width}%">' for width in widths]
        yield f"<colgroup>{''.join(columns)}</colgroup>"
    yield f"<thead><tr>{''.join(_head(table, place) for place in kept)}</tr></thead><tbody>"
    for row in table.rows:
        link = link_of(row)
        yield f"<tr>{''.join(_cell(table, row, place, kept[0], link) for place in kept)}</tr>"
    yield "</tbody></table></div>"


def _head(table: Table, place: int) -> str:
    column = table.columns[place]
    kind = ' class="figures"' if column.figures else ""
    return f'<th scope="col"{kind}>{_words(column.title)}</th>' if column.title else f"<td{kind}></td>"


def _cell(table: Table, row: tuple[str, ...], place: int, first: int, link: str | None) -> str:
    kind = ' class="figures"' if table.columns[place].figures else ""
    said = _linked(row[place], link if place == first else None)
    # A head without words would name nothing.
    if place == first and table.row_heads and row[place].strip():
        return f'<th scope="row"{kind}>{said}</th>'
    return f"<td{kind}>{said}</td>"


def _linked(text: str, link: str | None) -> str:
    return f'<a href="{escaped(link)}">{_words(text)}</a>' if link and text.strip() else _words(text)


def _emphasised(paragraph: Paragraph) -> str:
    return "".join(
        f"<strong>{escaped(part)}</strong>" if strong else escaped(part)
        for part, strong in strong_parts(paragraph, _flat)
    )


def _words(text: str) -> str:
    return escaped(_flat(text))


def _flat(text: str) -> str:
    return " ".join(text.split())
