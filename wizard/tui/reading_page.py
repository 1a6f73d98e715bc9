"""What pages that only show a text have in common: it is worked out aside, and follows every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .page import Page
from .widgets.buttons import ButtonRow
from .widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.report.document import Block, Document
    from wizard.session.session import Session


class ReadingPage(Page):
    """A subclass gives `text_of`."""

    def body(self) -> Iterable[Widget]:
        """The text, and the way back."""
        yield DocumentPanel()
        yield ButtonRow(next=None)

    def text_of(self, session: Session) -> Document | tuple[Block, ...]:
        """The text; called in a thread of its own."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Asks for the text."""
        self.on_work_changed()

    def on_work_changed(self) -> None:
        """Asks for it anew."""
        session = self.wizard.session
        if session is not None:
            self.run_worker(lambda: self._work(session), thread=True, exclusive=True)

    def _work(self, session: Session) -> None:
        self.app.call_from_thread(self._show, self.text_of(session))

    def _show(self, text: Document | tuple[Block, ...]) -> None:
        self.query_one(DocumentPanel).show(text)
