"""Whether the version of a rule set must move, and which number of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Due = Literal["second", "third", "none", "another_rule_set"]


class VersionDue(NamedTuple):
    """Which number of the version is due to move, whether it has, and what the version would then be at least."""

    due: Due
    moved: bool
    at_least: str | None


def version_due(
    before: tuple[str, str], after: tuple[str, str], *, results_move: bool, anything_differs: bool
) -> VersionDue:
    """`before` and `after` are id and version. Two rule sets of different ids number their versions by themselves."""
    if before[0] != after[0]:
        return VersionDue("another_rule_set", True, None)
    old, new = (tuple(int(number) for number in version.split(".")) for _, version in (before, after))
    if results_move:
        return VersionDue("second", new[:2] > old[:2], f"{old[0]}.{old[1] + 1}.0")
    if anything_differs:
        return VersionDue("third", new > old, f"{old[0]}.{old[1]}.{old[2] + 1}")
    return VersionDue("none", True, None)
