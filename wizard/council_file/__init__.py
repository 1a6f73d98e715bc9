"""Council files: read with every fault in its place, saved in the person's own text, never lost.

To read: `read_written` (which names the rule set), `view_of` that rule set, `read_council`. To save: a new
`CouncilFile` and `save_council`, or `create_council`; after every answer `RecoveryFile.keep`, and on
opening `unsaved_work`. This floor knows nothing of scores and verdicts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .not_saved import NotSaved
from .pack_view import VERDICTS, PackView, view_of
from .reading import OpenCouncil, read_council
from .written import WrittenCouncil, pack_named_in, read_written

if TYPE_CHECKING:
    from .keeping import copy_council, create_council, overwrite_council, save_council
    from .recovery import Recovery, RecoveryFile, all_unsaved_work, unsaved_work
    from .saving import changed_text
    from .starting import skeleton
    from .storing import backup_of, create, put, save
    from .writing import new_text

# What only a session that saves needs is loaded when it is asked for: a result on screen comes sooner.
_LATER = {
    "Recovery": "recovery",
    "RecoveryFile": "recovery",
    "all_unsaved_work": "recovery",
    "backup_of": "storing",
    "changed_text": "saving",
    "copy_council": "keeping",
    "create": "storing",
    "create_council": "keeping",
    "new_text": "writing",
    "overwrite_council": "keeping",
    "put": "storing",
    "save": "storing",
    "save_council": "keeping",
    "skeleton": "starting",
    "unsaved_work": "recovery",
}

__all__ = [
    "VERDICTS",
    "NotSaved",
    "OpenCouncil",
    "PackView",
    "Recovery",
    "RecoveryFile",
    "WrittenCouncil",
    "all_unsaved_work",
    "backup_of",
    "changed_text",
    "copy_council",
    "create",
    "create_council",
    "new_text",
    "overwrite_council",
    "pack_named_in",
    "put",
    "read_council",
    "read_written",
    "save",
    "save_council",
    "skeleton",
    "unsaved_work",
    "view_of",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_LATER[name]}", __name__), name)
