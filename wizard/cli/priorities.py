"""`wizard priorities FILE`: who leads under which priorities, and a way of setting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .naming import meant
from .output import deliver, refuse_overwriting_input
from .saying_priorities import SPOKEN, refuse_unready, said_in, spoken_in
from .usage import Parser

if TYPE_CHECKING:
    import argparse

    from wizard.council_file import OpenCouncil
    from wizard.engine import Rules
    from wizard.report.priorities_changed import PrioritiesChanged

DESCRIPTION = """Shows how often each model comes first over all mixes of priorities, whether your priorities change
anything, which trade-offs are worth answering, and what people have set. With one of --prefer, --cannot-say, --swing,
--rank and --weight it shows what that would make of the result; only with --save is it written into the council file.
A, B and C are groups of criteria (or, for --swing, --rank and --weight, the criteria of one group)."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable (NotSaved)."""
    args = _parser().parse(argv)
    if args is None:
        return 0
    refuse_unready(args)
    refuse_overwriting_input(args.output, [args.file])
    text = _changed(args) if spoken_in(args) else _shown(args)
    deliver(text, args.output)
    return 0


def _parser() -> Parser:
    parser = Parser("wizard priorities", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    parser.add_argument("--decision", metavar="ID", help="only this question (its id or its title)")
    for option, metavar, does in SPOKEN:
        several = option in ("--prefer", "--cannot-say")
        parser.add_argument(option, metavar=metavar, action="append" if several else "store", help=does)
    parser.add_argument("--set-by", metavar="ROLE", help="whose view it is, such as 'chief executive'")
    parser.add_argument("--why", metavar="TEXT", help="the reason")
    seen = parser.add_mutually_exclusive_group()
    seen.add_argument("--before-result", action="store_true", help="it was said before a result was seen")
    seen.add_argument("--after-result", action="store_true", help="it was said after a result was seen")
    parser.add_argument("--save", action="store_true", help="write it into the council file")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    parser.takes_result_options("text", "json")
    return parser


def _shown(args: argparse.Namespace) -> str:
    from .assess import subjects

    subject = subjects([args.file], args.pack)[0]
    titles = {each.id: each.title for each in subject.pack.decisions.values()}
    only = meant(args.decision, titles, "question being settled")
    decisions = [only] if only else list(titles)
    if args.format == "json":
        from wizard.report.priorities_json import priorities_json

        return priorities_json(subject, decisions)
    from wizard.report.priorities_document import priorities_document
    from wizard.report.text import terminal_width, text_of

    return text_of(priorities_document(subject, decisions), terminal_width())


def _changed(args: argparse.Namespace) -> str:
    from .loading import tell_notices
    from .reading import read_councils

    loaded = read_councils([args.file], args.pack)
    tell_notices(loaded)
    council = loaded[0].council
    changed = _set(args, council, loaded[0].rules)  # type: ignore[arg-type]
    if args.format == "json":
        from wizard.report.priorities_json import priorities_changed_json

        return priorities_changed_json(changed)
    from wizard.report.priorities_changed import priorities_changed_document
    from wizard.report.text import terminal_width, text_of

    return text_of(priorities_changed_document(changed), terminal_width())


def _set(args: argparse.Namespace, council: OpenCouncil, rules: Rules) -> PrioritiesChanged:
    """What is said, tried on the result and, where that was asked for, saved."""
    from dataclasses import replace

    from wizard.council_file import save_council, view_of
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.priorities_changed import PrioritiesChanged
    from wizard.report.subject import Subject

    view = view_of(rules.pack)
    decision, new = said_in(args, council.file, rules.pack, view)
    before, after = (
        Subject(assess(rules, case_of(each)), each.file, args.file)
        for each in (council, replace(council, file=new.file))
    )
    if args.save:
        save_council(council, new.file, view)
    return PrioritiesChanged(before, after, decision, new, not args.before_result, args.save)
