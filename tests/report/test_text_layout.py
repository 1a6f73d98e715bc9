"""Plain text: widths in cells, nothing that steers a terminal, and one look at the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.report.document import Column, Document, Item, Items, Paragraph, Section, Table
from wizard.report.text import text_of
from wizard.report.text_cells import cells, wrapped

WHOLE = """\
Newtown, 2010                       rule set: tiny (1.0.0)
Advice, not a decision.

WHO LEADS?
  It leans to ONE HEAD.

  1   One head           53   between 49 and 58
  2   Two heads who      50                       <- today
      meet often

  For it
    + A short reason.                       [one director]
    + A reason that is so long that it has to go on in the
      next line.
      [several directors; A report, introduction]
        > disputed by somebody

  Risks
    risk       likelihood   what lowers it
    Too much   likely       A rather long answer that
                            wraps in its own column
"""


def test_whole_document_is_laid_out_like_this() -> None:
    """The one look at everything at once, at 58 columns."""
    ranking = Table(
        (Column("rank"), Column("model"), Column("total", figures=True), Column("range"), Column("remarks")),
        (("1", "One head", "53", "between 49 and 58", ""), ("2", "Two heads who meet often", "50", "", "<- today")),
        self_explaining=True,
    )
    risks = Table(
        (Column("risk"), Column("likelihood"), Column("what lowers it")),
        (("Too much", "likely", "A rather long answer that wraps in its own column"),),
    )
    long = "A reason that is so long that it has to go on in the next line."
    reasons = Items(
        (
            Item("A short reason.", "for", "one director"),
            Item(long, "for", "several directors; A report, introduction", ("disputed by somebody",)),
        )
    )
    decision = Section(
        "Who leads?",
        (
            Paragraph("It leans to one head.", strong=("one head",)),
            ranking,
            Section("For it", (reasons,)),
            Section("Risks", (risks,)),
        ),
    )
    document = Document("Newtown, 2010", "rule set: tiny (1.0.0)", (Paragraph("Advice, not a decision."), decision))
    assert text_of(document, 58) == WHOLE


def test_strong_phrases_are_whole_words() -> None:
    """'a trust' is written large, 'a trustee' is not; of two phrases the longer one counts."""
    paragraph = Paragraph("Either a trust or a trustee.", strong=("a trust",))
    text = text_of(Document("T", "", (paragraph,)), 80)
    assert "Either A TRUST or a trustee." in text


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "a\u202eb", "bell\x07", "\x9b2J"])
def test_nothing_steers_the_terminal(hostile: str) -> None:
    """Control characters of a council file come out as escapes."""
    text = text_of(Document(hostile, hostile, (Items((Item(hostile, "for", hostile, (hostile,)),)),)), 80)
    assert all(char.isprintable() or char == "\n" for char in text)


@given(st.text(alphabet=st.sampled_from("ab 漢字é\u0301x-"), max_size=60), st.integers(min_value=2, max_value=20))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    """Wide characters count twice, accents that combine not at all, and nothing is lost."""
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


@given(
    st.lists(st.tuples(*[st.text(alphabet="abc ", max_size=40)] * 4), min_size=1, max_size=4),
    st.integers(min_value=60, max_value=110),
)
def test_tables_fit(rows: list[tuple[str, ...]], width: int) -> None:
    """Whatever stands in the cells."""
    table = Table(tuple(Column(name) for name in ("one", "two", "three", "four")), tuple(rows))
    assert all(len(line) <= width for line in text_of(Document("T", "", (table,)), width).splitlines())
