"""A page that shows a document whose entries lead on: a finding to the arguments that cite it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from .page import Page
from .widgets.buttons import ButtonRow
from .widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.report.evidence.linked import Linked

    from .app import WizardApp
    from .widgets.buttons import Press

MISSING = "The rule set in use has nothing of this name any more."


class LinkedPage(Page):
    """A subclass gives `made`, which runs in a worker, and `NEEDS_RESULT` where it says how things stand here."""

    NEEDS_RESULT: ClassVar[bool] = True

    def body(self) -> Iterable[Widget]:
        """The text, the way back, and whatever else can be done."""
        yield DocumentPanel()
        yield ButtonRow(*self.more_buttons(), next=None)

    def more_buttons(self) -> Iterable[Press]:
        """Buttons beside Back."""
        return ()

    def on_mount(self) -> None:
        """Asks for the document."""
        self.on_work_changed()

    def on_work_changed(self) -> None:
        """Asks for it anew: what holds here may hold no more."""
        self.run_worker(self._make, thread=True, exclusive=True)

    def made(self, library: EvidenceLibrary, here: Assessment | None) -> Linked:
        """The document. Raises KeyError where what it is about is not there."""
        raise NotImplementedError

    def _make(self) -> None:
        from wizard.problems import Unreadable

        try:
            session = self.wizard.session if self.NEEDS_RESULT else None
            linked = self.made(self.wizard.desk.library(), session.assessment if session is not None else None)
        except KeyError:
            self.app.call_from_thread(self.tell, MISSING)
        except Unreadable as fault:
            self.app.call_from_thread(self.tell, fault.problems[0].message)
        else:
            self.app.call_from_thread(self.show_linked, linked)

    def show_linked(self, linked: Linked) -> None:
        """Puts the document on the page."""
        if self.is_mounted:
            self.query_one(DocumentPanel).show(linked.document, linked.key_of)

    def tell(self, words: str) -> None:
        """Says why there is nothing to show, unless the person has gone back meanwhile."""
        if self.is_mounted:
            self.say(words)

    @on(DocumentPanel.Opened)
    def _opened(self, event: DocumentPanel.Opened) -> None:
        event.stop()
        open_target(self.wizard, event.key)


def open_target(wizard: WizardApp, key: str) -> None:
    """Opens what an entry of a linked document leads to."""
    from wizard.report.evidence.linked import target_of

    wizard.open_page(*target_of(key))
