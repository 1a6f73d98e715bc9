"""Plain text in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.text import text_of

from .sealing import is_sealed, sealed

if TYPE_CHECKING:
    from wizard.report.document import Document

    from . import Options


def rendered(document: Document, options: Options) -> bytes:
    """The whole file, in lines of at most `options.width` cells but for its last."""
    return sealed(text_of(document, options.width) + "\n").encode("utf-8", "replace")


def is_untouched(data: bytes) -> bool:
    """Whether the file is as it was made."""
    return is_sealed(data)
