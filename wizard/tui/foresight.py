"""Where things stand and what to ask next, found out in a worker while the person goes on answering."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from .actions import key_words
from .widgets.standing_view import StandingLines, StandingPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from wizard.report.document import Block
    from wizard.session.session import Session
    from wizard.session.state import State

    from .page import Page

    Standing = tuple[tuple[Block, ...], tuple[str, ...]]

WIDE = 100
"""From so many columns on the ranking stands beside the question."""

PATIENCE = 0.3
"""Seconds after which it is said that something is being worked out; usually it is there before."""


class Foresight:
    """One for each page that asks. `when_found` is called each time when all is known for the answers as they are.

    Nothing is worked out before the core is answered, and nothing shown that the person has not asked for.
    """

    def __init__(self, page: Page, when_found: Callable[[], None], asks_next: bool) -> None:
        """Without `asks_next` only where things stand is worked out, and only while it is shown."""
        self._page, self._when_found, self._asks_next = page, when_found, asks_next
        self._found_for: State | None = None
        self._shown_for: State | None = None
        self._standing: Standing = ((), ())
        self._late: Timer | None = None

    @property
    def _session(self) -> Session:
        session = self._page.wizard.session
        assert session is not None, "foresight is for work on the desk"
        return session

    @property
    def is_there(self) -> bool:
        """Whether what to ask next is known for the answers as they are."""
        return self._found_for is self._session.state

    def begin(self) -> None:
        """Starts over where the answers have changed, or where more is to be shown than is there."""
        session = self._session
        if not session.ranking_allowed:
            return
        wanted = session.ranking_visible and self._shown_for is not session.state
        if not wanted and (self.is_there or not self._asks_next):
            return
        if wanted:
            self._say_when_late()
        self._page.run_worker(partial(self._work, session, session.state), thread=True, exclusive=True, group="foresee")

    def place(self) -> None:
        """Puts what is known beside the question, or below it, or away."""
        page, visible = self._page, self._session.ranking_visible
        if not page.query(StandingPanel):
            return
        wide = page.app.size.width >= WIDE
        page.query_one(StandingPanel).set_class(visible and wide, "-shown")
        lines = self._standing[1] if visible and not wide else ()
        page.query_one(StandingLines).show(lines, key_words("v"), "screen.all_of_it")

    def _work(self, session: Session, state: State) -> None:
        worker = get_current_worker()
        assessment = session.assessment
        if session.ranking_visible:
            found = standing_of(session)
            if not worker.is_cancelled:
                self._page.app.call_from_thread(self._show, state, found)
        worth = self._page.wizard.desk.worth_asking
        if not self._asks_next or worth is None or worker.is_cancelled:
            return
        worth.found(session.rules, assessment)
        if not worker.is_cancelled:
            self._page.app.call_from_thread(self._found, state)

    def _show(self, state: State, standing: Standing) -> None:
        if state is not self._session.state or not self._page.query(StandingPanel):
            return
        if self._late is not None:
            self._late.stop()
        self._shown_for, self._standing = state, standing
        self._page.query_one(StandingPanel).show(standing[0])
        self.place()

    def _found(self, state: State) -> None:
        if state is self._session.state and self._page.is_attached:
            self._found_for = state
            self._when_found()

    def _say_when_late(self) -> None:
        if self._late is not None:
            self._late.stop()
        panel = self._page.query_one(StandingPanel)
        self._late = self._page.set_timer(PATIENCE, lambda: panel.say("Working it out again"))


def standing_of(session: Session) -> Standing:
    """Where things stand as a text to read, and in a line for each decision. Takes as long as an assessment."""
    from wizard.report.standing_so_far import in_a_line, notices, standing_so_far
    from wizard.report.subject import Subject

    subject = Subject(session.assessment, session.file, str(session.path or f"{session.file.id}.yaml"))
    lines = tuple(in_a_line(each) for each in subject.assessment.decisions)
    return (*notices(subject), *standing_so_far(subject)), lines
