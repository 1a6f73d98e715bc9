"""`wizard diff A B`: why two results differ, in words."""

from __future__ import annotations

from .output import deliver, refuse_overwriting_input
from .usage import Parser

DESCRIPTION = """Explains why the results of two council files differ: answers, weights, models off the table and the
rule set. Each difference is changed alone, in A, and what it moves is told, the biggest mover first; what only several
of them do together is told apart. To see the two side by side: wizard compare A B."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard diff", DESCRIPTION)
    parser.add_argument("first", metavar="A", help="a council file, or a frozen one")
    parser.add_argument("second", metavar="B", help="the council file that is held against it")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not those named in the files"
    )
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    refuse_overwriting_input(args.output, [args.first, args.second])
    deliver(_rendered(args.first, args.second, args.pack, args.format), args.output)
    return 0


def _rendered(first: str, second: str, pack: str | None, form: str) -> str:
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.proof.difference import explain_difference
    from wizard.report.subject import Subject

    from .loading import load_councils, tell_notices
    from .written_files import digest_on_disk

    loaded = load_councils([first, second], pack)
    tell_notices(loaded)
    one, other = (Subject(assess(each.rules, case_of(each.council)), each.council.file, each.named) for each in loaded)
    explained = explain_difference(one.assessment, other.assessment, loaded[1].rules)
    digests = (digest_on_disk(first), digest_on_disk(second))
    if form == "json":
        from wizard.report.difference_json import difference_json

        return difference_json(one, other, explained, digests)
    from wizard.report.difference_document import difference_document
    from wizard.report.text import terminal_width, text_of

    return text_of(difference_document(one, other, explained, digests), terminal_width())
