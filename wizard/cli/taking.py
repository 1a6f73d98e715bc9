"""What a person gave and cannot be taken, told as every misuse of a command is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .usage import Misused

if TYPE_CHECKING:
    from collections.abc import Callable

Given = TypeVar("Given")


def told(do: Callable[[], Given]) -> Given:
    """What `do` gives; where it cannot take something, raises Misused with its words."""
    from wizard.session.change import NotTaken

    try:
        return do()
    except NotTaken as fault:
        raise Misused(" ".join(each for each in (fault.message, fault.hint) if each)) from None
