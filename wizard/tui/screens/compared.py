"""Council files side by side: what differs, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button
from textual.worker import get_current_worker

from wizard.tui.actions import Action
from wizard.tui.page import Page
from wizard.tui.widgets.buttons import ButtonRow, Press
from wizard.tui.widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textual.widget import Widget

    from wizard.report.councils_read import CouncilsRead

WIDEST = 300
EVERY, DIFFERING = "Show every answer", "Only what differs"
TABLES, LISTS = "Wide tables", "Narrow tables"


class ComparedScreen(Page):
    """The document of the comparison; whatever is read first stands last to change."""

    NAME = "compared"
    HEADING = "Council files side by side"
    ABOUT = (
        "The council files that you marked: what the evidence points to for each, the totals, why each differs from "
        "the first, and what each answered. O leaves out the answers on which all agree, or shows them; T keeps wide "
        "tables as tables, to be scrolled with Left and Right."
    )
    ACTIONS = (
        Action("screen.differing", "Only what differs", "Leaves out what all agree on, or shows it again.", ("o",), 4),
        Action("screen.tables", "Wide tables", "Keeps tables whole and scrolls sideways, or fits them.", ("t",), 8),
    )

    def __init__(self, paths: Sequence[Path], with_work: bool) -> None:
        super().__init__()
        self._paths, self._with_work = tuple(paths), with_work
        self._read: CouncilsRead | None = None
        self._changed_only = True

    def body(self) -> Iterable[Widget]:
        """The document, and the two ways to look at it."""
        yield DocumentPanel(widest=WIDEST)
        yield ButtonRow(Press(TABLES, id="tables", action="screen.tables"), next=EVERY)

    def on_mount(self) -> None:
        """Starts reading."""
        self.query_one(DocumentPanel).focus()
        self.on_work_changed()

    def on_work_changed(self) -> None:
        """Reads all of them again: one of them may be what is being worked on."""
        self.say("Reading the council files ...")
        self.run_worker(self._look, thread=True, exclusive=True)

    def _look(self) -> None:
        from wizard.report.councils_read import councils_read

        worker = get_current_worker()

        def say(words: str) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(self.say, f"{words} ...")

        work = self.wizard.session if self._with_work else None
        read = councils_read(self._paths, self.wizard.desk.rule_sets, work, say)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, read)

    def _take(self, read: CouncilsRead) -> None:
        self._read = read
        self.say("")
        self._show(from_top=True)

    def _show(self, from_top: bool) -> None:
        from wizard.report.councils_read import councils_document

        if self._read is not None:
            document = councils_document(self._read, self._changed_only)
            self.query_one(DocumentPanel).show(document, from_top=from_top)

    @on(Button.Pressed, "#next")
    def action_differing(self) -> None:
        """Leaves out the answers on which all agree, or shows them again."""
        self._changed_only = not self._changed_only
        self.query_one("#next", Press).relabel(EVERY if self._changed_only else DIFFERING)
        self._show(from_top=False)
        self.say("Only the answers that differ are shown." if self._changed_only else "Every answer is shown.")

    def action_tables(self) -> None:
        """Keeps wide tables whole, or lays them out to the width of the screen."""
        panel = self.query_one(DocumentPanel)
        panel.sideways = not panel.sideways
        self.query_one("#tables", Press).relabel(LISTS if panel.sideways else TABLES)
        self.say("Left and Right scroll sideways." if panel.sideways else "Tables fit the width of the screen.")
