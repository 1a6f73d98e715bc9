"""What to do where the work could not be saved: said plainly, with every way on; the work itself is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from wizard.tui.page import Page
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from wizard.session.saving import SaveRefused

OFFERED = {
    "try_again": ("Try again", ""),
    "save_as": ("Keep mine under another name", "The file that is there stays as it is."),
    "overwrite": ("Put mine in its place", "The version that is there now is kept beside it, with the ending .bak."),
    "reload": ("Take up the file as it is there now", "Ctrl+Z brings yours back."),
}
WHERE = {
    "beside": "Your answers are safe: they are kept beside the file and will be offered next time.",
    "drafts": "Your answers are safe: they are kept in your own folder and will be offered next time.",
    "nowhere": "Your answers are in memory only: save them under another name before you stop.",
}


class NotSavedScreen(Page):
    """Why, where the work is meanwhile, and what can be done."""

    NAME = "not_saved"
    HEADING = "Not saved"
    ABOUT = "Something kept the program from saving. Nothing of yours is lost; choose what to do."
    DEFAULT_CSS = """
    NotSavedScreen Static { padding: 1 2 0 2; max-width: 100; }
    NotSavedScreen ChoiceList { margin-top: 1; height: 1fr; }
    """

    def __init__(self, refused: SaveRefused) -> None:
        super().__init__()
        self._refused = refused

    def body(self) -> Iterable[Widget]:
        """The reason and the choices."""
        problem = self._refused.problem
        yield Static(f"{problem.message} {problem.hint or ''}".strip(), id="why", markup=False)
        yield Static(WHERE.get(self._refused.kept or "", ""), id="where", markup=False)
        yield ChoiceList(self._choices(), kind="menu")

    def _choices(self) -> Iterator[Choice]:
        for offer in self._refused.offers:
            yield Choice(offer, *OFFERED[offer])
        yield Choice("later", "Go on for now", "Saving is tried again after the next change.")

    @on(ChoiceList.GoOn)
    def _do(self, event: ChoiceList.GoOn) -> None:
        wizard, session = self.wizard, self.wizard.session
        offer = event.chosen[0]
        self.app.pop_screen()
        if session is None or offer == "later":
            return
        if offer == "save_as":
            wizard.open_page("save_as")
        elif offer == "try_again":
            wizard.save()
        elif offer == "overwrite":
            wizard.settle(wizard.desk.outcome(session.overwrite()))
        else:
            self._reload()

    def _reload(self) -> None:
        from wizard.problems import Unreadable

        wizard = self.wizard
        assert wizard.session is not None
        try:
            change = wizard.session.reload()
        except Unreadable as fault:
            wizard.page.say(f"It cannot be read: {fault.problems[0].message}")
            return
        wizard.page.on_work_changed()
        wizard.made(change)
