"""Short phrases set in as many lines as they need, each phrase kept whole where it fits at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 3


def flowed(phrases: Sequence[Content], width: int, last: Content | None = None, gap: int = GAP) -> list[Content]:
    """Lines of at most `width` cells with the phrases one after the other; `last` stands at the right edge.

    A phrase too wide for a line wraps; nothing is ever cut.
    """
    width = max(width, 1)
    lines: list[Content] = []
    for phrase in [each for each in phrases if each.plain]:
        if lines and lines[-1].cell_length + gap + phrase.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], " " * gap, phrase)
        else:
            lines += phrase.wrap(width)
    if last is None or not last.plain:
        return lines
    space = width - last.cell_length
    if lines and lines[-1].cell_length + GAP <= space:
        lines[-1] = Content.assemble(lines[-1].pad_right(space - lines[-1].cell_length), last)
        return lines
    return [*lines, *(last.pad_left(max(space, 0)) if space >= 0 else last).wrap(width)]
