"""The first screen: go on, begin, open, learn. It is painted before anything slow is imported."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from wizard.tui.page import Page
from wizard.tui.places import file_words, shipped_examples, shipped_reports
from wizard.tui.screen_registry import is_there
from wizard.tui.widgets.choice_list import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from textual.widget import Widget

    from wizard.session.recovering import LeftUnsaved

UNSAVED = "unsaved:"
INTRODUCTION = (
    "Should one director lead both children's and adults' social services, or two? How closely should adult care "
    "be joined to the NHS? Answer some questions about a council, and see what five published reports say for it."
)
ADVICE = "It advises; it never decides. Every answer is kept as you give it, so you can stop at any time."


class WelcomeScreen(Page):
    """A menu of what there is; entries that cannot be opened are not there."""

    NAME = "welcome"
    HEADING = "The council wizard"
    ABOUT = (
        "This is where you begin. A council file holds your answers about one council; it is a text file that you "
        "can keep, copy and send. Choose with a digit, with the arrow keys and Enter, or with a click."
    )
    DEFAULT_CSS = """
    WelcomeScreen Static { padding: 1 2 0 2; max-width: 100; }
    WelcomeScreen #advice { color: $text-muted; padding: 0 2 1 2; }
    WelcomeScreen ChoiceList { max-width: 100; max-height: 1000; }
    WelcomeScreen #state { color: $text-muted; padding: 1 2; }
    WelcomeScreen.-low Static { padding: 0 2; }
    """

    def body(self) -> Iterable[Widget]:
        """Words, the menu, and how far the loading is."""
        yield Static(INTRODUCTION, markup=False)
        yield Static(ADVICE, id="advice", markup=False)
        yield ChoiceList(self._entries(), kind="menu", id="menu")
        yield Static(id="state", markup=False)

    def on_mount(self) -> None:
        """Follows the loading in words."""
        self.watch(self.app, "loading_words", self._say_state)
        self.watch(self.app, "left_unsaved", self.on_screen_resume, init=False)

    def on_screen_resume(self) -> None:
        """What was opened meanwhile can be gone on with."""
        menu = self.query_one(ChoiceList)
        entries = tuple(self._entries())
        if entries != menu.choices:
            menu.show(entries)

    def _say_state(self, words: str) -> None:
        self.query_one("#state", Static).update(words)

    def _entries(self) -> Iterator[Choice]:
        recent = _still_there(self.wizard.desk.settings.recent)
        for number, left in enumerate(self.wizard.left_unsaved):
            yield Choice(f"{UNSAVED}{number}", f"Take up unsaved work: {left.title or 'no title'}", _left_words(left))
        if recent:
            yield Choice("go_on", f"Go on with {file_words(recent[0])}", str(recent[0]))
        if is_there("question"):
            yield Choice("new", "New council file", "Twelve questions to begin with; about ten minutes")
        yield Choice("open", "Open a council file")
        named = self._to_vary(recent)
        if named and is_there("what_if"):
            yield Choice("what_if", f"What if: vary {named}, and see what moves")
        if is_there("compare"):
            yield Choice("compare", "Compare council files")
        if is_there("evidence"):
            yield Choice("evidence", "The evidence: every finding of the reports, to search")
        if shipped_reports():
            yield Choice("reports", "Case studies: the places in the reports")
        if shipped_examples():
            yield Choice("examples", "Made-up councils, for learning")
        yield Choice("terminals", "Which terminal suits?")
        yield Choice("help", "Help")
        yield Choice("quit", "Quit")

    @on(ChoiceList.GoOn)
    def _opened(self, event: ChoiceList.GoOn) -> None:
        event.stop()
        entry = event.chosen[0]
        wizard = self.wizard
        if entry == "go_on":
            wizard.open_file(_still_there(wizard.desk.settings.recent)[0])
        elif entry.startswith(UNSAVED):
            left = wizard.left_unsaved[int(entry.removeprefix(UNSAVED))]
            wizard.open_work(lambda: wizard.desk.recovered(left), left.title or "Unsaved work")
        elif entry == "new":
            wizard.open_page("begin")
        elif entry == "what_if":
            self._vary()
        elif entry == "compare":
            wizard.open_page("compare")
        elif entry == "evidence":
            wizard.open_page("evidence")
        elif entry == "reports":
            wizard.open_page("browse", "Case studies: the places in the reports", shipped_reports(), "place")
        elif entry == "examples":
            wizard.open_page("browse", "Made-up councils, for learning", shipped_examples())
        elif entry == "open":
            wizard.open_page("browse", "Open a council file")
        elif entry == "terminals":
            wizard.open_page("terminals")
        elif entry == "help":
            wizard.action_help()
        else:
            wizard.exit()

    def _to_vary(self, recent: list[Path]) -> str:
        """What a what-if would begin from: the work on the desk, else the file opened last; nothing without either."""
        session = self.wizard.session
        return session.file.title if session is not None else file_words(recent[0]) if recent else ""

    def _vary(self) -> None:
        wizard = self.wizard
        if wizard.session is not None:
            wizard.open_page("what_if")
            return
        path = _still_there(wizard.desk.settings.recent)[0]
        wizard.open_page("opening", lambda: wizard.desk.opened(path), str(path), "what_if")


def _still_there(recent: Iterable[Path]) -> list[Path]:
    """Those of the files opened lately that have not been moved or deleted since."""
    found = []
    for path in recent:
        with suppress(OSError, ValueError):
            if path.exists():
                found.append(path)
    return found


def _left_words(left: LeftUnsaved) -> str:
    answers = f"{left.answers} answer{'' if left.answers == 1 else 's'}"
    became = {
        "unchanged": "",
        "changed": "; the file was changed by someone else meanwhile",
        "missing": "; its file is not there any more" if left.path is not None else "; it has no file yet",
    }[left.file_is]
    return f"{answers}{became}"
