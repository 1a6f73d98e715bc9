"""Web page, Markdown and text: whole, well formed, escaped, and true to the tree."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.report.charts import Share, SharesChart
from wizard.report.committee.paper import paper_of
from wizard.report.committee.report import committee_report
from wizard.report.document import (
    Column,
    Document,
    Figure,
    Item,
    Items,
    PageBreak,
    Paragraph,
    Placeholder,
    Section,
    Table,
)
from wizard.report.formats import FORMATS, Options, format_of_name, is_untouched, renderer_of
from wizard.report.formats.html import html_of
from wizard.report.formats.html_style import STYLE
from wizard.report.formats.markdown import markdown_of
from wizard.report.subject import Subject

VOID = {"meta", "col", "br", "hr", "link", "input", "img"}
DRAWN = {"rect", "line", "circle"}
WICKED = "<script>alert(1)</script> & \"quoted\" 'single' | *star* _under_ [link](x) `code` # 1. &amp; </style>"


class Page(HTMLParser):
    """What a page holds; refuses tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == [], self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert tag in DRAWN

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.words.append(data)

    def count(self, tag: str) -> int:
        return sum(each == tag for each, _ in self.tags)


CHART = SharesChart((Share("One", 0.7, "70 of 100", True), Share(WICKED, 0.3, "30 of 100")))

EVERY_BLOCK = Document(
    f"A title {WICKED}",
    "an aside",
    (
        Section(
            f"First {WICKED}",
            (
                Paragraph(f"Some words {WICKED} strong ones.", strong=("strong ones",)),
                Items((Item(WICKED, "for", WICKED, (WICKED,)), Item("no", "against"), Item("who knows", "not_known"))),
                Items((Item("one", "numbered"), Item("two", "numbered"))),
                Table((Column("a"), Column("b", figures=True), Column("empty")), ((WICKED, "1", ""), ("x", "2", ""))),
                Section("Deeper", (Placeholder("say what it costs", "the finance officer"),)),
            ),
        ),
        PageBreak(),
        Section("First", (Figure("A chart", f"It shows {WICKED}.", CHART, Table((Column("m"),), (("One",),))),)),
    ),
    "Exempt: not for publication",
)


@pytest.fixture
def report(full: Subject, rules: Any) -> Document:
    return committee_report(paper_of(rules, full, "exempt"))


def test_page_is_well_formed_and_escapes_everything(report: Document) -> None:
    """Every tag is closed in its place; nothing that a person wrote becomes a tag or ends the style sheet."""
    for document in (EVERY_BLOCK, report, report._replace(title=WICKED, mark=WICKED)):
        page = Page(html_of(document))
        assert page.count("script") == 0 and page.count("style") == 1 and page.count("h1") == 1
        assert page.count("link") == 0 and page.count("a") >= 1
    assert " ".join(WICKED.split()) in " ".join(" ".join(Page(html_of(EVERY_BLOCK)).words).split())


def test_page_fetches_nothing(report: Document) -> None:
    """No address but that of the SVG name space, and nothing that loads."""
    text = html_of(report)
    assert set(re.findall(r"https?://[^\"' )]+", text)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\b(src|@import|srcset|data)=", text) and "url(http" not in text


def test_headings_are_in_order(report: Document) -> None:
    """One h1, and no level is left out on the way down."""
    for document in (EVERY_BLOCK, report):
        levels = Page(html_of(document)).headings
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_headers(report: Document) -> None:
    """Each has a caption, a header for every column, and every row as many cells."""
    for document in (EVERY_BLOCK, report):
        for table in re.findall(r"<table>.*?</table>", html_of(document), re.S):
            assert table.count("<caption>") == 1 and re.search(r"<caption><span[^>]*>[^<]+", table)
            head, *rows = re.findall(r"<tr>(.*?)</tr>", table, re.S)
            columns = len(re.findall(r'<th scope="col"[^>]*>[^<]+', head))
            assert columns and rows
            assert {len(re.findall(r"<t[hd]\b", row)) for row in rows} == {columns}


def test_charts_have_words(report: Document) -> None:
    """Each picture has a title and a description of its own, which it names; ids are the only ones of their kind."""
    for document in (EVERY_BLOCK, report):
        page = Page(html_of(document))
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        pictures = [attrs for tag, attrs in page.tags if tag == "svg"]
        assert pictures and page.count("title") == 1 + len(pictures) and page.count("desc") == len(pictures)
        for attrs in pictures:
            assert attrs["role"] == "img"
            assert set((attrs["aria-labelledby"] or "").split()) <= set(ids)
        links = [attrs["href"] or "" for tag, attrs in page.tags if tag == "a"]
        assert links and all(link[1:] in ids for link in links)
        assert any(tag == "html" and attrs["lang"] == "en-GB" for tag, attrs in page.tags)


def test_colours_keep_a_contrast_of_four_and_a_half_to_one() -> None:
    """Every text on every ground it stands on, by day and in the dark (WCAG 2.1, 1.4.3)."""
    palettes = [
        dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]+)", block)) for block in re.findall(r":root \{[^}]*", STYLE)
    ]
    assert len(palettes) == 2
    for palette in palettes:
        for ground in ("paper", "todo", "band-1", "band-2", "band-3"):
            for ink in ("ink", "quiet", "main")[: 2 if ground != "paper" else 3]:
                assert _contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_markdown_keeps_its_tables_and_escapes(report: Document) -> None:
    """Every row of a table has as many bars; what a person wrote makes no markup."""
    for document in (EVERY_BLOCK, report):
        text = markdown_of(document)
        bars = [len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")]
        tables = re.findall(r"(?:^\|.*\n?)+", text, re.M)
        assert bars and tables
        for table in tables:
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1
    text = markdown_of(EVERY_BLOCK)
    assert " **strong ones**." in text
    assert "<script>" not in text.replace("\\<script\\>", "") and "](x)" not in text.replace("\\](x)", "")
    assert len(re.findall(r"^# ", text, re.M)) == 1


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_at_all_is_written(text: str) -> None:
    """Whatever characters a title or a cell holds, each format can be written, and the page stays well formed."""
    words = Paragraph(text)
    document = Document(text, text, (Section(text, (words, Items((Item(text, aside=text),)))),), text)
    for each, form in FORMATS.items():
        if form.on_screen:
            assert renderer_of(each).rendered(document, Options())
    assert Page(html_of(document)).count("h2") == 1


@pytest.mark.parametrize("form", [each for each, found in FORMATS.items() if found.on_screen])
def test_a_file_that_was_worked_on_is_told_from_one_that_was_not(form: str) -> None:
    """As made it is untouched, with either kind of line ends; one letter more and it is somebody's work."""
    data = renderer_of(form).rendered(EVERY_BLOCK, Options())
    assert is_untouched(data) and is_untouched(data.replace(b"\n", b"\r\n"))
    assert not is_untouched(data.replace(b"costs", b"costs much", 1))
    assert not is_untouched(b"") and not is_untouched(b"my own notes") and not is_untouched(b"\xff\xfe")


def test_ending_says_the_format() -> None:
    """In any letters; an ending that is none of them says nothing."""
    assert format_of_name("A.HTML") == format_of_name("a.htm") == "html"
    assert format_of_name("a.md") == "md" and format_of_name("a.txt") == "text"
    assert format_of_name("a.yaml") is None and format_of_name("html") is None


def test_text_holds_what_a_figure_shows(full: Subject, rules: Any) -> None:
    """Caption, words and table stand where a picture cannot; a placeholder says who completes it."""
    text = renderer_of("text").rendered(EVERY_BLOCK, Options(100)).decode()
    assert "A CHART. It shows" in text and "[To be completed by the finance officer: say what it costs]" in text
    assert "EXEMPT: NOT FOR PUBLICATION" in text
