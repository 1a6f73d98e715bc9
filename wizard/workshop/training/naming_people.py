"""Who is named on a screen that a whole room looks at: everybody where few took part, else only how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.figures import counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 6
"""Sheets up to which people are named beside the model they foretold; among more nobody is singled out."""

MOST_SPOTTERS = 3
"""Those who spotted a risk have done well and may be named; more than these are counted."""


def foretellers_words(who: Sequence[str], of: int) -> str:
    """'the care team and Finance', or nothing where many took part."""
    return listed(list(who)) if of <= FEW else ""


def spotters_words(who: Sequence[str], of: int) -> str:
    """'spotted by Finance', 'spotted by 9 of 16 sheets'."""
    if len(who) <= MOST_SPOTTERS:
        return f"spotted by {listed(list(who))}"
    return f"spotted by {len(who)} of {counted(of, 'sheet')}"
