"""What the facilitator holds in the hand: of either kind of workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.report.document import Document
    from wizard.workshop.workshop import Workshop


def facilitator_notes(workshop: Workshop) -> Document:
    """The notes on a case, or on a group. Raises NotTaken, Unreadable."""
    if workshop.is_case_study:
        from .case_notes import case_notes

        return case_notes(workshop)
    from .group_notes import group_notes

    return group_notes(workshop)
