"""What-ifs as council files keep them, and what a variation of a council comes to."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.domain import understand
from wizard.engine import assess
from wizard.engine.comparing import compare
from wizard.engine.varying import Variation, varied, without_effect

if TYPE_CHECKING:
    from wizard.engine import Rules
    from wizard.engine.compared import Comparison
    from wizard.engine.results import Assessment
    from wizard.schema.council import WhatIf


class Tried(NamedTuple):
    """A variation held against the result that it varies.

    `without_effect` lists the questions it answers that do not arise there, so that their answers are inert.
    """

    comparison: Comparison
    without_effect: frozenset[str]


def variation_of(rules: Rules, what_if: WhatIf) -> Variation:
    """What a kept what-if changes. Its file must have been read with these rules."""
    return Variation(
        answers={question: understand(rules.domains[question], each) for question, each in what_if.answers.items()},
        weights={
            decision: {each: Fraction(str(entry.weight)) for each, entry in entries.items()}
            for decision, entries in what_if.weights.items()
        },
        off_the_table=dict(what_if.off_the_table),
    )


def try_out(rules: Rules, base: Assessment, variation: Variation) -> Tried:
    """The variation assessed and compared with its base, which must be a result of the same rules."""
    case = varied(base.case, variation)
    inert = without_effect(rules, case) & variation.answers.keys()
    return Tried(compare(base, assess(rules, case)), frozenset(inert))
