"""Digests of what was read, down to the last byte, and of the program that read it."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

MOST_FILES, MOST_BYTES = 2_000, 20_000_000
"""A folder with more than this is no rule set; it is read afresh each time rather than hashed."""


def digest_of_bytes(*parts: bytes) -> str:
    """A digest of these bytes, in this order, and of the program."""
    found = sha256(_program())
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


def digest_of_folder(folder: Path) -> str | None:
    """A digest of every file below a folder, names and bytes; None where it cannot be had."""
    parts: list[bytes] = []
    size = 0
    try:
        for home, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(files):
                path = os.path.join(home, name)  # noqa: PTH118 - many files, and Path is several times slower
                with open(path, "rb") as file:  # noqa: PTH123
                    data = file.read(MOST_BYTES)
                size += len(data)
                parts += [os.path.relpath(path, folder).encode(errors="surrogateescape"), data]
                if size >= MOST_BYTES or len(parts) > 2 * MOST_FILES:
                    return None
    except OSError:
        return None
    return digest_of_bytes(*parts)


@lru_cache(maxsize=1)
def _program() -> bytes:
    """The program's own files by name, size and time of change, and the Python that runs it."""
    package = Path(__file__).parent.parent
    lines = [sys.version]
    for floor in ("schema", "conditions", "pack", "council_file", "strict_yaml", "kept"):
        for home, _, files in os.walk(package / floor):
            for name in sorted(files):
                if name.endswith(".py"):
                    facts = os.stat(os.path.join(home, name))  # noqa: PTH116, PTH118
                    lines.append(f"{floor}/{name} {facts.st_size} {facts.st_mtime_ns}")
    return "\n".join(lines).encode()
