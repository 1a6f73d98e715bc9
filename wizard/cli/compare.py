"""`wizard compare A B C...`: council files side by side, with the reasons for what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assess import subjects
from .output import deliver, refuse_overwriting_input
from .usage import Misused, Parser

if TYPE_CHECKING:
    from wizard.report.subject import Subject

DESCRIPTION = """Holds two or more council files side by side: what each answered, what the evidence points to, and
why each differs from the first. All must have been made with one rule set."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard compare", DESCRIPTION)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a council file; the others are held against the first"
    )
    parser.add_argument("--changed-only", action="store_true", help="leave out the questions on which all agree")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the files"
    )
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    if len(args.files) < 2:
        raise Misused(
            f"Comparing takes at least two council files. To look at '{args.files[0]}' alone: wizard assess "
            f"{args.files[0]}; to vary its answers: wizard what-if {args.files[0]} --set question=answer"
        )
    refuse_overwriting_input(args.output, args.files)
    deliver(_rendered(subjects(args.files, args.pack), args.format, args.changed_only), args.output)
    return 0


def _rendered(found: list[Subject], form: str, changed_only: bool) -> str:
    from wizard.engine.comparing import DifferentRules, compare_several

    try:
        several = compare_several([each.assessment for each in found])
    except DifferentRules as different:
        raise Misused(f"{different} {_rule_sets(found)}") from None
    if form == "json":
        from wizard.report.comparing_json import compare_json

        return compare_json(found, several, changed_only)
    from wizard.report.comparing_document import compare_document
    from wizard.report.text import terminal_width, text_of

    return text_of(compare_document(found, several, changed_only), terminal_width())


def _rule_sets(found: list[Subject]) -> str:
    """Which file was made with which rule set."""
    return "; ".join(f"{each.file}: {each.pack.head.id} {each.pack.head.version}" for each in found) + "."
