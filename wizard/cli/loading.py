"""From the names of files to what can be reasoned about; every fault of every file is told at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .recalling import recalled_council

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wizard.engine import Rules
    from wizard.proof.council_case import Understood

DEFAULT_PACK = "reports_2008"


class LoadedCouncil(NamedTuple):
    """A council file with its rule set. `named` is the file as the person named it.

    `remarks` are sentences that belong at the top of whatever is made of it, as for a frozen file.
    """

    named: str
    council: Understood
    rules: Rules
    remarks: tuple[str, ...] = ()


def load_councils(names: Iterable[str], pack: str | None = None) -> list[LoadedCouncil]:
    """The council files, each with the rule set named in it or with `pack` instead. Raises Unreadable.

    What an earlier run found sound, and has not changed by a byte, is taken as it was kept.
    """
    names = list(names)
    found: dict[str, LoadedCouncil] = {}
    for name in names:
        kept = recalled_council(name, pack)
        if kept is not None:
            found[name] = LoadedCouncil(name, *kept)
    afresh = [name for name in names if name not in found]
    if afresh:
        from .reading import read_councils

        found.update((each.named, each) for each in read_councils(afresh, pack))
    return [found[name] for name in names]


def tell_notices(loaded: Sequence[LoadedCouncil], *, remarks: bool = True) -> None:
    """Says on stderr what was read in an older shape; nothing is changed on disk.

    So are remarks, but for a document that has them at its top itself.
    """
    notices = [notice for each in loaded for notice in each.council.notices]
    said = [f"{each.named}: {remark}" for each in loaded for remark in each.remarks] if remarks else []
    if notices or said:
        import sys

        from wizard.problems.printing import all_as_text

        print("\n".join([*said, *([all_as_text(notices)] if notices else [])]), file=sys.stderr)


def here_or_shipped() -> str:
    """The rule set in the current folder, where there is one; else the id of the one that ships."""
    from wizard.pack.layout import HEAD

    return "." if Path(HEAD).is_file() else DEFAULT_PACK
