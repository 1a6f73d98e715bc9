"""What stands on every page of a workshop that is only practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.schema.workshop import WorkshopFile

REHEARSAL = "Rehearsal: made-up answers"


def mark_of(file: WorkshopFile) -> str:
    """The mark of a rehearsal's documents; nothing on those of a real workshop."""
    return REHEARSAL if file.rehearsal else ""
