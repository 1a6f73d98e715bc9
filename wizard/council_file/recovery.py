"""Answers not saved yet, kept beside the council file so that a crash loses one answer at most.

The file is `.<name>.recovery` (`.<name>.2.recovery` and so on while others are there): one line
with digests, then the whole text as it would be saved. A session writes only the one that it
began itself, so that nobody's unsaved work is lost to somebody else's. It is exchanged in one step,
but not forced to the disk: it outlives the death of the program, not always that of the machine.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .storing import replace_whole
from .written import digest_of

MOST = 99
"""Recovery files beside one council file: more than this are nobody's unsaved work any more."""

_HEAD = re.compile(rb"# Unsaved answers; based on ([0-9a-f]{64}|nothing); these ([0-9a-f]{64})\n")


@dataclass(frozen=True)
class Recovery:
    """Unsaved work that was found.

    `text` is the whole council file as it would have been saved, `based_on` the digest of the
    version that it began from (None for a file never saved). `file_is` says what became of that
    version: still there `unchanged`, `changed` since (the recovery may then be older than the
    file), or `missing`.
    """

    path: Path
    kept_in: Path
    based_on: str | None
    text: str
    file_is: Literal["unchanged", "changed", "missing"]

    def discard(self) -> None:
        """Takes the recovery file away: the person has taken up its answers, or does not want them."""
        with suppress(OSError):
            self.kept_in.unlink()


class RecoveryFile:
    """One session's recovery file for one council file."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve(strict=False)
        self.kept_in: Path | None = None

    def keep(self, based_on: str | None, text: str) -> bool:
        """Writes the text down; False where the folder or the disk does not let it, which never stops a session.

        `based_on` is the digest of the version that the session works from.
        """
        body = text.encode("utf-8")
        data = f"# Unsaved answers; based on {based_on or 'nothing'}; these {digest_of(body)}\n".encode() + body
        try:
            if self.kept_in is None:
                self.kept_in = _begun(self.path)
            replace_whole(self.kept_in, data)
        except OSError:
            return False
        return True

    def discard(self) -> None:
        """Takes this session's own recovery file away, after a clean save."""
        if self.kept_in is not None:
            with suppress(OSError):
                self.kept_in.unlink()
            self.kept_in = None


def unsaved_work(path: Path) -> Recovery | None:
    """What a crashed session left unsaved for this file: first what began from the version that stands."""
    found = all_unsaved_work(path)
    return min(found, key=lambda each: each.file_is != "unchanged") if found else None


def all_unsaved_work(path: Path) -> tuple[Recovery, ...]:
    """Everything left unsaved for this file, in the order begun.

    What is damaged, or says what the file says anyway, is passed over. A session still running
    elsewhere on the same file leaves the same trace as a crashed one.
    """
    target = path.resolve(strict=False)
    present = _bytes_of(target)
    digest = None if present is None else digest_of(present)
    found = []
    for place in _places(target):
        data = _bytes_of(place)
        head = _HEAD.match(data) if data else None
        if data is None or head is None:
            continue
        body = data[head.end() :]
        based_on = None if head.group(1) == b"nothing" else head.group(1).decode()
        if digest_of(body) == head.group(2).decode() and body != present:
            file_is = _state(digest, based_on)
            found.append(Recovery(path, place, based_on, body.decode("utf-8"), file_is))
    return tuple(found)


def _state(digest: str | None, based_on: str | None) -> Literal["unchanged", "changed", "missing"]:
    if digest == based_on:
        return "unchanged"
    return "missing" if digest is None else "changed"


def _places(target: Path) -> list[Path]:
    numbered = [f".{target.name}.{number}.recovery" for number in range(2, MOST + 1)]
    return [target.with_name(name) for name in (f".{target.name}.recovery", *numbered)]


def _begun(target: Path) -> Path:
    """A recovery file of one's own: made empty, so that no other session takes the same name."""
    for place in _places(target):
        with suppress(FileExistsError):
            os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            return place
    raise FileExistsError


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
