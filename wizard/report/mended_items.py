"""What removes a poor fit and what meets a condition, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .change_words import change_words
from .document import Block, Item, Items, Paragraph, Section
from .figures import listed
from .ranking import is_ranked
from .subject import spoken_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.changing.mending import Mended
    from wizard.engine.changing.possible import Change
    from wizard.engine.changing.what_would_change import WouldChange
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult

    from .subject import Subject

MOST_MENDED = 4
NO_ANSWER_MENDS = "no single answer that a council could change does it"


class MendedAlike(NamedTuple):
    """One fault of one or more models that the same changes mend."""

    mended: Mended
    models: tuple[str, ...]


def mended_section(subject: Subject, rules: Rules, would: WouldChange) -> list[Section]:
    """What mends the faults of the models that the verdict speaks of, or of all that compete where it names none."""
    result = subject.assessment.decision(would.decision)
    spoken = _spoken(result)
    found = _alike([each for each in would.mended if each.model in spoken])
    others = len([each for each in would.mended if each.model not in spoken])
    if not found:
        return []
    items = tuple(_item(subject, rules, each) for each in found[:MOST_MENDED])
    hidden = others + sum(len(each.models) for each in found[MOST_MENDED:])
    of = " of other models" if len(found) <= MOST_MENDED else ""
    more = f"and {hidden} more{of}: {subject.command('flips', '--format json')}"
    blocks: tuple[Block, ...] = (Items(items), Paragraph(more)) if hidden else (Items(items),)
    return [Section("What removes a poor fit, or meets a condition", blocks)]


def is_poor_fit(subject: Subject, mended: Mended) -> bool:
    """Whether it is a poor fit; else it is a condition of a model."""
    return subject.pack.poor_fits.get(mended.fault.id) is mended.fault


def fault_words(subject: Subject, mended: Mended, models: Sequence[str]) -> str:
    """'Saving as the reason: a poor fit of one director for both'."""
    names = listed([subject.pack.models[model].name for model in models])
    kind = "a poor fit" if is_poor_fit(subject, mended) else "a condition that is not met,"
    return f"{mended.fault.title}: {kind} of {names}"


def mending_words(subject: Subject, rules: Rules, mended: Mended, *, hiding: bool = False) -> list[str]:
    """Each answer whose change mends it, with the values that do; that none does where there is none."""
    by_answer: dict[tuple[str, str | None], list[Change]] = {}
    for change in mended.changes:
        by_answer.setdefault((change.question, change.option), []).append(change)
    answers = subject.assessment.case.answers
    said = [change_words(rules, answers, changes, hiding=hiding) for changes in by_answer.values()]
    return said or [NO_ANSWER_MENDS]


def _spoken(result: DecisionResult) -> frozenset[str]:
    told = spoken_for(result) if is_ranked(result) else result.competing if result.verdict.core_answered else ()
    return frozenset(each.model.id for each in told)


def _alike(mended: Sequence[Mended]) -> list[MendedAlike]:
    found: dict[tuple[int, tuple[Change, ...]], list[Mended]] = {}
    for each in mended:
        found.setdefault((id(each.fault), each.changes), []).append(each)
    return [MendedAlike(same[0], tuple(each.model for each in same)) for same in found.values()]


def _item(subject: Subject, rules: Rules, each: MendedAlike) -> Item:
    notes = mending_words(subject, rules, each.mended)
    words = f"{fault_words(subject, each.mended, each.models)}."
    return Item(words, "against", None, (*notes, f"what to do: {each.mended.fault.remedy}"))
