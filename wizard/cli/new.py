"""`wizard new FILE`: a council file with every question ready to be answered."""

from __future__ import annotations

import re
from pathlib import Path

from .usage import Misused, Parser

DESCRIPTION = """Starts a council file. Every question stands in it as a comment, those that matter most first.
A file that is there already is never overwritten."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable (NotSaved)."""
    parser = Parser("wizard new", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="the file to start, such as our_council.yaml")
    parser.add_argument("--title", metavar="TITLE", help='the heading of its results, such as "Our council, 2008"')
    parser.add_argument("--council", metavar="COUNCIL", help="the name of the council")
    parser.add_argument("--pack", metavar="PACK", help="the rule set to use (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    path = Path(args.file)
    if path.suffix not in (".yaml", ".yml"):
        better = path.with_suffix(".yaml") if path.name else "our_council.yaml"
        raise Misused(f"'{args.file}' should end in .yaml, such as '{better}'.")
    title = args.title.strip() if args.title is not None else path.stem.replace("_", " ").strip().capitalize()
    council = args.council.strip() if args.council is not None else None
    if not title or council == "":
        raise Misused("A title or a council's name cannot be empty.")
    from wizard.council_file import create, skeleton, view_of
    from wizard.pack import find_pack, read_pack

    from .loading import DEFAULT_PACK

    view = view_of(read_pack(find_pack(args.pack or DEFAULT_PACK)).pack)
    create(path, skeleton(view, id_from(path.stem), title, council), args.file)
    print(f"Started {args.file} with {len(view.domains)} questions. Answer some, then: wizard assess {args.file}")
    return 0


def id_from(stem: str) -> str:
    """An id for a file's name: small letters, digits and underscores, a letter first."""
    plain = re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_")
    return plain if plain[:1].isalpha() else f"council_{plain}".rstrip("_")
