"""The three looks: dark and light in blue and orange, and one without any colour.

Text may be set in any of `TEXT` on any of `GROUNDS`, and in the pairs of `PAIRS`: each is 4.5:1 or better
(WCAG 2.2, 1.4.3), which a test computes. Whatever a colour says, words or signs say too.
"""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT, MONOCHROME = "dark", "light", "monochrome"

TEXT = ("foreground", "text", "text-muted", "text-disabled", "primary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel")
PAIRS = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "block-hover-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("scrollbar", "scrollbar-background"),
    ("scrollbar-hover", "scrollbar-background"),
    ("border", "background"),
    ("border-blurred", "background"),
    ("link-color-hover", "link-background-hover"),
    ("screen-selection-foreground", "screen-selection-background"),
)
"""Foreground and background tokens that only ever stand together."""


def _colours(*, ink: str, muted: str, strong: str, on_strong: str, raised: str, edge: str) -> dict[str, str]:
    """What Textual would otherwise mix from transparent colours, which no one could vouch for."""
    return {
        "text": ink,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "block-cursor-foreground": on_strong,
        "block-cursor-background": strong,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-background": raised,
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": raised,
        "border": strong,
        "border-blurred": edge,
        "scrollbar": edge,
        "scrollbar-hover": strong,
        "scrollbar-active": strong,
        "scrollbar-background": raised,
        "scrollbar-corner-color": raised,
        "input-cursor-foreground": on_strong,
        "input-cursor-background": strong,
        "input-selection-foreground": on_strong,
        "input-selection-background": strong,
        "screen-selection-foreground": on_strong,
        "screen-selection-background": strong,
        "link-color": ink,
        "link-style": "underline",
        "link-color-hover": on_strong,
        "link-background-hover": strong,
        "link-style-hover": "bold",
        "button-foreground": ink,
        "button-focus-text-style": "bold",
    }


_DARK = Theme(
    name=DARK,
    dark=True,
    background="#0a1424",
    surface="#101f38",
    panel="#182c4c",
    foreground="#f0f4fb",
    primary="#8cc8ff",
    secondary="#8cc8ff",
    accent="#ffb866",
    success="#8cc8ff",
    warning="#ffb866",
    error="#ffa57d",
    text_alpha=1.0,
    variables=_colours(
        ink="#f0f4fb", muted="#bccbe0", strong="#ffb866", on_strong="#0a1424", raised="#182c4c", edge="#96b0d6"
    ),
)

# Grounds are nearly grey, so that a terminal with 256 colours shows grey and not lilac.
_LIGHT = Theme(
    name=LIGHT,
    dark=False,
    background="#fcfcfd",
    surface="#f3f3f6",
    panel="#e9e9ed",
    foreground="#0d1b31",
    primary="#0a4a94",
    secondary="#0a4a94",
    accent="#743400",
    success="#0a4a94",
    warning="#743400",
    error="#8f2600",
    text_alpha=1.0,
    variables=_colours(
        ink="#0d1b31", muted="#3d4d66", strong="#0a4a94", on_strong="#ffffff", raised="#e9e9ed", edge="#4a5a74"
    ),
)

# The terminal's own two colours and nothing else; what is chosen or focused is reversed, bold or underlined.
_PLAIN = "ansi_default"
_MONOCHROME = Theme(
    name=MONOCHROME,
    ansi=True,
    primary=_PLAIN,
    secondary=_PLAIN,
    accent=_PLAIN,
    success=_PLAIN,
    warning=_PLAIN,
    error=_PLAIN,
    background=_PLAIN,
    foreground=_PLAIN,
    variables=_colours(ink=_PLAIN, muted=_PLAIN, strong=_PLAIN, on_strong=_PLAIN, raised=_PLAIN, edge=_PLAIN)
    | {
        "ansi-background": _PLAIN,
        "ansi-foreground": _PLAIN,
        "surface": _PLAIN,
        "panel": _PLAIN,
        "block-cursor-text-style": "bold reverse",
        "block-cursor-blurred-text-style": "bold underline",
        "button-focus-text-style": "bold reverse",
        "input-cursor-text-style": "reverse",
        "link-style-hover": "bold reverse",
    },
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (_DARK, _LIGHT, _MONOCHROME)}

NEXT = {DARK: LIGHT, LIGHT: MONOCHROME, MONOCHROME: DARK}
"""The look that follows when a person asks for another one."""
