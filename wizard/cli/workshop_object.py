"""`wizard workshop object FOLDER`: puts down that somebody does not agree, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .naming import meant
from .taking import told
from .usage import Misused, Parser
from .workshop_folder import as_typed, opened, takes_workshop

if TYPE_CHECKING:
    from wizard.workshop.workshop import Workshop

DESCRIPTION = """Puts down, once the sheets of a group are open, what somebody does not agree with and why, in their own
words: from the back of a printed sheet, or as they say it. It stands in the result, the joined file and the report."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop object", DESCRIPTION)
    takes_workshop(parser)
    parser.add_argument("--name", metavar="NAME", required=True, help="who it is, as on their sheet")
    parser.add_argument("--decision", metavar="ID", required=True, help="the question being settled (id or title)")
    parser.add_argument("--words", metavar="WORDS", required=True, help="their words; '' takes them back")
    args = parser.parse(argv)
    if args is None:
        return 0
    workshop = opened(args)
    if workshop.is_case_study:
        raise Misused("On a case nothing is decided that somebody could object to: talk about it at the last step.")
    titles = {each.id: each.title for each in workshop.rules.pack.decisions.values()}
    decision = meant(args.decision, titles, "question being settled")
    id = told(lambda: _sheet_of(workshop, args.name))
    told(lambda: workshop.object_to(id, decision, args.words))
    done = "Put down" if args.words.strip() else "Taken back"
    print(f"{done}. Now: wizard workshop result {as_typed(args.folder, args.pack)}")
    return 0


def _sheet_of(workshop: Workshop, name: str) -> str:
    people = {each.id: each.who for each in workshop.opened}
    return meant(name, people, "person or team with a sheet here")
