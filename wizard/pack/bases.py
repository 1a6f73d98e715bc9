"""The rule sets that one builds on: where they lie, seen at a glance without reading any YAML.

What is seen at a glance decides only what is hashed; reading finds out for itself, and nothing is kept where the
two do not agree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wizard.kept import digest_of_bytes, digest_of_folder

from .finding import rules_homes
from .layout import HEAD

if TYPE_CHECKING:
    from pathlib import Path

MOST_LAYERS = 5
"""A rule set on a rule set on a rule set: deeper than this nobody could say any more what stands where."""

_IN_BRACES = re.compile(rb"^builds_on:[ \t]*\{[^}\n]*?\bid:[ \t]*([a-z][a-z0-9_]*)", re.MULTILINE)
_IN_LINES = re.compile(
    rb"^builds_on:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]+[^\n]*\n)*?[ \t]+id:[ \t]*([a-z][a-z0-9_]*)", re.MULTILINE
)


def base_folder(folder: Path, base: str) -> Path | None:
    """The folder of the rule set that the one in `folder` builds on: beside it, else where ids are looked for."""
    for home in (_beside(folder), *rules_homes()):
        if (home / base / HEAD).is_file():
            return home / base
    return None


def packs_beside(folder: Path) -> list[str]:
    """The ids of the rule sets that lie beside the one in `folder`, itself included."""
    try:
        return sorted(each.name for each in _beside(folder).iterdir() if (each / HEAD).is_file())
    except OSError:
        return []


def folders_at_a_glance(folder: Path) -> tuple[Path, ...]:
    """The folder, and those of the rule sets it seems to build on, the nearest first."""
    found = [folder]
    while len(found) <= MOST_LAYERS:
        base = _base_at_a_glance(found[-1])
        below = base_folder(found[-1], base) if base else None
        if below is None or below in found:
            break
        found.append(below)
    return tuple(found)


def digest_of_rules(folder: Path) -> str | None:
    """A digest of every file that a rule set rests on, with what it builds on; None where it cannot be had."""
    digests = [digest_of_folder(each) for each in folders_at_a_glance(folder)]
    if len(digests) == 1:
        return digests[0]
    known = [each.encode() for each in digests if each is not None]
    return digest_of_bytes(*known) if len(known) == len(digests) else None


def _beside(folder: Path) -> Path:
    return folder.parent if folder.name not in ("", "..") else folder / ".."


def _base_at_a_glance(folder: Path) -> str | None:
    try:
        head = (folder / HEAD).read_bytes()
    except (OSError, ValueError):
        return None
    if b"builds_on" not in head:
        return None
    found = _IN_BRACES.search(head) or _IN_LINES.search(head)
    return found[1].decode() if found else None
