"""The places in the reports: what was known of each before it chose, what it did, what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.session.file_names import file_words
from wizard.session.session import Session

from .hub import shipped
from .lines import number_of, shown
from .reading import Reading

if TYPE_CHECKING:
    from wizard.report.evidence.linked import Linked

    from .conversation import Conversation


def study(talk: Conversation, rest: str) -> None:
    """Reads one of them out. Raises Unreadable."""
    places = shipped(reports=True)
    words = rest
    if not words:
        talk.say(*(f"{number}: {file_words(each)}" for number, each in enumerate(places, start=1)))
        words = talk.fill_in(f"Which place? 1 to {len(places)}, or its name; Enter to leave it:")
    found = _meant(words, places)
    if found is not None:
        talk.go(Reading(talk, case_study(talk, found)))
    else:
        talk.say(f"No place is meant by “{shown(words)}”. study reads out the list." if words else "Left as it was.")


def case_study(talk: Conversation, path: Path) -> Linked:
    """The page of a place, under the rule set that its file names. Raises Unreadable."""
    from wizard.proof.outcomes import outcome_file, read_outcome
    from wizard.report.evidence.case_study_document import case_study_document

    # Whatever rule set is in use here: the place was written down for its own.
    session = Session.open(path, rule_sets=talk.work.rule_sets)
    library = talk.work.library_of(session.rules)
    outcome = outcome_file(path, session.file.id)
    told = read_outcome(outcome, library.pack) if outcome.is_file() else None
    return case_study_document(library, session.file, session.answers, told)


def _meant(words: str, places: list[Path]) -> Path | None:
    """The place of a number, or the only one whose name has all the words."""
    number = number_of(words, len(places))
    if number:
        return places[number - 1]
    wanted = words.casefold().split()
    named = [each for each in places if all(word in file_words(each).casefold() for word in wanted)]
    return named[0] if wanted and len(named) == 1 else None
