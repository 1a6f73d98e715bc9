"""Loads a frozen council file, and finds out how the rule set here now would differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.council_file import read_council
from wizard.engine import assess
from wizard.pack import find_pack
from wizard.problems import Unreadable
from wizard.proof.carrying import carried
from wizard.proof.council_case import case_of
from wizard.report.frozen_words import FAULTY_RULES, NO_RULES, changed_result_words, frozen_words
from wizard.session.freezing.frozen import read_frozen, written_frozen

from .loading import LoadedCouncil

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.engine.results import Assessment
    from wizard.session.rule_sets import RuleSets


def frozen_council(path: Path, name: str, pack: str | None, rule_sets: RuleSets) -> LoadedCouncil:
    """The frozen council with its own rules, or with those of `pack`. Raises Unreadable."""
    if pack is not None:
        other = rule_sets.named(pack)
        council = read_council(written_frozen(path, name), other.view, to_look_at=True)
        asked = "Frozen together with its rule set, but held against another one, as was asked."
        return LoadedCouncil(name, council, other.rules, (asked,))
    frozen = read_frozen(path, name)
    found = assess(frozen.rules, case_of(frozen.council))
    changed = changed_result_words(found, frozen.result)
    remarks = [_present(found, frozen.rules.pack.head.id, rule_sets), *([changed] if changed else [])]
    return LoadedCouncil(name, frozen.council, frozen.rules, tuple(remarks))


def _present(found: Assessment, pack: str, rule_sets: RuleSets) -> str:
    try:
        find_pack(pack)
    except Unreadable:
        return NO_RULES
    try:
        rules = rule_sets.named(pack).rules
    except Unreadable:
        return FAULTY_RULES
    return frozen_words(found, assess(rules, carried(found.case, found.pack, rules).case))
