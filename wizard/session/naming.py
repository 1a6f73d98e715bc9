"""Ids and file names made from words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST = 60


def id_from(words: str) -> str:
    """An id for a name: small letters, digits and underscores, a letter first."""
    plain = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")
    return plain if plain[:1].isalpha() else f"council_{plain}".rstrip("_")


def free_id(words: str, otherwise: str, taken: Collection[str]) -> str:
    """An id for a title that none of `taken` has; `otherwise` stands in for a title without any letter."""
    begun = id_from(words)[:LONGEST].rstrip("_") if re.search(r"[a-z]", words.lower()) else otherwise
    found, number = begun, 2
    while found in taken:
        found, number = f"{begun}_{number}", number + 1
    return found
