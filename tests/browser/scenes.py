"""Who comes to a page, and what they have done by then; done by forms alone, so that it takes no time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import APIResponse, Page


def sent(page: Page, at: str, to: str, **fields: str) -> APIResponse:
    """A form of the page at an address, with its proof, sent on behalf of the person whose page that is."""
    proof = re.search(r'name="token" value="([0-9a-f]+)"', page.request.get(at).text())
    assert proof is not None, f"there is no form at {at}"
    return page.request.post(to, form={"token": proof[1], **fields})


def newcomer(_: Page) -> None:
    """Somebody who has just opened the wizard; where there is a join code, who has not given it yet."""


def beginner(page: Page) -> None:
    """Somebody who has begun a council file and answered nothing."""
    sent(page, "/", "/begin", title="Newtown")


def unsure(page: Page) -> None:
    """Somebody who took up a place of the reports, and left what was not known of it at 'not sure'."""
    sent(page, "/", "/open", which="report:bracknell_forest_2008")
    sent(page, "/result", "/rest")


def finished(page: Page) -> None:
    """Somebody with two what-ifs, who has seen the result, and leaves for now whatever could still be asked."""
    sent(page, "/", "/open", which="example:large_county")
    page.request.get("/result")
    for _ in range(60):
        at = page.request.get("/questions").url
        if "/question/" not in at:
            break
        sent(page, at, at, do="skip")
    else:
        raise AssertionError("the questions never end")
    sent(page, "/compare", "/compare", **{"with": "report:medway_2008"})


def weigher(page: Page) -> None:
    """Somebody who has just said that one group of reasons counts more."""
    beginner(page)
    sent(
        page,
        "/priorities/leadership/which",
        "/priorities/leadership/which",
        one="services",
        other="capacity",
        set_by="leader",
        because="They matter more.",
    )


SCENES: dict[str, Callable[[Page], None]] = {
    each.__name__: each for each in (newcomer, beginner, weigher, unsure, finished)
}
