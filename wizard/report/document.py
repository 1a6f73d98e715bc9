"""The document tree: what is said and how it hangs together, with no word on how it is laid out.

A renderer chooses widths, bullets and type. Text is plain: no markup, no line breaks that matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from .charts import Chart

Sign = Literal["for", "against", "not_known", "met", "point", "numbered", "tick"]
"""What an item stands for; `point` says nothing, `numbered` counts, `tick` is a place to tick on paper."""


class Paragraph(NamedTuple):
    """Running text. Each phrase of `strong` is a part of the text that deserves weight."""

    text: str
    strong: tuple[str, ...] = ()


class Item(NamedTuple):
    """One entry of a list: the sentence, who says so, and remarks that belong to it."""

    text: str
    sign: Sign = "point"
    aside: str | None = None
    notes: tuple[str, ...] = ()


class Items(NamedTuple):
    """A list."""

    items: tuple[Item, ...]


class Column(NamedTuple):
    """A column of a table; figures are set to the right. An empty title is allowed.

    `width` is how much of the page it should have, of 100, where there are pages; 0 leaves it to what stands in it.
    """

    title: str = ""
    figures: bool = False
    width: int = 0


class Table(NamedTuple):
    """Rows of cells, one for each column. Where cells are `self_explaining` plain text may leave the titles out.

    A `wide` one has a column for each of any number of things, after the one that names the row: where the page
    does not hold it, plain text gives each row as a short list. `caption` says what the table holds, where a heading
    or a sentence beside it does not; `row_heads` says that the first cell of each row names the row.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    self_explaining: bool = False
    wide: bool = False
    caption: str = ""
    row_heads: bool = True


class Figure(NamedTuple):
    """A chart with its words: nobody needs to see the chart to know what it shows.

    `caption` names it, `words` say what it shows, `table` has the same figures.
    """

    caption: str
    words: str
    chart: Chart
    table: Table


class Placeholder(NamedTuple):
    """A place for somebody else's words. `guidance` says in a line what belongs there, `whose` who writes it."""

    guidance: str
    whose: str = ""


class PageBreak(NamedTuple):
    """What follows begins on a new page, where there are pages."""


class Section(NamedTuple):
    """A titled part; sections nest."""

    title: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A whole document. `aside` stands beside the title; `mark` says who may read it, on every page."""

    title: str
    aside: str
    blocks: tuple[Block, ...]
    mark: str = ""


Block = Paragraph | Items | Table | Figure | Placeholder | PageBreak | Section
