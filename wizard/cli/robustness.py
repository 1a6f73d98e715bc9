"""`wizard robustness FILE`: how firm a result is, and what makes it less firm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .naming import meant
from .output import deliver, refuse_overwriting_input
from .usage import Misused, Parser

if TYPE_CHECKING:
    import argparse

DESCRIPTION = """Shows how often each model comes first when everything that is not certain varies at once: priorities,
the answers that are not known, what the reports are silent on and how firm the evidence is. Then what each of these
does alone, under which priorities each model comes first, where one weight or one answer would change that, and
which judgements it leans on. The same file gives the same figures every time."""

FEWEST, USUAL, MOST = 1_000, 10_000, 200_000


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard robustness", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    parser.add_argument("--decision", metavar="ID", help="only this question (its id or its title)")
    parser.add_argument(
        "--mixes",
        metavar="NUMBER",
        default=str(USUAL),
        help=f"how many mixes to count over, {FEWEST} to {MOST}; more is more exact and slower (usually {USUAL})",
    )
    parser.add_argument(
        "--full", action="store_true", help="ten judgements and ten answers, with all that is to be said of them"
    )
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    mixes = _mixes(args.mixes)
    refuse_overwriting_input(args.output, [args.file])
    deliver(_rendered(args, mixes), args.output)
    return 0


def _mixes(written: str) -> int:
    number = int(written) if written.isascii() and written.isdigit() and len(written) <= len(str(MOST)) else 0
    if not FEWEST <= number <= MOST:
        raise Misused(f"'{written}' is not a number of mixes: it can be {FEWEST} to {MOST}, such as {USUAL}.")
    return number


def _rendered(args: argparse.Namespace, mixes: int) -> str:
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.robustness_subject import firm_of
    from wizard.report.subject import Subject

    from .loading import load_councils, tell_notices

    loaded = load_councils([args.file], args.pack)
    tell_notices(loaded)
    council, rules = loaded[0].council, loaded[0].rules
    titles = {each.id: each.title for each in rules.pack.decisions.values()}
    only = meant(args.decision, titles, "question being settled")
    subject = Subject(assess(rules, case_of(council)), council.file, args.file)
    found = [firm_of(rules, subject, each, mixes) for each in ([only] if only else titles)]
    if args.format == "json":
        from wizard.report.robustness_json import robustness_json

        return robustness_json(subject, found)
    from wizard.report.robustness_document import robustness_document
    from wizard.report.text import terminal_width, text_of

    return text_of(robustness_document(subject, found, args.full), terminal_width())
