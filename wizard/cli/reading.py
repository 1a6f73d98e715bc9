"""Reads council files and their rule sets afresh, and keeps what is sound for the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import read_council, read_written
from wizard.pack import find_council_file
from wizard.problems import Unreadable
from wizard.session.freezing.archive import is_archive
from wizard.session.rule_sets import RuleSets

from .loading import LoadedCouncil
from .recalling import keep_council

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.problems import Problem


def read_councils(names: Iterable[str], pack: str | None) -> list[LoadedCouncil]:
    """The council files, each with the rule set named in it or with `pack` instead.

    Raises Unreadable with every fault of every file and rule set.
    """
    rule_sets = RuleSets()
    problems: list[Problem] = []
    loaded: list[LoadedCouncil] = []
    for name in names:
        try:
            path = find_council_file(name)
            if is_archive(path):
                from .frozen_council import frozen_council

                loaded.append(frozen_council(path, name, pack, rule_sets))
                continue
            written = read_written(path, name)
            folder, rules, view = rule_sets.named(pack) if pack is not None else rule_sets.of(written)
            council = read_council(written, view, to_look_at=True)
            keep_council(name, pack, folder, council)
            loaded.append(LoadedCouncil(name, council, rules))
        except Unreadable as fault:
            problems.extend(fault.problems)
    if problems:
        raise Unreadable(dict.fromkeys(problems))
    return loaded
