"""`wizard workshop new FOLDER`: begins a workshop on a council's own facts, or on a place in the reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .loading import here_or_shipped
from .taking import told
from .usage import Misused, Parser
from .workshop_folder import as_typed

if TYPE_CHECKING:
    from argparse import Namespace

    from wizard.schema.workshop import WorkshopFile
    from wizard.session.rule_sets import RuleSets

DESCRIPTION = """Begins a workshop in a new folder. With --council, several people or teams answer the questions of
judgement apart, on the facts of that council file, which are copied; nobody sees another's sheet before all are
sealed. With --case, they foretell what the evidence says of a place in the reports, and are then told what it did."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing written."""
    parser = Parser("wizard workshop new", DESCRIPTION)
    parser.add_argument("folder", metavar="FOLDER", help="a folder that is not there yet, or is empty")
    about = parser.add_mutually_exclusive_group()
    about.add_argument("--council", metavar="FILE", help="a council file with the facts that all share")
    about.add_argument("--case", metavar="ID", help="a place in the reports: 'wizard workshop cases' lists them")
    parser.add_argument("--title", metavar="TITLE", help="what it is called; else as its council file or case")
    parser.add_argument("--questions", metavar="IDS", help="ask these apart, with commas between them")
    parser.add_argument("--decisions", metavar="IDS", help="only these questions being settled, with commas between")
    parser.add_argument("--expect", metavar="NUMBER", help="how many sheets there will be, where that is known")
    parser.add_argument(
        "--confidential", action="store_true", help="ask sensitive questions too: all in the room may know the answers"
    )
    parser.add_argument("--pack", metavar="PACK", help="use this rule set (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    if args.council is None and args.case is None:
        raise Misused("Name the facts with --council FILE, or a place in the reports with --case ID.")
    file = told(lambda: _begun(args))
    print("\n".join(_said(args.folder, args.pack, file)))
    return 0


def _begun(args: Namespace) -> WorkshopFile:
    from wizard.session.rule_sets import RuleSets
    from wizard.workshop.beginning import Wanted, begin_case_study

    wanted = Wanted(
        title=args.title,
        questions=_ids(args.questions),
        decisions=_ids(args.decisions),
        expected=_count(args.expect),
        confidential=args.confidential,
    )
    rule_sets = RuleSets()
    folder = Path(args.folder)
    if args.case is not None:
        if wanted.questions:
            raise Misused("On a case nothing is judged apart: --questions belongs to --council.")
        return begin_case_study(folder, args.case, rule_sets.named(args.pack or here_or_shipped()), wanted)
    return _group(folder, args.council, rule_sets, args.pack, wanted)


def _group(folder: Path, name: str, rule_sets: RuleSets, pack: str | None, wanted: object) -> WorkshopFile:
    from wizard.council_file import read_council
    from wizard.workshop.beginning import Wanted, begin_group

    from .written_files import written_file

    assert isinstance(wanted, Wanted)
    written = written_file(name)
    rule_set = rule_sets.of(written) if pack is None else rule_sets.named(pack)
    return begin_group(folder, read_council(written, rule_set.view), rule_set, wanted)


def _ids(written: str | None) -> tuple[str, ...]:
    return tuple(each for part in (written or "").split(",") if (each := part.strip()))


def _count(written: str | None) -> int | None:
    from wizard.workshop.seating import MOST_PEOPLE

    if written is None:
        return None
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:6]) <= MOST_PEOPLE):
        raise Misused(f"'{written}' is not how many sheets there can be: a number from 1 to {MOST_PEOPLE}.")
    return int(written)


def _said(folder: str, pack: str | None, file: WorkshopFile) -> list[str]:
    count = "1 question is" if len(file.questions) == 1 else f"{len(file.questions)} questions are"
    about = f"{count} asked of each apart" if file.kind == "group" else "a case to foretell"
    name = as_typed(folder, pack)
    return [
        f"Begun: {folder} ({about}).",
        f"Now: wizard workshop handouts {name} -o handouts    what to print",
        f"     wizard workshop rehearse {name}                try it alone first",
        f"     wizard workshop serve {name} --open            hold it in the browser",
    ]
