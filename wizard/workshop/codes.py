"""Words that somebody is known by: to come in, and to come back. Only their digests are ever written down."""

from __future__ import annotations

import secrets
from hashlib import sha256

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is easily taken for another."""


def new_code() -> str:
    """Such as 'kx7m-p2qd'."""
    letters = [secrets.choice(LETTERS) for _ in range(8)]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def plain_code(given: str) -> str:
    """A code as it counts: however it was typed, with or without its dash."""
    return "".join(each for each in given.casefold() if each.isalnum())


def digest_of(secret: str) -> str:
    """The SHA-256 of a code or a key, by which it is known again."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
