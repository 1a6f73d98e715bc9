"""PDF, tagged for screen readers (PDF/UA-1), set by typst with the letters that it brings.

The words of a document reach typst as data, never as part of its program: whatever a person wrote is shown as it
stands, and nothing of it is ever read as an instruction. No file is read and nothing is fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.formats.extras import need
from wizard.report.formats.sealing import is_marked, marked

if TYPE_CHECKING:
    import typst

    from wizard.report.document import Document
    from wizard.report.formats import Options

STANDARD: typst.PDFStandard = "ua-1"


def rendered(document: Document, options: Options) -> bytes:
    """The whole file. Raises Unreadable where typst is not installed."""
    need("A PDF", "pdf", "typst")
    from .data import data_of

    return marked(_compiled(data_of(document)))


def is_untouched(data: bytes) -> bool:
    """Whether the file is as it was made."""
    return data.startswith(b"%PDF-") and is_marked(data)


def _compiled(data: str) -> bytes:
    """The pages. The standard asks for a letter form for every character: one that is in none of the letters brought
    along is looked for in those of the machine, and where it is nowhere the file is tagged all the same.
    """
    from pathlib import Path

    import typst

    program = Path(__file__).with_name("report.typ").read_bytes()
    ways: list[tuple[bool, list[typst.PDFStandard]]] = [(True, [STANDARD]), (False, [STANDARD]), (True, [])]
    for number, (own_letters, standards) in enumerate(ways, start=1):
        try:
            return typst.compile(
                program,
                format="pdf",
                sys_inputs={"document": data},
                ignore_system_fonts=own_letters,
                pdf_standards=standards,
            )
        except typst.TypstError as fault:
            if number == len(ways) or "could not be displayed" not in fault.message:
                raise
    raise AssertionError("the last way returns or raises")
