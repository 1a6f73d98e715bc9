"""The formats a document can be written in, and which of them a file's name asks for.

A format is a module of this room with two functions: `rendered(document, options) -> bytes`, and
`is_untouched(data) -> bool`, whether a file is as this program made it. None is imported before it is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.report.document import Document


class Options(NamedTuple):
    """What a person may say about a format: `width` in characters for text, `template` the name of a file,
    `date` the day on which it is made, in words, for a template that shows it."""

    width: int = 79
    template: str | None = None
    date: str = ""


class Format(NamedTuple):
    """One format: what it is called, the endings of its files, its module, and the extra to install for it.

    `on_screen` says that it is text, which can be printed; `takes` names the options that mean something to it.
    """

    title: str
    endings: tuple[str, ...]
    module: str
    on_screen: bool = True
    extra: str | None = None
    takes: tuple[str, ...] = ()


class Renderer(Protocol):
    """What a format's module offers."""

    def rendered(self, document: Document, options: Options) -> bytes:
        """The whole file."""

    def is_untouched(self, data: bytes) -> bool:
        """Whether a file was made by this program and is as it was made."""


FORMATS: Mapping[str, Format] = {
    "text": Format("plain text", (".txt",), "plain_text", takes=("width",)),
    "html": Format("a web page", (".html", ".htm"), "html"),
    "md": Format("Markdown", (".md", ".markdown"), "markdown"),
    "docx": Format("a Word document", (".docx",), "word", on_screen=False, extra="word", takes=("template",)),
    "pdf": Format("a PDF", (".pdf",), "pdf", on_screen=False, extra="pdf"),
}


def format_of_name(name: str) -> str | None:
    """The format that a file's name asks for by its ending; None where its ending is none of them."""
    lowered = name.lower()
    return next((each for each, form in FORMATS.items() if lowered.endswith(form.endings)), None)


def renderer_of(form: str) -> Renderer:
    """The module of a format. Raises KeyError where there is none of that name."""
    return cast("Renderer", import_module(f"{__name__}.{FORMATS[form].module}"))


def is_untouched(data: bytes) -> bool:
    """Whether a file, of whichever format, was made by this program and is as it was made."""
    return any(renderer_of(each).is_untouched(data) for each in FORMATS)


def remarks_on(form: str, options: Options) -> tuple[str, ...]:
    """What should be said of the options before a format is written. Raises Unreadable where they cannot be used."""
    if options.template is None or "template" not in FORMATS[form].takes:
        return ()
    from .word import remarks

    return remarks(options)
