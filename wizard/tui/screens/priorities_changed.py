"""What new priorities made of the result, before and after. They are set already; Ctrl+Z takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Paragraph
from wizard.tui.page import Page
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from wizard.proof.setting_priorities import NewPriorities
    from wizard.report.document import Block
    from wizard.report.subject import Subject
    from wizard.session.change import Change

TAKEN_BACK = "This was taken back: the priorities are as they were before. Ctrl+Y sets them again."


def record(page: Page, decision: str, new: NewPriorities) -> None:
    """Takes the priorities up in the session, and shows what they made of the result in place of `page`."""
    from wizard.report.subject import Subject

    session = page.wizard.session
    assert session is not None
    before = Subject(session.assessment, session.file, "")
    change = session.prioritise(decision, new)
    if change is None:
        page.say("It is so already: nothing was changed.")
        return
    page.app.switch_screen(PrioritiesChangedScreen(before, decision, new, change))


class PrioritiesChangedScreen(Page):
    """Back leads to the priorities."""

    NAME = "priorities_changed"
    HEADING = "What that changes"
    ABOUT = "Your priorities are recorded. This is what they made of the result; Ctrl+Z takes them back."

    def __init__(self, before: Subject, decision: str, new: NewPriorities, change: Change) -> None:
        super().__init__()
        self._before, self._decision, self._new, self._change = before, decision, new, change

    def body(self) -> Iterable[Widget]:
        """The text, and the way back."""
        yield DocumentPanel((Paragraph("Working out what that changes."),))
        yield ButtonRow(back="Back to the priorities", next=None)

    def on_mount(self) -> None:
        """Says what was done, and works out what came of it."""
        self.wizard.made(self._change)
        self._work_out()

    def _work_out(self) -> None:
        session = self.wizard.session
        assert session is not None
        seen = session.record.ranking_seen is not None

        def work_out() -> None:
            from wizard.report.priorities_changed import PrioritiesChanged, changed_blocks
            from wizard.report.result_pages.page import Placed

            after = Placed(session.assessment, self._new.file, "", places={"assess": "go back twice."})
            changed = PrioritiesChanged(self._before, after, self._decision, self._new, seen, saved=True)
            self.app.call_from_thread(self._show, changed_blocks(changed))

        self.run_worker(work_out, thread=True, exclusive=True)

    def _show(self, blocks: Sequence[Block]) -> None:
        self.query_one(DocumentPanel).show(blocks)

    def on_work_changed(self) -> None:
        """Where the change was taken back there is nothing to show of it."""
        session = self.wizard.session
        if session is not None and session.changes[-1:] == (self._change,):
            self._work_out()
        else:
            self._show((Paragraph(TAKEN_BACK),))
