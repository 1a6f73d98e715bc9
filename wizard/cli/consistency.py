"""`wizard consistency [FILES...]`: the rules held against what the places in the reports did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .loading import here_or_shipped
from .output import deliver, refuse_overwriting_input
from .usage import Misused, Parser

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.council_file import OpenCouncil
    from wizard.pack import ReadPack
    from wizard.problems import Problem
    from wizard.proof.consistency import Consistency
    from wizard.schema.outcome import Outcome

DESCRIPTION = """Holds places of the reports against the rules, on what was known before they chose and without the
findings that come only from them, and prints what the evidence points to beside what each place did.
It is a consistency check: the rules were written from these places. What a place did stands in the folder
'outcomes' beside its council file. Without FILE, every place in scenarios/reports is taken."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard consistency", DESCRIPTION)
    parser.add_argument("files", metavar="FILE", nargs="*", help="a council file of a place that has an outcome")
    parser.add_argument("--pack", metavar="PACK", help="the rule set to hold them against (a folder or an id)")
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    refuse_overwriting_input(args.output, args.files)
    found = _checked(args.files, args.pack or here_or_shipped())
    if args.format == "json":
        from wizard.report.consistency_json import consistency_json

        deliver(consistency_json(found), args.output)
        return 0
    from wizard.report.consistency_document import consistency_document
    from wizard.report.text import terminal_width, text_of

    deliver(text_of(consistency_document(found), terminal_width()), args.output)
    return 0


def _checked(names: list[str], pack: str) -> Consistency:
    from wizard.pack import find_council_file, find_pack, read_pack
    from wizard.pack.finding import council_files_of_reports
    from wizard.proof.consistency import check_consistency

    from .pack_test import councils_of

    read = read_pack(find_pack(pack), every_source=True)
    files = [find_council_file(name) for name in names] or council_files_of_reports()
    councils = councils_of(read, files, named=bool(names), below=True)
    if not councils:
        raise Misused(f"There are no places of the rule set '{read.pack.head.id}': name a council file.")
    return check_consistency(read.pack, zip(councils, _outcomes(read, councils), strict=True))


def _outcomes(read: ReadPack, councils: list[OpenCouncil]) -> list[Outcome | None]:
    """The outcome of each council file, None where there is none. Raises Unreadable with the faults of all."""
    from wizard.problems import Unreadable
    from wizard.proof.outcomes import outcome_file, read_outcome

    from .pack_test import shown

    found: list[Outcome | None] = []
    problems: list[Problem] = []
    for council in councils:
        path: Path = outcome_file(council.path, council.file.id)
        try:
            found.append(read_outcome(path, read.pack, shown(path)) if path.exists() else None)
        except Unreadable as fault:
            problems.extend(fault.problems)
    if problems:
        raise Unreadable(problems)
    return found
