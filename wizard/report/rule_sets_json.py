"""What differs between two rule sets, as JSON: everything that the text says and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .json_form import SHAPE, figure, pack_json
from .rule_sets_document import cap_words, is_told, version_words
from .verdict_words import verdict_sentence

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.engine.results import Assessment, DecisionResult
    from wizard.proof.results_apart import CriterionApart, DecisionApart

    from .rule_sets_document import NamedCouncil, RuleSetsApart


def rule_sets_json(found: RuleSetsApart) -> str:
    """One JSON object: `before` and `after`, `objects` that differ, `councils` with what moves, `version`."""
    import json

    whole = {
        "shape": SHAPE,
        "before": pack_json(found.before),
        "after": pack_json(found.after),
        "version": {**found.version._asdict(), "says": version_words(found)},
        "objects": [
            {
                "kind": each.kind,
                "id": each.id,
                "title": each.title,
                "how": each.how,
                "parts": [{**part._asdict(), "path": list(part.path)} for part in each.parts],
            }
            for each in found.objects
        ],
        "councils": [_council(each) for each in found.councils],
        "councils_of_neither": found.skipped,
    }
    return json.dumps(whole, indent=2) + "\n"


def _council(council: NamedCouncil) -> dict[str, Any]:
    apart = council.apart
    return {
        "file": council.file,
        "title": council.title,
        "moves": apart.moves,
        "answers_left_out": list(apart.left_out),
        "decisions": [
            {
                "decision": each.after.decision.id,
                "moves": each.moves,
                "verdict_moves": each.verdict_moves,
                "before": _verdict(apart.before, each.before),
                "after": _verdict(apart.after, each.after),
                "no_longer_held_back_by": [cap_words(cap) for cap in each.caps_gone],
                "now_held_back_by": [cap_words(cap) for cap in each.caps_new],
                **_lead(each),
            }
            for each in apart.decisions
        ],
    }


def _verdict(found: Assessment, result: DecisionResult) -> dict[str, Any]:
    verdict = result.verdict
    return {"kind": verdict.kind, "leader": verdict.leader, "says": verdict_sentence(found, result).text}


def _lead(decision: DecisionApart) -> dict[str, Any]:
    """The lead and what moves it; nothing before enough is known to rank."""
    if not is_told(decision):
        return {"pair": None, "lead_before": None, "lead_after": None, "criteria": []}
    return {
        "pair": list(decision.pair or ()),
        "lead_before": figure(decision.lead_before),
        "lead_after": figure(decision.lead_after),
        "criteria": [_criterion(each) for each in decision.criteria],
    }


def _criterion(each: CriterionApart) -> dict[str, Any]:
    return {
        "criterion": each.criterion.id,
        "title": each.criterion.title,
        "adds": figure(each.adds),
        "weight_before": _known(each.weight_before),
        "weight_after": _known(each.weight_after),
        "arguments": [
            {
                "argument": one.argument.id,
                "says": one.argument.because,
                "before": _known(one.before),
                "after": _known(one.after),
            }
            for one in each.arguments
        ],
    }


def _known(value: Fraction | None) -> float | None:
    return None if value is None else figure(value)
