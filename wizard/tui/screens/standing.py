"""Where things stand with the answers so far, on a page of its own: where there is no room beside the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.tui.foresight import standing_of
from wizard.tui.reading_page import ReadingPage

if TYPE_CHECKING:
    from wizard.report.document import Block
    from wizard.session.session import Session


class StandingScreen(ReadingPage):
    """The same words as beside the question; they follow undo and redo."""

    NAME = "standing"
    HEADING = "Where things stand"
    ABOUT = "What the evidence points to with the answers so far. The result, with all its reasons, comes later."

    def text_of(self, session: Session) -> tuple[Block, ...]:
        """The words beside the question."""
        blocks, _ = standing_of(session)
        return blocks
