"""A web page that is whole by itself: style and charts stand in it, and nothing is fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.charts.drawing import escaped

from .html_blocks import Blocks
from .html_style import style_with
from .sealing import MAKER, is_sealed, sealed

if TYPE_CHECKING:
    from wizard.report.document import Document

    from . import Options

LEAST_LISTED = 4
"""A page of fewer parts needs no list of contents."""


def rendered(document: Document, options: Options) -> bytes:
    """The whole file."""
    return sealed(html_of(document), "<!-- ", " -->").encode("utf-8", "replace")


def is_untouched(data: bytes) -> bool:
    """Whether the file is as it was made."""
    return is_sealed(data)


def html_of(document: Document) -> str:
    """The document as one page."""
    blocks = Blocks()
    body = "\n".join(blocks.body(document.blocks, 2, document.title))
    mark = f'<p class="mark">{escaped(document.mark)}</p>' if document.mark else ""
    aside = f'<p class="aside">{escaped(document.aside)}</p>' if document.aside else ""
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{MAKER}">
<title>{escaped(document.title)}</title>
<style>{style_with(document.mark)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>{mark}
<h1>{escaped(" ".join(document.title.split()))}</h1>
{aside}</header>
{_contents(blocks.parts)}<main id="main" tabindex="-1">
{body}
</main>
</body>
</html>
"""


def _contents(listed: list[tuple[str, str]]) -> str:
    """A list of the parts, each a link."""
    if len(listed) < LEAST_LISTED:
        return ""
    links = "".join(f'<li><a href="#{id}">{escaped(title)}</a></li>' for id, title in listed)
    return f'<nav aria-label="Contents"><ol>{links}</ol></nav>\n'
