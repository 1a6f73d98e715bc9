"""PDF: tagged, true to the tree, and nothing that a person wrote is ever run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings

from tests.report.formats.every_block import EVERY_BLOCK, WICKED, everywhere, nasty_texts
from wizard.report.committee.paper import paper_of
from wizard.report.committee.report import committee_report
from wizard.report.document import Document, Figure, Section
from wizard.report.figures import whole
from wizard.report.formats import Options, is_untouched
from wizard.report.formats.pdf import rendered
from wizard.report.ranking import is_ranked
from wizard.report.subject import Subject
from wizard.report.text_cells import safe


class Read:
    """A PDF read back: its pages, and the tree of its tags as (tag, element) in reading order."""

    def __init__(self, data: bytes) -> None:
        self.file = pypdf.PdfReader(io.BytesIO(data))
        self.root: Any = self.file.trailer["/Root"]
        self.tags: list[tuple[str, Any]] = list(_walk(self.root["/StructTreeRoot"]))
        self.text = " ".join(" ".join(page.extract_text() for page in self.file.pages).split())

    def all(self, tag: str) -> list[Any]:
        return [element for each, element in self.tags if each == tag]


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from _walk(each)
    elif isinstance(element, dict):
        if "/S" in element:
            yield str(element["/S"])[1:], element
        if "/K" in element:
            yield from _walk(element["/K"])


@pytest.fixture
def report(full: Subject, rules: Any) -> Document:
    return committee_report(paper_of(rules, full, "exempt"))


@pytest.fixture
def read(report: Document) -> Read:
    return Read(rendered(report, Options()))


def test_file_says_that_it_is_tagged_and_what_it_is(read: Read, report: Document) -> None:
    """PDF/UA-1: marked, with its language, its title shown, and the standard named."""
    assert read.root["/Lang"] == "en-GB" and read.root["/MarkInfo"]["/Marked"]
    assert read.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.file.metadata is not None and read.file.metadata.title == report.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in read.root["/Metadata"].get_data()


def test_headings_are_in_order(read: Read, report: Document) -> None:
    """As many headings as sections, at their depth, and no level left out on the way down."""
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("H[1-6]", tag)]
    contents = 1
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert levels[contents:] == list(_levels(report.blocks, 1))


def _levels(blocks: Any, level: int) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Section):
            yield level
            yield from _levels(block.blocks, level + 1)


def test_tables_have_header_rows(read: Read) -> None:
    """Each has one head, whose cells head their columns; every row has as many cells."""
    tables = read.all("Table")
    assert tables
    for table in tables:
        tags = list(_walk(table))
        head = [element for tag, element in tags if tag == "THead"]
        titles = [element for tag, element in tags if tag == "TH"]
        rows = [[tag for tag, _ in _walk(element)][1:] for tag, element in tags if tag == "TR"]
        assert len(head) == 1 and titles and len(titles) == len([tag for tag, _ in _walk(head[0]) if tag == "TH"])
        assert {sum(tag in ("TH", "TD") for tag in row) for row in rows} == {len(titles)}
        assert all("/Column" in str(element["/A"]) for element in titles)


def test_charts_have_their_words(read: Read, report: Document) -> None:
    """Each is a figure whose words say what it shows, in the order of the report."""
    assert [str(element["/Alt"]) for element in read.all("Figure")] == [each.words for each in _figures(report.blocks)]
    assert len(read.all("Caption")) >= len(list(_figures(report.blocks)))


def _figures(blocks: Any) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Section):
            yield from _figures(block.blocks)


def test_figures_are_those_of_the_assessment(full: Subject, rules: Any, read: Read) -> None:
    """Every total that is printed is the model's own, to the whole point."""
    text = read.text
    for result in full.assessment.decisions:
        for each in result.competing if is_ranked(result) else ():
            assert re.search(rf"{re.escape(each.model.name)} {whole(each.total)}\b", text, re.IGNORECASE)


def test_pages_are_numbered_and_marked() -> None:
    """Every page says its number, how many there are, and who may read it."""
    pages = [" ".join(page.extract_text().split()) for page in Read(rendered(EVERY_BLOCK, Options())).file.pages]
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text and EVERY_BLOCK.mark in text


def test_only_letters_that_come_along_are_used(read: Read) -> None:
    """Embedded, so that the pages look alike everywhere."""
    fonts = [font for page in read.file.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    inner = [each.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for each in fonts]
    assert inner and all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each) for each in inner)
    assert {re.sub(r"^[A-Z]{6}\+|-.*$", "", str(each["/FontName"])[1:]) for each in inner} <= {
        "LibertinusSerif",
        "NewCMMath",
        "NewCM10",
        "DejaVuSansMono",
    }


def test_what_looks_like_a_program_is_shown_as_it_stands() -> None:
    """Letter for letter, in running text, lists, cells and captions."""
    text = Read(rendered(EVERY_BLOCK, Options())).text.replace("\u200b", "")
    assert text.replace(" ", "").count(WICKED.replace(" ", "")) >= 7


@settings(max_examples=40, deadline=None)
@given(nasty_texts)
def test_nothing_that_a_person_wrote_is_ever_run(text: str) -> None:
    """Whatever stands in any place of a document, the file is made, is tagged, has the same structure and nothing
    that acts; and what can be shown at all is shown.
    """
    read = Read(rendered(everywhere(text), Options()))
    plain = Read(rendered(everywhere("word"), Options()))
    assert read.root["/MarkInfo"]["/Marked"]
    for tag in ("H1", "Table", "Figure", "TH"):
        assert len(read.all(tag)) == len(plain.all(tag)), tag
    if text.isascii() and text.isprintable() and len(text) < 60:
        shown = read.text.replace("\u200b", "").replace(" ", "")
        assert safe(text).replace(" ", "") in shown
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(read.root.get("/Names", {}))
    assert "/OpenAction" not in read.root and "/AA" not in read.root


def test_letters_of_no_font_do_not_stop_a_report() -> None:
    """A character that nothing can draw leaves a tagged file without the standard's name."""
    read = Read(rendered(everywhere("a \U0001f9ff b \U00012000"), Options()))
    assert read.root["/MarkInfo"]["/Marked"] and len(read.all("H1")) == 2


def test_same_report_is_the_same_file(report: Document) -> None:
    """Byte for byte: no clock, no chance."""
    first = rendered(report, Options())
    assert first == rendered(report, Options())
    assert b"CreationDate" not in first and b"ModDate" not in first


def test_a_file_that_was_worked_on_is_told_from_one_that_was_not() -> None:
    """As made it is untouched; a note added by another program, or one letter, and it is somebody's work."""
    data = rendered(EVERY_BLOCK, Options())
    assert is_untouched(data)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    stream = io.BytesIO()
    writer.write(stream)
    for changed in (stream.getvalue(), data + b"\n%%EOF\n", data.replace(b"council-wizard", b"council-w1zard", 1)):
        assert not is_untouched(changed)
