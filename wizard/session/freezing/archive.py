"""Archives: members with a manifest of their digests, the same bytes for the same members, and read with suspicion.

Nothing here touches the disk but reading the archive itself. Members are stored, not compressed, since what a
compressor makes of the same bytes differs from one machine to the next.
"""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from wizard.problems import Place, Problem, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from zipfile import ZipFile, ZipInfo

MANIFEST = "manifest.json"
KIND = "frozen council file"
FORMAT = 1

LARGEST_ARCHIVE = LARGEST_WHOLE = 20_000_000
LARGEST_MEMBER = 10_000_000
MOST_MEMBERS = 2_000
LONGEST_NAME = 200

_SIGNATURE = b"PK\x03\x04"
_ENDING = ".zip"
_STORED, _DEFLATED = 0, 8
_IS_LINK, _KIND_OF_FILE = 0o120000, 0o170000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The only time that every zip can hold; when an archive was made would change its bytes."""


class Unpacked(NamedTuple):
    """The members of an archive, each as its manifest says, and the rest of the manifest."""

    members: Mapping[str, bytes]
    facts: Mapping[str, Any]


def is_archive(path: Path) -> bool:
    """Whether a file is an archive by its name or its first bytes."""
    if path.suffix.lower() == _ENDING:
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SIGNATURE)) == _SIGNATURE
    except (OSError, ValueError):
        return False


def packed(members: Mapping[str, bytes], facts: Mapping[str, Any]) -> bytes:
    """An archive of these members; `facts` stand in its manifest. The same input gives the same bytes."""
    from zipfile import ZipFile, ZipInfo

    manifest = {
        "kind": KIND,
        "format": FORMAT,
        **facts,
        "members": {name: {"bytes": len(data), "sha256": _digest(data)} for name, data in sorted(members.items())},
    }
    whole = {MANIFEST: (json.dumps(manifest, indent=2) + "\n").encode(), **dict(sorted(members.items()))}
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in whole.items():
            info = ZipInfo(name, _LONG_AGO)
            info.create_system, info.external_attr = 3, 0o100644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def unpacked(path: Path, shown_as: str) -> Unpacked:
    """The members of an archive on disk, held against its manifest, in memory.

    Raises Unreadable: for what is no archive or too large, for names that lead out of it, for links and encrypted
    members, and for every member that is missing, not listed or not what the manifest says.
    """
    try:
        if path.stat().st_size > LARGEST_ARCHIVE:
            raise _refused("too-large", shown_as, "The archive is larger than 20 MB.")
        data = path.read_bytes()
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or "the name cannot be used"
        raise _refused("unreadable-file", shown_as, f"The archive cannot be read: {words}.") from None
    members = _members(data, shown_as)
    manifest = _manifest(members.pop(MANIFEST, None), shown_as)
    _hold_against(manifest.pop("members"), members, shown_as)
    return Unpacked(members, manifest)


def _members(data: bytes, shown: str) -> dict[str, bytes]:
    from struct import error as bad_field
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [each for each in archive.infolist() if not _is_folder(each)]
            _refuse_odd(infos, shown)
            return _all_read(archive, infos, shown)
    except (BadZipFile, bad_field, RuntimeError, OSError, ValueError, EOFError, ArithmeticError, LookupError):
        # What reads archives fails in all these ways on bytes that are none.
        pass
    raise _refused("not-an-archive", shown, "This is not an archive, or a damaged one.")


def _is_folder(info: ZipInfo) -> bool:
    # Whoever unpacks an archive and packs it again adds folders; they hold nothing.
    return info.filename.endswith("/") and info.file_size == 0 and _leads_inside(info.filename.rstrip("/"))


def _refuse_odd(infos: list[ZipInfo], shown: str) -> None:
    """Refuses by what the archive says of itself, before anything is read."""
    if len(infos) > MOST_MEMBERS or sum(each.file_size for each in infos) > LARGEST_WHOLE:
        raise _refused("too-large", shown, f"It holds more than {MOST_MEMBERS:,} files, or more than 20 MB.")
    names: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if not _leads_inside(name) or not _leads_inside(info.filename):
            raise _refused("odd-member", shown, f"A file in it has a name that cannot be used: {_shown(name)}.")
        if name.casefold() in names:
            raise _refused("odd-member", shown, f"Two files in it are called '{name}'.")
        names.add(name.casefold())
        if (info.external_attr >> 16) & _KIND_OF_FILE == _IS_LINK:
            raise _refused("odd-member", shown, f"'{name}' in it is a link, not a file.")
        if info.flag_bits & 1 or info.compress_type not in (_STORED, _DEFLATED):
            raise _refused("odd-member", shown, f"'{name}' in it is encrypted, or packed in a way not known here.")


def _leads_inside(name: str) -> bool:
    """Whether a name is plain and relative, on every system, and stays inside."""
    plain = name.isascii() and name.isprintable() and 0 < len(name) <= LONGEST_NAME
    return plain and not set(name) & set('\\:*?"<>|') and not {"", ".", ".."} & set(name.split("/"))


def _all_read(archive: ZipFile, infos: list[ZipInfo], shown: str) -> dict[str, bytes]:
    from zipfile import BadZipFile
    from zlib import error as bad_stream

    found: dict[str, bytes] = {}
    left = LARGEST_WHOLE
    for info in infos:
        most = min(left, LARGEST_MEMBER)
        try:
            with archive.open(info) as stream:
                # What an archive says of sizes need not be true: no more is read than is allowed.
                data = stream.read(most + 1)
        except (BadZipFile, bad_stream, EOFError):
            raise _changed(info.filename, shown) from None
        if len(data) > most:
            raise _refused("too-large", shown, f"'{info.filename}' in it is too large.")
        found[info.filename] = data
        left -= len(data)
    return found


def _manifest(data: bytes | None, shown: str) -> dict[str, Any]:
    if data is None:
        raise _refused("not-frozen", shown, f"This archive has no '{MANIFEST}', so it is not a frozen council file.")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("kind") != KIND or not isinstance(found.get("members"), dict):
        raise _refused("not-frozen", shown, f"Its '{MANIFEST}' is not that of a frozen council file.")
    if found.get("format") != FORMAT:
        message = f"It was frozen in format {_shown(found.get('format'))}; this version of the program reads {FORMAT}."
        raise _refused("newer-format", shown, message, "Use a newer version of the program.")
    return found


def _hold_against(listed: Mapping[str, Any], members: Mapping[str, bytes], shown: str) -> None:
    """Every member that is not what the manifest says, told by its name."""
    problems: list[Problem] = []
    for name in sorted({*listed, *members}):
        if name not in members:
            problems.append(Problem("member-missing", Place(shown), f"{_shown(name)} is missing from the archive."))
        elif name not in listed:
            message = f"'{name}' was put into the archive after it was frozen."
            problems.append(Problem("member-added", Place(shown), message))
        elif not isinstance(listed[name], dict) or listed[name].get("sha256") != _digest(members[name]):
            problems += _changed(name, shown).problems
    if problems:
        raise Unreadable(problems)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _shown(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= 60 else f"{text[:60]}..."


def _changed(name: str, shown: str) -> Unreadable:
    message = f"'{name}' is not what was frozen: it was changed or damaged since."
    return _refused("member-changed", shown, message)


def _refused(check: str, shown: str, message: str, hint: str = "Ask for the archive as it was made.") -> Unreadable:
    return Unreadable([Problem(check, Place(shown), message, hint)])
