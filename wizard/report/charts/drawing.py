"""What every chart is drawn with: escaped text in lines, bars, dots and patterns, as parts of an SVG picture.

Colours stand as attributes, so that a picture is whole by itself, and as classes, so that a page may set its own.
Nothing is told by colour alone: what differs also differs by pattern, sign or label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

INK, QUIET, MAIN, PALE, PAPER = "#1b1f24", "#4c5560", "#1f4e79", "#c9d6e4", "#ffffff"
FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"
SIZE = 13
LINE = 17
CHARACTER = 0.53
"""The width of an average letter in parts of its height: what labels are broken by. Rather too wide than too narrow."""

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def escaped(text: str) -> str:
    """The text with nothing in it that could be taken for markup, nor a character that XML forbids."""
    shown = (char if char >= " " and not "\ud800" <= char <= "\udfff" else " " for char in text)
    return "".join(_ESCAPES.get(char, char) for char in shown if char not in "\ufffe\uffff")


def lines_of(text: str, width: float, most: int = 4, size: float = SIZE) -> list[str]:
    """The text in lines that fit a width, at most so many; what is left out is marked by dots."""
    room = max(6, int(width / (size * CHARACTER)))
    lines: list[str] = []
    for word in text.split():
        whole = word if len(word) <= room else word[: room - 1] + "…"
        if lines and len(lines[-1]) + 1 + len(whole) <= room:
            lines[-1] += " " + whole
        else:
            lines.append(whole)
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = lines[-1][: room - 2].rstrip(" ,;.") + " …"
    return lines or [""]


def text(x: float, y: float, said: str, anchor: str = "start", kind: str = "ink", bold: bool = False) -> str:
    """One line of text whose base stands at `y`."""
    fill = {"ink": INK, "quiet": QUIET, "paper": PAPER}[kind]
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" class="c-{kind}" fill="{fill}"{weight}>'
        f"{escaped(said)}</text>"
    )


def text_block(
    x: float, middle: float, lines: Iterable[str], anchor: str = "start", kind: str = "ink", bold: bool = False
) -> str:
    """Lines of text around a middle."""
    every = list(lines)
    top = middle - LINE * len(every) / 2 + LINE * 0.75
    return "".join(text(x, top + LINE * number, line, anchor, kind, bold) for number, line in enumerate(every))


def bar(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A bar: `fill` is 'main', 'pale' or 'none', or a pattern's id."""
    colours = {"main": MAIN, "pale": PALE, "none": "none"}
    known = fill in colours
    painted = colours[fill] if known else f"url(#{escaped(fill)})"
    named = f"c-{fill}" if known else "c-pattern"
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0.5))}" height="{_n(height)}" class="{named} c-edge" '
        f'fill="{painted}" stroke="{MAIN}" stroke-width="1"/>'
    )


def line(x: float, y: float, to_x: float, to_y: float, dashed: bool = False, strong: bool = False) -> str:
    """A line; dashed ones mark what is only compared with."""
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    kind, colour = ("ink", INK) if strong else ("quiet", QUIET)
    return (
        f'<line x1="{_n(x)}" y1="{_n(y)}" x2="{_n(to_x)}" y2="{_n(to_y)}" class="c-line-{kind}" stroke="{colour}" '
        f'stroke-width="{2 if strong else 1}"{dash}/>'
    )


def dot(x: float, y: float, filled: bool) -> str:
    """A dot, filled or hollow."""
    kind, fill = ("main", MAIN) if filled else ("paper", PAPER)
    return (
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="6" class="c-{kind} c-edge" fill="{fill}" stroke="{MAIN}" '
        'stroke-width="2"/>'
    )


def hatching(id: str) -> str:
    """The definition of a pattern of slanted lines."""
    return (
        f'<defs><pattern id="{escaped(id)}" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)">'
        f'<rect width="6" height="6" class="c-paper" fill="{PAPER}"/>'
        f'<rect width="2.5" height="6" class="c-main" fill="{MAIN}"/></pattern></defs>'
    )


def picture(id: str, title: str, description: str, width: float, height: float, parts: Iterable[str]) -> str:
    """The whole picture, with a title and a description for who cannot see it."""
    name = escaped(id)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-t {name}-d" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" height="{_n(height)}" '
        f'font-family="{escaped(FONT)}" font-size="{SIZE}">'
        f'<title id="{name}-t">{escaped(title)}</title><desc id="{name}-d">{escaped(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _n(value: float) -> str:
    """A number as short as it can be written, so that the same chart is the same text everywhere."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
