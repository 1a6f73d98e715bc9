"""Somebody who goes through the web face with a mouse, where no script may run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .walker import FIGURE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class Pointer:
    """One person at one page, in the same words as `Walker`."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def heading(self) -> str:
        """The main heading of the page."""
        return self.page.locator("h1").inner_text()

    @property
    def told(self) -> str:
        """What the page says was just done; nothing where it says nothing."""
        return " ".join(self.page.locator("[role=status]").all_inner_texts())

    def go(self, address: str) -> None:
        """To an address."""
        self.page.goto(address)

    def follow(self, words: str, *, back: bool = False) -> None:
        """A link, to its page; `back` that it stands above the heading."""
        within = self.page.locator("nav" if back else "main")
        self._lands(within.get_by_role("link", name=words, exact=True).first)

    def send(self, words: str) -> None:
        """A button, and with it its form."""
        self._lands(self.page.get_by_role("button", name=words, exact=True).first)

    def write(self, label: str, text: str) -> None:
        """Into the field of that label."""
        self.page.get_by_label(label, exact=True).fill(text)

    def tick(self, label: str) -> None:
        """The box of that label, or no longer."""
        self.page.get_by_role("checkbox", name=label, exact=True).click()

    def choose(self, label: str) -> None:
        """One of a group of choices."""
        self.page.get_by_role("radio", name=label, exact=True).click()

    def pick(self, label: str, option: str) -> None:
        """An option of a list."""
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def answer(self, place: int = 0) -> None:
        """The question of the page: its date or figure typed, else its first choice, or the one at that place."""
        fields = self.page.locator("main form input:visible")
        if fields.first.get_attribute("type") == "text":
            fields.first.fill(FIGURE)
        else:
            # On the words, which belong to the button: whoever cannot hit a small button hits them.
            self.page.locator("main form fieldset .choice label").nth(place).click()

    def mend(self) -> None:
        """From the box that tells what is wrong to the field that it is about."""
        self.page.locator(".errors a").first.click()
        assert self.page.locator("input:focus, select:focus, textarea:focus").count() == 1

    def kept(self, words: str) -> str:
        """The text of a file that a link gives to keep."""
        with self.page.expect_download() as download:
            # Where its words are seen to begin: a part of them may be there for those alone who hear the page.
            self.page.get_by_role("link", name=words, exact=True).first.click(position={"x": 6, "y": 6})
        return Path(download.value.path()).read_text(encoding="utf-8")

    def _lands(self, what: Locator) -> None:
        with self.page.expect_navigation():
            what.click()
