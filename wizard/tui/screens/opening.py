"""Between a choice and the work: says what is being read, or everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.tui.page import Page
from wizard.tui.screen_registry import is_there, screen_class
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from wizard.problems import Problem
    from wizard.session.session import Session


class OpeningScreen(Page):
    """Gives way to the first question that matters, or to the result, as soon as the work is there.

    `first` names a screen to go to rather than these.
    """

    NAME = "opening"
    HEADING = "One moment"
    ABOUT = "A council file is being read. If something in it cannot be used, it is listed here with its place."

    def __init__(self, how: Callable[[], Session], what: str, first: str | None = None) -> None:
        super().__init__()
        self._how, self._what, self._first = how, what, first

    def body(self) -> Iterable[Widget]:
        """Room for what is wrong, and the way back."""
        yield DocumentPanel()
        yield ButtonRow(next=None)

    def on_mount(self) -> None:
        """Starts reading."""
        self.header.title = self._what
        self.say("Reading the council file and the rules ...")
        self.run_worker(self._open, thread=True, exclusive=True)

    def _open(self) -> None:
        from wizard.problems import Unreadable

        try:
            session = self._how()
        except Unreadable as fault:
            self.app.call_from_thread(self._show_faults, list(dict.fromkeys(fault.problems)))
            return
        self.app.call_from_thread(self._go_on, session)

    def _go_on(self, session: Session) -> None:
        if not self.is_current:
            # The person went back meanwhile.
            return
        self.wizard.desk.take_up(session)
        self.wizard.save()
        ask = session.path is not None and not session.core.is_done
        wanted: tuple[str, ...] = ("question", "result", "reading") if ask else ("result", "reading")
        wanted = (self._first, *wanted) if self._first is not None else wanted
        name = next(each for each in wanted if is_there(each))
        self.app.switch_screen(screen_class(name)())

    def _show_faults(self, problems: list[Problem]) -> None:
        from wizard.report.document import Item, Items, Section

        items = tuple(Item(each.message, "numbered", str(each.place), _hint(each)) for each in problems)
        self.say("")
        self.query_one(DocumentPanel).show((Section("This council file cannot be used yet", (Items(items),)),))


def _hint(problem: Problem) -> tuple[str, ...]:
    return (problem.hint,) if problem.hint else ()
