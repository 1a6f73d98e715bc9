"""Saving as a whole: the new values into the person's text, the text on disk, the recovery file away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wizard.schema.council import CouncilFile

from .not_saved import NotSaved
from .pack_view import PackView
from .reading import OpenCouncil, read_council
from .recovery import RecoveryFile
from .saving import changed_text
from .storing import create, save
from .writing import new_text
from .written import digest_of, written_in


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


def copy_council(
    open_council: OpenCouncil, path: Path, new: CouncilFile, pack: PackView, recovery: RecoveryFile | None = None
) -> OpenCouncil:
    """Writes the values under another name, with the comments, layout and own keys of the file that was opened.

    Where its text cannot be changed without losing something, the copy is laid out anew: the file itself still
    stands. Raises Unreadable and NotSaved as above, also where there is a file of this name.
    """
    try:
        text = changed_text(open_council, new)
    except NotSaved:
        return create_council(path, new, pack, recovery)
    reopened = _reopened(text, path, str(path), pack)
    create(path, text)
    if recovery is not None:
        recovery.discard()
    return reopened


def overwrite_council(
    open_council: OpenCouncil, new: CouncilFile, pack: PackView, recovery: RecoveryFile | None = None
) -> OpenCouncil:
    """Saves over whatever stands there now, changed or deleted: only where the person has said so.

    What stood there is kept as the version before. Raises Unreadable and NotSaved as above.
    """
    try:
        present = digest_of(open_council.path.resolve(strict=False).read_bytes())
    except FileNotFoundError:
        return copy_council(open_council, open_council.path, new, pack, recovery)
    except OSError:
        # Saving says in its own words why the file cannot be used.
        present = open_council.digest
    return save_council(replace(open_council, digest=present), new, pack, recovery)


def _reopened(text: str, path: Path, shown_as: str, pack: PackView) -> OpenCouncil:
    return read_council(written_in(text.encode("utf-8"), path, shown_as), pack)
