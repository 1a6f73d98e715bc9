"""A council file that somebody brings along: read in memory, opened as a copy, never kept under its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.problems import Unreadable

from .exchange import Goto
from .parts import FILE
from .welcome import take_up, welcome_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.problems import Problem

    from .exchange import Given
    from .visit import Visit

NOTHING_CHOSEN = "Choose a council file first."
TOO_MANY_WHAT_IFS = "There are {number:,} what-ifs in it. At most {most} can be worked on: take some out of the file."
MOST_WHAT_IFS = 12
"""Each is worked out anew wherever what-ifs are shown: thousands of them would hold everybody up."""

MOST_TOLD, LONGEST_TOLD, LONGEST_NAME = 20, 400, 60


def bring(visit: Visit) -> Given:
    """Opens it, or says what is wrong with it line by line. Raises Refusal where too many are at work."""
    sent = visit.form.file
    if sent is None or not (sent.name or sent.data):
        return welcome_page(visit, ((FILE, NOTHING_CHOSEN),))
    try:
        session = visit.room.taken_in(sent.data, shown_name(sent.name))
    except Unreadable as fault:
        return welcome_page(visit, tuple((FILE, words) for words in _told(fault.problems)))
    number = len(session.state.variants)
    if number > MOST_WHAT_IFS:
        session.close()
        words = TOO_MANY_WHAT_IFS.format(number=number, most=MOST_WHAT_IFS)
        return welcome_page(visit, ((FILE, words),))
    take_up(visit, session)
    return Goto("/work")


def shown_name(name: str) -> str:
    """What the file is called in words: the last part of its name, without what no screen shows."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(each for each in last if each.isprintable()).strip()[:LONGEST_NAME]
    return plain or "the file"


def _told(problems: Iterable[Problem]) -> list[str]:
    """Each fault with its place and how to mend it; of very many the first, and how many more there are."""
    every = list(dict.fromkeys(problems))
    said = [_short(f"{each.place}: {each.message} {each.hint or ''}".rstrip()) for each in every[:MOST_TOLD]]
    left = len(every) - len(said)
    return [*said, f"And {left:,} more."] if left else said


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_TOLD else f"{words[:LONGEST_TOLD]} ..."
