"""`wizard workshop rehearse FOLDER`: a practice run with made-up teams, in a folder of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .loading import here_or_shipped
from .taking import told
from .usage import Misused, Parser
from .workshop_folder import as_typed

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from wizard.plain.lines import Lines
    from wizard.report.document import Block
    from wizard.workshop.workshop import Workshop

DESCRIPTION = """A practice run: copies a workshop, or begins one on a place in the reports with --case, into a folder
of its own, where made-up teams seal sheets; then says what to try next. The real workshop is never touched, and every
page and document of the practice run says that it is one. With --walk it goes through the whole run here."""
MOST_TEAMS = 30


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing written."""
    parser = Parser("wizard workshop rehearse", DESCRIPTION)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="the workshop to practise; it is only read")
    parser.add_argument("--case", metavar="ID", help="a place in the reports: 'wizard workshop cases' lists them")
    parser.add_argument("--teams", metavar="NUMBER", default="3", help="how many made-up teams, 3 unless told")
    parser.add_argument("--into", metavar="NEW_FOLDER", help="where the practice run goes; else FOLDER_rehearsal")
    parser.add_argument("--leave-one", action="store_true", help="leave one sheet for you to fill in")
    parser.add_argument("--walk", action="store_true", help="go through it here, a step each time Enter is pressed")
    parser.add_argument("--pack", metavar="PACK", help="use this rule set (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    if (args.folder is None) == (args.case is None):
        raise Misused("Name a workshop's folder, or a place in the reports with --case ID: one of the two.")
    workshop, folder = _begun(args, _teams(args.teams))
    _say(workshop, folder, args.pack, leave_one=args.leave_one)
    if args.walk:
        from wizard.plain.lines import Lines

        return _walk(Lines(sys.stdin, sys.stdout), workshop)
    return 0


def _teams(written: str) -> int:
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:4]) <= MOST_TEAMS):
        raise Misused(f"'{written}' is not how many teams there can be: a number from 1 to {MOST_TEAMS}.")
    return int(written)


def _begun(args: Namespace, teams: int) -> tuple[Workshop, Path]:
    """The practice run, its made-up sheets sealed."""
    from wizard.session.rule_sets import RuleSets
    from wizard.workshop.beginning import Wanted, begin_case_study
    from wizard.workshop.rehearsing import begin_rehearsal, put_in_made_up
    from wizard.workshop.workshop import Workshop

    rule_sets, sheets = RuleSets(), teams + args.leave_one
    if args.folder is not None:
        real = Path(args.folder)
        folder = Path(args.into) if args.into else real.with_name(f"{real.resolve().name}_rehearsal")
        told(lambda: begin_rehearsal(Workshop.open(real, rule_sets, args.pack), folder, sheets))
    else:
        folder = Path(args.into or f"{args.case}_rehearsal")
        rule_set = rule_sets.named(args.pack or here_or_shipped())
        told(lambda: begin_case_study(folder, args.case, rule_set, Wanted(expected=sheets, rehearsal=True)))
    workshop = Workshop.open(folder, rule_sets, args.pack)
    told(lambda: put_in_made_up(workshop, teams))
    return workshop, folder


def _say(workshop: Workshop, folder: Path, pack: str | None, *, leave_one: bool) -> None:
    """What is there, and what to try: the steps of the script that this workshop has."""
    name = as_typed(folder, pack)
    sealed = workshop.presence
    print(f"Practice run: {folder} ({len(sealed.sealed)} of {sealed.of} sheets are in, made up by the program).")
    print("Everything in it is made up and marked so. Throw the folder away when you are done.\n")
    print("\n".join(_steps(workshop, name, leave_one=leave_one)))


def _steps(workshop: Workshop, name: str, *, leave_one: bool) -> Iterator[str]:
    yield "Try next, in the order of the script ('wizard workshop script'):"
    lines = [("print what is handed out", f"wizard workshop handouts {name} -o practice_handouts")]
    if leave_one:
        lines.append(("fill in the last sheet, in the browser", f"wizard workshop serve {name} --open"))
        lines.append(("or from paper", f'wizard workshop key-in {name} --name "The facilitator"'))
    else:
        lines.append(("hold it in the browser", f"wizard workshop serve {name} --open"))
    lines.append(("see who is in", f"wizard workshop status {name}"))
    lines.append(("open the sheets", f"wizard workshop open {name}"))
    if workshop.is_case_study:
        lines.append(("tell it step by step", f"wizard workshop reveal {name}"))
    else:
        lines.append(("see where they part, and save", f"wizard workshop result {name} --save practice.yaml"))
    width = max(len(words) for words, _ in lines)
    for number, (words, command) in enumerate(lines, start=1):
        yield f"  {number}. {words:<{width}}  {command}"


def _walk(lines: Lines, workshop: Workshop) -> int:
    """The whole run: a sheet that was left is keyed in, the sheets open, and each step follows Enter."""
    from wizard.plain.lines import NoMoreInput
    from wizard.report.document import Document
    from wizard.report.spoken import spoken_document
    from wizard.workshop.marks import mark_of
    from wizard.workshop.paper import paper_of

    if not workshop.presence.all_in:
        from .workshop_key_in import keyed_in

        lines.say("", "One sheet is left for you.")
        if not keyed_in(lines, workshop, paper_of(workshop), "The facilitator"):
            lines.say("It stays sealed: the walk ends here.")
            return 0
    try:
        lines.ask("\nAll sheets are in. Enter opens them:")
        told(workshop.open_sheets)
        steps = told(lambda: _shown(workshop))
        for number, (title, blocks) in enumerate(steps, start=1):
            mark = f"{number} of {len(steps)}"
            lines.say_all(("", *spoken_document(Document(title, mark, blocks, mark_of(workshop.file))).lines, ""))
            last = number == len(steps)
            lines.ask("That was all. Enter ends:" if last else "Enter goes on:")
            if workshop.is_case_study:
                workshop.show_step(number)
    except NoMoreInput:
        lines.say("The input ended, and so does the walk.")
    return 0


def _shown(workshop: Workshop) -> list[tuple[str, tuple[Block, ...]]]:
    """What is shown once the sheets are open, step by step. Raises NotTaken."""
    from wizard.report.document import Section

    if workshop.is_case_study:
        from wizard.workshop.training.reveal import reveal

        return [(each.title, each.section.blocks) for each in reveal(workshop)]
    from wizard.workshop.group.document import group_document
    from wizard.workshop.group.result import group_result

    document = group_document(group_result(workshop))
    return [(each.title, each.blocks) for each in document.blocks if isinstance(each, Section)]
