"""`wizard report FILE`: a committee report, or one page for the leader, in a format that can be passed on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .documents import form_of, refuse_overwriting_work
from .naming import meant
from .output import deliver_bytes, refuse_overwriting_input
from .usage import Misused, Parser

if TYPE_CHECKING:
    from argparse import Namespace

    from wizard.report.committee.length import Length
    from wizard.report.committee.paper import Version
    from wizard.report.document import Document

DESCRIPTION = """Makes a report as English committee reports are written: purpose, recommendation, reasons, options with
staying among them, the strongest case for the runner-up, risks, what would change it, places for others to complete,
and annexes with every finding cited and everything assumed. It says nothing that the assessment does not hold."""

TEMPLATE = """a Word file to write the report into, with its styles, head and foot; {{title}}, {{subtitle}}, {{date}},
{{mark}}, {{contents}} and {{body}} in it are filled"""

FOUND = 1


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    from wizard.report.committee.risk_scale import SCALES
    from wizard.report.formats import FORMATS

    parser = Parser("wizard report", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    endings = ", ".join(form.endings[0] for form in FORMATS.values())
    parser.add_argument("-o", "--output", metavar="OUT", help=f"the file to write; its ending says how: {endings}")
    parser.add_argument("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}; where OUT does not say it")
    parser.add_argument("--summary", action="store_true", help="one page for the leader")
    parser.add_argument(
        "--public", action="store_true", help="leave out sensitive answers and all that would tell them"
    )
    parser.add_argument("--exempt", action="store_true", help="carry sensitive answers, marked as exempt")
    parser.add_argument("--scale", metavar="SCALE", default="5x5", help=f"the scale of risks: {' or '.join(SCALES)}")
    parser.add_argument("--decision", metavar="ID", help="only this question being settled (its id or its title)")
    parser.add_argument("--template", metavar="FILE", help=TEMPLATE)
    parser.add_argument("--lint", action="store_true", help="say which parts are too long; code 1 where one is")
    parser.add_argument("--force", action="store_true", help="overwrite OUT even where somebody has worked on it")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    args = parser.parse(argv)
    if args is None:
        return 0
    form = _format(args)
    if args.scale not in SCALES:
        raise Misused(f"'{args.scale}' is not a scale of risks: it can be {' or '.join(SCALES)}.")
    if args.public and args.exempt:
        raise Misused("A report is public or exempt: choose one of --public and --exempt.")
    refuse_overwriting_input(args.output, [args.file])
    refuse_overwriting_input(args.output, [args.template] if args.template else [], "the template")
    refuse_overwriting_work(args.output, force=args.force)
    return _make(args, form)


def _format(args: Namespace) -> str:
    """The format asked for, by name or by the ending of the output. Raises Misused."""
    from wizard.report.formats import FORMATS

    form = form_of(args.output, args.format)
    if args.template is not None and "template" not in FORMATS[form].takes:
        raise Misused(f"A report as {FORMATS[form].title} takes no template.")
    return form


def _make(args: Namespace, form: str) -> int:
    from wizard.report.committee.length import lengths
    from wizard.report.formats import Options, remarks_on, renderer_of
    from wizard.report.text import terminal_width, text_of

    remarks = remarks_on(form, Options(template=args.template))
    document = _document(args)
    found = lengths(document, page=args.summary)
    width = Options().width if args.output else terminal_width()
    if args.output is None and form == "text" and not args.lint:
        sys.stdout.write(text_of(document, width))
    elif args.output is not None or not args.lint:
        data = renderer_of(form).rendered(document, Options(width, args.template, _today()))
        deliver_bytes(data, args.output)
        for remark in remarks:
            print(remark, file=sys.stderr)
    if args.lint:
        _tell_lengths(found)
        return FOUND if any(each.too_long for each in found) else 0
    return 0


def _today() -> str:
    """The day in words; SOURCE_DATE_EPOCH sets another, so that a file can be made again to the letter."""
    import os
    from datetime import UTC, date, datetime

    written = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = datetime.fromtimestamp(int(written), UTC).date() if written.isdecimal() else date.today()
    return f"{day.day} {day:%B %Y}"


def _document(args: Namespace) -> Document:
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.committee.paper import paper_of
    from wizard.report.committee.risk_scale import SCALES
    from wizard.report.subject import Subject

    from .loading import load_councils, tell_notices

    loaded = load_councils([args.file], args.pack)
    council, rules = loaded[0].council, loaded[0].rules
    titles = {each.decision.id: each.decision.title for each in rules.decisions}
    only = meant(args.decision, titles, "question being settled")
    tell_notices(loaded)
    subject = Subject(assess(rules, case_of(council)), council.file, args.file)
    version: Version = "public" if args.public else "exempt" if args.exempt else "draft"
    paper = paper_of(rules, subject, version, SCALES[args.scale], only, numbered=not args.summary)
    if args.summary:
        from wizard.report.committee.summary import summary

        return summary(paper)
    from wizard.report.committee.report import committee_report

    return committee_report(paper)


def _tell_lengths(found: tuple[Length, ...]) -> None:
    from wizard.report.committee.length import length_document
    from wizard.report.text import terminal_width, text_of

    sys.stdout.write(text_of(length_document(found), terminal_width()))
