"""The document tree: what is said and how it hangs together, with no word on how it is laid out.

A renderer chooses widths, bullets and type. Text is plain: no markup, no line breaks that matter.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Sign = Literal["for", "against", "not_known", "met", "point", "numbered"]
"""What an item stands for; `point` says nothing, `numbered` counts."""


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
    """A column of a table; figures are set to the right. An empty title is allowed."""

    title: str = ""
    figures: bool = False


class Table(NamedTuple):
    """Rows of cells, one for each column. Where cells are `self_explaining` plain text may leave the titles out."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    self_explaining: bool = False


class Section(NamedTuple):
    """A titled part; sections nest."""

    title: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A whole document. `aside` stands beside the title."""

    title: str
    aside: str
    blocks: tuple[Block, ...]


Block = Paragraph | Items | Table | Section
