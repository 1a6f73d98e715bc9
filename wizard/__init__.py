"""Holds what is known of an English council against what five reports of 2002 to 2008 say of its directors.

For programs: `load_pack` and `load_council`, then `assess`, `robustness`, `what_would_change`, `questions_to_ask`,
`what_if`, `compare` and `render`; `wizard/API.md` shows them at work. Importing this loads nothing else: each name
is fetched when it is first used.
"""

_OFFERED = (
    "Council",
    "assess",
    "compare",
    "load_council",
    "load_pack",
    "questions_to_ask",
    "render",
    "robustness",
    "what_if",
    "what_would_change",
)

__all__ = list(_OFFERED)


def __getattr__(name):  # type: ignore[no-untyped-def]  # the types stand in __init__.pyi
    if name not in _OFFERED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("wizard.api"), name)


def __dir__():  # type: ignore[no-untyped-def]
    return sorted([*globals(), *_OFFERED])
