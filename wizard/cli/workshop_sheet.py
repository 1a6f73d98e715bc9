"""`wizard workshop sheet FOLDER FILE`: a council file for somebody to fill in by themselves."""

from __future__ import annotations

from pathlib import Path

from .taking import told
from .usage import Parser
from .workshop_folder import as_typed, opened, takes_workshop, typed

DESCRIPTION = """Writes a council file for one person or team of a group: the facts that all share, without answers to
what is asked of each apart, without priorities between groups of criteria and, unless the workshop is confidential,
without sensitive facts. They fill it in with the app, line by line or by hand, and send it back."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing written."""
    parser = Parser("wizard workshop sheet", DESCRIPTION)
    takes_workshop(parser)
    parser.add_argument("file", metavar="FILE", help="a file that is not there yet, such as care_team.yaml")
    parser.add_argument("--name", metavar="NAME", required=True, help="whose it is: a role or a team")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.council_file import create_council
    from wizard.report.figures import counted
    from wizard.workshop.file_to_fill_in import file_to_fill_in

    workshop = opened(args)
    told(lambda: workshop.refuse_newcomer(args.name))
    create_council(Path(args.file), told(lambda: file_to_fill_in(workshop, args.name)), workshop.rule_set.view)
    asked = counted(len(workshop.file.questions), "question")
    print(f"Written: {args.file}. It leaves open {asked} of judgement, and what matters more:")
    print(f"  {', '.join(workshop.file.questions)}")
    print(f"They fill it in with: wizard tui {typed(args.file)} (or wizard ask, or by hand)")
    print(f"Then: wizard workshop add {as_typed(args.folder, args.pack)} {typed(args.file)}")
    return 0
