"""`wizard next FILE`: what to find out next, from whom, and when asking can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .output import deliver, refuse_overwriting_input
from .usage import Misused, Parser

if TYPE_CHECKING:
    from argparse import Namespace

DESCRIPTION = """Lists what is not known yet by how much hangs on it: whom to ask, whether the answer could put another
model first, and which answers would. It says for each question being settled when asking can stop."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard next", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    parser.add_argument("--most", metavar="N", help="show so many questions (5 in text, all in JSON)")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    refuse_overwriting_input(args.output, [args.file])
    deliver(_rendered(args, _most(args.most)), args.output)
    return 0


def _most(written: str | None) -> int | None:
    if written is None:
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= 6 and int(written)):
        raise Misused(f"'{written}' is not a number of questions: write a whole number from 1, such as --most 10.")
    return int(written)


def _rendered(args: Namespace, most: int | None) -> str:
    from wizard.engine import assess
    from wizard.engine.changing.next_question import questions_to_ask
    from wizard.proof.council_case import case_of
    from wizard.report.subject import Subject

    from .loading import load_councils, tell_notices

    loaded = load_councils([args.file], args.pack)
    tell_notices(loaded)
    council, rules = loaded[0].council, loaded[0].rules
    subject = Subject(assess(rules, case_of(council)), council.file, args.file)
    found = questions_to_ask(rules, subject.assessment)
    if args.format == "json":
        from wizard.report.next_json import next_json

        return next_json(subject, rules, found, most)
    from wizard.report.next_document import MOST_QUESTIONS, next_document
    from wizard.report.text import terminal_width, text_of

    return text_of(next_document(subject, rules, found, most or MOST_QUESTIONS), terminal_width())
