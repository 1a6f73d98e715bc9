"""How long reading and filling in take, about: a judgement, made for people who meet the sheet for the first time."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from wizard.conditions.answers import NotSure
from wizard.workshop.paper import paper_of

if TYPE_CHECKING:
    from wizard.workshop.paper import Kind, Part
    from wizard.workshop.workshop import Workshop

MINUTES: dict[Kind, float] = {"one": 1.0, "several": 1.5, "figure": 1.0, "order": 2.0, "words": 0.5}
IN_A_TEAM: dict[Part, float] = {"model": 2.0, "reasons": 4.0, "own_words": 1.0, "risks": 4.0}
"""On a case a team talks each entry over."""

FACTS_A_MINUTE = 5
LEAST_READING, MOST_READING = 4, 15


def minutes_to_fill(workshop: Workshop) -> int:
    """Minutes to fill in the answer sheet."""
    return ceil(sum(IN_A_TEAM.get(each.part, MINUTES[each.kind]) for each in paper_of(workshop).entries))


def minutes_to_read(workshop: Workshop) -> int:
    """Minutes to read the facts."""
    known = sum(not isinstance(each, NotSure) for each in workshop.facts.answers.values())
    return min(max(ceil(known / FACTS_A_MINUTE), LEAST_READING), MOST_READING)
