"""What axe-core finds on a page, by day and in the dark, and whether a page fits a narrow screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .house import AXE_AT

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
ALL = {"runOnly": list(TAGS), "rules": {"target-size": {"enabled": True}}}
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

AFAR = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080})
SMALLEST = 24
"""Pixels that letters are high at least on a projector: a fortieth of its height or so can be read from the back."""

TOO_SMALL = """
(smallest) => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement, box = at.getBoundingClientRect(), size = getComputedStyle(at).fontSize;
    const seen = walk.currentNode.data.trim() && box.width > 1 && box.height > 1 && box.bottom > 0;
    if (seen && parseFloat(size) < smallest) found.push(`${size}: ${at.outerHTML.slice(0, 120)}`);
  }
  return found;
}
"""


def faults(page: Page, *, closely: bool = False) -> list[str]:
    """Everything wrong with a page that is open, of whatever impact; none on a good one.

    All rules by day on a narrow screen, where things to be hit lie closest and tables scroll, and whether it holds the
    page. `closely` for what may differ besides: all rules on a wide screen, and colours in the dark.
    """
    if page.viewport_size != NARROW:
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.evaluate(UNFOLD)
    page.add_script_tag(url=AXE_AT)
    found = [*_run(page, ALL), *(f"on a narrow screen: {each}" for each in page.evaluate(TOO_WIDE))]
    if closely:
        page.emulate_media(color_scheme="dark")
        found += [f"in the dark: {each}" for each in _run(page, {"runOnly": ["color-contrast", "link-in-text-block"]})]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        found += [f"on a wide screen: {each}" for each in _run(page, ALL)]
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    return found


def _run(page: Page, options: dict[str, Any]) -> list[str]:
    return list(page.evaluate(RUN, {"resultTypes": ["violations"], **options}))


def faults_from_afar(page: Page) -> list[str]:
    """What cannot be read from the back of a room where the page is on a projector, or is beside its edge."""
    found = []
    for size in AFAR:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        said = [*page.evaluate(TOO_SMALL, SMALLEST), *page.evaluate(TOO_WIDE)]
        found += [f"on a projector of {size['width']} by {size['height']}: {each}" for each in said]
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    return found
