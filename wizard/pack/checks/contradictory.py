"""One finding both favours a model and counts against it, under the same answers, on one criterion.

The two steps would cancel out and look like silence. Where a report sees two sides, each side has
a finding of its own. (One argument that names a model on both sides is refused on reading.)

PASS
    - {id: quicker, favours: [combined_director], supported_by: [a_report.quick_decisions], ...}
    - {id: heavier, counts_against: [combined_director], supported_by: [a_report.heavy_load], ...}
FAIL
    - {id: quicker, favours: [combined_director], supported_by: [a_report.quick_decisions], ...}
    - {id: slower, counts_against: [combined_director], supported_by: [a_report.quick_decisions], ...}
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem
from wizard.schema.criterion import Argument


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each argument that contradicts an earlier one."""
    for index, placed in enumerate(parsed.arguments):
        for earlier in parsed.arguments[:index]:
            if earlier.criterion is not placed.criterion or not _opposed(earlier.argument, placed.argument):
                continue
            shared = sorted(set(earlier.argument.supported_by) & set(placed.argument.supported_by))
            if shared and parsed.alike(earlier.condition, placed.condition):
                models = " and ".join(f"'{model}'" for model in _opposed(earlier.argument, placed.argument))
                yield Problem(
                    "contradictory",
                    parsed.places.of("criterion", placed.criterion.id, *placed.path, "id"),
                    f"'{placed.argument.id}' and '{earlier.argument.id}' move {models} opposite ways by '{shared[0]}'.",
                    "Keep the one that the finding supports, or cite a finding of its own for each.",
                )


def _opposed(first: Argument, second: Argument) -> list[str]:
    """The models that one of the two favours and the other counts against."""
    one = set(first.favours) & set(second.counts_against)
    return sorted(one | set(first.counts_against) & set(second.favours))
