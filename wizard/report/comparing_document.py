"""The documents of `wizard what-if` and `wizard compare`: what differs, what moves, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assessment_document import answered_words
from .comparing_words import Sides, changes_words, verdict_words
from .councils_table import answers_section, set_by_people_section
from .document import Block, Document, Item, Items, Paragraph, Section
from .figures import listed
from .moved_sections import MOST_OF_SEVERAL, MOST_REASONS, nothing_to_tell, totals_table, why_blocks
from .ranking import is_ranked
from .variant import letter
from .verdict_words import ADVICE, notice_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.compared import DecisionCompared, SeveralCompared
    from wizard.engine.results import Assessment, DecisionResult

    from .subject import Subject
    from .variant import Variant

NOW, WHAT_IF, THEN = "now", "what if", "Then"
NOTHING_MOVES = "Nothing moves here: none of the changes bears on this question."
NOTHING_CHANGED = "Nothing is changed: the council file says so already."


def what_if_document(subject: Subject, variants: Sequence[Variant]) -> Document:
    """The council as it stands beside one to four variants. Nothing in it is the advice of the file itself."""
    head = subject.pack.head
    labels = _labels(variants)
    return Document(
        title=f"{subject.council.title}: what if",
        aside=f"rule set: {head.title} ({head.version})",
        blocks=(
            Paragraph(f"{answered_words(subject)} {ADVICE}"),
            *new_notices(subject, variants, labels),
            Section("What is changed", tuple(_changed(subject, variants, labels))),
            *(what_if_decision(subject, place, variants, labels) for place in range(len(subject.assessment.decisions))),
        ),
    )


def _labels(variants: Sequence[Variant]) -> list[str]:
    return [WHAT_IF] if len(variants) == 1 else [letter(place) for place in range(len(variants))]


def new_notices(subject: Subject, variants: Sequence[Variant], labels: Sequence[str]) -> tuple[Block, ...]:
    """What stands at the top of an assessment, for the file and for variants that have it of their own."""
    said: dict[str, list[str]] = {}
    for label, found in (
        (NOW, subject.assessment),
        *zip(labels, (each.comparison.after for each in variants), strict=True),
    ):
        for kind in found.notices:
            said.setdefault(notice_words(kind, found), []).append(label)
    every = len(variants) + 1
    return tuple(
        Paragraph(f"Note{'' if len(where) == every else f' ({listed(where)})'}: {words}")
        for words, where in said.items()
    )


def _changed(subject: Subject, variants: Sequence[Variant], labels: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    for label, variant in zip(labels, variants, strict=True):
        words = changes_words(subject.pack, variant.comparison.changes, variant.without_effect)
        said: list[Block] = [Paragraph(variant.note)] if variant.note else []
        said.append(Items(tuple(Item(each) for each in words)) if words else Paragraph(NOTHING_CHANGED))
        if len(variants) > 1:
            blocks.append(Section(f"{label}: {variant.title}" if variant.title else label, tuple(said)))
        else:
            blocks += [Section(variant.title, tuple(said))] if variant.title else said
    return blocks


def what_if_decision(
    subject: Subject, place: int, variants: Sequence[Variant], labels: Sequence[str], *, to_scroll: bool = False
) -> Section:
    """One decision: the verdicts, the totals side by side, and why they moved."""
    base = subject.assessment.decisions[place]
    verdicts = [(NOW, subject.assessment, base)]
    moving: list[tuple[Sides, DecisionCompared]] = []
    still = []
    for label, variant in zip(labels, variants, strict=True):
        compared, sides = variant.comparison.decisions[place], Sides(NOW, label, THEN)
        verdicts.append((label, variant.comparison.after, compared.after))
        if nothing_to_tell(subject.pack, compared, sides):
            still.append(label)
        else:
            moving.append((sides, compared))
    if not moving:
        return Section(base.decision.title, (*verdict_paragraphs(verdicts[:1]), Paragraph(NOTHING_MOVES)))
    results = [each for _, _, each in verdicts]
    table = totals_table(results, [NOW, *labels], moves=True)
    stays = (Paragraph(f"Nothing moves here with {listed(still)}."),) if still else ()
    alone = len(variants) == 1
    most = MOST_REASONS if alone else MOST_OF_SEVERAL
    reasons = [
        Section(
            "Why" if alone else f"Why {sides.after}",
            why_blocks(subject.pack, compared, sides, most, to_scroll=to_scroll),
        )
        for sides, compared in moving
    ]
    return Section(base.decision.title, (*verdict_paragraphs(verdicts), *table, *stays, *reasons))


def verdict_paragraphs(sides: Sequence[tuple[str, Assessment, DecisionResult]]) -> tuple[Paragraph, ...]:
    """Each verdict under the labels that it holds for; the same one is told once."""
    said: dict[str, tuple[list[str], tuple[str, ...]]] = {}
    for label, assessment, result in sides:
        words, names = verdict_words(assessment, result)
        said.setdefault(words, ([], names))[0].append(label)
    return tuple(
        Paragraph(f"{_capital(listed(labels))}: {words}", strong=names) for words, (labels, names) in said.items()
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def compare_document(
    subjects: Sequence[Subject], several: SeveralCompared, changed_only: bool = False, *, to_scroll: bool = False
) -> Document:
    """Council files side by side, each held against the first; with `changed_only` without what all agree on."""
    head = subjects[0].pack.head
    labels = [letter(place) for place in range(len(subjects))]
    councils = tuple(_council(label, each) for label, each in zip(labels, subjects, strict=True))
    return Document(
        title=f"{len(subjects)} council files side by side",
        aside=f"rule set: {head.title} ({head.version})",
        blocks=(
            Paragraph(ADVICE),
            Items(councils),
            *(
                _compare_decision(subjects, several, place, labels, to_scroll)
                for place in range(len(subjects[0].assessment.decisions))
            ),
            answers_section(subjects, several, labels, changed_only),
            *set_by_people_section(subjects, labels, changed_only),
        ),
    )


def _council(label: str, subject: Subject) -> Item:
    notes = [notice_words(kind, subject.assessment) for kind in subject.assessment.notices]
    late = subject.after_the_choice
    if late:
        notes.append(f"{late} of its answers {'describes' if late == 1 else 'describe'} it after its choice was made")
    return Item(f"{label}: {subject.council.title}. {answered_words(subject)}", "point", subject.file, tuple(notes))


def _compare_decision(
    subjects: Sequence[Subject], several: SeveralCompared, place: int, labels: Sequence[str], to_scroll: bool
) -> Section:
    results = [each.decisions[place] for each in several.assessments]
    verdicts = verdict_paragraphs(list(zip(labels, several.assessments, results, strict=True)))
    table = totals_table(results, labels, moves=False)
    reasons, alike = [], []
    for label, subject, each in zip(labels[1:], subjects[1:], several.against_first, strict=True):
        compared, sides = each.decisions[place], Sides(labels[0], label, f"For {label}")
        if nothing_to_tell(subject.pack, compared, sides):
            alike.append(label)
        else:
            reasons.append(
                Section(f"Why {label} differs from {labels[0]}", _difference(subject, compared, sides, to_scroll))
            )
    same = (Paragraph(f"Nothing differs here between {labels[0]} and {listed(alike, 'or')}."),) if alike else ()
    return Section(results[0].decision.title, (*verdicts, *table, *same, *reasons))


def _difference(subject: Subject, compared: DecisionCompared, sides: Sides, to_scroll: bool) -> tuple[Block, ...]:
    known = ((sides.before, compared.before), (sides.after, compared.after))
    little = [name for name, each in known if not is_ranked(each)]
    if little:
        # Between councils of which hardly anything is known every chance differs, and that says nothing.
        return (Paragraph(f"Too little is known of {listed(little)} to say: the answers below are all there is."),)
    return why_blocks(subject.pack, compared, sides, MOST_OF_SEVERAL, to_scroll=to_scroll)
