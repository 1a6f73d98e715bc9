"""Tables of Word: their header row again on each page, rows whole, and words for who cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from wizard.report.charts.drawing import escaped
from wizard.report.formats.column_widths import kept_columns, shares
from wizard.report.text_cells import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordDocument

    from wizard.report.document import Table

    from .styling import Styles

LETTER = 101
"""About how wide a letter of a table's type is, in twentieths of a point."""

FULL = 5000
"""The whole width, in fiftieths of a per cent."""

LONG = 900
"""Letters from which on a cell may go over to the next page."""


def word_table(word: WordDocument, styles: Styles, table: Table, title: str, width: int) -> None:
    """Writes a table at the end of a document, without columns in which nothing stands.

    `title` says what it holds; `width` is that of the page's text, in twentieths of a point.
    """
    kept = kept_columns(table)
    if not kept:
        return
    parts = shares(table, kept, width / LETTER)
    xml = "".join(_table(styles, table, kept, parts, title, width))
    word.element.body.insert_element_before(parse_xml(xml), "w:sectPr")


def _table(
    styles: Styles, table: Table, kept: Sequence[int], parts: Sequence[float], title: str, width: int
) -> Iterator[str]:
    named = escaped(title[:250])
    yield f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{styles["Report Table"]}"/>'
    yield f'<w:tblW w:w="{round(sum(parts) * FULL)}" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    first_column = int(table.row_heads)
    yield (
        f'<w:tblLook w:val="{0x20 + 0x80 * first_column + 0x600:04X}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    yield f'<w:tblCaption w:val="{named}"/></w:tblPr><w:tblGrid>' if named else "</w:tblPr><w:tblGrid>"
    yield "".join(f'<w:gridCol w:w="{round(part * width)}"/>' for part in parts)
    yield "</w:tblGrid>"
    titles = [table.columns[place].title for place in kept]
    yield from _row(styles, table, kept, parts, titles, head=True)
    for row in table.rows:
        yield from _row(styles, table, kept, parts, [row[place] for place in kept])
    yield "</w:tbl>"


def _row(
    styles: Styles, table: Table, kept: Sequence[int], parts: Sequence[float], texts: Sequence[str], head: bool = False
) -> Iterator[str]:
    whole = "" if any(len(text) > LONG for text in texts) else "<w:cantSplit/>"
    yield f"<w:tr><w:trPr>{whole}{'<w:tblHeader/>' if head else ''}</w:trPr>"
    for place, part, text in zip(kept, parts, texts, strict=True):
        style = ("Table Heading" if head else "Table Text") + (
            " Figures" if head and table.columns[place].figures else ""
        )
        if table.columns[place].figures and not head:
            style = "Table Figures"
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{round(part * FULL)}" w:type="pct"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{styles[style]}"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{escaped(safe(text))}</w:t></w:r></w:p></w:tc>'
        )
    yield "</w:tr>"
