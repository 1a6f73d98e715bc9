"""F1: what the thing in focus does, every key that works there, and how the app works in general."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Item, Items, Paragraph, Section
from wizard.tui.actions import Action, key_words
from wizard.tui.page import Page
from wizard.tui.widgets.buttons import ButtonRow
from wizard.tui.widgets.document_panel import DocumentPanel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from wizard.report.document import Block

IN_GENERAL = Section(
    "How it works",
    (
        Items(
            (
                Item("Questions come one at a time. 'Not sure' is an answer: it is kept, and never taken for a no."),
                Item("Digits choose, Enter chooses and goes on. Everything can be done with the mouse as well."),
                Item("Every change is saved at once. Ctrl+Z takes the last one back, Ctrl+Y does it again."),
                Item("Quitting never asks, because nothing is lost. The first screen offers to go on."),
                Item("To copy text, draw over it with the mouse and press Ctrl+C."),
                Item("F2 changes the colours: dark, light, none. No colour means anything that words do not say too."),
            )
        ),
    ),
)
ON_RESULTS = Section(
    "What the results are",
    (
        Paragraph(
            "They hold what you answered against what five reports of 2002 to 2008 say. They advise and never decide; "
            "no report ties the structure of services to what people get from them, and every result says so."
        ),
    ),
)


class HelpScreen(Page):
    """What was asked about stands first."""

    NAME = "help"
    HEADING = "Help"
    ABOUT = "This is the help. Esc goes back to where you were."

    def __init__(self, about: Sequence[str] = (), actions: Sequence[Action] = ()) -> None:
        super().__init__()
        self._about, self._actions = about, actions

    def body(self) -> Iterable[Widget]:
        """The help as a text to scroll, and the way back."""
        yield DocumentPanel(self._blocks())
        yield ButtonRow(next=None)

    def _blocks(self) -> list[Block]:
        blocks: list[Block] = []
        if self._about:
            blocks.append(Section("Where you are", (Items(tuple(map(Item, self._about))),)))
        if self._actions:
            items = tuple(Item(_words(each)) for each in self._actions if not each.hidden)
            blocks.append(Section("What you can do there", (Items(items),)))
        return [*blocks, IN_GENERAL, ON_RESULTS]


def _words(action: Action) -> str:
    keys = " or ".join(map(key_words, action.keys))
    return f"{keys}: {action.title}. {action.help}" if keys else f"{action.title}. {action.help}"
