"""Whether a page is the one that is to be looked at, and how a form is made to come back with its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.routing import compile_path

from .axe import UNFOLD
from .walker import BEGUN

if TYPE_CHECKING:
    from playwright.sync_api import Page

FILL = "(all, said) => { (all[0].type in {checkbox: 1, radio: 1} ? all : [all[0]]).forEach((one) => {" + (
    " if (one.type in {checkbox: 1, radio: 1}) one.checked = true; else one.value = said; }); }"
)


def is_at(page: Page, address: str) -> bool:
    """Whether a page is one of that address, as the routes have it."""
    return compile_path(address)[0].match(urlsplit(page.url).path) is not None


def come_back(page: Page, address: str, button: str, field: str = "", said: str = "") -> None:
    """Sends a form; it comes back, and the page begins at the box that tells what is wrong.

    `said` is put into the first `field` before, or every such box is ticked.
    """
    page.goto(address)
    page.evaluate(UNFOLD)
    if field:
        page.locator(field).evaluate_all(FILL, said)
    with page.expect_navigation() as sent:
        page.get_by_role("button", name=button, exact=True).first.click()
    assert sent.value is not None and sent.value.status == 422, f"{address}: {button}"
    page.wait_for_function(BEGUN)
    assert page.evaluate("document.activeElement.className") == "errors", f"{address}: {button}"
