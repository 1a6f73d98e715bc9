"""Where people part, in words: what hangs on each disagreement, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Block, Item, Items, Paragraph, Section
from wizard.report.figures import listed, sentence
from wizard.report.standing_so_far import in_a_line

from .voices import pointed_to
from .words import people_words, said_words

if TYPE_CHECKING:
    from wizard.engine.results import DecisionResult

    from .disagreements import Disagreement, WithIt
    from .result import GroupResult

TITLE = "Where you disagree, and what hangs on it"
FIRST = 3
"""So many are worth a room's time: the projector shows no more."""


def partings(found: GroupResult) -> Section:
    """Every disagreement with who says what and what comes of it; those on which nothing hangs are only named."""
    heavy = [each for each in found.disagreements if each.turns or each.moves]
    light = [each for each in found.disagreements if each not in heavy]
    blocks: list[Block] = []
    if not found.disagreements:
        said = "No two of you answered a question differently, or put the groups of criteria in a different order."
        return Section(TITLE, (Paragraph(said),))
    if heavy:
        blocks.append(Paragraph("Talk about these first: who is right decides what the evidence points to."))
        blocks.append(Items(tuple(parting_item(found, each) for each in heavy)))
    else:
        blocks.append(Paragraph("You disagree, but on nothing that would change what the evidence points to."))
    if light:
        names = [matter_words(found, each) for each in light]
        blocks.append(
            Paragraph(
                f"You also part on {listed(names)}; whoever is right, what the evidence points to stays the same."
            )
        )
    return Section(TITLE, tuple(blocks))


def matter_words(found: GroupResult, parted: Disagreement) -> str:
    """What people disagree on, in a few words."""
    pack = found.assessment.pack
    if parted.of_priorities:
        return f"what matters more for “{pack.decisions[parted.on].title.rstrip('?')}”"
    return pack.questions[parted.on].named


def parting_item(found: GroupResult, parted: Disagreement) -> Item:
    """One disagreement: who says what, and what would come out if they are right."""
    effect = "would turn the result" if parted.turns else "would change how firm it is"
    notes = tuple(_if_right(found, parted, each) for each in parted.outcomes)
    return Item(sentence(f"{matter_words(found, parted)}: {effect}"), "numbered", None, notes)


def _if_right(found: GroupResult, parted: Disagreement, with_it: WithIt) -> str:
    concerned = (*parted.turns, *parted.moves)
    said = said_words(found.workshop, parted.on, with_it.position)
    changed = [
        in_a_line(result)
        for result in with_it.assessment.decisions
        if result.decision.id in concerned and _differs(found.assessment.decision(result.decision.id), result)
    ]
    who = people_words(with_it.position.who)
    outcome = " ".join(changed) if changed else "As it comes out together."
    return f"{who}: {said}. {outcome}"


def _differs(joined: DecisionResult, result: DecisionResult) -> bool:
    return pointed_to(joined) != pointed_to(result) or joined.verdict.kind != result.verdict.kind
