"""Saving, saving under another name, and what can be done where the file was changed by somebody else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.session.file_names import fault_of_new, typed_path
from wizard.session.saving import SaveRefused

if TYPE_CHECKING:
    from wizard.session.saving import Saved

    from .conversation import Conversation


def save(talk: Conversation, _: str) -> None:
    """Saves now, and says so."""
    session = talk.session
    if session.path is None:
        talk.say("This has no file of its own yet. Type save as and a name, such as: save as our_council.")
    elif not session.unsaved and session.file_is == "unchanged":
        talk.say(f"All of it is saved in {session.path}.")
    else:
        _told(talk, session.save())


def save_as(talk: Conversation, rest: str) -> None:
    """Saves under another name; a file that is there is never overwritten."""
    session = talk.session
    folder = session.path.parent if session.path is not None else Path()
    name = rest or talk.fill_in("Name of the file, such as our_council; Enter to leave it:")
    if not name:
        talk.say("Left as it was.")
        return
    fault = fault_of_new(name, folder)
    if fault:
        talk.say(fault)
        return
    _told(talk, session.save_as(typed_path(name, folder)))


def overwrite(talk: Conversation, _: str) -> None:
    """Puts this in the place of the file that is there."""
    if talk.session.path is None or talk.session.file_is in ("unchanged", "never_saved"):
        talk.say("There is nothing to overwrite: nobody else changed the file.")
    else:
        _told(talk, talk.session.overwrite())


def reload(talk: Conversation, _: str) -> None:
    """Takes up the file as it stands on the disk; undo brings this back."""
    change = talk.session.reload()
    if change is None:
        talk.say("The file says the same.")
        return
    talk.changed(change)
    talk.places[-1].on_undo(None)


def open_file(talk: Conversation, rest: str) -> None:
    """Another council file in place of this one, which is saved."""
    from .hub import work_on
    from .opening import opened

    name = rest or talk.fill_in("Name of the council file; Enter to leave it:")
    if not name:
        talk.say("Left as it was.")
        return
    session = opened(talk, name.strip("\"'"))
    if session is not None:
        work_on(talk, session)


def _told(talk: Conversation, result: Saved | SaveRefused) -> None:
    refused = talk.work.settle(result)
    if refused is not None:
        talk.tell_refusal(refused)
    else:
        talk.settle(None)
        talk.say(f"Saved in {talk.session.path}.")
