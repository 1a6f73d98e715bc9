"""Pages that say no: what is wrong, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .exchange import Page
from .markup import tag
from .shell import whole_page

if TYPE_CHECKING:
    from starlette.responses import Response

    from .exchange import Refusal


def refused(refusal: Refusal) -> Response:
    """The refusal as an answer that goes out as it is."""
    from starlette.responses import HTMLResponse

    page = refusal_page(refusal)
    return HTMLResponse(whole_page(page), refusal.status, headers=dict(refusal.more))


def refusal_page(refusal: Refusal) -> Page:
    """The same as a page."""
    body = tag("div", tag("p", refusal.hint), tag("p", tag("a", "To the first page", href="/")))
    return Page(refusal.heading, body, refusal.status, more=refusal.more)
