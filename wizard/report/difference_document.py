"""The document of `wizard diff`: why two results differ, the biggest mover first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from .assessment_document import answered_words
from .comparing_words import Sides, verdict_words
from .difference_words import difference_words, lineage_words, not_compared, parts_changed, parts_words
from .document import Block, Document, Item, Items, Paragraph, Section, Sign
from .figures import counted, hundredths, hundredths_that_add_up, listed, sentence
from .moved_sections import MOST_OF_SEVERAL, totals_table, why_blocks
from .ranking import is_ranked
from .verdict_words import ADVICE, notice_words, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.proof.difference import DecisionExplained, Difference, Effect, Explained

    from .subject import Subject

MOST_MOVERS = 8
LABELS = ("A", "B")
SIDES = Sides("A", "B", "For B")
NOTHING_DIFFERS = "Nothing differs: both were answered alike and held against one rule set."
STAYS = "alone it leaves the verdict as it is"


def difference_document(one: Subject, other: Subject, explained: Explained, digests: tuple[str, str]) -> Document:
    """Why the second result differs from the first; `digests` are those of the two council files as they stand."""
    heads = list(dict.fromkeys(f"{each.pack.head.title} ({each.pack.head.version})" for each in (one, other)))
    blocks: list[Block] = [Paragraph(ADVICE), Items((_council("A", one), _council("B", other)))]
    lineage = lineage_words(one, other, LABELS, digests)
    blocks += [Paragraph(lineage)] if lineage else []
    if not explained.same_rules:
        words = parts_words(parts_changed(one.pack, other.pack))
        blocks.append(Paragraph(f"The two were held against different rule sets: {words}."))
    blocks += [Paragraph(sentence(words)) for words in not_compared(explained, LABELS)]
    if not explained.differences:
        blocks.append(Paragraph(NOTHING_DIFFERS))
    sections = tuple(_decision(explained, place) for place in range(len(explained.decisions)))
    idle = [each for each in explained.differences if not each.moves]
    return Document(
        title=f"Why {one.council.title} (A) and {other.council.title} (B) differ",
        aside=f"rule set{'s' if len(heads) > 1 else ''}: {listed(heads)}",
        blocks=(*blocks, *sections, *((_idle(explained, idle),) if idle else ())),
    )


def _council(label: str, subject: Subject) -> Item:
    notes = tuple(notice_words(kind, subject.assessment) for kind in subject.assessment.notices)
    return Item(f"{label}: {subject.council.title}. {answered_words(subject)}", "point", subject.file, notes)


def _decision(explained: Explained, place: int) -> Section:
    decision = explained.decisions[place]
    blocks: list[Block] = [*_verdicts(explained, decision)]
    models = [{each.model.id for each in side.standings} for side in (decision.before, decision.after)]
    if models[0] == models[1] and explained.differences:
        blocks += totals_table([decision.before, decision.after], LABELS, moves=True)
    movers = _ordered(explained, place)
    if movers:
        blocks += _movers(explained, place, movers)
    elif explained.differences:
        blocks.append(Paragraph("None of the differences moves anything here."))
    if explained.comparison and movers:
        compared = explained.comparison.decisions[place]
        why = why_blocks(explained.after.pack, compared, SIDES, MOST_OF_SEVERAL)
        blocks.append(Section("The arguments behind it, all differences together", why))
    return Section(decision.after.decision.title, tuple(blocks))


def _verdicts(explained: Explained, decision: DecisionExplained) -> list[Paragraph]:
    (one, names), (other, more) = (
        verdict_words(assessment, result)
        for assessment, result in ((explained.before, decision.before), (explained.after, decision.after))
    )
    if one == other:
        return [Paragraph(f"A and B: {one}", strong=names)]
    return [Paragraph(f"A: {one}", strong=names), Paragraph(f"B: {other}", strong=more)]


def _ordered(explained: Explained, place: int) -> list[Difference]:
    """The differences that move this decision, the biggest mover first."""

    def size(each: Difference) -> tuple[Fraction, bool]:
        effect = each.effects[place]
        return abs(effect.moved or Fraction(0)), effect.verdict_moved

    told = is_told(explained.decisions[place])
    movers = [each for each in explained.differences if each.effects[place].moves]
    if told:
        return sorted(movers, key=size, reverse=True)
    # Where no points may be told they must not set the order either, but what moves a verdict comes first.
    return sorted(movers, key=lambda each: not each.effects[place].verdict_moved)


def is_told(decision: DecisionExplained) -> bool:
    """Whether leads may be told in points: not before enough is known on both sides."""
    return decision.pair is not None and is_ranked(decision.before) and is_ranked(decision.after)


def _movers(explained: Explained, place: int, movers: Sequence[Difference]) -> list[Block]:
    decision = explained.decisions[place]
    effects = [each.effects[place] for each in movers]
    shown, left = effects[:MOST_MOVERS], effects[MOST_MOVERS:]
    told = is_told(decision)
    smaller = sum((each.moved or Fraction(0) for each in left), Fraction(0))
    parts = [decision.lead_before, *(each.moved or Fraction(0) for each in shown), smaller, decision.together]
    figures = hundredths_that_add_up(parts)
    items = tuple(
        _mover(explained, difference, place, figure if told else None)
        for difference, figure in zip(movers, figures[1 : len(shown) + 1], strict=False)
    )
    blocks: list[Block] = [Paragraph(_opening(decision, figures[0], told)), Items(items)]
    if left:
        together = f", together {figures[-2]} points" if told else ""
        blocks.append(Paragraph(f"and {counted(len(left), 'smaller one')}{together}"))
    if told and decision.together:
        blocks.append(Paragraph(sentence(_rest(figures[-1]))))
    return blocks


def _opening(decision: DecisionExplained, before: str, told: bool) -> str:
    each = "Each difference changed alone in A, the biggest mover first"
    if not told or decision.pair is None:
        return (
            "Each difference changed alone in A, what moves the verdict first. "
            "Too little is known on one side at least to say by how many points."
        )
    first, second = (decision.after.standing(model).model.name for model in decision.pair)
    after = hundredths(decision.lead_after)
    return sentence(f"the lead of {first} over {second} is {before} points in A and {after} in B") + f" {each}:"


def _rest(figure: str) -> str:
    # What rounds to nothing is still not nothing, and must not read as a move.
    if figure == "0.00":
        return "several of them changed together add or take less than a hundredth of a point besides"
    return f"the other {figure} points come of several of them changed together and belong to none alone"


def _mover(explained: Explained, difference: Difference, place: int, figure: str | None) -> Item:
    effect = difference.effects[place]
    sign: Sign = "point"
    notes = []
    if figure is not None and effect.moved:
        sign = "for" if effect.moved > 0 else "against"
        notes.append(f"{figure} points")
    notes.append(_verdict_note(difference, effect))
    return Item(difference_words(explained, difference), sign, None, ("; ".join(notes),))


def _verdict_note(difference: Difference, effect: Effect) -> str:
    before, after = effect.before.verdict, effect.after.verdict
    said = verdict_sentence(difference.after, effect.after).text
    if effect.verdict_moved:
        return f"alone it makes the verdict: {said}"
    if before.caps != after.caps and "unless" in said:
        return f"alone it changes what the verdict hangs on: {said}"
    if before.core_answered != after.core_answered:
        return "alone it changes how much is known of what matters most; the verdict stays"
    return STAYS


def _idle(explained: Explained, idle: Sequence[Difference]) -> Section:
    items = tuple(Item(difference_words(explained, each)) for each in idle)
    return Section("What differs and moves nothing alone", (Items(items),))
