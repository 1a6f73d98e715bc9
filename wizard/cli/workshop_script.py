"""`wizard workshop script [FOLDER] [-o FILE]`: two hours, minute by minute."""

from __future__ import annotations

from .documents import deliver_document, output_form, takes_output
from .taking import told
from .usage import Parser
from .workshop_folder import opened

DESCRIPTION = """The script of a workshop: two hours minute by minute, what is needed beforehand, what can go wrong; and
what becomes of it in one hour, or without a machine. With FOLDER, that workshop's title, questions and minutes."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop script", DESCRIPTION)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="a workshop's folder")
    takes_output(parser)
    parser.add_argument("--pack", metavar="PACK", help="use this rule set (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    form = output_form(args)
    from wizard.workshop.handouts.script import script

    document = script() if args.folder is None else told(lambda: script(opened(args)))
    deliver_document(document, args.output, form)
    return 0
