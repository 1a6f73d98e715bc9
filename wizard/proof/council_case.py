"""From a council file that was read to the case that the engine reasons about."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from wizard.engine import Case

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.problems import Problem
    from wizard.schema.council import CouncilFile, TradeOffEntry


class Understood(Protocol):
    """A council file whose answers are understood: as it was read just now, or as it was kept."""

    @property
    def file(self) -> CouncilFile:
        """What the file says."""

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What its answers mean."""

    @property
    def notices(self) -> Sequence[Problem]:
        """What was read in an older shape."""


def when_known(written: object) -> str | None:
    """When an answer as written was known, `before` the choice or `at_report`; None where it does not say."""
    known = written.get("known") if isinstance(written, dict) else None
    return known if isinstance(known, str) else None


def case_of(council: Understood) -> Case:
    """The case: answers as understood, weights exactly as written (0.1 is one tenth), models off the table.

    A trade-off of which nobody could say which matters more says nothing.
    """
    weights = {
        decision: {each: Fraction(str(entry.weight)) for each, entry in entries.items()}
        for decision, entries in council.file.weights.items()
    }
    trade_offs = {
        decision: tuple(pair for entry in entries if (pair := more_and_less(entry)) is not None)
        for decision, entries in council.file.trade_offs.items()
    }
    return Case(council.answers, weights, dict(council.file.off_the_table), trade_offs)


def more_and_less(entry: TradeOffEntry) -> tuple[str, str] | None:
    """The group that was said to matter more, and the other one; None where nobody could say."""
    one, other = entry.of
    return {one: (one, other), other: (other, one)}.get(entry.says)
