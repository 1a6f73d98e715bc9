"""From the name of a council file to work on it: opened, begun, or taken up where a crash left it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.problems import Unreadable
from wizard.report.figures import counted
from wizard.session.change import NotTaken
from wizard.session.file_names import fault_of_new, name_from, typed_path
from wizard.session.session import Session

from .place import Cancelled

if TYPE_CHECKING:
    from wizard.session.recovering import LeftUnsaved

    from .conversation import Conversation

BECAME = {
    "unchanged": "",
    "changed": " The file was changed by somebody else meanwhile.",
    "missing": " Its file is not there any more.",
}
TAKE_UP, LEAVE, THROW_AWAY = "1", "2", "3"


def opened(talk: Conversation, name: str) -> Session | None:
    """A council file, with what was left unsaved of it if the person wants that; None where it cannot be read.

    What is wrong with it has then been said.
    """
    try:
        session = talk.work.opened(name)
    except Unreadable as fault:
        talk.tell_problems(fault)
        return None
    return with_unsaved(talk, session, name)


def with_unsaved(talk: Conversation, session: Session, name: str) -> Session:
    """The session, or the work that was left unsaved for its file where the person takes that up."""
    path = session.path if session.path is not None else Path(name)
    for left in talk.work.left_of(session, path):
        recovered = _offered(talk, left)
        if recovered is not None:
            return recovered
    return session


def left_at(talk: Conversation, path: Path) -> Session | None:
    """The work that was left unsaved for a file which is not there, where the person takes it up."""
    for left in Session.recoverable([path]):
        if left.path is not None and (recovered := _offered(talk, left)) is not None:
            return recovered
    return None


def _offered(talk: Conversation, left: LeftUnsaved) -> Session | None:
    talk.say(f"There is work that was not saved: {left_words(left)}")
    talk.say("1: take it up", "2: leave it for now; it will be offered again", "3: throw it away for good")
    while True:
        try:
            line = talk.fill_in("Answer 1 to 3, Enter for 1:")
        except Cancelled:
            line = LEAVE
        if line in (TAKE_UP, ""):
            return taken_up(talk, left)
        if line == THROW_AWAY:
            left.recovery.discard()
            talk.say("Thrown away.")
        if line in (LEAVE, THROW_AWAY):
            return None
        talk.say("Type 1, 2 or 3.")


def taken_up(talk: Conversation, left: LeftUnsaved) -> Session | None:
    """Unsaved work as a session; None where it cannot be read, which has then been said."""
    try:
        session = talk.work.recovered(left)
    except Unreadable as fault:
        talk.tell_problems(fault)
        return None
    talk.say(f"Taken up: {counted(left.answers, 'answer')}.")
    return session


def left_words(left: LeftUnsaved) -> str:
    """'Newtown, 5 answers. Its file is not there any more.'"""
    became = BECAME[left.file_is] if left.path is not None else " It has no file of its own yet."
    return f"{left.title or 'no title'}, {counted(left.answers, 'answer')}.{became}"


def begun(talk: Conversation, path: Path | None = None) -> Session | None:
    """A new council file; None where the person leaves it."""
    if path is not None:
        talk.say(f"There is no file {path} yet. To begin it, say what the council is called.")
    try:
        title = talk.fill_in("What is the council called? Enter to leave it:")
        while title and path is None:
            path = _new_path(talk, title)
    except Cancelled:
        title = ""
    if not title or path is None:
        talk.say("Nothing was begun.")
        return None
    try:
        return talk.work.begun(title, path)
    except NotTaken as fault:
        talk.say(" ".join(each for each in (fault.message, fault.hint) if each))
        return None


def _new_path(talk: Conversation, title: str) -> Path | None:
    usual = name_from(title)
    name = talk.fill_in(f"Name of the file to keep the answers in; Enter for {usual}:") or usual
    fault = fault_of_new(name, Path())
    if not fault:
        return typed_path(name, Path())
    talk.say(fault)
    return None
