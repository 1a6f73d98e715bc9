"""What pages that vary one thing in a what-if have in common: a list to choose from, kept as the work stands."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from .page import Page
from .widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wizard.session.change import Change
    from wizard.session.session import Session


class VaryingPage(Page):
    """A subclass says with `to_vary` what the list holds, and makes each change through `vary`.

    `variant` is the what-if that is varied; with None the first change begins one.
    """

    DEFAULT_CSS = """
    VaryingPage ChoiceList { height: 1fr; max-width: 110; }
    """

    def __init__(self, variant: str | None) -> None:
        super().__init__()
        self._variant = variant

    def on_mount(self) -> None:
        """Fills the list."""
        self.on_work_changed()
        self.query_one(ChoiceList).focus()

    def to_vary(self, session: Session, variant: str | None) -> Iterable[Choice]:
        """What can be chosen. Raises KeyError for a what-if that was taken away."""
        raise NotImplementedError

    @property
    def here(self) -> str | None:
        """The what-if, None where it was taken away or has not begun."""
        session = self.wizard.session
        ids = [each.id for each in session.state.variants] if session is not None else []
        return self._variant if self._variant in ids else None

    def vary(self, begins: bool, make: Callable[[Session, str | None], Change | None]) -> Change | None:
        """Makes a change in the what-if, beginning one where `begins` and there is none; None where nothing changed.

        What is refused is said on the line above the keys.
        """
        from wizard.session.change import NotTaken

        session, variant = self.wizard.session, self.here
        if session is None:
            return None
        begins = begins and variant is None
        try:
            if begins:
                variant = session.begin_what_if()
            change = make(session, variant)
        except NotTaken as refused:
            if begins and variant is not None:
                # Nobody asked for an empty what-if.
                session.undo()
            self.say(f"{refused.message} {refused.hint or ''}".strip())
            return None
        if change is None:
            self.say("It is so already.")
            return None
        self._variant = variant
        return change

    def varied(self, change: Change) -> None:
        """Shows a change that was made."""
        self.on_work_changed()
        self.query_one(ChoiceList).focus()
        self.wizard.made(change)

    def on_work_changed(self) -> None:
        """Shows the list as it stands; the result that says so may have to be worked out, so it is done aside."""
        session, here = self.wizard.session, self.here
        if session is not None:
            self.run_worker(lambda: self._look(session, here), thread=True, exclusive=True)

    def _look(self, session: Session, variant: str | None) -> None:
        worker = get_current_worker()
        # A what-if that was taken away meanwhile: another look is on its way.
        with suppress(KeyError):
            found = list(self.to_vary(session, variant))
            if not worker.is_cancelled:
                self.app.call_from_thread(self._fill, found)

    def _fill(self, found: list[Choice]) -> None:
        choices = self.query_one(ChoiceList)
        stood_on = choices.highlighted
        choices.show(found)
        choices.highlighted = stood_on or 0
