"""Sheets that came as council files: what each says of the questions asked apart, and in which order it weighs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wizard.council_file import read_council, read_written
from wizard.problems import Place, Problem, Unreadable
from wizard.proof.council_case import more_and_less
from wizard.session.change import NotTaken

from .sound import groups_of

if TYPE_CHECKING:
    from wizard.council_file import OpenCouncil
    from wizard.schema.workshop import Order, Sheet

    from .workshop import Workshop


def put_in_all(workshop: Workshop, names: Sequence[str], who: str | None = None) -> tuple[Sheet, ...]:
    """Seals a sheet for each file, all or, where one cannot be used, none.

    Raises Unreadable with every fault of every file, NotTaken for a name that two of them have or that is taken.
    """
    if workshop.is_case_study:
        raise NotTaken("case-study", "On a case nobody fills in a council file.", "Key the sheets in instead.")
    councils = _read(workshop, names)
    people = [who or _whose(each) for each in councils]
    taken = {each.who.casefold() for each in workshop.seats} | {each.casefold() for each in workshop.presence.sealed}
    for place, each in enumerate(people):
        if each.casefold() in taken:
            hint = "Say another name with --name, or under prepared_by in the file."
            raise NotTaken("name-taken", f"{names[place]}: there is a '{each}' here already.", hint)
        taken.add(each.casefold())
    return tuple(
        workshop.put_in(each, "file", **said_in(workshop, council))
        for each, council in zip(people, councils, strict=True)
    )


def said_in(workshop: Workshop, council: OpenCouncil) -> dict[str, Any]:
    """What a council file says that a sheet can: answers, and the order of groups for each decision."""
    asked = workshop.file.questions
    answers = {question: _bare(written) for question, written in council.file.answers.items() if question in asked}
    orders = {each: order for each in workshop.file.decisions if (order := order_in(workshop, council, each))}
    return {"answers": answers, "priorities": orders}


def order_in(workshop: Workshop, council: OpenCouncil, decision: str) -> Order:
    """The order in which a file's groups of criteria weigh; nothing where the file does not order all of them."""
    groups = list(groups_of(workshop.rule_set, decision))
    stated = {each: entry.weight for each, entry in council.file.weights.get(decision, {}).items() if each in groups}
    if len(stated) == len(groups):
        weights = sorted(set(stated.values()), reverse=True)
        return tuple(tuple(each for each in groups if stated[each] == weight) for weight in weights)
    pairs = [pair for each in council.file.trade_offs.get(decision, ()) if (pair := more_and_less(each)) is not None]
    return _whole_order(groups, pairs)


def _whole_order(groups: list[str], pairs: list[tuple[str, str]]) -> Order:
    """The order that pairs say, where they leave only one; they never go round in a circle in a file."""
    order: list[tuple[str, ...]] = []
    left = list(groups)
    while left:
        first = [each for each in left if not any(less == each and more in left for more, less in pairs)]
        if len(first) != 1:
            return ()
        order.append((first[0],))
        left.remove(first[0])
    return tuple(order)


def _read(workshop: Workshop, names: Sequence[str]) -> list[OpenCouncil]:
    problems: list[Problem] = []
    found = []
    for name in names:
        try:
            written = read_written(Path(name), name)
            found.append(read_council(written, workshop.rule_set.view))
        except Unreadable as fault:
            problems += fault.problems
    problems += [
        Problem("not-whole", Place(each.shown_as), "Nothing in this file answers what is asked apart.", None)
        for each in found
        if not said_in(workshop, each)["answers"]
    ]
    if problems:
        raise Unreadable(problems)
    return found


def _whose(council: OpenCouncil) -> str:
    return council.file.about.prepared_by or council.file.title


def _bare(written: Any) -> Any:
    """The answer alone: what somebody noted to it in their own file stays there."""
    if not isinstance(written, dict):
        return written
    said = {key: written[key] for key in ("is", "one_of", "between") if written.get(key) is not None}
    return said["is"] if set(said) == {"is"} else said
