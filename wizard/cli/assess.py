"""`wizard assess FILE...`: what the evidence points to for each council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .output import deliver, refuse_overwriting_input
from .usage import Parser

if TYPE_CHECKING:
    from wizard.report.subject import Subject

DESCRIPTION = """Holds council files against their rule set and says, for each question being settled, what the
evidence points to and how firmly, why, what could go wrong and what to find out next.
With several files the problems of all are told together, and nothing is printed where one is faulty."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard assess", DESCRIPTION)
    parser.add_argument("files", metavar="FILE", nargs="+", help="a council file")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    parser.takes_result_options("text", "json", "csv")
    args = parser.parse(argv)
    if args is None:
        return 0
    refuse_overwriting_input(args.output, args.files)
    encoding = "utf-8-sig" if args.format == "csv" else "utf-8"
    # Text and JSON have remarks on a frozen file at their top; CSV has no place for them.
    deliver(_rendered(subjects(args.files, args.pack, args.format == "csv"), args.format), args.output, encoding)
    return 0


def subjects(files: list[str], pack: str | None, tell_remarks: bool = True) -> list[Subject]:
    """Each council file held against its rules; with `tell_remarks` what is to be said of each first is said on stderr.

    Raises Unreadable.
    """
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.subject import Subject

    from .loading import load_councils, tell_notices

    loaded = load_councils(files, pack)
    tell_notices(loaded, remarks=tell_remarks)
    return [
        Subject(assess(each.rules, case_of(each.council)), each.council.file, each.named, each.remarks)
        for each in loaded
    ]


def _rendered(found: list[Subject], form: str) -> str:
    if form == "json":
        from wizard.report.json_form import json_of

        return json_of(found)
    if form == "csv":
        from wizard.report.csv_form import csv_of

        return csv_of(found)
    from wizard.report.assessment_document import assessment_document
    from wizard.report.text import terminal_width, text_of

    width = terminal_width()
    between = f"\n{'=' * width}\n\n"
    return between.join(text_of(assessment_document(subject), width) for subject in found)
