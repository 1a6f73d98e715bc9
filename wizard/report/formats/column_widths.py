"""How wide the columns of a table should be on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.report.document import Table

MARGIN = 1.8
"""What a column takes beside its letters, in letters."""

EASE = 1.2
"""How much wider than reckoned a column is made where there is room, or where a break would split a figure: letters
differ from one typeface to another."""

_WIDE, _NARROW = frozenset("mwMWOQ@%"), frozenset("iljtfrI.,:;'|!()[]- ")


def kept_columns(table: Table) -> list[int]:
    """The places of the columns in which anything stands."""
    return [place for place in range(len(table.columns)) if any(row[place].strip() for row in table.rows)]


def shares(table: Table, kept: Sequence[int], room: float) -> list[float]:
    """The width of each kept column in parts of the page; together at most 1, and less where less is enough.

    `room` is how many letters of the table's type a line of the page holds, about.
    Each has room for its longest word; what is left is shared by how much stands in a column. The widths that the
    table itself wants come first, but no word is cut for them.
    """
    texts = [[table.columns[place].title, *(row[place] for row in table.rows)] for place in kept]
    longest = [max((_letters(word) for text in each for word in text.split()), default=1.0) for each in texts]
    figures = [EASE if table.columns[place].figures else 1.0 for place in kept]
    least = [min(each, room / 3) * ease + MARGIN for each, ease in zip(longest, figures, strict=True)]
    wanted = [max(_letters(text) for text in each) + MARGIN for each in texts]
    declared = [table.columns[place].width for place in kept]
    if all(declared):
        return _at_least(least, [width * room / sum(declared) for width in declared], room)
    if sum(wanted) <= room:
        ease = min(EASE, room / sum(wanted))
        return [width * ease / room for width in wanted]
    # The root: a column with four times the text needs twice the width to be as high as it is wide.
    weights = [sum(_letters(text) for text in each) ** 0.5 for each in texts]
    ideal = [min(want, weight * room / sum(weights)) for want, weight in zip(wanted, weights, strict=True)]
    spare = room - sum(ideal)
    open_ones = [want > width for want, width in zip(wanted, ideal, strict=True)]
    if spare > 0 and any(open_ones):
        ideal = [width + spare * is_open / sum(open_ones) for width, is_open in zip(ideal, open_ones, strict=True)]
    return _at_least(least, ideal, room)


def _at_least(least: Sequence[float], ideal: Sequence[float], room: float) -> list[float]:
    """The ideal widths, none below its least, those above theirs paying for it in proportion; as parts of the room."""
    if sum(least) >= room:
        return [width / sum(least) for width in least]
    lacking = sum(max(0.0, low - width) for low, width in zip(least, ideal, strict=True))
    over = [max(0.0, width - low) for low, width in zip(least, ideal, strict=True)]
    pays = lacking / sum(over) if sum(over) else 0.0
    widths = [max(low, width) - more * pays for low, width, more in zip(least, ideal, over, strict=True)]
    scale = min(1.0, room / sum(widths))
    return [width * scale / room for width in widths]


def _letters(text: str) -> float:
    """How wide a text is, in letters of the usual width."""
    return sum(1.5 if char in _WIDE else 0.55 if char in _NARROW else 1.15 if char.isupper() else 1.0 for char in text)
