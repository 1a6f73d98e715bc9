"""Contrast as WCAG 2.2 defines it, of colours and of what stands on a screen."""

from __future__ import annotations

from typing import Any

from rich.color import ColorSystem
from rich.segment import Segment
from textual.app import App

from tests.tui.driving import screen_lines

LEAST = 4.5

Triplet = tuple[int, int, int]


def luminance(colour: Triplet) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2, definitions)."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Triplet, other: Triplet) -> float:
    """The ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(app: App[Any], system: ColorSystem = ColorSystem.TRUECOLOR) -> dict[tuple[Triplet, Triplet], str]:
    """The pairs of colours on the screen that are too faint, each with words that are written in them.

    `system` is what the terminal can show: with 256 colours each turns into the nearest of them.
    """
    found: dict[tuple[Triplet, Triplet], str] = {}
    for line in screen_lines(app):
        for segment in line:
            pair = _pair(segment, system)
            if pair is not None and segment.text.strip() and contrast(*pair) < LEAST:
                found[pair] = segment.text
    return found


def _pair(segment: Segment, system: ColorSystem) -> tuple[Triplet, Triplet] | None:
    style = segment.style
    if style is None or style.color is None or style.bgcolor is None:
        return None
    if style.color.is_default and style.bgcolor.is_default:
        # The terminal's own two colours, whatever they are.
        return None
    assert not style.dim, f"'{segment.text}' is dimmed, by how much only the terminal knows"
    ink, ground = (each.downgrade(system).get_truecolor() for each in (style.color, style.bgcolor))
    return (tuple(ink), tuple(ground))
