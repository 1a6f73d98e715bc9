"""A workshop by its folder, as every command of a workshop takes it, and how it is named in what to type next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .usage import Misused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable

    from wizard.problems import Problem
    from wizard.workshop.workshop import Workshop

Given = TypeVar("Given")


def takes_workshop(parser: ArgumentParser) -> None:
    """Adds FOLDER, and --pack for a rule set that is not found by its id."""
    parser.add_argument("folder", metavar="FOLDER", help="a workshop's folder")
    parser.add_argument("--pack", metavar="PACK", help="use this rule set (a folder or an id)")


def opened(args: Namespace) -> Workshop:
    """The workshop in FOLDER. Raises Unreadable."""
    from wizard.workshop.workshop import Workshop

    return Workshop.open(Path(args.folder), pack=args.pack)


def typed(text: str | Path) -> str:
    """A name as it is typed after a command."""
    return f'"{text}"' if " " in str(text) else str(text)


def as_typed(folder: str | Path, pack: str | None) -> str:
    """The folder, and the rule set where one was named, as they are typed after a command."""
    return typed(folder) + (f" --pack {typed(pack)}" if pack is not None else "")


def veiled(problems: Iterable[Problem]) -> list[Problem]:
    """The faults, but of each sheet that is sealed only where the first is: its lines are not printed beside it."""
    found: list[Problem] = []
    for each in problems:
        if not _is_sealed(Path(each.place.file)):
            found.append(each)
        elif not any(other.place.file == each.place.file for other in found):
            found.append(_of_sealed(each))
    return found


def _of_sealed(problem: Problem) -> Problem:
    at = f" in line {problem.place.line}" if problem.place.line else ""
    words = f"Something is wrong with this sheet{at}. What stands in it is not told before the sheets are open."
    hint = "Put back the file that was sealed, or let whoever it belongs to mend it."
    return problem._replace(place=problem.place._replace(line=0, column=0), message=words, hint=hint)


def _is_sealed(path: Path) -> bool:
    """Whether a file is a sheet, or the draft of one, of a workshop that is not open."""
    from wizard.problems import Unreadable
    from wizard.schema.workshop import Progress
    from wizard.workshop.beginning import HEAD
    from wizard.workshop.records import is_there, read_record
    from wizard.workshop.seating import PROGRESS

    folder = path.parent.parent
    if path.parent.name not in ("sheets", "drafts"):
        return False
    try:
        progress = folder / PROGRESS
        return is_there(folder / HEAD) and not (is_there(progress) and read_record(progress, Progress)[0].open)
    except Unreadable:
        return True


def told_once_open(args: Namespace, do: Callable[[], Given]) -> Given:
    """What `do` gives. Raises Misused where it cannot be told; while the sheets are sealed, with what opens them."""
    from wizard.session.change import NotTaken

    try:
        return do()
    except NotTaken as fault:
        hint = fault.hint
        if fault.check == "sealed":
            hint = f"Open them once all are in: wizard workshop open {as_typed(args.folder, args.pack)}"
        raise Misused(" ".join(each for each in (fault.message, hint) if each)) from None
