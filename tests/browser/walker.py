"""Somebody who goes through the web face by keyboard alone, and sees at every stop where they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_STOPS = 250
"""Stops on a page after which what is looked for is not on it."""

WHERE = """
() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const label = at.labels && at.labels.length ? at.labels[0].innerText : at.innerText;
  const words = (at.getAttribute('aria-label') || label || '').replace(/\\s+/g, ' ').trim();
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const lined = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
  const kind = at.tagName === 'INPUT' ? at.type : at.tagName.toLowerCase();
  return [kind, words, seen && lined && at.matches(':focus-visible'), at.id || ''];
}
"""
BEGUN = "() => document.readyState === 'complete' && document.activeElement !== document.body"

FIELDS = ("text", "radio", "checkbox")
FIGURE = "June 2010"
"""What is typed where a question wants no choice: the only one of those that matter most is a date."""


class Stop(NamedTuple):
    """Where the focus is: what kind of thing, its words, whether it is seen to be there, and its id."""

    kind: str
    words: str
    is_seen: bool
    id: str


class Walker:
    """One person at one page. Nothing here touches the mouse, or anything on the page but through keys.

    Every method that lands on a new page asserts that the focus begins at its heading or at the box of its faults, and
    every step with Tab that it is seen where the focus went. Raises AssertionError.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    # ---- where one is ----

    @property
    def heading(self) -> str:
        """The main heading of the page."""
        return self.page.locator("h1").inner_text()

    @property
    def told(self) -> str:
        """What the page says was just done; nothing where it says nothing."""
        return " ".join(self.page.locator("[role=status]").all_inner_texts())

    def stop(self) -> Stop:
        """Where the focus is now."""
        return Stop(*self.page.evaluate(WHERE))

    def arrived(self) -> Stop:
        """Where the focus begins on a page that was just come to."""
        self.page.wait_for_function(BEGUN)
        stop = self.stop()
        begins = stop.kind == "h1" or self.page.locator(".errors:focus").count() == 1
        assert begins, f"{self.page.url} begins at {stop}"
        return stop

    # ---- steps ----

    def go(self, address: str) -> Stop:
        """To an address, as if typed above the page."""
        self.page.goto(address)
        return self.arrived()

    def step(self, *, back: bool = False) -> Stop:
        """One stop on, or back."""
        self.page.keyboard.press("Shift+Tab" if back else "Tab")
        stop = self.stop()
        assert stop.is_seen or stop.kind == "body", f"on {self.page.url} nobody sees that the focus is at {stop}"
        return stop

    def to(self, words: str, *kinds: str, back: bool = False) -> Stop:
        """To the next stop of one of those kinds that is called so, unless one is there; `words` of '' is any."""
        passed: list[Stop] = []
        here = self.stop()
        if words and here.kind in kinds and here.words == words:
            return here
        while len(passed) < MOST_STOPS:
            passed.append(self.step(back=back))
            if passed[-1].kind in kinds and words in ("", passed[-1].words):
                return passed[-1]
            if passed[-1].kind == "body" and len(passed) > 1:
                break
        raise AssertionError(f"no {kinds} called {words!r} on {self.page.url}, only {[each[:2] for each in passed]}")

    def follow(self, words: str, *, back: bool = False) -> Stop:
        """A link, to its page."""
        self.to(words, "a", back=back)
        return self._lands("Enter")

    def send(self, words: str, *, back: bool = False) -> Stop:
        """A button, and with it its form."""
        self.to(words, "button", back=back)
        return self._lands("Space")

    def unfold(self, words: str) -> None:
        """What is folded away under those words."""
        self.to(words, "summary")
        self.page.keyboard.press("Enter")

    # ---- filling in ----

    def write(self, label: str, text: str) -> None:
        """Into the field of that label, in place of what stands there."""
        self.to(label, "text", "textarea", "search")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def tick(self, label: str) -> None:
        """The box of that label, or no longer."""
        self.to(label, "checkbox")
        self.page.keyboard.press("Space")

    def choose(self, label: str) -> None:
        """One of a group of choices: Tab comes to the group, arrows go through it."""
        stop = self.to("", "radio")
        first, turns = stop, 0
        if stop.words == label:
            self.page.keyboard.press("Space")
        while stop.words != label:
            self.page.keyboard.press("ArrowDown")
            stop, turns = self.stop(), turns + 1
            assert stop != first and stop.is_seen and turns < MOST_STOPS, f"no choice {label!r} on {self.page.url}"

    def pick(self, label: str, option: str) -> None:
        """An option of a list, by arrows."""
        field = self.page.locator(f"select#{self.to(label, 'select').id}")
        self.page.keyboard.press("Home")
        for _ in range(MOST_STOPS):
            if field.locator("option:checked").inner_text() == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no option {option!r} in {label!r}")

    def answer(self, place: int = 0) -> None:
        """The question of the page: its date or figure typed, else its first choice, or the one at that place."""
        at = self.stop() if self.stop().kind in FIELDS else self.to("", *FIELDS)
        if at.kind == "text":
            self.page.keyboard.type(FIGURE)
            return
        for _ in range(place):
            if at.kind == "radio":
                self.page.keyboard.press("ArrowDown")
            else:
                self.step()
        if at.kind != "radio" or not place:
            self.page.keyboard.press("Space")

    def mend(self) -> Stop:
        """From the box that tells what is wrong to the field that it is about."""
        self.to("", "a")
        self.page.keyboard.press("Enter")
        stop = self.stop()
        assert stop.kind in (*FIELDS, "select", "textarea", "file"), f"on {self.page.url} the fault leads to {stop}"
        return stop

    def kept(self, words: str) -> str:
        """The text of a file that a link gives to keep."""
        self.to(words, "a")
        with self.page.expect_download() as download:
            self.page.keyboard.press("Enter")
        return Path(download.value.path()).read_text(encoding="utf-8")

    def _lands(self, key: str) -> Stop:
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        return self.arrived()
