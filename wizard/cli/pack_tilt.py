"""`wizard pack tilt [PACK]`: which way a rule set leans before anybody has answered."""

from __future__ import annotations

from .loading import here_or_shipped
from .output import deliver
from .usage import Misused, Parser

FEWEST, MOST = 1, 1_000_000

DESCRIPTION = """Holds thousands of random answer sets against a rule set and says how often each model leads, how often
each kind of verdict comes up, between what totals each model moves, and whose evidence stands behind it.
It takes about a minute."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard pack tilt", DESCRIPTION)
    parser.add_argument("pack", metavar="PACK", nargs="?", help="a folder or an id")
    parser.add_argument("--sets", metavar="N", default="10000", help="how many answer sets (10000)")
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    sets = _count(args.sets)
    from wizard.pack import find_pack, read_pack
    from wizard.proof.tilt import tilt

    found = tilt(read_pack(find_pack(args.pack or here_or_shipped())).pack, sets)
    if args.format == "json":
        from wizard.report.tilt_json import tilt_json

        deliver(tilt_json(found), args.output)
        return 0
    from wizard.report.text import terminal_width, text_of
    from wizard.report.tilt_document import tilt_document

    deliver(text_of(tilt_document(found), terminal_width()), args.output)
    return 0


def _count(written: str) -> int:
    # Nine figures settle that it is too many; a number of thousands of figures cannot even be read.
    plain = written.replace(",", "").replace("_", "")
    if not (plain.isascii() and plain.isdigit()) or not FEWEST <= int(plain[:9]) <= MOST:
        raise Misused(f"'{written}' is not a number of answer sets: it can be {FEWEST} to {MOST}.")
    return int(plain)
