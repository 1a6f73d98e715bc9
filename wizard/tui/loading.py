"""What is slow to import, fetched after the first paint, and said in words."""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.session.recovering import LeftUnsaved

    from .desk import Desk


def load(desk: Desk, say: Callable[[str], None]) -> tuple[LeftUnsaved, ...]:
    """Imports what every screen after the first needs and reads the usual rule set; gives what was left unsaved.

    `say` is told what is being done. A rule set with faults is told when a file is opened, not here.
    """
    from wizard.problems import Unreadable

    # Collecting rubbish while modules are made would only find that nothing can go yet.
    gc.disable()
    try:
        say("Getting the rules and the reports ready. You can choose meanwhile.")
        import wizard.report.assessment_document
        import wizard.session.session  # noqa: F401

        from .desk import DEFAULT_PACK

        with suppress(Unreadable):
            desk.rule_sets.named(DEFAULT_PACK)
        return desk.left_unsaved()
    finally:
        gc.freeze()
        gc.enable()
        say("")
