"""Finds, reads, checks and shows rule sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .finding import find_council_file, find_pack

if TYPE_CHECKING:
    from .checks import CHECKS, Check, check_pack
    from .reading import ReadPack, read_pack
    from .showing import show

# Finding a rule set is cheap; reading, checking and showing one are loaded when asked for.
_LATER = {
    "CHECKS": "checks",
    "Check": "checks",
    "ReadPack": "reading",
    "check_pack": "checks",
    "read_pack": "reading",
    "show": "showing",
}

__all__ = ["CHECKS", "Check", "ReadPack", "check_pack", "find_council_file", "find_pack", "read_pack", "show"]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_LATER[name]}", __name__), name)
