"""What a person calls a thing, and which one they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .usage import Misused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def suggestion(name: str, names: Iterable[str]) -> str | None:
    """'Did you mean ...?', where one of the names is near."""
    from difflib import get_close_matches

    plain = {each.casefold(): each for each in names}
    close = get_close_matches(name.casefold(), list(plain), n=1)
    return f"Did you mean '{plain[close[0]]}'?" if close else None


@overload
def meant(written: str, titles: Mapping[str, str], kind: str, otherwise: str | None = None) -> str: ...
@overload
def meant(written: None, titles: Mapping[str, str], kind: str, otherwise: str | None = None) -> None: ...
def meant(written: str | None, titles: Mapping[str, str], kind: str, otherwise: str | None = None) -> str | None:
    """The id that an id or a title stands for; None for None. Raises Misused with a suggestion.

    Where none is near, all are listed, or `otherwise` is said where they are too many to list.
    """
    if written is None or written in titles:
        return written
    for each, title in titles.items():
        if written.casefold() in (each.casefold(), title.casefold(), each.replace("_", " ")):
            return each
    names = [name for pair in titles.items() for name in pair]
    hint = suggestion(written, names) or otherwise or f"There are: {', '.join(titles)}."
    raise Misused(f"'{written}' is not a {kind}. {hint}")
