"""`wizard pack show [PACK] [ID]`: a rule set, or one part of it, in words."""

from __future__ import annotations

from .loading import here_or_shipped
from .usage import Parser

DESCRIPTION = """Prints a rule set in words. With the id of a question, model, criterion, poor fit, risk, measure or
report in it, or of a finding (report.finding), prints that part alone."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard pack show", DESCRIPTION)
    parser.add_argument("pack", metavar="PACK", nargs="?", help="a folder or an id; may be left out before ID too")
    parser.add_argument("id", metavar="ID", nargs="?", help="a part of the rule set")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.pack import find_pack, read_pack, show
    from wizard.problems import Unreadable

    name = args.id
    try:
        folder = find_pack(args.pack or here_or_shipped())
    except Unreadable:
        # With one word, it may as well name a part of the usual rule set.
        if args.id is not None or "/" in args.pack or "\\" in args.pack:
            raise
        folder, name = find_pack(here_or_shipped()), args.pack
    print("\n".join(show(read_pack(folder, every_source=True), name)))
    return 0
