"""Council files as they stand on disk, by the name that a person gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import read_written
from wizard.pack import find_council_file
from wizard.session.freezing.archive import is_archive

if TYPE_CHECKING:
    from wizard.council_file import WrittenCouncil


def written_file(name: str) -> WrittenCouncil:
    """The council file of a path, one that ships with the program, or the one in an archive. Raises Unreadable."""
    path = find_council_file(name)
    if is_archive(path):
        from wizard.session.freezing.frozen import written_frozen

        return written_frozen(path, name)
    return read_written(path, name)


def digest_on_disk(name: str) -> str:
    """The SHA-256 of a council file's bytes, by which a file that was begun from it knows it. Raises Unreadable."""
    return written_file(name).digest
