"""From a council file that was read to the case that the engine reasons about."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from wizard.engine import Case

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.problems import Problem
    from wizard.schema.council import CouncilFile


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
    """The case: answers as understood, weights exactly as written (0.1 is one tenth), models off the table."""
    weights = {
        decision: {each: Fraction(str(entry.weight)) for each, entry in entries.items()}
        for decision, entries in council.file.weights.items()
    }
    return Case(answers=council.answers, weights=weights, off_the_table=dict(council.file.off_the_table))
