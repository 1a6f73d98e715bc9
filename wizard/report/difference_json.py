"""Why two results differ, as JSON: everything the text says and more.

Figures are rounded as in `json_form`. Answers to sensitive questions are left out: such a difference is listed
with what it moves, but neither its question nor its answers are named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .comparing_json import council_result_json
from .difference_document import LABELS, is_told
from .difference_words import difference_words, lineage_words, not_compared, parts_changed
from .json_form import SHAPE, figure, pack_json, verdict_json
from .subject import Subject
from .verdict_words import ADVICE

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.proof.difference import DecisionExplained, Difference, Explained


def difference_json(one: Subject, other: Subject, explained: Explained, digests: tuple[str, str]) -> str:
    """One JSON object: `councils` A and B, `differences` with what each moves alone, `decisions` with the rest."""
    import json

    whole = {
        "shape": SHAPE,
        "advice": ADVICE,
        "councils": [
            {"label": label, **council_result_json(each), "pack": pack_json(each.pack)}
            for label, each in zip(LABELS, (one, other), strict=True)
        ],
        "lineage": lineage_words(one, other, LABELS, digests),
        "same_rule_set": explained.same_rules,
        "rule_set_parts": {} if explained.same_rules else parts_changed(one.pack, other.pack),
        "not_compared": list(not_compared(explained, LABELS)),
        "differences": [_difference(other, explained, each) for each in explained.differences],
        "decisions": [_decision(one, other, each) for each in explained.decisions],
    }
    return json.dumps(whole, indent=2) + "\n"


def _difference(other: Subject, explained: Explained, difference: Difference) -> dict[str, Any]:
    private = difference.kind == "answer" and explained.after.pack.questions[difference.of].sensitive
    with_it = Subject(difference.after, other.council, other.file)
    return {
        "kind": difference.kind,
        "of": None if private else difference.of or None,
        "says": None if private else difference_words(explained, difference),
        "kept_private": private,
        "alone": [
            {
                "decision": decision.before.decision.id,
                "lead_moved": None if effect.moved is None or not is_told(decision) else figure(effect.moved),
                "verdict_moved": effect.verdict_moved,
                "leader_moved": effect.leader_moved,
                "verdict": verdict_json(with_it, effect.after),
            }
            for decision, effect in zip(explained.decisions, difference.effects, strict=True)
        ],
    }


def _decision(one: Subject, other: Subject, decision: DecisionExplained) -> dict[str, Any]:
    def told(value: Fraction) -> float | None:
        return figure(value) if is_told(decision) else None

    return {
        "decision": decision.before.decision.id,
        "title": decision.after.decision.title,
        "verdict": {"A": verdict_json(one, decision.before), "B": verdict_json(other, decision.after)},
        "lead": None
        if decision.pair is None
        else {
            "first": decision.pair[0],
            "second": decision.pair[1],
            "A": told(decision.lead_before),
            "B": told(decision.lead_after),
            "moved": told(decision.lead_after - decision.lead_before),
            "together": told(decision.together),
        },
    }
