"""What stands below every decision: what to find out, where the reports disagree, who was not asked."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from .document import Item, Items, Paragraph, Section
from .evidence_words import evidence_aside, said_by
from .figures import counted, sentence

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult
    from wizard.schema.criterion import Argument

    from .subject import Subject

GO_ON = (
    ("How firm it is", "robustness"),
    ("What would change it", "flips"),
    ("What to find out next, and why", "next"),
)
MOST_QUESTIONS = 8
MOST_DISAGREEMENTS = 6


def find_out_next(subject: Subject) -> Section | None:
    """The questions that are not answered and on which most hangs, over all decisions."""
    hanging: dict[str, tuple[int, int]] = {}
    moving: dict[str, Fraction] = {}
    for result in subject.assessment.decisions:
        for unknown in result.unknowns:
            question = unknown.question
            reasons, others = hanging.get(question, (0, 0))
            hanging[question] = (reasons + unknown.arguments, others + unknown.others)
            moving[question] = max(moving.get(question, Fraction(0)), unknown.points)
    if not hanging:
        return None
    order = sorted(hanging, key=lambda question: (-moving[question], -hanging[question][1]))
    items = tuple(
        Item(
            subject.questions[each].ask,
            "numbered",
            f"ask: {subject.questions[each].ask_whom}; {hangs_words(*hanging[each])}",
        )
        for each in order[:MOST_QUESTIONS]
    )
    more = len(order) - MOST_QUESTIONS
    rest = (Paragraph(f"and {more} more: {subject.explain}"),) if more > 0 else ()
    return Section("Find out next", (Items(items), *rest))


def hangs_words(reasons: int, others: int = 0) -> str:
    """'3 reasons and 1 poor fit or condition hang on it'."""
    parts = [counted(reasons, "reason")] if reasons else []
    if others:
        parts.append(f"{others} poor {'fit or condition' if others == 1 else 'fits or conditions'}")
    return f"{' and '.join(parts)} {'hangs' if reasons + others == 1 else 'hang'} on it"


def disagreements(subject: Subject) -> Section | None:
    """The arguments that some report disputes, both sides, where they bear on this council."""
    found: dict[str, Argument] = {}
    for result in subject.assessment.decisions:
        for argument in disputed(result):
            found.setdefault(f"{result.decision.id}/{argument.id}", argument)
    if not found:
        return None
    items = []
    for argument in list(found.values())[:MOST_DISAGREEMENTS]:
        against = [
            f"but: {sentence(subject.pack.finding(citation).says)} [{said_by(subject.pack, [citation])}]"
            for citation in argument.disputed_by
        ]
        items.append(Item(sentence(argument.because), "point", evidence_aside(subject.pack, argument), tuple(against)))
    more = len(found) - MOST_DISAGREEMENTS
    rest = (Paragraph(f"and {more} more: {subject.explain}"),) if more > 0 else ()
    return Section("What the reports disagree on", (Items(tuple(items)), *rest))


def disputed(result: DecisionResult) -> list[Argument]:
    """The disputed arguments of a decision that hold, the weightiest first."""
    heaviest: dict[str, tuple[Fraction, Argument]] = {}
    for reason in result.reasons:
        if reason.argument.disputed_by and reason.truth is True:
            weight = reason.grade.step * result.weights[reason.criterion]
            known = heaviest.get(reason.argument.id)
            if known is None or weight > known[0]:
                heaviest[reason.argument.id] = (weight, reason.argument)
    return [argument for _, argument in sorted(heaviest.values(), key=lambda each: -each[0])]


def who_was_not_asked(subject: Subject) -> Section | None:
    """What each report cannot know, in its own terms; the one that most is drawn from comes first."""
    sources = sorted(subject.pack.sources.values(), key=lambda source: -len(source.findings))
    items = tuple(
        Item(f"{source.short} ({source.kind}, {source.date}): {sentence(source.limits)}") for source in sources
    )
    return Section("Who was not asked", (Items(items),)) if items else None


def go_on(subject: Subject) -> Section:
    """The commands that say how firm the result is and what would change it."""
    items = tuple(Item(f"{title}: {subject.command(name)}") for title, name in GO_ON)
    return Section("Go on from here", (Items(items),))
