"""The blocks of a document as paragraphs, lists, tables and pictures of Word: each looks as its style says."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Length

from wizard.report.charts.drawing import escaped
from wizard.report.document import Figure, Items, PageBreak, Paragraph, Placeholder, Section, Table
from wizard.report.formats.emphasis import strong_parts
from wizard.report.formats.picture import png_of
from wizard.report.text_cells import safe

from .styling import DEEPEST, Styles, new_list
from .tables import word_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

    from wizard.report.document import Block, Item, Sign

SIGNED: dict[Sign, str] = {
    "for": "Reason For",
    "against": "Reason Against",
    "not_known": "Not Known",
    "met": "In Place",
    "tick": "To Tick",
    "point": "List Bullet",
}
SPACED = ("heading", "caption")
"""Styles with room above them: after a table others need an empty line."""

WIDEST = Emu(int(15.2 * 360000))
"""The widest a picture is, in the library's own measure: a little less than the text of an A4 page."""


class Writer:
    """Writes blocks at the end of a document. `parts` are the titles of its first headings, each with its bookmark."""

    def __init__(self, word: WordDocument) -> None:
        self.parts: list[tuple[str, str]] = []
        self._word = word
        self._styles = Styles(word)
        marks = [str(each.get(qn("w:id"))) for each in word.element.iter(qn("w:bookmarkStart"))]
        self._bookmarks = max((int(each) for each in marks if each.isdecimal()), default=0)
        self._counts = {"Table": 0, "Figure": 0}
        self._breaks = self._after_table = False

    def paragraph(self, text: str, style: str | None = None) -> WordParagraph:
        """A paragraph in a style."""
        made = self._word.add_paragraph()
        if self._after_table and not (style or "").startswith(SPACED):
            made._p.style, made = self._styles["Table Text"], self._word.add_paragraph()
        self._after_table = False
        if style is not None:
            made._p.style = self._styles[style]
        if self._breaks:
            made.paragraph_format.page_break_before, self._breaks = True, False
        if text:
            made.add_run(text)
        return made

    def end(self) -> None:
        """A table is followed by a paragraph, if only an empty one: Word wants that at the end of a text."""
        if self._after_table:
            self._word.add_paragraph()._p.style = self._styles["Table Text"]
            self._after_table = False

    def blocks(self, blocks: Iterable[Block], level: int = 1, title: str = "") -> None:
        """Blocks below a heading of this title; their own sections have headings of `level`."""
        for block in blocks:
            if isinstance(block, Section):
                self._heading(safe(block.title), level)
                self.blocks(block.blocks, level + 1, block.title)
            elif isinstance(block, Paragraph):
                self._emphasised(block)
            elif isinstance(block, Items):
                self._items(block)
            elif isinstance(block, Table):
                self._table(block, title)
            elif isinstance(block, Figure):
                self._figure(block)
            elif isinstance(block, Placeholder):
                self._placeholder(block)
            elif isinstance(block, PageBreak):
                self._breaks = True

    def _heading(self, title: str, level: int) -> None:
        made = self.paragraph(title, f"heading {min(level, DEEPEST)}")
        if level == 1:
            name = f"_Report_{len(self.parts) + 1}"
            ends = [OxmlElement(f"w:bookmark{end}") for end in ("Start", "End")]
            self._bookmarks += 1
            for each in ends:
                each.set(qn("w:id"), str(self._bookmarks))
            ends[0].set(qn("w:name"), name)
            made.runs[0]._r.addprevious(ends[0]) if made.runs else made._p.append(ends[0])
            made._p.append(ends[1])
            self.parts.append((title, name))

    def _emphasised(self, paragraph: Paragraph) -> None:
        made = self.paragraph("")
        for part, strong in strong_parts(paragraph, safe):
            self._run(made, part, "Strong" if strong else None)

    def _run(self, paragraph: WordParagraph, text: str, style: str | None = None) -> None:
        run = paragraph.add_run(text)
        if style is not None:
            run._r.style = self._styles[style]

    def _items(self, items: Items) -> None:
        numbered = all(item.sign == "numbered" for item in items.items)
        number = new_list(self._word, self._styles["List Number"]) if numbered else None
        before = self._word.paragraphs[-1:]
        made = [
            self._item(item, "List Number" if numbered else SIGNED.get(item.sign, "List Bullet"), number)
            for item in items.items
        ]
        if all(item.sign == "tick" for item in items.items):
            # Whoever ticks should see all there is to choose from.
            for each in [*before, *made][:-1]:
                each.paragraph_format.keep_with_next = True

    def _item(self, item: Item, style: str, number: int | None) -> WordParagraph:
        made = self.paragraph(safe(item.text), style)
        if number is not None:
            made._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
        if item.aside:
            self._run(made, f" [{safe(item.aside)}]", "Subtle Emphasis")
        for note in item.notes:
            if note:
                self.paragraph(safe(note), "List Bullet 2")
        return made

    def _table(self, table: Table, title: str) -> None:
        if table.caption:
            self._caption("Table", safe(table.caption))
        self._rows(table, safe(table.caption or title))

    def _rows(self, table: Table, title: str) -> None:
        if self._after_table:
            # Two tables that touch would become one.
            self.end()
        word_table(self._word, self._styles, table, title, _text_width(self._word).twips)
        self._after_table = True

    def _caption(self, kind: str, text: str) -> None:
        """'Table 3: ...', its number a field, so that the word processor can list and renumber them."""
        self._counts[kind] += 1
        made = self.paragraph(f"{kind} ", "caption")
        field = (
            f'<w:fldSimple {nsdecls("w")} w:instr=" SEQ {kind} \\* ARABIC ">'
            f"<w:r><w:t>{self._counts[kind]}</w:t></w:r></w:fldSimple>"
        )
        made._p.append(parse_xml(field))
        self._run(made, f": {text}")

    def _figure(self, figure: Figure) -> None:
        caption = safe(figure.caption) or "Chart"
        words = safe(figure.words) or caption
        self._caption("Figure", caption)
        made = self.paragraph("", "Figure")
        shape = made.add_run().add_picture(BytesIO(png_of(figure)), width=min(WIDEST, _text_width(self._word)))
        named: Any = shape._inline.docPr
        named.set("title", caption)
        named.set("descr", words)
        self.paragraph(words)
        self._rows(figure.table, f"The same figures: {caption}")

    def _placeholder(self, placeholder: Placeholder) -> None:
        """A place that is typed into: the guidance goes with the first letter, and what is typed is plain text."""
        by = f" by {safe(placeholder.whose)}" if placeholder.whose else ""
        made = self.paragraph("")
        self._run(made, f"[To be completed{by}: {safe(placeholder.guidance)}]", "To Be Completed")
        place = parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{escaped(f"To be completed{by}"[:60])}"/>'
            "<w:showingPlcHdr/></w:sdtPr><w:sdtContent/></w:sdt>"
        )
        made._p.addprevious(place)
        place[1].append(made._p)


def _text_width(word: WordDocument) -> Length:
    """The width of the text on a page of the last section."""
    section = word.sections[-1]
    width, left, right = section.page_width, section.left_margin, section.right_margin
    return Emu(width - (left or 0) - (right or 0)) if width else WIDEST
