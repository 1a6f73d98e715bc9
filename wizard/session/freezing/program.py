"""Which version of the program froze a council file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import wizard

NOT_INSTALLED = "not installed"


def program_version() -> str:
    """The version that is installed, or that it runs from its folder."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("council-wizard")
    except PackageNotFoundError:
        return NOT_INSTALLED


def program_digest() -> str:
    """SHA-256 over the names and texts of the program's own modules; line ends of Windows do not change it."""
    home = Path(wizard.__file__).parent
    found = sha256()
    for path in sorted(home.rglob("*.py"), key=lambda each: each.relative_to(home).as_posix()):
        data = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{path.relative_to(home).as_posix()}\n{len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()
