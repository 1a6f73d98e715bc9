"""A list of the parts of a report, each a link; the word processor can make it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from wizard.report.charts.drawing import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

INSTRUCTION = ' TOC \\o "1-1" \\n \\h '
"""Headings of the first level, without numbers of pages (which only the word processor knows), as links."""


def contents(parts: Sequence[tuple[str, str]], style: str) -> list[Any]:
    """A paragraph for each part (its title and its bookmark), together one field."""
    made = []
    for place, (title, bookmark) in enumerate(parts):
        begins = f'{_mark("begin")}<w:r><w:instrText xml:space="preserve">{escaped(INSTRUCTION)}</w:instrText></w:r>'
        begins += _mark("separate")
        link = f'<w:hyperlink w:anchor="{bookmark}" w:history="1"><w:r><w:t>{escaped(title)}</w:t></w:r></w:hyperlink>'
        made.append(
            parse_xml(
                f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"" if place else begins}{link}'
                f"{_mark('end') if place == len(parts) - 1 else ''}</w:p>"
            )
        )
    return made


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
