"""What people of a workshop do, whether by keys or with a mouse: coming in, filling in a sheet, sealing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .whole_walk import Hands

JOIN, FACILITATOR = "Join", "Facilitator's"
"""The codes, as the server names them."""

REMARK = "What do you want to be read with your sheet?"


class Answers(NamedTuple):
    """What one says on a sheet of the tiny rule set. `first` is what matters more to them."""

    who: str
    wish: str
    roof: str
    first: str
    remark: str


def comes_in(hands: Hands, code: str) -> None:
    """With one of the codes, from the first page on."""
    hands.go("/")
    assert hands.heading == "Join"
    hands.write("Join code", code)
    hands.send("Come in")


def takes_part(hands: Hands, code: str, who: str) -> str:
    """Takes a seat, and goes on to the sheet. The code to come back with."""
    comes_in(hands, code)
    hands.write("Your role or team", who)
    hands.send("Take part")
    assert hands.heading == f"You take part as {who}"
    own = hands.page.locator(".large").inner_text()
    hands.follow("I have written it down: on to the facts")
    hands.follow("On to your sheet")
    return own


def comes_back(hands: Hands, code: str, own: str) -> None:
    """In another browser, with nothing but the two codes."""
    comes_in(hands, code)
    hands.write("Your own code", own)
    hands.send("Come back")


def judges(hands: Hands, said: Answers) -> None:
    """The first page of the sheet."""
    assert hands.heading == "How you are deciding"
    hands.tick(said.wish)
    hands.send("Keep and go on")


def orders(hands: Hands, said: Answers, groups: tuple[str, ...]) -> None:
    """The rest of the sheet; it ends at the page to check."""
    assert hands.heading == "The service and its roof"
    hands.choose(said.roof)
    hands.send("Keep and go on")
    assert hands.heading.startswith("What matters more: ")
    for each in groups:
        hands.pick(each, "1 – matters most" if each == said.first else "2 – last place")
    hands.send("Keep and go on")
    hands.write(REMARK, said.remark)
    hands.send("Keep and check")
    assert hands.heading == "Check your answers"


def seals(hands: Hands) -> None:
    """Seals the sheet that is shown."""
    hands.send("Seal this sheet")
    assert hands.heading == "Waiting for the others"
