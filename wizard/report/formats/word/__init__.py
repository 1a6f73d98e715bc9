"""Word documents: real headings, lists, captions and tables, each looking as its style says, by python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.formats.extras import need

from .packing import is_as_packed

if TYPE_CHECKING:
    from wizard.report.document import Document
    from wizard.report.formats import Options


def rendered(document: Document, options: Options) -> bytes:
    """The whole file. Raises Unreadable where python-docx is not installed, or the template cannot be used."""
    _need()
    from .composing import composed

    return composed(document, options)


def is_untouched(data: bytes) -> bool:
    """Whether the file is as it was made."""
    return is_as_packed(data)


def remarks(options: Options) -> tuple[str, ...]:
    """What should be said of a template that can be used. Raises Unreadable where it cannot."""
    if options.template is None:
        return ()
    _need()
    from .composing import lacking

    if not (missing := lacking(options.template)):
        return ()
    return (
        f"'{options.template}' has no style named {', '.join(missing)}: the program's own took the place. "
        "To have a style in a template, use it once in Word and save.",
    )


def _need() -> None:
    need("A Word document", "word", "docx", "typst")
