"""What axe-core finds on a page, by day and in the dark, and whether a page fits a narrow screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}
"""What a page of 1,280 pixels is at four times its size: nothing may need scrolling sideways (WCAG 1.4.10)."""

RUN = """
(options) => axe.run(options).then((found) => found.violations.flatMap((rule) => rule.nodes.map(
  (node) => `${rule.id} (${rule.impact}): ${node.html.slice(0, 160)} ${node.any.map((one) => one.message).join(" ")}`)))
"""
# What is folded away is part of the page: axe passes over what it cannot see.
UNFOLD = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"
TOO_WIDE = """
() => {
  const root = document.scrollingElement, there = root.clientWidth;
  if (root.scrollWidth <= there) return [];
  const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > there + 1);
  return [`${root.scrollWidth} px wide on ${there}: ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))}`];
}
"""


def faults(page: Page, *, closely: bool = False) -> list[str]:
    """Everything wrong with a page that is open, of whatever impact; none on a good one.

    All rules on a wide screen by day, and whether a narrow one holds the page. `closely` for what may differ besides:
    colours in the dark, and on the narrow screen the size of what is to be hit and the reach of what scrolls.
    """
    from axe_playwright_python.base import AXE_SCRIPT

    page.evaluate(UNFOLD)
    page.evaluate(AXE_SCRIPT)
    found = _run(page, {"runOnly": list(TAGS), "rules": {"target-size": {"enabled": True}}})
    if closely:
        page.emulate_media(color_scheme="dark")
        found += [f"in the dark: {each}" for each in _run(page, {"runOnly": ["color-contrast", "link-in-text-block"]})]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    narrow = page.evaluate(TOO_WIDE)
    if closely:
        narrow += _run(page, {"runOnly": ["scrollable-region-focusable", "target-size"]})
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return [*found, *(f"on a narrow screen: {each}" for each in narrow)]


def _run(page: Page, options: dict[str, Any]) -> list[str]:
    return list(page.evaluate(RUN, {"resultTypes": ["violations"], **options}))
