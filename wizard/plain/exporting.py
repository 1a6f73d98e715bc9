"""The result as a file for others: a report, one page, text or JSON. No file is written over unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.report.session_variants import subject_of

from .lines import number_of

if TYPE_CHECKING:
    from wizard.report.passing_on import Thing
    from wizard.session.session import Session

    from .conversation import Conversation


def export(talk: Conversation, _: str) -> None:
    """Asks what and where, and writes it. Raises Unreadable (NotSaved) where that cannot be."""
    if not talk.seen():
        return
    from wizard.report.passing_on import things

    every = things()
    talk.say(*(f"{number}: {each.title}. {each.note}." for number, each in enumerate(every, start=1)))
    number = number_of(talk.fill_in(f"Which one? 1 to {len(every)}, Enter to leave it:"), len(every))
    path = _asked_path(talk, every[number - 1]) if number else None
    if path is None:
        talk.say("Nothing was written.")
    else:
        _write(talk, every[number - 1], path)


def _asked_path(talk: Conversation, thing: Thing) -> Path | None:
    """Where to write it; None where the person leaves it, or where a file is that is to stay."""
    from wizard.report.passing_on import ending_fault

    session = talk.session
    folder = session.path.parent if session.path is not None else Path()
    usual = f"{session.file.id}{'' if thing.id in ('text', 'json') else f'_{thing.id}'}{thing.endings[0]}"
    name = talk.fill_in(f"Name of the file, which ends in {' or '.join(thing.endings)}; Enter for {usual}:") or usual
    fault = ending_fault(thing, name)
    if fault:
        talk.say(fault)
        return None
    try:
        path = folder / Path(name.strip("\"' ")).expanduser()
        there = path.exists()
        if not path.parent.is_dir():
            talk.say(f"There is no folder {path.parent}.")
            return None
    except (OSError, ValueError, RuntimeError):
        talk.say("That cannot be the name of a file.")
        return None
    if there and (_is_the_file(session, path) or not _may_go(talk, path)):
        return None
    return path


def _is_the_file(session: Session, path: Path) -> bool:
    """The council file itself is never written over by a result."""
    return session.path is not None and path.resolve() == session.path.resolve()


def _may_go(talk: Conversation, path: Path) -> bool:
    typed = talk.fill_in(f"There is a file {path} already. Type yes to write over it, Enter to leave it:")
    return typed.casefold() in ("y", "yes")


def _write(talk: Conversation, thing: Thing, path: Path) -> None:
    from wizard.council_file import put
    from wizard.report.passing_on import made

    talk.say("Writing. A report takes a few seconds: everything in it is counted anew.")
    talk.lines.flush()
    put(path, made(thing, path.name, subject_of(talk.session), talk.session.rules), over=path.exists())
    talk.say(f"Written: {path}")
