"""`wizard workshop add FOLDER FILE...`: puts in sheets that came as council files."""

from __future__ import annotations

from .taking import told
from .usage import Misused, Parser
from .workshop_folder import opened, takes_workshop

DESCRIPTION = """Puts sheets that came as council files into a group's workshop: each filled in a copy of the facts,
in the app or by hand. Taken over are the answers to the questions that are asked apart, and in which order the
groups of criteria weigh there. Whose it is stands under prepared_by in the file, or is said with --name."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing sealed."""
    parser = Parser("wizard workshop add", DESCRIPTION)
    takes_workshop(parser)
    parser.add_argument("files", metavar="FILE", nargs="+", help="council files of people or teams")
    parser.add_argument("--name", metavar="NAME", help="whose it is, for a single file: a role or a team")
    args = parser.parse(argv)
    if args is None:
        return 0
    if args.name is not None and len(args.files) > 1:
        raise Misused("--name says whose one file is: add the files one by one.")
    from wizard.report.figures import counted
    from wizard.workshop.from_files import put_in_all

    workshop = opened(args)
    for each in told(lambda: put_in_all(workshop, args.files, args.name)):
        sheet, otherwise = each.sheet, len(each.otherwise)
        print(f"Sealed: {sheet.who} ({len(sheet.answers)} of {len(workshop.file.questions)} answered).")
        if each.untouched:
            print(f"  {each.name} answers nothing otherwise than the council file did before: has it been filled in?")
        if otherwise:
            facts = counted(otherwise, "fact")
            print(f"  {each.name} has {facts} otherwise than the workshop: not taken over, all answer on the same.")
            print(f"  To see which: wizard diff {workshop.folder / workshop.file.council} {each.name}")
    presence = workshop.presence
    print(f"{presence.in_words}.")
    return 0
