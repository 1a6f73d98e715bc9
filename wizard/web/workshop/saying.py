"""Small sentences that several pages of a workshop say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.session.change import NotTaken
    from wizard.workshop.place import Presence


def fault_words(fault: NotTaken) -> str:
    """Why something cannot be taken, and how to mend it."""
    return " ".join(each for each in (fault.message, fault.hint) if each)


def in_words(presence: Presence) -> str:
    """'2 of 3 are in'."""
    number = len(presence.sealed)
    return f"{number} of {presence.of} {'is' if number == 1 else 'are'} in"
