"""Whether a report is short enough to be read: words in each part, words in all, and what is too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.report.document import Column, Document, Figure, Items, Paragraph, Placeholder, Section, Table

from .annexes import BACKGROUND, EVIDENCE
from .assumptions import ASSUMPTIONS
from .case import OPTIONS, REASONS, RUNNER_UP
from .closing import DISSENT, IMPLICATIONS, ROUTE, WEIGHTS
from .opening import PURPOSE, RECOMMENDATION
from .outlook import CHANGE, FIND_OUT
from .risks import CONDITIONS, RISKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wizard.report.document import Block

ANNEXES = (EVIDENCE, ASSUMPTIONS)

LIMITS = {
    PURPOSE: 120,
    RECOMMENDATION: 350,
    REASONS: 700,
    OPTIONS: 900,
    RUNNER_UP: 500,
    CONDITIONS: 450,
    RISKS: 1100,
    CHANGE: 750,
    FIND_OUT: 450,
    IMPLICATIONS: 300,
    DISSENT: 600,
    ROUTE: 250,
    WEIGHTS: 250,
    BACKGROUND: 120,
}
"""The most words of a part, for a report on two decisions. A judgement: longer parts are skimmed, not read.

A group's dissent takes a quarter of its part: what people say for themselves is not the program's to cut.
"""

WHOLE, PAGE = 5500, 450
"""The most words of a report without its annexes, and of the page for the leader."""


class Length(NamedTuple):
    """One part with its words and the most it may have; None where it may have any number."""

    title: str
    words: int
    most: int | None

    @property
    def too_long(self) -> bool:
        """Whether it has more words than it may."""
        return self.most is not None and self.words > self.most


def lengths(document: Document, page: bool = False) -> tuple[Length, ...]:
    """Every part of a report, and the whole last; `page` for the leader's page, which has one limit for all."""
    sections = [block for block in document.blocks if isinstance(block, Section)]
    if page:
        parts = [Length(each.title, words_in([each]), None) for each in sections]
        return (*parts, Length("The page", words_in(document.blocks), PAGE))
    parts = [Length(each.title, words_in([each]), LIMITS.get(each.title)) for each in sections]
    body = [block for block in document.blocks if not (isinstance(block, Section) and block.title in ANNEXES)]
    return (*parts, Length("The report without its annexes", words_in(body), WHOLE))


def words_in(blocks: Iterable[Block]) -> int:
    """The words a reader meets, tables and headings included."""
    return sum(len(text.split()) for block in blocks for text in _texts(block))


def _texts(block: Block) -> Iterable[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Items):
        for item in block.items:
            yield from (item.text, item.aside or "", *item.notes)
    elif isinstance(block, Table):
        yield from (block.caption, *(column.title for column in block.columns))
        for row in block.rows:
            yield from row
    elif isinstance(block, Figure):
        # A reader takes the figures from the chart or from its table, not from both.
        yield from (block.caption, block.words)
    elif isinstance(block, Placeholder):
        yield from (block.guidance, block.whose)
    elif isinstance(block, Section):
        yield block.title
        for each in block.blocks:
            yield from _texts(each)


def length_document(found: Sequence[Length]) -> Document:
    """What is too long, as a table; the whole last."""
    rows = tuple(
        (
            each.title,
            f"{each.words:,}",
            f"{each.most:,}" if each.most is not None else "any",
            f"too long by {each.words - (each.most or 0):,}" if each.too_long else "",
        )
        for each in found
    )
    columns = (Column("part"), Column("words", figures=True), Column("at most", figures=True), Column("remarks"))
    count = sum(each.too_long for each in found)
    said = "Nothing is too long." if not count else f"{count} {'part is' if count == 1 else 'parts are'} too long."
    return Document("Length of the report", "", (Paragraph(said), Table(columns, rows)))
