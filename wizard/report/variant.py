"""A what-if beside the council file that it varies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wizard.engine.compared import Comparison


class Variant(NamedTuple):
    """`comparison` runs from the file as it stands to the variation.

    `title` and `id` are None for one that nobody named. `without_effect` lists the questions that are
    answered in the variation although they do not arise there.
    """

    comparison: Comparison
    title: str | None = None
    id: str | None = None
    note: str | None = None
    without_effect: frozenset[str] = frozenset()


def letter(place: int) -> str:
    """What stands for the variant or council at a place, from 0: A to Z, then 27 and so on."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)
