"""What a place in the reports did, and what became of it; kept apart from what was known before."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from .base import Authored, Id, Text

Kept = Literal["yes", "no", "unknown"]
"""Whether what the place did was still so at the time of the report."""

_STAGE = re.compile(r"_(?:\d{4}|before)$")


class Outcome(Authored):
    """`outcomes/<id>.yaml`, beside the council file of the same id.

    `did` gives, for each decision that the report tells of, the model the place chose; staying is
    choosing too. It is empty where no report says plainly which of the models that was. `place` is the
    place as findings name it, where that cannot be read from `id`. `from` says what it is drawn from:
    a finding (`source.finding`) or, as in council files, a source and where to look (`source, section`).
    `discuss` holds questions for discussion once participants of a training workshop have seen what the
    place did and what became of it; what they speak of stands in the reports named under `from`.
    """

    id: Id
    place: Id | None = None
    did: dict[Id, Id]
    kept: Kept | None = None
    what_happened: Text
    from_: tuple[Text, ...] = Field(default=(), alias="from")
    discuss: tuple[Text, ...] = ()

    @property
    def of_place(self) -> str:
        """The place's id as findings name it: `place`, else `id` without a year or a stage at its end."""
        return self.place or place_in_id(self.id)


def place_in_id(council: str) -> str:
    """A council file's id without `_2008` or `_before` at its end, however many there are."""
    while (shorter := _STAGE.sub("", council)) != council:
        council = shorter
    return council
