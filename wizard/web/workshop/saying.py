"""Small sentences that several pages of a workshop say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.session.change import NotTaken


def fault_words(fault: NotTaken) -> str:
    """Why something cannot be taken, and how to mend it."""
    return " ".join(each for each in (fault.message, fault.hint) if each)
