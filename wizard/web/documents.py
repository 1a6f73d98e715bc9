"""Documents and blocks of the report as parts of a page, with links where an entry opens something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Item, Section, Table
from wizard.report.formats.html_blocks import Blocks
from wizard.report.ranking import TODAY

from .markup import Html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wizard.report.document import Block

    Row = tuple[str, ...]
    KeyOf = Callable[[Item | Row], str | None]

BEHIND = ("argument", "finding", "criterion", "place")
BAR = "bar"
"""A column of block letters is a picture for terminals: read aloud it is noise, and its figure stands beside it."""


def html_of(blocks: Iterable[Block], key_of: KeyOf | None = None, variant: str = "", title: str = "") -> Html:
    """The blocks; `key_of` gives for an entry what it opens, an answer in a what-if where one is named.

    `title` names a table that stands under no heading of its own.
    """

    before: dict[Row, Row] = {}

    def link_of(what: Item | Row) -> str | None:
        was = what if isinstance(what, Item) else before.get(what, what)
        key = key_of(was) if key_of is not None else None
        return None if key is None else _address(key, variant)

    return Html(
        "\n".join(Blocks(link_of, landmarks=False).body([_without_bars(each, before) for each in blocks], title=title))
    )


def _without_bars(block: Block, before: dict[Row, Row]) -> Block:
    """The block without pictures made of letters; `before` takes down which row was which."""
    if isinstance(block, Section):
        return block._replace(blocks=tuple(_without_bars(each, before) for each in block.blocks))
    if not isinstance(block, Table):
        return block
    kept = [place for place, column in enumerate(block.columns) if column.title != BAR]
    rows = []
    for row in block.rows:
        shown = tuple(_without_arrow(row[place]) for place in kept)
        before[shown] = row
        rows.append(shown)
    columns = (block.columns[place] for place in kept)
    shown_columns = tuple(each._replace(title=_without_arrow(each.title)) for each in columns)
    return block._replace(columns=shown_columns, rows=tuple(rows))


def _without_arrow(cell: str) -> str:
    """'Two directors <- today' as 'Two directors (today)'."""
    return "today" if cell == TODAY else cell.replace(TODAY, "(today)")


def _address(key: str, variant: str) -> str | None:
    kind, _, id = key.partition(":")
    if kind in BEHIND:
        return f"/evidence/{kind}/{id}"
    if kind == "question":
        return f"/change/{id}"
    if kind in ("weights", "models") and variant:
        return f"/what-if/{variant}/{kind}"
    return f"/what-if/{variant}/vary/{id}" if kind == "answer" and variant else None
