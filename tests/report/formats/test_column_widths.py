"""Columns: they fill the page at most, and none is narrower than its longest word where that can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wizard.report.document import Column, Table
from wizard.report.formats.column_widths import kept_columns, shares

ROOM = 100.0
WORD = "x" * 10


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of one to nine columns of short and long cells."""
    count = draw(st.integers(1, 9))
    cell = st.integers(0, 60).map(lambda words: " ".join([WORD] * words))
    rows = draw(st.lists(st.tuples(*[cell] * count), min_size=1, max_size=6))
    declared = draw(st.booleans())
    columns = tuple(
        Column(draw(cell), draw(st.booleans()), draw(st.integers(1, 40)) if declared else 0) for _ in range(count)
    )
    return Table(columns, tuple(rows))


@given(tables())
def test_columns_fill_the_page_at_most(table: Table) -> None:
    """Each has a width, and together they have no more than the page."""
    kept = kept_columns(table)
    if kept:
        found = shares(table, kept, ROOM)
        assert len(found) == len(kept) and min(found) > 0 and sum(found) <= 1 + 1e-9


@given(tables())
def test_no_word_is_cut_where_all_fit(table: Table) -> None:
    """Where the longest words fit beside each other, each column has room for its own."""
    kept = kept_columns(table)
    if 0 < len(kept) <= 6:
        assert all(
            width * ROOM >= len(WORD)
            for width, place in zip(shares(table, kept, ROOM), kept, strict=True)
            if any(row[place] for row in table.rows)
        )


def test_declared_widths_are_kept_where_words_allow() -> None:
    """As said, in parts of the page; a column too narrow for a word takes what it needs from the others."""
    rows = (("a b", "c d " * 30),)
    wide = Table((Column("", width=30), Column("", width=70)), rows)
    assert [round(each, 6) for each in shares(wide, [0, 1], ROOM)] == [0.3, 0.7]
    narrow = Table((Column("x" * 12, width=1), Column("", width=99)), rows)
    first, second = shares(narrow, [0, 1], ROOM)
    assert first * ROOM >= 12 and abs(first + second - 1) < 1e-9


def test_a_small_table_is_not_stretched() -> None:
    """A table that needs a third of the page does not fill it."""
    table = Table((Column("Model"), Column("Total", figures=True)), (("One", "52"), ("Two", "48")))
    assert sum(shares(table, [0, 1], ROOM)) < 0.4


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    """Whatever their title."""
    assert kept_columns(Table((Column("a"), Column("b")), (("x", " "), ("y", "")))) == [0]
