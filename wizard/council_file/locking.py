"""Two sessions of this program never save into one folder at the same moment."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wizard.problems import Place, Problem

from .not_saved import NotSaved


@contextmanager
def locked_folder(folder: Path, name: str) -> Iterator[None]:
    """Holds a folder while a file in it is exchanged; the system lets go when the process ends, however it ends.

    Raises NotSaved where another session holds it. Where folders cannot be locked (Windows, some
    network disks) nothing is held: there the exclusive `.saving` file keeps most sessions apart.
    Editors take no part in this.
    """
    handle = _lock(folder, name)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(folder: Path, name: str) -> int | None:
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        # Writing will say in its own words why the folder cannot be used.
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        message = "Another session is saving in this folder at this moment."
        raise NotSaved([Problem("being-saved", Place(name), message, "Save again.")]) from None
    except OSError:
        os.close(handle)
        return None
    return handle
