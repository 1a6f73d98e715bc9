"""The tilt of a rule set as JSON: shares from 0 to 1, totals from 0 to 100, counts as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .json_form import SHAPE, figure, pack_json
from .tilt_document import how_drawn
from .verdict_words import ADVICE

if TYPE_CHECKING:
    from fractions import Fraction

    from wizard.proof.behind_models import Behind, Findings, Side
    from wizard.proof.tilt import DecisionTilt, ModelTilt, Tilt
    from wizard.schema.decision import Decision


def tilt_json(found: Tilt) -> str:
    """One JSON object with `decisions`; each has the draws by name and what stands behind its models."""
    import json

    whole = {
        "shape": SHAPE,
        "advice": ADVICE,
        "pack": pack_json(found.pack),
        "says": list(how_drawn(found)),
        "decisions": [_decision(found, decision) for decision in found.pack.decisions.values()],
    }
    return json.dumps(whole, indent=2) + "\n"


def _decision(found: Tilt, decision: Decision) -> dict[str, Any]:
    drawn = {
        way: _drawn(result)
        for way, results in found.drawn.items()
        for result in results
        if result.decision == decision.id
    }
    return {
        "decision": decision.id,
        "title": decision.title,
        "drawn": drawn,
        "behind": _behind(found.behind[decision.id]),
    }


def _drawn(result: DecisionTilt) -> dict[str, Any]:
    return {
        "sets": result.sets,
        "sample": result.sample,
        "models": [_model(each) for each in result.models],
        "none_open": figure(result.none_open),
        "stayed": figure(result.stayed),
        "verdicts": dict(result.verdicts),
    }


def _model(each: ModelTilt) -> dict[str, Any]:
    return {
        "model": each.model,
        "led": figure(each.led),
        "open": figure(each.opened),
        "lowest": _figure(each.lowest),
        "mean": _figure(each.mean),
        "highest": _figure(each.highest),
    }


def _figure(value: Fraction | None) -> float | None:
    return None if value is None else figure(value)


def _behind(behind: Behind) -> dict[str, Any]:
    return {
        "arguments": behind.arguments,
        "findings": _findings(behind.findings),
        "models": [
            {
                "model": each.model,
                "for": _side(each.favour),
                "against": _side(each.against),
                "against_moving": _side(each.against_moving),
            }
            for each in behind.models
        ],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "arguments": side.arguments,
        "grades": dict(side.grades),
        "judgements": side.judgements,
        "findings": _findings(side.findings),
    }


def _findings(findings: Findings) -> dict[str, Any]:
    holders = {each or "none": count for each, count in findings.holders.items()}
    return {
        "total": findings.total,
        "voices": dict(findings.voices),
        "methods": dict(findings.methods),
        "holders": holders,
    }
