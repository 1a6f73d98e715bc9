"""Documents on screen: every word, at every width; entries that open; no markup in other people's text."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.driving import USUAL, Bench, Driven, click_words, drive, screen_text
from wizard.report.document import Column, Document, Item, Items, Paragraph, Section, Table
from wizard.report.text_cells import cells
from wizard.tui.widgets.document_lines import Row, laid_out
from wizard.tui.widgets.document_panel import DocumentPanel

ITEMS = (
    Item("The council starts from [b]strength[/b] and [@click=app.quit]improves[/].", "for", "several; Think family"),
    Item("Heads of service would be one step from the top job.", "against", notes=("disputed by one director",)),
    Item("What the NHS partner can spend is not known.", "not_known"),
)
TABLE = Table(
    (Column(), Column("Model"), Column("Points", figures=True), Column("Between")),
    (
        ("1", "Two directors (stay, and join up the front line)", "54", "between 53 and 55"),
        ("2", "One director for both", "50", "between 47 and 55"),
    ),
)
DOCUMENT = Document(
    "Our council [2008]",
    "rule set: tiny",
    (
        Paragraph("The evidence leans to one director. One director is not two.", strong=("one director",)),
        Section("Why", (Items(ITEMS), Section("Side by side", (TABLE,)))),
    ),
)


def _key_of(what: Item | Row) -> str | None:
    return what.text[:5] if isinstance(what, Item) else what[0]


@pytest.mark.parametrize("width", [20, 30, 47, 60, 78, 100])
def test_no_word_is_lost_and_no_line_too_wide(width: int) -> None:
    """Each word stands there as often as in the document, and no line is wider than was asked."""
    laid = laid_out(DOCUMENT, width, _key_of)
    words = " ".join(line.content.plain for line in laid.lines).split()
    said = [DOCUMENT.title, *(item.text for item in ITEMS), ITEMS[0].aside, ITEMS[1].notes[0], *TABLE.rows[0]]
    for word in " ".join(map(str, said)).split():
        assert any(word in each for each in words) or cells(word) > width - 8, word
    assert max(cells(line.content.plain) for line in laid.lines) <= width


def test_tables_turn_into_lists_when_narrow() -> None:
    """Wide: columns under their titles. Narrow: an entry a row, each cell with its title."""
    wide = "\n".join(line.content.plain for line in laid_out((TABLE,), 78).lines)
    narrow = "\n".join(line.content.plain for line in laid_out((TABLE,), 40).lines)
    assert "Model" in wide.splitlines()[0]
    assert "Points: 54" not in wide
    assert "Points: 54" in narrow


def test_everything_that_opens_has_its_lines() -> None:
    """Each key once, in reading order, at least one line each; rows of tables too."""
    laid = laid_out(DOCUMENT, 60, _key_of)
    assert laid.keys == ["The c", "Heads", "What ", "1", "2"]
    assert {line.opens for line in laid.lines} - {None} == set(range(5))
    assert set(laid.sections) == {"Why", "Side by side"}


def test_what_the_panel_shows_is_what_was_laid_out() -> None:
    """Scrolled through from top to bottom, every line comes by whole; markup in a text is only text."""
    bench = Bench(DocumentPanel(DOCUMENT, _key_of))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        panel = app.screen.query_one(DocumentPanel)
        seen = screen_text(app).splitlines()
        while panel.scroll_offset.y < panel.max_scroll_y:
            panel.scroll_relative(y=1, animate=False)
            await pilot.pause()
            seen += screen_text(app).splitlines()
        assert [line for line in panel.text.splitlines() if not any(line.strip() in each for each in seen)] == []
        assert "[@click=app.quit]improves[/]" in " ".join(" ".join(seen).split())

    drive(script, page=bench, size=(60, 12))


def test_entries_open_by_keys_and_by_mouse() -> None:
    """Down goes from one entry to the next and Enter opens it; a click opens where it falls."""
    bench = Bench(DocumentPanel(DOCUMENT, _key_of))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        assert bench.heard == []
        await pilot.press("down", "down", "enter")
        assert bench.heard[-1].key == "Heads"
        await pilot.press("up", "enter")
        assert bench.heard[-1].key == "The c"
        await click_words(pilot, "One director for both")
        assert bench.heard[-1].key == "2"

    drive(script, page=bench, size=USUAL)


def test_down_reads_on_where_nothing_opens() -> None:
    """Between entries that are far apart Down scrolls line by line, and the end is reached."""
    text = Section("Much", tuple(Paragraph(f"Sentence number {number}.") for number in range(40)))
    bench = Bench(DocumentPanel((text, Items((Item("Last of all."),))), lambda _: "last"))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        panel = app.screen.query_one(DocumentPanel)
        await pilot.press("down")
        assert panel.scroll_offset.y == 1
        for _ in range(60):
            panel.action_forward()
        await pilot.press("enter")
        assert [each.key for each in bench.heard] == ["last"]
        panel.go_to_section("Much")
        await pilot.pause()
        assert panel.scroll_offset.y == 0

    drive(script, page=bench, size=USUAL)


def test_text_can_be_selected_with_the_mouse_to_be_copied() -> None:
    """Drawn over from one word to another, across lines: what is copied is what stands there."""
    bench = Bench(DocumentPanel((Paragraph("One two three."), Paragraph("Four five six."))))

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        lines = screen_text(app).splitlines()
        first = next(number for number, line in enumerate(lines) if "One two" in line)
        await pilot.mouse_down(offset=(lines[first].index("two"), first))
        await pilot.hover(offset=(lines[first + 2].index("six") + 2, first + 2))
        await pilot.mouse_up(offset=(lines[first + 2].index("six") + 2, first + 2))
        await pilot.pause()
        assert (app.screen.get_selected_text() or "").split() == ["two", "three.", "Four", "five", "six"]

    drive(script, page=bench, size=USUAL)
