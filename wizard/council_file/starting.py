"""The file that `wizard new` starts: every question stands in it as a comment, the ones that matter most first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wizard.conditions.domain import Domain
from wizard.problems import Place, Unreadable
from wizard.schema.council import COUNCIL_FORMAT
from wizard.schema.question import Question
from wizard.strict_yaml import Mapping as MappingNode
from wizard.strict_yaml import tree_of_text

from .emitting import STEP, entry
from .pack_view import PackView
from .plain import file_of
from .writing import top_lines

if TYPE_CHECKING:
    from wizard.schema.base import RawAnswer

_HOW = (
    "To answer a question, take away the '# ' in front of its line and write the answer after the colon.",
    "not_sure is an answer too. Where it is one of several, write {one_of: [first, second]}; between two",
    "numbers, {between: [lowest, highest]}. To say where an answer comes from, {is: answer, from: the source}.",
)


def skeleton(
    pack: PackView,
    id: str,
    title: str,
    council: str | None = None,
    answered: Mapping[str, RawAnswer] | None = None,
    remarks: Mapping[str, str] | None = None,
) -> str:
    """A council file in which every question can be uncommented where it stands, and is answered where it is known.

    `answered` holds answers as a file writes them, and `remarks` a sentence to put above a question, both by
    question of the rule set. Raises Unreadable for an id that is no id, and for an empty title.
    """
    head = {"id": id, "title": title, "format": str(COUNCIL_FORMAT), "pack": {"id": pack.id, "version": pack.version}}
    started = top_lines({**head, "about": {"council": council}} if council else head)
    _refuse_unreadable("\n".join(started))
    lines = [*started, "answers:", *(f"  # {line}" for line in _HOW)]
    for heading, questions in _parts(pack):
        lines += ["", f"  # ---- {heading} ----"]
        for question in questions:
            *asked, open_line = _lines(question, pack.domains[question.id], (remarks or {}).get(question.id))
            lines += ["", *(f"  # {line}".rstrip() for line in asked)]
            answer = (answered or {}).get(question.id)
            lines += [f"  # {open_line}".rstrip()] if answer is None else entry(question.id, answer, STEP)
    return "\n".join(lines) + "\n"


def _refuse_unreadable(text: str) -> None:
    tree = tree_of_text(text, "new council file")
    assert isinstance(tree, MappingNode)
    # There is no file yet for a line to be shown of.
    problems = [fault._replace(place=Place(fault.place.file)) for fault in file_of(tree, "new council file")[1]]
    if problems:
        raise Unreadable(problems)


def _parts(pack: PackView) -> Iterator[tuple[str, list[Question]]]:
    core = [question for section in pack.sections for question in section.questions if question.core]
    if core:
        yield "The questions that matter most", core
    for section in pack.sections:
        rest = [question for question in section.questions if not question.core]
        if rest:
            yield _one_line(section.title), rest


def _lines(question: Question, domain: Domain, remark: str | None) -> Iterator[str]:
    """What is asked, what can be answered, and last the line that is to hold the answer."""
    from textwrap import wrap

    yield from wrap(_one_line(question.ask), 100)
    if domain.is_numeric or not question.options:
        unit = f" ({_one_line(question.unit)})" if question.unit else ""
        yield f"  {domain.takes()}{unit}"
    else:
        if domain.kind == "choices":
            yield "  any of these, as a list in square brackets, [] for none:"
        for option in question.options:
            yield f"  {option.id}: {_one_line(option.title)}"
    yield from wrap(_one_line(remark), 100) if remark else ()
    yield f"{question.id}: "


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
