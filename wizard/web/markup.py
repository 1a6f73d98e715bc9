"""Markup made of elements: whatever is not markup already is escaped, so that no words can become any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.charts.drawing import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

VOID = frozenset(("input", "link", "meta"))


class Html(str):
    """Markup. Anything joined to it by other means than this module's is plain text again, and is escaped."""

    __slots__ = ()


Child = str | Html | None
Attribute = str | int | bool | None


def tag(element: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. `class_` and `for_` stand for words that Python keeps, `aria_label` for 'aria-label'.

    An attribute that is True stands alone, one that is False or None is left out.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if element in VOID:
        return Html(f"<{element}{said}>")
    return Html(f"<{element}{said}>{joined(children)}</{element}>")


def joined(children: Iterable[Child]) -> Html:
    """Elements and words one after the other; words are escaped."""
    return Html("".join(_shown(each) for each in children if each is not None))


def in_lines(text: str) -> Html:
    """Words whose line breaks matter, for a field of several lines."""
    # Browsers drop a line break right after the tag: this one is there to be dropped.
    return Html("\n" + "&#10;".join(escaped(each) for each in text.split("\n")))


def _shown(child: str) -> str:
    return child if isinstance(child, Html) else escaped(child)


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    if value is None or value is False:
        return ""
    return f' {name}="{escaped(str(value))}"'
