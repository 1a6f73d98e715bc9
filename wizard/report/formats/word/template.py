"""A council's own Word file to write a report into: opened, or refused in words that say what to do.

What is taken from it: its styles by their names (those of a report that it lacks are added), its pages, headers and
footers, and all that stands in it. What is put into it: see `places`.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from wizard.problems import Place, Problem, Unreadable

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

TYPES = "[Content_Types].xml"
_WORDS = b"application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT, _TEMPLATE = _WORDS + b".document.main+xml", _WORDS + b".template.main+xml"
_OLD = b"\xd0\xcf\x11\xe0"
"""How Word files of before 2007 begin, and newer ones that are locked by a password."""

NO_WORD = "It must be a Word document (.docx) or a Word template (.dotx)."


def opened(name: str) -> WordDocument:
    """The template of that name. Raises Unreadable where it cannot be read, or is no Word file, or holds macros."""
    data = _bytes(name)
    if data.startswith(_OLD):
        raise _refused(
            name,
            "This is a Word file of the old kind (.doc), or one that is locked by a password.",
            "Open it in Word and save it as a Word document (.docx) without a password.",
        )
    return _document(name, _as_document(name, data))


def _bytes(name: str) -> bytes:
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise _refused(name, "There is no such template.", "Check its name, and the folder it is in.") from None
    except (OSError, ValueError) as fault:
        words = "it is a folder" if path.is_dir() else getattr(fault, "strerror", None) or "the name cannot be used"
        raise _refused(name, f"The template could not be read: {words}.", NO_WORD) from None


def _as_document(name: str, data: bytes) -> bytes:
    """The file as a document: a template (.dotx) differs from one only in what it says it is."""
    try:
        with ZipFile(BytesIO(data)) as package:
            types = package.read(TYPES)
            names = [info.filename for info in package.infolist()]
            if (torn := package.testzip()) is not None:
                raise BadZipFile(torn)
            if b"macroEnabled" in types or any(each.lower().endswith("vbaproject.bin") for each in names):
                raise _refused(
                    name,
                    "This Word file holds macros, which a report must not carry.",
                    "Save it in Word as a document (.docx) or a template (.dotx) without macros.",
                )
            if _TEMPLATE not in types:
                return data
            return _with_types(package, types.replace(_TEMPLATE, _DOCUMENT))
    except (BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise _refused(name, "This is no Word file, or a damaged one.", NO_WORD) from None


def _with_types(package: ZipFile, types: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as changed:
        for info in package.infolist():
            changed.writestr(info.filename, types if info.filename == TYPES else package.read(info))
    return stream.getvalue()


def _document(name: str, data: bytes) -> WordDocument:
    import docx

    try:
        word = docx.Document(BytesIO(data))
        sound = _is_sound(word)
    except (ValueError, KeyError, TypeError, SyntaxError, AttributeError, BadZipFile, zlib.error):
        sound = False
    if not sound:
        raise _refused(name, "This is no Word file, or a damaged one.", NO_WORD)
    return word


def _is_sound(word: WordDocument) -> bool:
    """Whether every part that a report is written into is there and is what it should be: each is read only when it is
    first asked for, and a damaged one must be found before."""
    from docx.oxml.ns import qn

    known = {"styles": "w:styles", "settings": "w:settings", "numbering": "w:numbering"}
    known |= {"header": "w:hdr", "footer": "w:ftr"}
    word.core_properties.title = word.core_properties.title
    roots = [(word.element, "w:document"), (word.styles.element, "w:styles"), (word.settings.element, "w:settings")]
    for relation in word.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in known:
            roots.append((relation.target_part.element, known[kind]))
    named = word.element.iter(qn("w:headerReference"), qn("w:footerReference"))
    return (
        all(root.tag == qn(tag) for root, tag in roots)
        and word.element.body is not None
        and len(word.sections) > 0
        and all(each.get(qn("r:id")) in word.part.rels for each in named)
    )


def _refused(name: str, message: str, hint: str) -> Unreadable:
    return Unreadable([Problem("template", Place(name), message, hint)])
