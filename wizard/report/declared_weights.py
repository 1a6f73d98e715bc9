"""Weights that the rule set itself declares, where nobody set others: told wherever those that people set are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .figures import listed, sentence
from .priorities_words import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.results import Assessment
    from wizard.schema.pack import Pack
    from wizard.schema.pack_head import DeclaredWeight

WITH_THE_RULES = "with the rule set"


def declared_in(found: Assessment, decision: str) -> Mapping[str, DeclaredWeight]:
    """Those that hold in this result, by group or criterion."""
    declared = found.pack.head.weights.get(decision, {})
    if not declared:
        return {}
    by_people, stated = found.case.weights.get(decision, {}), found.case.stated(decision)
    return {each: entry for each, entry in declared.items() if each in stated and each not in by_people}


def declared_words(found: Assessment) -> str:
    """One sentence with all of them, and whose judgement they are; nothing where there are none."""
    said = [
        declared_weight_words(found.pack, each, entry)
        for result in found.decisions
        for each, entry in declared_in(found, result.decision.id).items()
    ]
    if not said:
        return ""
    return sentence(
        f"Weights that the rule set declares, a judgement that holds where nobody set others: {listed(said)}"
    )


def declared_weight_words(pack: Pack, each: str, entry: DeclaredWeight) -> str:
    """'Leadership capacity: 40 in 100 (by the consultant, with the rule set)'."""
    return f"{title_of(pack, each)}: {entry.weight:g} in 100 (by {entry.set_by}, {WITH_THE_RULES})"
