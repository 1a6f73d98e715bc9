"""Where a person is in plain mode: what is said there, what it asks for, and what can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from wizard.session.session import Session

    from .commands import Command
    from .conversation import Conversation


class Cancelled(Exception):
    """A question in between was left without an answer."""


class Place:
    """A subclass says what there is in `arrive`, what it expects in `prompt`, and understands a line in `take`.

    `COMMANDS` can be typed here beside those that can be typed everywhere, and come before them.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = ()
    ABOUT: ClassVar[str] = ""
    """What this place is for; help begins with it."""

    def __init__(self, talk: Conversation) -> None:
        self.talk = talk

    @property
    def session(self) -> Session:
        """What is being worked on."""
        return self.talk.session

    @property
    def variant(self) -> str | None:
        """The what-if that an answer given here belongs to; None for the council file itself."""
        return None

    def arrive(self) -> None:
        """Says what there is, on coming here."""

    def resume(self) -> None:
        """Says it on coming back; less will do where it is long and nothing changed."""
        self.arrive()

    def prompt(self) -> str:
        """What is expected now."""
        return "Type g to go on, ? for help:"

    def claims(self, line: str) -> bool:
        """Whether a line is an answer here although it would be a command elsewhere."""
        return False

    def take(self, line: str) -> None:
        """A line that is no command."""
        self.talk.not_understood(line)

    def blank(self) -> None:
        """Only Enter was pressed."""
        self.talk.say("Nothing was typed.")

    def back(self) -> None:
        """To the place before."""
        self.talk.leave_place()

    def on_undo(self, question: str | None) -> None:
        """A change was taken back or made again, of a question's answer where that is named."""
        self.resume()

    def help(self) -> list[str]:
        """What can be answered here, before the commands are told."""
        return [self.ABOUT] if self.ABOUT else []
