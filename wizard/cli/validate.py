"""`wizard validate FILE...`: whether council files can be read."""

from __future__ import annotations

from .usage import Parser

DESCRIPTION = """Reads council files against their rule set and says what is wrong, with file, line and column.
Nothing is changed."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard validate", DESCRIPTION)
    parser.add_argument("files", metavar="FILE", nargs="+", help="a council file")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    args = parser.parse(argv)
    if args is None:
        return 0
    from .loading import load_councils, tell_notices

    loaded = load_councils(args.files, args.pack)
    tell_notices(loaded)
    for each in loaded:
        answers, questions = len(each.council.answers), len(each.rules.domains)
        print(f"{each.named}: fine; answered: {answers} of {questions} questions.")
    return 0
