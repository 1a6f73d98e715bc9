"""Rule sets as an earlier run kept them, where not a byte has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.kept import is_on, keep, recall, recorded

from .bases import digest_of_rules, folders_at_a_glance

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.schema.pack import Pack

KIND = "pack"


def pack_in(folder: Path) -> Pack:
    """The rule set in a folder: as kept, else read and then kept. Raises Unreadable with every fault."""
    digest = digest_of_rules(folder) if is_on() else None
    found = kept_pack(digest) if digest is not None else None
    if found is None:
        # A rule set that was kept needs nothing of what reads one.
        from .reading import read_pack

        read = read_pack(folder)
        found = read.pack
        seen = read.folders == folders_at_a_glance(folder)
        # Somebody may have saved a file while the others were being read.
        if digest is not None and seen and digest_of_rules(folder) == digest:
            keep(KIND, digest, recorded(found))
    return found


def kept_pack(digest: str) -> Pack | None:
    """The rule set kept under a digest of its files; None where there is none."""
    found: Pack | None = recall(KIND, digest)
    return found
