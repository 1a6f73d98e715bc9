"""Priorities for a face that asks about them: what they do to a decision, what is worth asking, what can be weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.engine.trade_offs import priorities_of

from .document import Paragraph
from .figures import listed, sentence
from .priorities_document import answered_pairs, how_often, set_by_people, where_each_leads
from .priorities_words import (
    NOT_RANKED,
    WHOSE_THEY_ARE,
    bearing_words,
    none_asked_words,
    question_words,
    title_of,
    within,
)
from .ranking import is_ranked
from .verdict_words import verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.results import DecisionResult
    from wizard.engine.trade_offs import PrioritiesFound, Stake
    from wizard.schema.pack import Pack
    from wizard.session.session import Session

    from .document import Block
    from .subject import Subject

CANNOT_SAY = "I cannot say"
HOW_TO_SAY = {
    "swing": (
        "Think of each group at its worst, and of the step from there to its best. Give 100 to the step that matters "
        "most, and to each other as much as its step matters beside that; 0 where it does not matter."
    ),
    "rank": "Give each its place: 1 to what matters most. Two that matter the same have the same place.",
    "weight": "Say how much of 100 each should count. What is left empty shares the rest.",
}
"""What to type, for each way of saying it."""


class Side(NamedTuple):
    """One side of an either/or question: a group, its title, and what it is about."""

    group: str
    title: str
    about: str


class EitherOr(NamedTuple):
    """A question worth asking. What an answer would do is not told before it is given: it would ask for a result."""

    ask: str
    first: Side
    second: Side


class ToWeigh(NamedTuple):
    """Something that can be given a weight, with what was stated of it ('' where nothing was)."""

    id: str
    title: str
    stated: str


def either_or(found: PrioritiesFound | None) -> tuple[EitherOr, ...]:
    """The questions that are worth asking, three at most; none where priorities change nothing."""
    if found is None:
        return ()
    return tuple(EitherOr(question_words(each), _side(each.first), _side(each.second)) for each in found.trade_offs)


def _side(stake: Stake) -> Side:
    return Side(stake.group, stake.title, f"about: {'; '.join(within(each) for each in stake.criteria)}")


def priorities_found(subject: Subject, result: DecisionResult) -> PrioritiesFound | None:
    """What priorities do to a decision; None where too little is known to rank."""
    return priorities_of(subject.assessment, result, answered_pairs(subject, result)) if is_ranked(result) else None


def priorities_blocks(subject: Subject, result: DecisionResult, found: PrioritiesFound | None) -> tuple[Block, ...]:
    """Who leads under which priorities, and what people have set; first whether an opinion is needed at all."""
    if found is None:
        return (Paragraph(NOT_RANKED), *set_by_people(subject, result), Paragraph(WHOSE_THEY_ARE))
    verdict = verdict_sentence(subject.assessment, result)
    none_asked = none_asked_words(found)
    # A verdict that rests on priorities says the same as the next sentence.
    said = () if result.verdict.kind == "depends_on_priorities" else (Paragraph(verdict.text, strong=verdict.names),)
    return (
        *said,
        Paragraph(sentence(bearing_words(result, found))),
        *((Paragraph(none_asked),) if none_asked else ()),
        *how_often(subject, result, found),
        *where_each_leads(result, found),
        *set_by_people(subject, result),
        Paragraph(WHOSE_THEY_ARE),
    )


def to_weigh(session: Session, decision: str, whole: str | None) -> tuple[ToWeigh, ...]:
    """The groups of a decision (`whole` is None), or the criteria of one group."""
    stated = session.file.weights.get(decision, {})
    return tuple(
        ToWeigh(each, title_of(session.rules.pack, each), f"{stated[each].weight:g}" if each in stated else "")
        for each in parts_of(session.view.weighable[decision], whole)
    )


def parts_of(weighable: Mapping[str, str | None], whole: str | None) -> list[str]:
    """What shares a whole."""
    return [each for each, group in weighable.items() if group == whole]


def groups_to_look_into(session: Session, decision: str) -> tuple[ToWeigh, ...]:
    """The groups in which there is more than one criterion to weigh."""
    weighable = session.view.weighable[decision]
    return tuple(each for each in to_weigh(session, decision, None) if len(parts_of(weighable, each.id)) > 1)


def criteria_words(pack: Pack, weighable: Mapping[str, str | None], group: str) -> str:
    """'leadership capacity, and senior time': what a group is made of."""
    return listed([within(pack.criteria[each].title) for each in parts_of(weighable, group) if each in pack.criteria])
