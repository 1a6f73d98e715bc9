"""Single answers that would put another model first: what to try first in a what-if, in words and with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Chosen, OneOf

from .document import Block, Item, Items, Paragraph, Section
from .flip_words import TurnedAlike, alike, outcome_words, turned_sentence
from .flips_document import NOTHING_MISSING, is_told
from .verdict_words import core_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.engine import Rules
    from wizard.engine.changing.flips import Flip
    from wizard.engine.changing.what_would_change import WouldChange
    from wizard.schema.pack import Pack

    from .subject import Subject

TITLE = "What would turn it"
LOOKING = "Looking for single answers that would turn it."
SINGLE = "Each of these answers alone would put another model first:"
NO_SINGLE = "No change of one answer that a council could change would put another model first."


class Lever(NamedTuple):
    """One question of which another answer would put another model first.

    `options` are the ids of the options that do it (none for numbers and dates). Of a question with several answers
    it is one option, and `adds` says whether by coming in or by being left out; None elsewhere. `sentence` says all
    of it, `outcome` only what would come of it.
    """

    question: str
    options: frozenset[str]
    adds: bool | None
    sentence: str
    outcome: str


class DecisionLevers(NamedTuple):
    """What would turn one decision. `together` are sentences for two answers changed at once.

    `why_not` says in a sentence why there is nothing to tell, or that no single answer does; empty where one does.
    """

    decision: str
    levers: tuple[Lever, ...]
    together: tuple[str, ...]
    why_not: str


def levers_of(rules: Rules, subject: Subject) -> Iterator[DecisionLevers]:
    """What would turn each decision, worked out one after the other: a tenth of a second each."""
    from wizard.engine.changing.what_would_change import what_would_change

    for decision in rules.decisions:
        yield _levers(rules, subject, what_would_change(rules, decision, subject.assessment.case))


def _levers(rules: Rules, subject: Subject, would: WouldChange) -> DecisionLevers:
    result = subject.assessment.decision(would.decision)
    if not is_told(subject, would):
        why = core_words(subject.assessment, result) if result.competing else "None is open to the council."
        return DecisionLevers(would.decision, (), (), why)
    answers = subject.assessment.case.answers
    single = [each for each in (*would.shown, *would.found_out) if len(each.flip.changes) == 1]
    levers = [_lever(rules, answers, each) for each in alike(single)]
    seen = {each.flip for each in single}
    findings = (flip for question in would.open for flip in question.turning)
    levers += _unweighed(rules, answers, (each for each in (*would.tried.flips, *findings) if each not in seen))
    pairs = [each for each in would.shown if len(each.flip.changes) > 1]
    together = tuple(turned_sentence(rules, answers, each) for each in alike(pairs))
    why_not = "" if levers else f"{NO_SINGLE} {NOTHING_MISSING[would.settled]}"
    return DecisionLevers(would.decision, tuple(levers), together, why_not)


def _unweighed(rules: Rules, answers: Mapping[str, Answer], flips: Iterable[Flip]) -> list[Lever]:
    """Single changes beyond those whose verdict was worked out: told by the totals."""
    from wizard.engine.changing.what_would_change import Turned

    return [
        _lever(rules, answers, each) for each in alike(Turned(flip, None) for flip in flips if len(flip.changes) == 1)
    ]


def _lever(rules: Rules, answers: Mapping[str, Answer], turned: TurnedAlike) -> Lever:
    changes = turned.together[0]
    options: set[str] = set()
    for change in changes:
        if change.option is not None:
            options.add(change.option)
        elif isinstance(change.answer, (OneOf, Chosen)):
            options |= change.answer.options
    return Lever(
        changes[0].question,
        frozenset(options),
        changes[0].adds if changes[0].option is not None else None,
        turned_sentence(rules, answers, turned),
        outcome_words(rules, turned),
    )


def levers_section(pack: Pack, found: Sequence[DecisionLevers] | None) -> tuple[Section, dict[str, str]]:
    """The levers under the question they turn, each with the key of its question; what is said while looking."""
    if found is None:
        return Section(TITLE, (Paragraph(LOOKING),)), {}
    keys: dict[str, str] = {}
    sections: list[Block] = []
    for each in sorted(found, key=lambda one: not one.levers):
        blocks: list[Block] = [Paragraph(each.why_not or SINGLE)]
        if each.levers:
            blocks.append(Items(tuple(Item(lever.sentence) for lever in each.levers)))
            keys.update((lever.sentence, f"answer:{lever.question}") for lever in each.levers)
        if each.together:
            blocks += [Paragraph("Two together would:"), Items(tuple(map(Item, each.together)))]
        sections.append(Section(pack.decisions[each.decision].title, tuple(blocks)))
    return Section(TITLE, tuple(sections)), keys
