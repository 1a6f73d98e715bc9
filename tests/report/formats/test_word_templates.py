"""A council's own template: its look is kept, its places are filled, and one that cannot be used is refused plainly."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.report.formats.every_block import EVERY_BLOCK, WICKED
from wizard.problems import Unreadable
from wizard.report.document import Document
from wizard.report.formats import Options, is_untouched, remarks_on
from wizard.report.formats.word import rendered
from wizard.report.text_cells import safe

TITLE = safe(EVERY_BLOCK.title)
Make = Callable[[WordDocument], str]


@pytest.fixture
def save(tmp_path: Path) -> Make:
    def made(word: WordDocument) -> str:
        path = tmp_path / "council.docx"
        word.save(str(path))
        return str(path)

    return made


def written(template: str, document: Document = EVERY_BLOCK, date: str = "") -> WordDocument:
    data = rendered(document, Options(template=template, date=date))
    assert is_untouched(data)
    return docx.Document(io.BytesIO(data))


def lines(word: WordDocument) -> list[str]:
    return ["".join(each.text or "" for each in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p"))]


def test_places_are_filled_wherever_they_stand(save: Make) -> None:
    """In text, table, text box, head and foot; stored in one piece or in several; as often as they stand there."""
    word = docx.Document()
    title = word.add_paragraph(style="Title")
    for piece in ("Cabinet: {{", "ti", "tle", "}} ({{date}}, {{ date }})"):
        title.add_run(piece)
    word.add_table(1, 1).cell(0, 0).text = "{{subtitle}}"
    inner = "<w:txbxContent><w:p><w:r><w:t>Box {{mark}}</w:t></w:r></w:p></w:txbxContent>"
    box = parse_xml(f"<w:pict {nsdecls('w')}>{inner}</w:pict>")
    word.add_paragraph("around ").add_run()._r.append(box)
    word.sections[0].header.paragraphs[0].text = "{{mark}}"
    word.sections[0].footer.paragraphs[0].text = "{{title}}"
    made = written(save(word), date="3 May 2008")
    said = lines(made)
    assert said[0] == f"Cabinet: {TITLE} (3 May 2008, 3 May 2008)" and f"Box {EVERY_BLOCK.mark}" in said
    assert made.tables[0].cell(0, 0).text == "an aside"
    assert (
        made.sections[0].header.paragraphs[0].text == EVERY_BLOCK.mark and len(made.sections[0].header.paragraphs) == 1
    )
    assert made.sections[0].footer.paragraphs[0].text == TITLE
    assert "{{" not in "".join(said).replace(safe(WICKED), "")


def test_body_and_contents_take_the_place_of_their_paragraphs(save: Make) -> None:
    """What stands before and after them in the template stays there."""
    word = docx.Document()
    for each in ("{{title}}", "Parts", "{{contents}}", "Before", "{{body}}", "After"):
        word.add_paragraph(each)
    made = written(save(word))
    said = lines(made)
    parts = [f"First {safe(WICKED)}", "Second", "Third", "Fourth"]
    assert said[said.index("Parts") + 1 :][: len(parts) + 1] == [*parts, "Before"]
    assert (
        said.index("Before")
        < said.index("Table 1: About it")
        < said.index("The last" if "The last" in said else "last")
    )
    assert said[-1] == "After" and said.count(TITLE) == 1
    assert made.element.body[-1].tag == qn("w:sectPr")


def test_without_a_place_for_it_the_report_follows(save: Make) -> None:
    """Title, kind and mark above it; a template of nothing but styles leaves no empty line."""
    word = docx.Document()
    word.add_paragraph("Our letterhead")
    said = lines(written(save(word)))
    assert said[:4] == ["Our letterhead", TITLE, EVERY_BLOCK.mark, "an aside"]
    empty = docx.Document()
    empty.add_paragraph()
    assert lines(written(save(empty)))[0] == TITLE


def test_what_a_person_wrote_fills_no_place(save: Make) -> None:
    """A title that looks like a place is a title: it is put in once and not looked at again."""
    word = docx.Document()
    word.add_paragraph("{{title}}/{{date}}")
    word.add_paragraph("{{body}}")
    document = Document("{{date}} {{body}}", "{{title}}", (), "")
    assert lines(written(save(word), document, "today"))[0] == "{{date}} {{body}}/today"


def test_styles_are_the_templates_own(save: Make) -> None:
    """What it has is used as it is; what it lacks is added, lists that are lists among them."""
    word = docx.Document()
    word.styles["Heading 1"].font.size = Pt(33)
    word.styles["Caption"].font.name = "Georgia"
    _without(word, {"List Bullet", "List Number", "Heading 3", "Subtle Emphasis"})
    before = {each.name for each in word.styles}
    path = save(word)
    made = written(path)
    assert made.styles["Heading 1"].font.size == Pt(33) and made.styles["Caption"].font.name == "Georgia"
    assert {each.name for each in made.styles} > before
    style = made.styles["List Bullet"].element
    lists = made.part.numbering_part.element
    numbers = {int(each.numId) for each in lists.findall(qn("w:num"))}
    assert style.pPr.numPr.numId.val in numbers
    used = {each.get(qn("w:val")) for each in made.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
    assert used <= {each.style_id for each in made.styles}
    (said,) = remarks_on("docx", Options(template=path))
    assert "has no style named Heading 3, List Bullet, List Number, Subtle Emphasis:" in said
    kinds = [each.tag.rpartition("}")[2] for each in lists]
    assert "abstractNum" not in kinds[kinds.index("num") :]


def _without(word: WordDocument, names: set[str]) -> None:
    for each in list(word.styles):
        if each.name in names:
            each.delete()


def test_template_without_lists_or_under_other_ids_serves(tmp_path: Path) -> None:
    """A file made in another language names its styles by other ids, and one without lists has no part for them."""
    word = docx.Document()
    for each in list(word.styles):
        if each.name not in ("Normal", "Heading 1", "Default Paragraph Font", "Normal Table", "No List"):
            each.delete()
    word.styles["Heading 1"].element.set(qn("w:styleId"), "berschrift1")
    numbering = next(key for key, rel in word.part.rels.items() if rel.reltype.endswith("/numbering"))
    del word.part.rels[numbering]
    path = tmp_path / "council.docx"
    word.save(str(path))
    made = written(str(path))
    used = [each.get(qn("w:val")) for each in made.element.body.iter(qn("w:pStyle"))]
    assert "berschrift1" in used and "Heading1" not in used
    assert made.part.numbering_part.element.findall(qn("w:num"))
    basis = {each.style_id: each.element.find(qn("w:basedOn")) for each in made.styles}
    assert all(each is None or each.get(qn("w:val")) in basis for each in basis.values())


def test_mark_stands_on_every_page(save: Make) -> None:
    """Whoever made the template forgot it: still the head of first, left and right pages says who may read them."""
    word = docx.Document()
    section = word.sections[0]
    section.different_first_page_header_footer = True
    word.settings.odd_and_even_pages_header_footer = True
    section.header.paragraphs[0].text = "Our council"
    section.first_page_footer.paragraphs[0].text = "First: {{mark}}"
    word.add_section()
    made = written(save(word))
    first = made.sections[0]
    assert [each.text for each in first.header.paragraphs] == ["Our council", EVERY_BLOCK.mark]
    assert first.even_page_header.paragraphs[0].text == EVERY_BLOCK.mark
    assert first.first_page_header.is_linked_to_previous
    assert first.first_page_footer.paragraphs[0].text == f"First: {EVERY_BLOCK.mark}"
    assert all(each.header.is_linked_to_previous for each in list(made.sections)[1:])
    open_one = written(save(word), EVERY_BLOCK._replace(mark=""))
    assert [each.text for each in open_one.sections[0].header.paragraphs] == ["Our council"]


def test_word_templates_serve_as_documents_do(save: Make, tmp_path: Path) -> None:
    """A .dotx makes the same report as the .docx of the same content, and what comes of it is a document."""
    word = docx.Document()
    word.add_paragraph("{{body}}")
    path = save(word)
    other = tmp_path / "council.dotx"
    _repacked(Path(path), other, lambda name, data: data.replace(b"document.main+xml", b"template.main+xml"))
    assert rendered(EVERY_BLOCK, Options(template=path)) == rendered(EVERY_BLOCK, Options(template=str(other)))


def _repacked(source: Path, target: Path, change: Callable[[str, bytes], bytes]) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))


def _macros(source: Path, target: Path) -> None:
    _repacked(source, target, lambda name, data: data.replace(b"document.main+xml", b"document.macroEnabled.main+xml"))


def _hidden_macros(source: Path, target: Path) -> None:
    _repacked(source, target, lambda name, data: data)
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")


def _damaged(source: Path, target: Path) -> None:
    _repacked(source, target, lambda name, data: data[:-30] if name == "word/styles.xml" else data)


def _spreadsheet(source: Path, target: Path) -> None:
    _repacked(
        source, target, lambda name, data: data.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
    )


REFUSED: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "text": (lambda source, target: target.write_text("notes"), "no Word file"),
    "empty": (lambda source, target: target.write_bytes(b""), "no Word file"),
    "cut short": (lambda source, target: target.write_bytes(source.read_bytes()[:-90]), "no Word file"),
    "old Word": (lambda source, target: target.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 90), "old kind"),
    "folder": (lambda source, target: target.mkdir(), "folder"),
    "missing": (lambda source, target: None, "no such template"),
    "macros": (_macros, "macros"),
    "hidden macros": (_hidden_macros, "macros"),
    "damaged": (_damaged, "no Word file"),
    "spreadsheet": (_spreadsheet, "no Word file"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_template_is_refused_with_its_name(kind: str, save: Make, tmp_path: Path) -> None:
    """In words that say what it is and what to do; never with a fault of the program."""
    spoil, said = REFUSED[kind]
    target = tmp_path / "given.docx"
    spoil(Path(save(docx.Document())), target)
    for attempt in (
        lambda: rendered(EVERY_BLOCK, Options(template=str(target))),
        lambda: remarks_on("docx", Options(template=str(target))),
    ):
        with pytest.raises(Unreadable) as refused:
            attempt()
        (problem,) = refused.value.problems
        assert problem.place.file == str(target) and said in problem.message and problem.hint


def test_places_that_cannot_be_filled_are_all_told(save: Make) -> None:
    """A slip of the pen with what was meant, a place in the wrong spot, and one that stands twice."""
    word = docx.Document()
    word.add_paragraph("{{titel}} and {{committee}}")
    word.add_paragraph("See {{body}}")
    word.add_table(1, 1).cell(0, 0).text = "{{contents}}"
    word.add_paragraph("{{body}}")
    word.sections[0].header.paragraphs[0].text = "{{body}}"
    with pytest.raises(Unreadable) as refused:
        rendered(EVERY_BLOCK, Options(template=save(word)))
    told = {(each.message, each.hint) for each in refused.value.problems}
    assert ("'{{titel}}' is no place that could be filled.", "Did you mean '{{title}}'?") in told
    alone = "Put it in a paragraph of its own, in the text itself."
    assert {("'{{body}}' does not stand alone.", alone), ("'{{contents}}' does not stand alone.", alone)} <= told
    assert any("{{committee}}" in message and "{{subtitle}}" in (hint or "") for message, hint in told)
    twice = docx.Document()
    twice.add_paragraph("{{body}}")
    twice.add_paragraph("{{body}}")
    with pytest.raises(Unreadable, match="more than once"):
        rendered(EVERY_BLOCK, Options(template=save(twice)))
