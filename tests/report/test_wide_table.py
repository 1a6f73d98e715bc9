"""Wide tables: a table where the page holds it, short lists where it does not, nothing lost either way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wizard.report.document import Column, Table
from wizard.report.text_cells import cells
from wizard.report.text_table import table_lines

WORD = st.text("abcdefgh", min_size=1, max_size=14)
CELL = st.lists(WORD, min_size=1, max_size=6).map(" ".join)


def _table(rows: list[tuple[str, ...]], wide: bool = True) -> Table:
    titles = ["question", *(f"<{place}>" for place in range(1, len(rows[0])))]
    return Table(tuple(Column(title) for title in titles), tuple(rows), wide=wide)


@given(st.integers(2, 6).flatmap(lambda size: st.lists(st.tuples(*[CELL] * size), min_size=1, max_size=5)))
def test_no_line_is_too_wide_and_no_word_is_lost(rows: list[tuple[str, ...]]) -> None:
    """Whatever the number of columns, at the width of a terminal; every word of every row stands there, in order."""
    for width in (60, 80):
        lines = table_lines(_table(rows), width)
        assert max(map(cells, lines)) <= width
        said = " ".join(" ".join(lines).split())
        assert all(word in said for row in rows for cell in row for word in cell.split())


def test_what_fits_stays_a_table() -> None:
    """With its titles; one that is not wide is never turned into lists."""
    rows = [("Roof?", "bad", "sound")]
    assert table_lines(_table(rows), 60) == ["question   <1>   <2>", "Roof?      bad   sound"]
    long = [("Roof?", "bad " * 20, "sound " * 20)]
    assert table_lines(_table(long, wide=False), 60)[0].split() == ["question", "<1>", "<2>"]


def test_columns_that_say_the_same_are_told_together() -> None:
    """Under the row's name, in the order in which each answer first comes."""
    same = "something long that fills the better part of a line"
    lines = table_lines(_table([("Roof?", "bad", same, "bad", "", same)]), 70)
    assert lines == ["Roof?", "  <1>, <3>: bad", f"  <2>, <5>: {same}"]
