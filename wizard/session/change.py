"""What a change is: which thing, what it was and what it became. Words for screens are made elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.schema.base import RawAnswer
    from wizard.schema.council import About, TradeOffEntry, WeightEntry, WhatIf


class NotTaken(Exception):
    """Something a person gave cannot be taken: `message` says why, `hint` (or None) how to mend it.

    Nothing was changed. `check` is one word for the fault.
    """

    def __init__(self, check: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.check, self.message, self.hint = check, message, hint


class AnswerGiven(NamedTuple):
    """An answer that was given: what it means, how it is written, and what was said about it."""

    answer: Answer
    written: RawAnswer
    note: str | None = None
    from_: str | None = None
    known: str | None = None


class AnswerChange(NamedTuple):
    """An answer was given, changed or taken back (None). In a what-if None means "as in the council file"."""

    question: str
    before: AnswerGiven | None
    after: AnswerGiven | None
    variant: str | None = None


class WeightsChange(NamedTuple):
    """Weights that a person set in one decision: those that differ, None where there is none.

    `trade_offs_gone` are the answers to "which matters more?" that gave way to them.
    """

    decision: str
    before: Mapping[str, WeightEntry | None]
    after: Mapping[str, WeightEntry | None]
    trade_offs_gone: tuple[TradeOffEntry, ...] = ()
    variant: str | None = None


class TradeOffsChange(NamedTuple):
    """All answers to "which matters more?" of one decision, as they were and as they are."""

    decision: str
    before: tuple[TradeOffEntry, ...]
    after: tuple[TradeOffEntry, ...]


class OffTheTableChange(NamedTuple):
    """A model was taken off the table, with a reason, or put back (None)."""

    model: str
    before: str | None
    after: str | None
    variant: str | None = None


class TitleChange(NamedTuple):
    """The council file has another title."""

    before: str
    after: str


class AboutChange(NamedTuple):
    """What is said of the council itself: which, when, prepared by whom."""

    before: About
    after: About


class WhatIfChange(NamedTuple):
    """A what-if was begun (before is None), taken away (after is None), named, noted, or kept in the file or not."""

    variant: str
    before: WhatIf | None
    after: WhatIf | None
    kept_before: bool
    kept_after: bool


class TakenOver(NamedTuple):
    """What is otherwise in a what-if became the council file's own: as many answers, weights and models."""

    title: str
    answers: tuple[str, ...]
    weights: int
    models: tuple[str, ...]


class Reload(NamedTuple):
    """The file was read again from the disk. `differing` are the questions whose answers then differed."""

    differing: tuple[str, ...]


Change = (
    AnswerChange
    | WeightsChange
    | TradeOffsChange
    | OffTheTableChange
    | TitleChange
    | AboutChange
    | WhatIfChange
    | TakenOver
    | Reload
)
