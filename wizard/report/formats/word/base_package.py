"""The document that a report begins from where no template is given: its styles and lists are the files in `base/`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings"}
"""The files, and what the package says they are."""

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def base_document() -> WordDocument:
    """A new document without a word in it."""
    files = Path(__file__).with_name("base")
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("[Content_Types].xml", _types())
        package.writestr("_rels/.rels", _relations({"document": "word/document.xml"}, "officeDocument"))
        package.writestr(
            "word/_rels/document.xml.rels", _relations({each: f"{each}.xml" for each in PARTS if each != "document"})
        )
        for name in PARTS:
            package.writestr(f"word/{name}.xml", (files / f"{name}.xml").read_bytes())
    stream.seek(0)
    return docx.Document(stream)


def _types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>' for name, kind in PARTS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(targets: dict[str, str], kind: str = "") -> str:
    said = "".join(
        f'<Relationship Id="rId{number}" Type="{_KIND}/{kind or name}" Target="{target}"/>'
        for number, (name, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'
