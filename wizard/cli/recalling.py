"""Council files, with their rule sets, as an earlier run kept them, where not a byte has changed since."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from wizard.kept import digest_of_bytes, is_on, keep, recall, recorded
from wizard.pack import find_council_file, find_pack
from wizard.pack.bases import digest_of_rules
from wizard.pack.recalling import kept_pack
from wizard.problems import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from wizard.conditions.answers import Answer
    from wizard.council_file import OpenCouncil
    from wizard.engine import Rules
    from wizard.problems import Problem
    from wizard.schema.council import CouncilFile

COUNCIL = "council"


class KeptCouncil(NamedTuple):
    """A council file as it was understood before."""

    file: CouncilFile
    answers: Mapping[str, Answer]
    notices: Sequence[Problem]


def recalled_council(name: str, pack: str | None) -> tuple[KeptCouncil, Rules] | None:
    """A council file and its rules as kept; None where anything is new, changed, missing or faulty."""
    if not is_on():
        return None
    try:
        data = find_council_file(name).read_bytes()
        entry = recall(COUNCIL, _council_digest(name, pack, sha256(data).hexdigest()))
        if entry is None:
            return None
        pack_named, pack_digest, *parts = entry
        folder = find_pack(pack or pack_named)
        rules = _recalled_rules(pack_digest) if _folder_digest(folder) == pack_digest else None
    except (Unreadable, OSError, ValueError):
        return None
    return (KeptCouncil(*parts), rules) if rules is not None else None


def keep_council(name: str, pack: str | None, folder: Path, council: OpenCouncil) -> None:
    """Keeps what a council file was understood to say with the rule set in `folder`."""
    pack_digest = _folder_digest(folder) if is_on() else None
    if pack_digest is not None:
        entry = (council.file.pack.id, pack_digest, recorded(council.file), council.answers, list(council.notices))
        keep(COUNCIL, _council_digest(name, pack, council.digest), entry)


def _council_digest(name: str, pack: str | None, of_bytes: str) -> str:
    # The name is part of it because it stands in the places of notices.
    return digest_of_bytes(*(text.encode(errors="surrogateescape") for text in (of_bytes, name, pack or "")))


@lru_cache(maxsize=8)
def _folder_digest(folder: Path) -> str | None:
    return digest_of_rules(folder)


@lru_cache(maxsize=8)
def _recalled_rules(digest: str) -> Rules | None:
    pack = kept_pack(digest)
    if pack is None:
        return None
    from wizard.engine import compile_rules

    return compile_rules(pack)
