"""Sheets that came as council files: what each says of the questions asked apart, and in which order it weighs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wizard.council_file import read_council, read_written
from wizard.problems import Place, Problem, Unreadable
from wizard.proof.council_case import more_and_less
from wizard.session.change import NotTaken

from .sound import groups_of

if TYPE_CHECKING:
    from wizard.council_file import OpenCouncil
    from wizard.schema.workshop import Order, Sheet

    from .workshop import Workshop

OTHER_NAME = "Say another name with --name, or under prepared_by in the file."


class PutIn(NamedTuple):
    """A sheet that was sealed from the file `name`; facts that stand `otherwise` there were not taken over.

    `untouched` says that all it answers was answered so in the facts file already, of which it may be a mere copy.
    """

    sheet: Sheet
    name: str
    otherwise: tuple[str, ...]
    untouched: bool


def put_in_all(workshop: Workshop, names: Sequence[str], who: str | None = None) -> tuple[PutIn, ...]:
    """Seals a sheet for each file, all or, where one cannot be used, none.

    Raises Unreadable with every fault of every file, NotTaken for a name that two of them have or that is taken.
    """
    if workshop.is_case_study:
        raise NotTaken("case-study", "On a case nobody fills in a council file.", "Key the sheets in instead.")
    councils = _read(workshop, names)
    people: list[str] = []
    for name, council in zip(names, councils, strict=True):
        people.append(_newcomer(workshop, name, _whose(council) if who is None else who, people))
    said = [said_in(workshop, each) for each in councils]
    return tuple(
        PutIn(
            workshop.put_in(each, "file", **parts),
            name,
            facts_otherwise(workshop, council),
            all(council.answers[question] == workshop.facts.answers.get(question) for question in parts["answers"]),
        )
        for each, parts, name, council in zip(people, said, names, councils, strict=True)
    )


def _newcomer(workshop: Workshop, file: str, who: str, before: Sequence[str]) -> str:
    """The name as it will stand. Raises NotTaken, which names the file, before any sheet is sealed."""
    try:
        name = workshop.refuse_newcomer(who)
    except NotTaken as fault:
        hint = fault.hint if fault.check == "open" else OTHER_NAME
        raise NotTaken(fault.check, f"{file}: {fault.message}", hint) from None
    if name.casefold() in {each.casefold() for each in before}:
        raise NotTaken("name-taken", f"{file}: another of these files has the name '{name}' too.", OTHER_NAME)
    return name


def facts_otherwise(workshop: Workshop, council: OpenCouncil) -> tuple[str, ...]:
    """The questions not asked apart to which a file has another answer than the workshop's facts.

    A sensitive fact that is missing there was kept back from whoever filled it in.
    """
    facts, there, asked = workshop.facts.answers, council.answers, workshop.file.questions
    return tuple(
        each.id
        for each in workshop.rules.pack.questions.values()
        if each.id not in asked
        and facts.get(each.id) != there.get(each.id)
        and not (each.sensitive and each.id not in there)
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
