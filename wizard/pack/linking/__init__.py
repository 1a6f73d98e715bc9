"""What no single file can show: ids that nothing has, answers that no question takes, tables with gaps.

Each of these makes a rule set unusable, so they are looked for on every reading.
"""

from __future__ import annotations

from wizard.pack.parts import Parts
from wizard.problems import Problem

from . import conditions, criteria, decisions, evidence, examples, head, models, questions, risks, weights
from .links import Links


def link(parts: Parts) -> list[Problem]:
    """Every fault between the objects of a rule set, and inside those too intricate for a schema class."""
    links = Links(parts)
    # Questions come first: what they can be answered with decides what conditions may say.
    questions.check(links)
    for module in (head, decisions, models, conditions, criteria, weights, risks, evidence, examples):
        module.check(links)
    return links.problems


__all__ = ["link"]
