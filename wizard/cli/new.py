"""`wizard new [FILE]`: a council file with every question ready to be answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.session.naming import LONGEST, id_from

from .usage import Misused, Parser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from wizard.published import Council
    from wizard.schema.pack import Pack

DESCRIPTION = """Starts a council file. Every question stands in it as a comment, those that matter most first.
A file that is there already is never overwritten.

  wizard new our_council.yaml                        with nothing answered
  wizard new --council "East Riding of Yorkshire"    with what published figures say of one of England's councils
  wizard new --council Cumberland --council "Westmorland and Furness"
                                                     for one new authority in place of several
  wizard new ours_2.yaml --from ours.yaml            from another council file, which it names as its origin"""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable (NotSaved)."""
    args = _parser().parse(argv)
    if args is None:
        return 0
    _refuse_odd_options(args)
    if args.origin is not None:
        from .new_from import begun_from

        print(begun_from(args.origin, _path(args.file), _words(args.title, "A title"), args.pack))
        return 0
    print(_begun(args))
    return 0


def _parser() -> Parser:
    parser = Parser("wizard new", DESCRIPTION)
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="the file to start, such as our_council.yaml; else named for the council",
    )
    parser.add_argument("--title", metavar="TITLE", help='the heading of its results, such as "Our council, 2008"')
    parser.add_argument(
        "--council",
        metavar="NAME",
        action="append",
        default=[],
        help="one of today's upper-tier councils of England; several for one new authority in their place",
    )
    parser.add_argument("--about", metavar="NAME", help="the name of a council that is not in the list")
    parser.add_argument("--from", metavar="OTHER", dest="origin", help="begin with what this council file says")
    parser.add_argument("--pack", metavar="PACK", help="the rule set to use (a folder or an id)")
    return parser


def _refuse_odd_options(args: Namespace) -> None:
    ways = [name for name, given in (("--council", args.council), ("--about", args.about)) if given]
    if len(ways) > 1:
        raise Misused("--council looks a council up, --about names one that is not in the list: leave one out.")
    if args.origin is not None and ways:
        raise Misused(f"--from begins with another council file, {ways[0]} with a name: leave one out.")
    if args.file is None and (args.origin is not None or not ways):
        raise Misused("Name the file to start, such as: wizard new our_council.yaml")


def _begun(args: Namespace) -> str:
    """What to tell the person once the file stands there. Raises Misused and Unreadable (NotSaved)."""
    from wizard.council_file import create, skeleton, view_of
    from wizard.pack import find_pack, read_pack
    from wizard.session.known_figures import known_figures

    from .loading import DEFAULT_PACK

    councils = _councils(args.council)
    name = _name(councils) or _words(args.about, "A council's name")
    given = _words(args.title, "A title")
    path = _path(args.file if args.file is not None else f"{_id(councils, name)}.yaml")
    title = given or name or path.stem.replace("_", " ").strip().capitalize()
    if not title:
        raise Misused("A title cannot be empty.")
    pack = read_pack(find_pack(args.pack or DEFAULT_PACK)).pack
    view = view_of(pack)
    figures = known_figures(councils, view.domains, pack.head.period) if councils else None
    answers = figures.answers if figures else {}
    text = skeleton(view, id_from(path.stem), title, name, answers, _remarks(councils, pack))
    create(path, text, str(path))
    said = [f"Started {path} with {len(view.domains)} questions. Answer some, then: wizard assess {_quoted(path)}"]
    said += [f"Answered from published figures: {', '.join(answers)}."] if answers else []
    return "\n".join([*map(_found, councils), *(figures.not_used if figures else ()), *said])


def _councils(names: list[str]) -> list[Council]:
    """The councils meant. Raises Misused with what may have been meant for each that is not found."""
    if not names:
        return []
    from wizard.published import Ambiguous, NotFound, council_named, shipped_councils

    found: list[Council] = []
    faults: list[str] = []
    for name in names:
        try:
            council = council_named(name, shipped_councils())
        except Ambiguous as several:
            near = ", ".join(f"'{each.name}' ({each.kind})" for each in several.near)
            faults.append(f"'{name}' may be any of: {near}. Name the one you mean.")
        except NotFound as missing:
            faults.append(_not_found(name, [each.name for each in missing.near]))
        else:
            faults += [f"'{council.name}' is named twice."] if council in found else []
            found.append(council)
    if faults:
        raise Misused("\n".join(faults))
    return found


def _not_found(name: str, near: list[str]) -> str:
    from wizard.report.figures import listed

    hint = f"Did you mean {listed([repr(each) for each in near], 'or')}? " if near else ""
    return (
        f"'{name}' is not one of today's upper-tier councils of England. {hint}"
        f'A council that is not in the list can be named with --about "{name or "NAME"}".'
    )


def _name(councils: Sequence[Council]) -> str | None:
    from wizard.report.figures import listed

    names = [each.name for each in councils]
    return f"One authority for {listed(names)}" if len(names) > 1 else "".join(names) or None


def _id(councils: Sequence[Council], name: str | None) -> str:
    words = " and ".join(each.name for each in councils) or name or ""
    return id_from(words)[:LONGEST].rstrip("_")


def _remarks(councils: Sequence[Council], pack: Pack) -> dict[str, str]:
    """Above the questions on how things are today, for a new authority: what it takes over is not in any list."""
    if len(councils) < 2:
        return {}
    names = ", ".join(each.name for each in councils)
    words = f"A new authority takes over several: list what each of them has, as far as you know it ({names})."
    return {decision.today: words for decision in pack.decisions.values()}


def _found(council: Council) -> str:
    return f"{council.name}: {council.kind}, {council.population:,} people in mid-2020, {council.area:,} square km."


def _path(name: str) -> Path:
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        better = path.with_suffix(".yaml") if path.name else "our_council.yaml"
        raise Misused(f"'{name}' should end in .yaml, such as '{better}'.")
    return path


def _words(given: str | None, what: str) -> str | None:
    """What was given, without blanks round it; None for nothing. Raises Misused for what is empty."""
    if given is None:
        return None
    if not given.strip():
        raise Misused(f"{what} cannot be empty.")
    return given.strip()


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
