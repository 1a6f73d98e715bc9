"""This council beside others: files that are named, or the places in the reports."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.report.session_variants import subject_of
from wizard.session.file_names import file_words

from .hub import shipped
from .lines import number_of

if TYPE_CHECKING:
    from .conversation import Conversation

MOST = 9
HOW = (
    "Names of council files with blanks between them, in quotation marks where one has blanks; or numbers of the list."
)


def compare(talk: Conversation, rest: str) -> None:
    """Reads out how they differ. Raises Unreadable with what is wrong with a file."""
    if not talk.seen():
        return
    places = [*shipped(reports=True), *shipped(reports=False)]
    if not rest:
        talk.say(*(f"{number}: {file_words(each)}" for number, each in enumerate(places, start=1)))
        rest = talk.fill_in("With which? Numbers from this list, or names of files; Enter to leave it:", HOW)
    names = _names(rest)
    if not names:
        talk.say("Left as it was.")
        return
    if len(names) > MOST:
        talk.say(f"These are {len(names)}: at most {MOST} can be taken in at once.")
        return
    from wizard.engine.comparing import DifferentRules, compare_several
    from wizard.report.comparing_document import compare_document

    paths = [_path(each, places) for each in names]
    subjects = [subject_of(talk.session)]
    for name in paths:
        other = talk.work.opened(name)
        subjects.append(subject_of(other))
    try:
        several = compare_several([each.assessment for each in subjects])
    except DifferentRules as different:
        talk.say(str(different))
        return
    talk.say("")
    talk.read_out(compare_document(subjects, several))


def _names(rest: str) -> list[str]:
    try:
        if Path(rest).is_file():
            return [rest]
        # Backslashes part folders on Windows: they escape nothing here.
        return [each.strip("\"'") for each in shlex.split(rest, posix=False)]
    except (ValueError, OSError):
        return [rest]


def _path(name: str, places: list[Path]) -> str:
    """The file of a number of the list, else the name itself."""
    if number := number_of(name, len(places)):
        return str(places[number - 1])
    found = {each.stem: str(each) for each in places}
    return found.get(name, name)
