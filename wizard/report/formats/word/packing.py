"""A Word document as bytes: the same for the same report, and with a mark of having been made here."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from wizard.report.formats.sealing import MAKER, SEAL, UNMARKED, is_marked, mark_in, marked

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that such a file can give: the day on which a report is made is no part of it."""

LANGUAGE = "en-GB"

_LAST = b"PK\x05\x06"
"""How the last record of such a file begins; 18 bytes follow."""


def packed(word: WordDocument, title: str, subject: str) -> bytes:
    """The whole file, with what it says of itself."""
    _describe(word, title, subject)
    stream = BytesIO()
    word.save(stream)
    with ZipFile(stream) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    mark = mark_in(marked(_joined(parts))) or b""
    unmarked, whole = UNMARKED.encode(), SEAL.encode() + mark
    return _zipped({name: data.replace(unmarked, whole) for name, data in parts.items()})


def is_as_packed(data: bytes) -> bool:
    """Whether a file is a Word document as it was packed here, with nothing put after it."""
    if data[-len(_LAST) - 18 : -18] != _LAST:
        return False
    try:
        with ZipFile(BytesIO(data)) as package:
            return is_marked(_joined({info.filename: package.read(info) for info in package.infolist()}))
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return False


def _describe(word: WordDocument, title: str, subject: str) -> None:
    about = word.core_properties
    about.title, about.subject = title[:255], subject[:255]
    about.author = about.last_modified_by = MAKER
    about.language, about.identifier, about.revision = LANGUAGE, UNMARKED, 1
    about.comments = about.keywords = about.category = ""
    properties = about._element
    for each in list(properties):
        if each.tag.rpartition("}")[2] in ("created", "modified", "lastPrinted"):
            properties.remove(each)


def _joined(parts: dict[str, bytes]) -> bytes:
    """All that a file holds, in an order that does not hang on how it was packed."""
    return b"".join(
        name.encode() + b"\0" + str(len(data)).encode() + b"\0" + data for name, data in sorted(parts.items())
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, data in parts.items():
            info = ZipInfo(name, FIRST_DAY)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            package.writestr(info, data)
    return stream.getvalue()
