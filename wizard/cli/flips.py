"""`wizard flips FILE`: what would change a result, what would have to be true, and what mends a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .naming import meant
from .output import deliver, refuse_overwriting_input
from .usage import Parser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from wizard.conditions.domain import Domain

DESCRIPTION = """Changes every answer that a council could change, alone and in twos, and shows which changes put
another model first, and what the verdict would then be; which answers that are not known yet would; what would have to
be true for each other model; and what removes each poor fit and meets each condition. The file is not changed."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard flips", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    parser.add_argument("--decision", metavar="ID", help="only this question being settled (its id or its title)")
    parser.add_argument(
        "--unlock",
        metavar="QUESTION",
        nargs="+",
        action="extend",
        default=[],
        help="change the answers to these too, although a council cannot (put this after FILE)",
    )
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    refuse_overwriting_input(args.output, [args.file])
    deliver(_rendered(args), args.output)
    return 0


def _rendered(args: Namespace) -> str:
    from wizard.engine import assess
    from wizard.engine.changing.what_would_change import what_would_change
    from wizard.proof.council_case import case_of
    from wizard.report.subject import Subject

    from .loading import load_councils, tell_notices

    loaded = load_councils([args.file], args.pack)
    council, rules = loaded[0].council, loaded[0].rules
    titles = {each.decision.id: each.decision.title for each in rules.decisions}
    only = meant(args.decision, titles, "question being settled")
    unlocked = tuple(dict.fromkeys(_question(each, rules.domains) for each in args.unlock))
    tell_notices(loaded)
    subject = Subject(assess(rules, case_of(council)), council.file, args.file)
    found = [
        what_would_change(rules, each, subject.assessment.case, unlocked)
        for each in rules.decisions
        if only in (None, each.decision.id)
    ]
    if args.format == "json":
        from wizard.report.flips_json import flips_json

        return flips_json(subject, rules, found, unlocked)
    from wizard.report.flips_document import flips_document
    from wizard.report.text import terminal_width, text_of

    return text_of(flips_document(subject, rules, found, unlocked), terminal_width())


def _question(name: str, domains: Mapping[str, Domain]) -> str:
    """The question that an id, its own words or the few words for it stand for. Raises Misused."""
    from .answer_given import question_meant

    in_brief = {domain.question.named.casefold(): each for each, domain in domains.items()}
    return in_brief.get(name.strip().casefold()) or question_meant(name, domains)
