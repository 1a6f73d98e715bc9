"""What can be passed on of a result as a file: which things there are, how each can be written, and the bytes."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from .figures import listed
from .formats import FORMATS, Options, format_of_name, renderer_of

if TYPE_CHECKING:
    from wizard.engine.compiling import Rules

    from .committee.paper import Version
    from .document import Document
    from .subject import Subject

TEXT_WIDTH = 79


class Thing(NamedTuple):
    """Something to pass on. `endings` are those its file may have, the usual one first."""

    id: str
    title: str
    note: str
    endings: tuple[str, ...]


def things() -> tuple[Thing, ...]:
    """Everything that can be passed on."""
    endings = tuple(ending for each in _by_use() for ending in FORMATS[each].endings)
    public = "Leaves out sensitive answers, and all that would tell them"
    return (
        Thing("report", "A report to members", "As committee reports are written", endings),
        Thing("report_public", "A report to members, for publication", public, endings),
        Thing("summary", "One page for the leader", "The advice, how firm it is, and what to do next", endings),
        Thing("summary_public", "One page, for publication", public, endings),
        Thing("text", "The whole result as plain text", "As 'wizard assess' prints it", (".txt",)),
        Thing("json", "The whole result for other programs", "Every figure and every reason, as JSON", (".json",)),
    )


def _by_use() -> list[str]:
    """The formats, those first that people use most; Word only where what makes it is installed."""
    usual = [each for each in ("docx", "html") if each in FORMATS and (each != "docx" or find_spec("docx"))]
    return usual + [each for each in FORMATS if each not in usual]


def ending_fault(thing: Thing, name: str) -> str:
    """Why a thing cannot be written in a file of that name; nothing where it can."""
    if name.lower().endswith(thing.endings):
        return ""
    return f"End the name in {listed(thing.endings, 'or')}."


def made(thing: Thing, name: str, subject: Subject, rules: Rules) -> bytes:
    """The bytes of the file `name`. Raises Unreadable where the format needs something that is not installed."""
    if thing.id == "json":
        from .json_form import json_of

        return json_of([subject]).encode("utf-8")
    if thing.id == "text":
        from .assessment_document import assessment_document
        from .text import text_of

        return text_of(assessment_document(subject), TEXT_WIDTH).encode("utf-8")
    form = format_of_name(name) or "text"
    return renderer_of(form).rendered(_document(thing, subject, rules), Options(TEXT_WIDTH))


def _document(thing: Thing, subject: Subject, rules: Rules) -> Document:
    from .committee.paper import paper_of

    kind, _, public = thing.id.partition("_")
    version: Version = "public" if public else "draft"
    if kind == "summary":
        from .committee.summary import summary

        return summary(paper_of(rules, subject, version, numbered=False))
    from .committee.report import committee_report

    return committee_report(paper_of(rules, subject, version))
