"""What stands on every page of a workshop that is only practice, or not for everybody's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.schema.workshop import WorkshopFile

REHEARSAL = "Rehearsal: made-up answers"
CONFIDENTIAL = "Confidential: holds sensitive answers"


def mark_of(file: WorkshopFile) -> str:
    """The mark of a workshop's documents: that it is a rehearsal, that it is confidential, both, or nothing."""
    marks = (REHEARSAL if file.rehearsal else "", CONFIDENTIAL if file.confidential else "")
    return ". ".join(each for each in marks if each)
