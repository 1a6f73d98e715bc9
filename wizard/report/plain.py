"""What stands in place of figures, placeholders and page breaks where there are only words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Figure, Items, PageBreak, Paragraph, Placeholder, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .document import Block

    PlainBlock = Paragraph | Items | Table | Section


def plain(blocks: Iterable[Block]) -> tuple[PlainBlock, ...]:
    """The blocks with a figure as its caption, its words and its table; nested sections are left as they are."""
    return tuple(each for block in blocks for each in _plain(block))


def placeholder_words(placeholder: Placeholder) -> str:
    """'[To be completed by the finance officer: what it costs.]'"""
    by = f" by {placeholder.whose}" if placeholder.whose else ""
    return f"[To be completed{by}: {placeholder.guidance}]"


def _plain(block: Block) -> Iterator[PlainBlock]:
    if isinstance(block, Figure):
        yield Paragraph(f"{block.caption}. {block.words}", strong=(block.caption,))
        yield block.table._replace(caption="")
    elif isinstance(block, Placeholder):
        yield Paragraph(placeholder_words(block))
    elif isinstance(block, Table) and block.caption:
        yield Paragraph(block.caption if block.caption.endswith(("?", ".", ":")) else f"{block.caption}:")
        yield block._replace(caption="")
    elif not isinstance(block, PageBreak):
        yield block
