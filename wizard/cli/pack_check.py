"""`wizard pack check [PACK]`: everything that can be wrong with a rule set."""

from __future__ import annotations

import sys

from .loading import here_or_shipped
from .usage import Parser

DESCRIPTION = """Reads a rule set, then runs every check on it. 'wizard pack checks' lists the checks.
Ends with 1 where a check found something, with 2 where the rule set cannot be read."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard pack check", DESCRIPTION)
    parser.add_argument("pack", metavar="PACK", nargs="?", help="a folder or an id")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.pack import CHECKS, check_pack, find_pack, read_pack
    from wizard.problems.printing import all_as_text
    from wizard.proof.no_lead import no_lead

    read = read_pack(find_pack(args.pack or here_or_shipped()), every_source=True)
    problems = [*check_pack(read), *no_lead(read)]
    head, count = read.pack.head, len(CHECKS) + 1
    if problems:
        print(all_as_text(problems), file=sys.stderr)
        print(f"\n{head.id} {head.version}: {count} checks found {len(problems)} to look at.", file=sys.stderr)
        return 1
    print(f"{head.id} {head.version}: {count} checks, nothing found.")
    return 0
