"""A condition that every combination of known answers makes true.

It asks for answers that change nothing, and leaves the rule undecided until they are given. What
always holds is written without a condition; a poor fit that always holds belongs in the model's
costs, a question that is always asked needs no `asked_when`. The counting is that of never-fires.

PASS
    when: {population: {below: 10000}}
FAIL
    when: {population: {at_least: 1000}}        where the question has min: 1000
FAIL
    when: {any_of: [{vacancy: yes}, {vacancy: no}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem

_REMEDIES = {
    "poor_fit": "Test what sets the councils apart that it does not suit.",
    "precondition": "Test what must be in place, or remove the precondition.",
}


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each condition."""
    for use, condition in parsed.uses:
        reached = parsed.reach(condition)
        if reached is not None and not reached[1]:
            yield Problem(
                "always-fires",
                parsed.places.of(use.kind, use.id, *use.path, key=True),
                f"Every answer makes this condition hold: {use.name}.",
                _REMEDIES.get(use.role, f"Remove '{use.path[-1]}', or test something that can fail."),
            )
