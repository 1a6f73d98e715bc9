"""A document as the data that the typst program reads: plain values, in which every text is only a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from wizard.report.charts import svg_of
from wizard.report.document import Figure, Items, PageBreak, Paragraph, Placeholder, Section, Table
from wizard.report.formats.column_widths import kept_columns, shares
from wizard.report.formats.emphasis import strong_parts
from wizard.report.formats.sealing import MAKER, UNMARKED
from wizard.report.text_cells import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wizard.report.document import Block, Document, Item, Sign

SIGNS: dict[Sign, str] = {"for": "+", "against": "−", "not_known": "?", "met": "✓", "point": "•", "tick": "☐"}
ROOM = 102.0
"""About how many letters of a table's type stand in a line of these pages."""

BREAK = "\u200b"
"""Where a word may be broken; nothing is seen of it."""

MOST_WHOLE = 16
"""Places to tick that are kept on one page."""

LEAST_LISTED = 4
"""A document of fewer parts needs no list of contents."""


def data_of(document: Document) -> str:
    """The document as JSON; the program `report.typ` knows its keys."""
    parts = sum(isinstance(block, Section) for block in document.blocks)
    data = {
        "title": safe(document.title) or "-",
        "aside": safe(document.aside),
        "mark": safe(document.mark),
        "maker": MAKER,
        "seal": UNMARKED,
        "contents": parts >= LEAST_LISTED,
        "blocks": list(_Blocks().of(document.blocks, 1)),
    }
    return json.dumps(data, ensure_ascii=True)


class _Blocks:
    """Counts the charts, whose ids must differ."""

    def __init__(self) -> None:
        self._charts = 0

    def of(self, blocks: Iterable[Block], level: int) -> Iterator[dict[str, Any]]:
        listed = list(blocks)
        for block, after in zip(listed, [*listed[1:], None], strict=False):
            if isinstance(block, Section):
                inner = list(self.of(block.blocks, level + 1))
                yield {"kind": "section", "level": level, "title": safe(block.title) or "-", "blocks": inner}
            elif isinstance(block, Paragraph):
                sticky = isinstance(after, Items) and _is_to_tick(after)
                yield {"kind": "paragraph", "parts": strong_parts(block, _line), "sticky": sticky}
            elif isinstance(block, Items):
                yield _items(block)
            elif isinstance(block, Table):
                yield from _table(block)
            elif isinstance(block, Figure):
                yield self._figure(block)
            elif isinstance(block, Placeholder):
                yield {"kind": "placeholder", "whose": safe(block.whose), "guidance": safe(block.guidance)}
            elif isinstance(block, PageBreak):
                yield {"kind": "page_break"}

    def _figure(self, figure: Figure) -> dict[str, Any]:
        self._charts += 1
        caption = safe(figure.caption) or "Chart"
        words = safe(figure.words) or caption
        return {
            "kind": "figure",
            "caption": caption,
            "words": words,
            "svg": svg_of(figure.chart, caption, words, f"chart-{self._charts}"),
            "table": list(_table(figure.table._replace(caption=""))),
        }


def _items(items: Items) -> dict[str, Any]:
    numbered = all(item.sign == "numbered" for item in items.items)
    signs = [f"{place}." if numbered else SIGNS.get(item.sign, "•") for place, item in enumerate(items.items, 1)]
    # Whoever ticks should see all there is to choose from, where a page surely holds it.
    whole = _is_to_tick(items) and len(items.items) <= MOST_WHOLE
    return {"kind": "items", "signs": signs, "items": [_item(item) for item in items.items], "whole": whole}


def _is_to_tick(items: Items) -> bool:
    return all(item.sign == "tick" for item in items.items)


def _item(item: Item) -> dict[str, Any]:
    notes = [safe(each) for each in item.notes if each]
    return {"text": _line(item.text), "aside": safe(item.aside or ""), "notes": notes}


def _table(table: Table) -> Iterator[dict[str, Any]]:
    kept = kept_columns(table)
    if kept:
        widths = shares(table, kept, ROOM)
        yield {
            "kind": "table",
            "caption": safe(table.caption),
            "titles": [safe(table.columns[place].title) for place in kept],
            "figures": [table.columns[place].figures for place in kept],
            "widths": widths,
            "rows": [
                [_fitting(safe(row[place]), width) for place, width in zip(kept, widths, strict=True)]
                for row in table.rows
            ],
        }


def _line(text: str) -> str:
    return _fitting(safe(text), 1.0)


def _fitting(text: str, width: float) -> str:
    """The text with places to break in words that are longer than a column of that width, in parts of the page."""
    room = max(4, int(width * ROOM * 0.8))
    return " ".join(
        BREAK.join(word[start : start + room] for start in range(0, len(word), room)) if len(word) > room else word
        for word in text.split(" ")
    )
