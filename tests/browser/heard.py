"""What a page asks for and complains of, while somebody goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def heard(page: Page) -> tuple[list[str], list[str]]:
    """Addresses that pages ask for from now on, and what the browser says in its console."""
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    return asked, complaints
