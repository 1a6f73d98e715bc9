"""A condition that no known answers can make true.

Every combination of answers is tried, one for each range of values that the rules tell apart; a
question that is not asked makes every test on it false. Where there are more than 200,000
combinations the check says nothing.

PASS
    when: {population: {above: 5000, below: 10000}}
FAIL
    when: {population: {above: 10000, below: 5000}}
FAIL
    when: {nhs_on_the_table: no, nhs_history: thin}     where nhs_history is asked only if nhs_on_the_table is yes
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each condition."""
    for use, condition in parsed.uses:
        reached = parsed.reach(condition)
        if reached is not None and not reached[0]:
            yield Problem(
                "never-fires",
                parsed.places.of(use.kind, use.id, *use.path, key=True),
                f"No answers can make this condition hold: {use.name}.",
                "Look for two tests that exclude each other, or a question that is not asked then.",
            )
