"""A mark that tells a file made by this program, and not touched since, from one that somebody has worked on.

A report has places to fill in: whoever makes it again must not lose what was written there. In text the mark is a
last line; in other files it stands where such files name their keywords.
"""

from __future__ import annotations

import re
from hashlib import sha256

MAKER = "council-wizard"
MARK_LENGTH = 16
SEAL = f"Made by {MAKER}, unchanged while its mark is "
UNMARKED = SEAL + "0" * MARK_LENGTH
"""What a file that is no text says of itself until its mark is known."""

_MARKED = re.compile(re.escape(SEAL.encode()) + rb"([0-9a-f]{%d})" % MARK_LENGTH)


def sealed(text: str, before: str = "", after: str = "") -> str:
    """The text with a last line that names the maker and a digest of all that stands above it."""
    body = text if text.endswith("\n") else f"{text}\n"
    return f"{body}{before}{SEAL}{_digest(body.encode())}{after}\n"


def is_sealed(data: bytes) -> bool:
    """Whether a file is as it was made: sealed, and not a letter of it changed since."""
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return False
    body, found, last = text.rstrip("\n").rpartition("\n")
    body = f"{body}\n" if found else ""
    return f"{SEAL}{_digest(body.encode())}" in last


def marked(data: bytes) -> bytes:
    """Bytes that say UNMARKED of themselves, with a digest of them all in its place: not one byte longer."""
    return data.replace(UNMARKED.encode(), SEAL.encode() + _digest(data).encode())


def mark_in(data: bytes) -> bytes | None:
    """What `marked` put into the bytes; None where there is none, or several that differ."""
    found = set(_MARKED.findall(data))
    return found.pop() if len(found) == 1 else None


def unmarked(data: bytes) -> bytes:
    """The bytes as they were before they were marked."""
    return _MARKED.sub(UNMARKED.encode(), data)


def is_marked(data: bytes) -> bool:
    """Whether bytes are as `marked` made them."""
    return mark_in(data) == _digest(unmarked(data)).encode()


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()[:MARK_LENGTH]
