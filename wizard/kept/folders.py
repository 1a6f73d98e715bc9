"""The person's own folders, by the custom of each system; found before anything heavy is loaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OFF = "off"


def own_folder(variable: str, windows: str, mac: str, other: str, below_home: str) -> Path | None:
    """This program's folder; None where it is switched off or there is no home.

    The environment's `variable` names another folder, or is `off`. `windows` and `other` are the variables in which
    systems name the parent, `mac` and `below_home` where it is without one.
    """
    named = os.environ.get(variable)
    if named == OFF:
        return None
    if named:
        return Path(named)
    if sys.platform == "win32":
        home = os.environ.get(windows)
    elif sys.platform == "darwin":
        home = os.path.expanduser(mac)  # noqa: PTH111
    else:
        home = os.environ.get(other) or os.path.expanduser(below_home)  # noqa: PTH111
    return Path(home) / "council-wizard" if home and os.path.isabs(home) else None  # noqa: PTH117
