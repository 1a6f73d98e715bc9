"""A document as sentences: nothing drawn, nothing aligned, every word of it still there."""

from __future__ import annotations

import re

import pytest

from tests.plain.conftest import RULE_SETS, TINY
from wizard.report.document import Column, Document, Item, Items, Paragraph, Section, Table
from wizard.report.result_pages import PAGES, page_of
from wizard.report.session_variants import subject_of
from wizard.report.spoken import spoken, spoken_document
from wizard.session.session import Session


def test_a_row_is_a_sentence_that_names_its_columns() -> None:
    """Empty cells, bars and columns without a title are not told; the mark for today becomes words."""
    columns = (Column("rank"), Column("model"), Column("bar"), Column("total"), Column("remarks"))
    rows = (("1", "Two directors", "████▒▒····", "54", "<- today"), ("2", "One director", "███▒·······", "53", ""))
    assert spoken([Table(columns, rows)]).lines == (
        "rank: 1; model: Two directors; total: 54; as today.",
        "rank: 2; model: One director; total: 53.",
    )


def test_columns_that_say_the_same_are_named_together() -> None:
    """In a table with a column for each of several things."""
    table = Table((Column(), Column("A"), Column("B"), Column("C")), (("roof", "bad", "sound", "bad"),), wide=True)
    assert spoken([table]).lines == ("roof; A and C: bad; B: sound.",)


def test_signs_become_words_unless_the_heading_says_it_already() -> None:
    """'For it' need not be said again for each; where both ways stand in one list it must."""
    for_it = Section("For it", (Items((Item("It is quick.", "for"),)),))
    both = Section("The case", (Items((Item("It is quick.", "for", "one voice"), Item("It is dear.", "against"))),))
    numbered = Section("First", (Items((Item("Ask.", "numbered", None, ("whom: the clerk",)),)),))
    assert spoken([for_it, both, numbered]).lines == (
        *("", "For it:", "It is quick."),
        *("", "The case:", "For: It is quick. (one voice)", "Against: It is dear."),
        *("", "First:", "1. Ask.", "  whom: the clerk"),
    )


def test_what_can_be_opened_is_numbered_through_the_document() -> None:
    """In the order in which it is read, items and rows alike; the rest has no number."""
    first, plain, row = Item("One.", "numbered"), Item("Two."), ("a", "b")
    table = Table((Column("x"), Column("y")), (row,))
    found = spoken_document(
        Document("Title", "aside", (Items((first, plain)), table)),
        lambda what: "argument:one" if what is first else "criterion:row" if what == row else None,
    )
    assert found.lines == ("Title", "aside", "1: One.", "Two.", "2: x: a; y: b.")
    assert found.keys == ("argument:one", "criterion:row")


def test_whatever_a_council_wrote_steers_no_terminal() -> None:
    """Signs that no screen shows are written as escapes, line breaks are blanks."""
    lines = spoken([Paragraph("red \x1b[31m\nbell \x07"), Items((Item("\x9b2J", notes=("\x00",)),))]).lines
    assert all(sign.isprintable() for line in lines for sign in line)


@pytest.mark.parametrize("kind", PAGES, ids=lambda each: each.module)
def test_the_pages_of_a_result_are_read_out_whole_and_without_drawing(kind: object) -> None:
    """Every item of every page is in a line of its own, and no line has a bar, an arrow or runs of blanks."""
    session = Session.new(RULE_SETS.named(TINY), None, "Newtown")
    for question, written in (("decision_date", "2010-06"), ("led_today", ["branch_librarians"]), ("readers", "300")):
        session.answer(question, written)
    session.answer("head_leaving", "no")
    page = page_of(kind, subject_of(session), session.rules)  # type: ignore[arg-type]
    lines = spoken(page.blocks, lambda what: page.opens.get(what)).lines
    assert not [line for line in lines if re.search(r"[█▒·]|<-|#\||\S  ", line)]
    for item in _items(page.blocks):
        words = " ".join(item.text.replace(" <- today", ", as today").split())
        assert any(words in line for line in lines)


def _items(blocks: tuple[object, ...]) -> list[Item]:
    found: list[Item] = []
    for block in blocks:
        if isinstance(block, Section):
            found += _items(block.blocks)
        elif isinstance(block, Items):
            found += block.items
    return found
