"""Finds a council by the name that a person gives it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .councils import Council

MOST_LISTED = 8

_SAY_LITTLE = frozenset({"the", "of", "and", "council", "county", "borough", "city", "metropolitan", "district"}) | {
    "unitary",
    "authority",
    "corporation",
    "royal",
}
"""Words that councils carry before or after their names, or leave out."""


class NotFound(LookupError):
    """No council is called so. `near` lists those that may have been meant, the likeliest first."""

    def __init__(self, name: str, near: Sequence[Council]) -> None:
        super().__init__(name)
        self.near = tuple(near)


class Ambiguous(NotFound):
    """Several councils could be meant: those in `near`."""


def council_named(name: str, councils: Sequence[Council]) -> Council:
    """The council of a name or a GSS code.

    Case, punctuation, '&' for 'and' and words such as 'council', 'county' and 'royal borough of' make no
    difference. A part of a name is never taken for the whole: Bournemouth is not Bournemouth, Christchurch and
    Poole. Raises Ambiguous where several could be meant, and NotFound with what comes near.
    """
    plain = name.strip()
    for each in councils:
        if plain.casefold() in (each.name.casefold(), each.code.casefold()):
            return each
    wanted = words_that_tell(name)
    same = [each for each in councils if wanted and words_that_tell(each.name) == wanted]
    if len(same) == 1:
        counties = _counties_of(same[0], councils) if "county" in name.casefold().split() else []
        if counties:
            raise Ambiguous(name, [*counties, same[0]])
        return same[0]
    if same:
        raise Ambiguous(name, same)
    having = [each for each in councils if wanted and _contains(words_that_tell(each.name), wanted)]
    if len(having) > 1:
        raise Ambiguous(name, having[:MOST_LISTED])
    raise NotFound(name, having or _alike(wanted, councils))


def words_that_tell(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, in plain small letters; empty where there are none."""
    letters = unicodedata.normalize("NFKD", name.casefold()).replace("’", "").replace("'", "").replace(".", "")
    words = re.findall(r"[a-z0-9]+", "".join(each for each in letters if not unicodedata.combining(each)))
    telling = tuple(each for each in words if each not in _SAY_LITTLE)
    if "borough" in words:
        # 'London Borough of Barnet': here London is not the place.
        return tuple(each for each in telling if each != "london") or telling
    return telling


def _counties_of(found: Council, councils: Sequence[Council]) -> list[Council]:
    """Counties named for a town that is a council of its own: 'Leicester County Council' may be either."""
    if found.type == "county" or "county" in found.name.casefold():
        return []
    return [each for each in councils if each.type == "county" and each.name.startswith(found.name)]


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[start : start + len(part)] == part for start in range(len(words) - len(part) + 1))


def _alike(wanted: tuple[str, ...], councils: Sequence[Council]) -> list[Council]:
    from difflib import get_close_matches

    by_words = {" ".join(words_that_tell(each.name)): each for each in councils}
    return [by_words[each] for each in get_close_matches(" ".join(wanted), by_words, n=3, cutoff=0.6)]
