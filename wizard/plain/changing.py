"""Undo, redo, the title, back, help and leaving: what can be typed in every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.session.change import AnswerChange

from .conversation import Left

if TYPE_CHECKING:
    from .conversation import Conversation


def undo(talk: Conversation, _: str) -> None:
    """Takes the last change back and says which."""
    _step(talk, "undo", "change_undone", "Nothing is left to take back.")


def redo(talk: Conversation, _: str) -> None:
    """Makes it again and says which."""
    _step(talk, "redo", "change_redone", "Nothing was taken back that could be made again.")


def _step(talk: Conversation, step: str, words: str, nothing: str) -> None:
    from wizard.report import changes_made

    change = getattr(talk.session, step)()
    if change is None:
        talk.say(nothing)
        return
    talk.changed(change, getattr(changes_made, words)(talk.session.rules, change))
    talk.places[-1].on_undo(change.question if isinstance(change, AnswerChange) else None)


def title(talk: Conversation, rest: str) -> None:
    """Another title."""
    words = rest or talk.fill_in(f"The title is “{talk.session.file.title}”. Another one, Enter to keep it:")
    change = talk.session.rename(words) if words else None
    if change is None:
        talk.say("The title stays as it is.")
    talk.changed(change)


def back(talk: Conversation, _: str) -> None:
    """To where one came from."""
    talk.places[-1].back()


def help_here(talk: Conversation, _: str) -> None:
    """What is expected here, and everything that can be typed."""
    place = talk.places[-1]
    talk.say(*place.help())
    if place.COMMANDS:
        talk.say("Here you can type:", *(f"{each.shown}: {each.help}" for each in place.COMMANDS))
    own = {words for each in place.COMMANDS for words in each.words}
    talk.say("Everywhere you can type:")
    for each in talk.everywhere():
        left = tuple(words for words in each.words if words not in own)
        if left:
            talk.say(f"{each._replace(words=left).shown}: {each.help}")


def leave(talk: Conversation, _: str) -> None:
    """Stops; what is to be said then is said at the end."""
    raise Left
