"""From the command to the conversation, and what is said when it is over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.session.file_names import ENDINGS

from .conversation import WHERE, Conversation, Left
from .lines import Lines, NoMoreInput

if TYPE_CHECKING:
    from typing import TextIO

    from wizard.session.session import Session

    from .work import Work

FINE, NOT_SAVED = 0, 2


def start(work: Work, source: TextIO, target: TextIO, file: str | None = None) -> int:
    """Talks until the person stops or the input ends; gives the exit code. Raises Unreadable for a file with faults.

    Ctrl+C stops too, once what was kept has been said.
    """
    talk = Conversation(Lines(source, target), work)
    try:
        if _begin(talk, file):
            talk.run()
        return _over(talk)
    except Left:
        return _over(talk)
    except NoMoreInput:
        return _over(talk, "The input has ended.")
    except KeyboardInterrupt:
        _over(talk, "", "Stopped.")
        raise


def _begin(talk: Conversation, file: str | None) -> bool:
    """Whether there is anything to talk about. Raises Unreadable."""
    from . import opening
    from .hub import Welcome, work_on

    if file is None:
        talk.go(Welcome(talk))
        return True
    path = Path(file)
    session: Session | None
    if _can_be_begun(path):
        # Its first save may have been refused, or cut short: what was answered then is offered first.
        session = opening.left_at(talk, path) or opening.begun(talk, path)
    else:
        session = opening.with_unsaved(talk, talk.work.opened(file), file)
    if session is not None:
        work_on(talk, session)
    return session is not None


def _can_be_begun(path: Path) -> bool:
    """Whether a name is that of a council file which is not there yet, in a folder that is."""
    try:
        return path.suffix.lower() in ENDINGS and not path.exists() and path.parent.is_dir() and not _ships(path)
    except (OSError, ValueError):
        return False


def _ships(path: Path) -> bool:
    """Council files that came with the program are found by name wherever one is."""
    from wizard.pack import find_council_file
    from wizard.problems import Unreadable

    try:
        find_council_file(path)
    except Unreadable:
        return False
    return True


def _over(talk: Conversation, *before: str) -> int:
    """Saves what can be saved and says what was kept."""
    session = talk.work.session
    if session is None:
        talk.say(*before)
        return FINE
    talk.work.put_away()
    answers = f"{len(session.answers)} answer{'' if len(session.answers) == 1 else 's'}"
    talk.say(*before)
    if not session.unsaved and session.path is not None:
        talk.say(f"{answers} saved in {session.path}.", f"To go on: {_command(session.path)}")
        return FINE
    if not session.unsaved:
        talk.say("Nothing was changed.")
        return FINE
    if session.path is None and session.kept in ("beside", "drafts"):
        talk.say(f"{answers} are kept, in no file of their own yet.", "To go on: wizard ask, then 4.")
        return FINE
    talk.say(f"Not everything could be saved. {WHERE[session.kept or 'nowhere']}")
    return NOT_SAVED


def _command(path: Path) -> str:
    name = str(path)
    return f'wizard ask "{name}"' if " " in name else f"wizard ask {name}"
