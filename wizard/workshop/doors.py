"""The codes of a workshop that is held in the browser: the same each time it is served from its folder.

They stand in plain words in `codes.yaml` of that folder, since they are printed again whenever the server is started;
the file can be read by its owner only. Whoever can read it can open the sheets in the folder as well.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from wizard.council_file import NotSaved
from wizard.council_file.storing import replace_whole
from wizard.problems import Place, Problem
from wizard.schema.workshop import Doors

from .codes import new_code
from .records import read_record, record_text

if TYPE_CHECKING:
    from pathlib import Path

CODES = "codes.yaml"
OWNER_ONLY = 0o600


def doors_of(folder: Path) -> Doors:
    """The codes of a folder; new ones where it has none yet. Raises Unreadable, NotSaved."""
    path = folder / CODES
    try:
        if path.is_file():
            found, _ = read_record(path, Doors)
            path.chmod(OWNER_ONLY)
            return found
        doors = Doors(join=new_code(), facilitator=f"{new_code()}-{new_code()}", secret=secrets.token_hex(32))
        replace_whole(path, record_text(doors).encode("utf-8"), OWNER_ONLY)
    except OSError as fault:
        words = f"The codes cannot be kept in this folder: {(fault.strerror or 'no reason given').lower()}."
        raise NotSaved([Problem("not-saved", Place(str(path)), words, "Allow writing there.")]) from None
    return doors
