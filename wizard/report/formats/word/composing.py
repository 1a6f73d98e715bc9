"""A report put together as a Word document: in the program's own pages, or in a council's template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from wizard.report.text_cells import safe

from . import places
from .base_package import base_document
from .blocks import Writer
from .contents import contents
from .packing import LANGUAGE, packed
from .styling import Styles, complete, speak_english
from .template import opened

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from wizard.report.document import Document
    from wizard.report.formats import Options

LEAST_LISTED = 4
"""A document of fewer parts needs no list of contents."""

NO_DATE = "[date to be completed]"


def composed(document: Document, options: Options) -> bytes:
    """The whole file. Raises Unreadable where the template cannot be used."""
    base = base_document()
    if options.template is None:
        word = base
        _write(word, document, set())
        _frame(word, document)
    else:
        word = _template(options.template)
        complete(word, base)
        _fill(word, document, options.date)
    speak_english(word, LANGUAGE)
    return packed(word, safe(document.title), safe(document.aside))


def lacking(template: str) -> tuple[str, ...]:
    """The usual styles that a template lacks. Raises Unreadable where it cannot be used."""
    return complete(_template(template), base_document())


def _template(name: str) -> WordDocument:
    word = opened(name)
    places.check(word, name)
    return word


def _fill(word: WordDocument, document: Document, date: str) -> None:
    """Fills the places of a template and writes the report where it belongs."""
    values = {
        "title": safe(document.title),
        "subtitle": safe(document.aside),
        "mark": safe(document.mark),
        "date": safe(date) or NO_DATE,
    }
    marked = _frames_with_mark(word)
    for frame in places.frames(word):
        places.fill(frame, values)
    filled = places.fill(word.element, values)
    if document.mark:
        _mark_pages(word, safe(document.mark), marked)
    body, listed = places.paragraph_of(word, "body"), places.paragraph_of(word, "contents")
    if body is None:
        _drop_empty_end(word)
    before = len(word.element.body)
    writer = _write(word, document, {*filled, "contents"})
    made = [each for each in word.element.body[before - 1 :] if each.tag != qn("w:sectPr")]
    if body is not None:
        places.put(body, made)
    if listed is not None:
        places.put(listed, contents(writer.parts, Styles(word)["toc 1"]))


def _write(word: WordDocument, document: Document, there: set[str]) -> Writer:
    """Writes the report at the end, without those of its parts that are there already."""
    writer = Writer(word)
    if "title" not in there:
        writer.paragraph(safe(document.title), "Title")
    if document.mark and "mark" not in there:
        writer.paragraph(safe(document.mark), "Document Mark")
    if document.aside and "subtitle" not in there:
        writer.paragraph(safe(document.aside), "Subtitle")
    listed = None if "contents" in there else writer.paragraph("Contents", "TOC Heading")
    writer.blocks(document.blocks)
    writer.end()
    if listed is not None and len(writer.parts) >= LEAST_LISTED:
        for each in reversed(contents(writer.parts, Styles(word)["toc 1"])):
            listed._p.addnext(each)
    elif listed is not None:
        word.element.body.remove(listed._p)
    return writer


def _frame(word: WordDocument, document: Document) -> None:
    """The head and the foot of the program's own pages: who may read it; the title, and the number of the page."""
    section = word.sections[0]
    if document.mark:
        _mark_pages(word, safe(document.mark), set())
    foot = section.footer.paragraphs[0]
    foot._p.style = Styles(word)["footer"]
    foot.add_run(f"{safe(document.title)}\tPage ")
    for kind, joint in (("PAGE", " of "), ("NUMPAGES", "")):
        field = f'<w:fldSimple {nsdecls("w")} w:instr=" {kind} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        foot._p.append(parse_xml(field))
        if joint:
            foot.add_run(joint)


def _frames_with_mark(word: WordDocument) -> set[Any]:
    """The headers and footers in which a template has a place for the mark."""
    return {
        frame
        for frame in places.frames(word)
        if any("{{mark}}" in places.text_of(each).replace(" ", "") for each in frame.iter(qn("w:p")))
    }


def _mark_pages(word: WordDocument, mark: str, marked: set[Any]) -> None:
    """Puts the mark at the head of every page that would not carry it otherwise: it says who may read that page."""
    style = Styles(word)["Document Mark"]
    both = word.settings.odd_and_even_pages_header_footer
    for number, section in enumerate(word.sections):
        pairs = [(section.header, section.footer)]
        if section.different_first_page_header_footer:
            pairs.append((section.first_page_header, section.first_page_footer))
        if both:
            pairs.append((section.even_page_header, section.even_page_footer))
        for head, foot in pairs:
            # What is linked shows the head of the section before, which has been seen to.
            if number and head.is_linked_to_previous:
                continue
            if any(not each.is_linked_to_previous and each._element in marked for each in (head, foot)):
                continue
            new = head.is_linked_to_previous
            paragraph = head.paragraphs[0] if new else head.add_paragraph()
            paragraph._p.style = style
            paragraph.add_run(mark)


def _drop_empty_end(word: WordDocument) -> None:
    """A template that only brings styles holds one empty paragraph; the report begins in its stead."""
    body = word.element.body
    written = [each for each in body if each.tag != qn("w:sectPr")]
    if len(written) == 1 and written[0].tag == qn("w:p") and not _shows(written[0]):
        body.remove(written[0])


def _shows(paragraph: Any) -> bool:
    """Whether a paragraph has words or a picture in it, or ends a section of the document."""
    return bool("".join(paragraph.itertext()).strip()) or any(
        paragraph.find(f".//{qn(each)}") is not None for each in ("w:drawing", "w:pict", "w:object", "w:sectPr")
    )
