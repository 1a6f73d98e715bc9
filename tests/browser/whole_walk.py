"""From the first page to a council file to keep: the questions that matter most, the result and a what-if."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wizard.report.result_pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Hands(Protocol):
    """How somebody gets through pages: by keys (`Walker`) or with a mouse (`Pointer`)."""

    @property
    def page(self) -> Page:
        """The page that they are at."""

    @property
    def heading(self) -> str:
        """The main heading of the page."""

    @property
    def told(self) -> str:
        """What the page says was just done; nothing where it says nothing."""

    def go(self, address: str) -> object:
        """To an address."""

    def follow(self, words: str, *, back: bool = False) -> object:
        """A link, to its page; `back` that it stands above the heading."""

    def send(self, words: str) -> object:
        """A button, and with it its form."""

    def write(self, label: str, text: str) -> None:
        """Into the field of that label, in place of what stands there."""

    def tick(self, label: str) -> None:
        """The box of that label, or no longer."""

    def choose(self, label: str) -> None:
        """One of a group of choices."""

    def pick(self, label: str, option: str) -> None:
        """An option of a list."""

    def answer(self, place: int = 0) -> None:
        """The question of the page: its date typed, else its first choice, or the one at that place."""

    def mend(self) -> object:
        """From the box that tells what is wrong to the field that it is about."""

    def kept(self, words: str) -> str:
        """The text of a file that a link gives to keep."""


READY = "you can look at the result"
MOST_QUESTIONS = 40


def whole_walk(hands: Hands) -> str:
    """The text of the council file at the end. Raises AssertionError where something is not as it should be."""
    hands.go("/")
    hands.send("Begin")
    assert hands.heading == "Leading social services"
    hands.mend()
    hands.write("What is the council called?", "Newtown")
    hands.send("Begin")
    asked = _core_answered(hands)
    hands.follow("Result", back=True)
    assert hands.heading == f"Result: {PAGES[0].title}"
    hands.follow("What if", back=True)
    hands.follow("Vary an answer")
    hands.follow(asked[-1])
    assert hands.heading == asked[-1]
    hands.answer(1)
    hands.send("See what moves")
    assert hands.heading.startswith("What if: ")
    hands.send("Keep it")
    hands.follow("Download", back=True)
    return hands.kept("The council file")


def _core_answered(hands: Hands) -> list[str]:
    """The questions that matter most, each as it is asked; the first is sent without an answer before."""
    asked = [hands.heading]
    hands.send("Save and go on")
    assert hands.heading == asked[0]
    hands.mend()
    for _ in range(MOST_QUESTIONS):
        hands.answer()
        hands.send("Save and go on")
        if READY in hands.told:
            return asked
        asked.append(hands.heading)
    raise AssertionError(f"the questions that matter most never end: {asked}")
