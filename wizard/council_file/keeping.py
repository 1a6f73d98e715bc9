"""Saving as a whole: the new values into the person's text, the text on disk, the recovery file away."""

from __future__ import annotations

from pathlib import Path

from wizard.schema.council import CouncilFile

from .pack_view import PackView
from .reading import OpenCouncil, read_council
from .recovery import RecoveryFile
from .saving import changed_text
from .storing import create, save
from .writing import new_text
from .written import written_in


def save_council(
    open_council: OpenCouncil, new: CouncilFile, pack: PackView, recovery: RecoveryFile | None = None
) -> OpenCouncil:
    """Saves new values in place and gives the file as it is now open, to go on from.

    Raises Unreadable, with nothing written, where the new values do not suit the rule set, and
    NotSaved where they cannot be written. The recovery file goes only after a clean save.
    """
    text = changed_text(open_council, new)
    # Understood before it is written: what could not be opened again is never put on disk.
    reopened = _reopened(text, open_council.path, open_council.shown_as, pack)
    save(open_council, text)
    if recovery is not None:
        recovery.discard()
    return reopened


def create_council(path: Path, new: CouncilFile, pack: PackView, recovery: RecoveryFile | None = None) -> OpenCouncil:
    """Writes a council file that is not there yet and gives it opened. Raises Unreadable and NotSaved as above."""
    text = new_text(new)
    reopened = _reopened(text, path, str(path), pack)
    create(path, text)
    if recovery is not None:
        recovery.discard()
    return reopened


def _reopened(text: str, path: Path, shown_as: str, pack: PackView) -> OpenCouncil:
    return read_council(written_in(text.encode("utf-8"), path, shown_as), pack)
