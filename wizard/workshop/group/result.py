"""What a group's sheets come to, once they are open: each one's result, the joined one, and where they part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wizard.engine import Case, assess
from wizard.session.change import NotTaken

from .disagreements import Disagreement, ranked
from .joining import joined_answer, joined_pairs
from .positions import Position, positions_of
from .telling import told
from .voices import Voice, case_with, common_case, voice_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.engine.results import Assessment
    from wizard.schema.workshop import Objection
    from wizard.workshop.workshop import Workshop

    from .voices import Pair


class AskedApart(NamedTuple):
    """One question: who gave which answer, who left it out, and what it counts as (None: as not asked)."""

    question: str
    positions: tuple[Position, ...]
    left_out: tuple[str, ...]
    joined: Answer | None


@dataclass(frozen=True)
class GroupResult:
    """`voices` in the order of their names; `asked` in the order of asking; `disagreements` the weightiest first.

    `pairs` are, for each decision, the groups of which more than half say that the first matters more. `told` is the
    joined `assessment` as the room may read it.
    """

    workshop: Workshop
    voices: tuple[Voice, ...]
    asked: tuple[AskedApart, ...]
    pairs: Mapping[str, tuple[Pair, ...]]
    case: Case
    assessment: Assessment
    told: Assessment
    disagreements: tuple[Disagreement, ...]

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What people put down that they do not agree with; it may still grow."""
        return self.workshop.objections


def group_result(workshop: Workshop) -> GroupResult:
    """The result of a group. Raises NotTaken while the sheets are sealed, and for a case study; Unreadable."""
    if workshop.is_case_study:
        words = "This workshop foretells a place in the reports: its people judge no council together."
        raise NotTaken("case-study", words, "'wizard workshop reveal' shows what came out.")
    # It refuses to go on while they are sealed, each time it is asked.
    _ = workshop.opened
    return _result(workshop)


@lru_cache(maxsize=4)
def _result(workshop: Workshop) -> GroupResult:
    """Worked out once: sheets that are open never change."""
    base = common_case(workshop)
    voices = tuple(voice_of(workshop, base, each) for each in workshop.opened)
    asked = tuple(_asked(workshop, voices, question) for question in workshop.file.questions)
    pairs = {
        decision: found
        for decision in workshop.file.decisions
        if (found := joined_pairs([each.orders[decision] for each in voices if decision in each.orders]))
    }
    answers = {each.question: each.joined for each in asked if each.joined is not None}
    case = case_with(base, answers, pairs)
    joined = assess(workshop.rules, case)
    return GroupResult(
        workshop,
        voices,
        asked,
        pairs,
        case,
        joined,
        told(workshop, joined),
        ranked(workshop.rules, joined, voices, {each.question: each.positions for each in asked}),
    )


def _asked(workshop: Workshop, voices: tuple[Voice, ...], question: str) -> AskedApart:
    given = [each.answers[question] for each in voices if question in each.answers]
    return AskedApart(
        question,
        positions_of({each.who: each.answers[question] for each in voices if question in each.answers}),
        tuple(each.who for each in voices if question not in each.answers),
        joined_answer(workshop.rules.domains[question], given),
    )
