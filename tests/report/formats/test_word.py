"""Word documents, read back: headings, lists, tables, captions and pictures are what they look like."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given, settings

from tests.report.formats.every_block import EVERY_BLOCK, WICKED, everywhere, nasty_texts
from wizard.report.committee.paper import paper_of
from wizard.report.committee.report import committee_report
from wizard.report.document import Column, Document, Figure, Item, Items, Placeholder, Section, Table
from wizard.report.formats import Options, is_untouched
from wizard.report.formats.column_widths import kept_columns
from wizard.report.formats.word import rendered
from wizard.report.subject import Subject
from wizard.report.text_cells import safe


def opened(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def paragraphs(word: WordDocument) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph of the text, those in places to type into as well."""
    names = {each.style_id: each.name or "" for each in word.styles}
    for paragraph in word.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        yield names[style.get(qn("w:val"))] if style is not None else "Normal", text


def texts(word: WordDocument, style: str) -> list[str]:
    return [text for each, text in paragraphs(word) if each == style]


def inside(blocks: Any, kind: type) -> Iterator[Any]:
    for block in blocks:
        if isinstance(block, kind):
            yield block
        if isinstance(block, Section):
            yield from inside(block.blocks, kind)


@pytest.fixture
def report(full: Subject, rules: Any) -> Document:
    return committee_report(paper_of(rules, full, "exempt"))


@pytest.fixture
def word(report: Document) -> WordDocument:
    return opened(rendered(report, Options()))


def test_headings_are_real_and_in_order(word: WordDocument, report: Document) -> None:
    """A heading for each section, of the style of its depth; no level is left out on the way down."""
    found = [(int(style[-1]), text) for style, text in paragraphs(word) if style.startswith("Heading ")]
    assert found == list(_sections(report.blocks, 1))
    levels = [level for level, _ in found]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert texts(word, "Title") == [report.title]


def _sections(blocks: Any, level: int) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, Section):
            yield level, block.title
            yield from _sections(block.blocks, level + 1)


def _all_tables(report: Document) -> list[Table]:
    """Every table of a document in its order, those of figures too."""
    found: list[Table] = []
    for each in inside(report.blocks, tuple):
        if isinstance(each, Table):
            found.append(each)
        elif isinstance(each, Figure):
            found.append(each.table)
    return found


def test_tables_hold_what_the_report_holds(word: WordDocument, report: Document) -> None:
    """Cell by cell, the figures of charts among them: so the numbers are those of the assessment."""
    wanted = _all_tables(report)
    assert len(word.tables) == len(wanted) > 10
    for table, source in zip(word.tables, wanted, strict=True):
        kept = kept_columns(source)
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        assert cells[0] == [source.columns[place].title for place in kept]
        assert cells[1:] == [[safe(row[place]) for place in kept] for row in source.rows]


def test_tables_repeat_their_header_row_and_keep_rows_whole(word: WordDocument) -> None:
    """The first row of each is its head, on every page; rows are not torn; who cannot see it hears what it holds."""
    for table in word.tables:
        heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads[0] and not any(heads[1:])
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_captions_are_counted_by_fields(word: WordDocument, report: Document) -> None:
    """In the style of captions, each kind numbered from 1 by a field that the word processor can renew."""
    captions = texts(word, "Caption")
    figures = list(inside(report.blocks, Figure))
    assert [each for each in captions if each.startswith("Figure ")] == [
        f"Figure {number}: {each.caption}" for number, each in enumerate(figures, start=1)
    ]
    named = [each.caption for each in inside(report.blocks, Table) if each.caption]
    assert [each for each in captions if each.startswith("Table ")] == [
        f"Table {number}: {each}" for number, each in enumerate(named, start=1)
    ]
    fields = [each.get(qn("w:instr")) for each in word.element.body.iter(qn("w:fldSimple"))]
    assert len(fields) == len(captions) and all("SEQ" in each for each in fields)


def test_pictures_say_what_they_show(word: WordDocument, report: Document) -> None:
    """Each chart is a picture with its words as alternative text, between its caption and its table."""
    figures = list(inside(report.blocks, Figure))
    shapes = [each._inline.docPr for each in word.inline_shapes]
    assert [(each.get("title"), each.get("descr")) for each in shapes] == [
        (each.caption, each.words) for each in figures
    ]
    assert len({each.get("id") for each in shapes}) == len(figures) > 2
    assert all(0 < each.width <= word.sections[0].page_width for each in word.inline_shapes)
    pictures = [part.blob for part in word.part.package.iter_parts() if part.partname.endswith(".png")]
    assert pictures and all(each.startswith(b"\x89PNG") for each in pictures)


def test_lists_are_lists() -> None:
    """Every entry belongs to a list by its style; what it stands for is its mark; each numbered list begins at 1."""
    word = opened(rendered(EVERY_BLOCK, Options()))
    assert texts(word, "Reason For") == [f"{WICKED} [{WICKED}]"] and texts(word, "List Bullet 2") == [WICKED]
    assert (texts(word, "Reason Against"), texts(word, "Not Known")) == (["no"], ["who knows"])
    assert (texts(word, "In Place"), texts(word, "List Bullet")) == (["there"], ["plain"])
    marks = {"Reason For": "+", "Reason Against": "−", "Not Known": "?", "In Place": "✓", "List Bullet": "•"}
    for style, mark in marks.items():
        assert _lists(word)[word.styles[style].element.pPr.numPr.numId.val] == mark
    numbers = [
        each._p.pPr.numPr.numId.val for each in word.paragraphs if each.style and each.style.name == "List Number"
    ]
    assert texts(word, "List Number") == ["one", "two", "uno", "due"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    starts = {
        each.numId: each.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        for each in word.part.numbering_part.element.findall(qn("w:num"))
    }
    assert all(starts[each].get(qn("w:val")) == "1" for each in numbers)


def _lists(word: WordDocument) -> dict[int, str]:
    """The mark of each list by its number."""
    root = word.part.numbering_part.element
    marks = {
        each.get(qn("w:abstractNumId")): each.find(f"{qn('w:lvl')}/{qn('w:lvlText')}").get(qn("w:val"))
        for each in root.findall(qn("w:abstractNum"))
    }
    return {
        int(each.numId): marks[each.find(qn("w:abstractNumId")).get(qn("w:val"))] for each in root.findall(qn("w:num"))
    }


def test_looks_come_from_styles(word: WordDocument) -> None:
    """No run or paragraph is formatted by hand, but for what no style can say: a list's number, a page's beginning."""
    allowed = {"pStyle", "rStyle", "numPr", "pageBreakBefore"}
    for kind in ("w:pPr", "w:rPr"):
        for each in word.element.body.iter(qn(kind)):
            assert {child.tag.rpartition("}")[2] for child in each} <= allowed


def test_places_to_complete_are_typed_into(report: Document, word: WordDocument) -> None:
    """Each is a field that says who completes it and goes with the first letter typed."""
    places = list(word.element.body.iter(qn("w:sdt")))
    assert len(places) == len(list(inside(report.blocks, Placeholder))) > 3
    for each in places:
        assert each.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
        assert each.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")).startswith("To be completed")


def test_file_says_what_it_is(word: WordDocument, report: Document) -> None:
    """Title, language and maker among its properties; British English; nobody's name and no day."""
    about = word.core_properties
    assert (about.title, about.author, about.language) == (report.title, "council-wizard", "en-GB")
    assert about.created is None and about.modified is None
    lang = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    assert lang.get(qn("w:val")) == "en-GB"


def test_pages_are_numbered_and_marked(word: WordDocument, report: Document) -> None:
    """The foot counts pages by fields; the head says who may read it; so does the first page in its text."""
    section = word.sections[0]
    foot = section.footer.paragraphs[0]
    assert [each.get(qn("w:instr")).strip() for each in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == report.mark != "" and texts(word, "Document Mark") == [report.mark]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    plain = opened(rendered(report._replace(mark=""), Options()))
    assert texts(plain, "Document Mark") == [] and plain.sections[0].header.is_linked_to_previous


def test_contents_lead_to_the_parts(word: WordDocument, report: Document) -> None:
    """A link to each part in its order; a page of a few parts has none."""
    parts = [each.title for each in report.blocks if isinstance(each, Section)]
    assert texts(word, "toc 1") == parts
    bookmarks = [each.get(qn("w:name")) for each in word.element.body.iter(qn("w:bookmarkStart"))]
    assert [each.get(qn("w:anchor")) for each in word.element.body.iter(qn("w:hyperlink"))] == bookmarks
    short = opened(rendered(Document("t", "a", (Section("One", ()),)), Options()))
    assert texts(short, "toc 1") == texts(short, "TOC Heading") == []


def test_tables_never_touch() -> None:
    """Two tables in a row stay two, and a text never ends in one."""
    table = Table((Column("a"),), (("x",),))
    word = opened(rendered(Document("t", "", (table, table, Items((Item("y"),)), table)), Options()))
    assert len(word.tables) == 3
    kinds = [each.tag.rpartition("}")[2] for each in word.element.body]
    assert ("tbl", "tbl") not in set(pairwise(kinds)) and kinds[-2:] == ["p", "sectPr"]


@settings(max_examples=40, deadline=None)
@given(nasty_texts)
def test_any_text_is_shown_and_none_is_markup(text: str) -> None:
    """Whatever stands in any place of a document, the file opens and has the same parts, and the text is in it."""
    word, plain = (opened(rendered(everywhere(each), Options())) for each in (text, "word"))
    for tag in ("w:tbl", "w:sdt", "w:drawing", "w:sectPr", "w:tr"):
        assert len(list(word.element.body.iter(qn(tag)))) == len(list(plain.element.body.iter(qn(tag)))), tag
    assert texts(word, "Heading 1") == [safe(text), "End"] and texts(word, "Reason For")[0].startswith(safe(text))
    assert word.tables[0].rows[1].cells[0].text == safe(text)


def test_same_report_is_the_same_file(report: Document) -> None:
    """Byte for byte, whatever the day."""
    first = rendered(report, Options())
    assert first == rendered(report, Options())
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_that_was_worked_on_is_told_from_one_that_was_not() -> None:
    """As made it is untouched; a word more, or saved by another program, and it is somebody's work."""
    data = rendered(EVERY_BLOCK, Options())
    assert is_untouched(data)
    word = opened(data)
    stream = io.BytesIO()
    word.add_paragraph("Cost: 40,000 a year")
    word.save(stream)
    assert not is_untouched(stream.getvalue()) and not is_untouched(data[:-30])
    assert not is_untouched(b"PK\x03\x04") and not is_untouched(b"")


def test_looking_at_a_file_loads_no_library() -> None:
    """Whether a file is as made can be told, and other formats written, where the extras are not installed."""
    code = (
        "import sys; from wizard.report.formats import *; from wizard.report.document import Document;"
        "is_untouched(b'PK'); renderer_of('html').rendered(Document('t', '', ()), Options());"
        "sys.exit(any(name in sys.modules for name in ('docx', 'typst', 'lxml')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
