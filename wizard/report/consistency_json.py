"""The consistency check as JSON: every place with what the evidence points to and what it did, and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wizard.proof.baselines import Score, tally

from .consistency_words import HOW_IT_IS_DONE, WHAT_IT_IS, notices, pointed_words
from .json_form import SHAPE, figure, pack_json
from .parting_words import driver_words, parting_words
from .verdict_words import ADVICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.proof.consistency import Consistency, PlaceTried
    from wizard.proof.driving import Cited, Driver, Parting
    from wizard.schema.pack import Pack


def consistency_json(found: Consistency) -> str:
    """One JSON object: `places`, in the order of the files, and `decisions` with the counts of each."""
    import json

    whole = {
        "shape": SHAPE,
        "advice": ADVICE,
        "says": [WHAT_IT_IS, HOW_IT_IS_DONE],
        "pack": pack_json(found.pack),
        "notices": notices(found),
        "places": [_place(found, each) for each in found.places],
        "without_outcome": list(found.without_outcome),
        "decisions": [_decision(found, each) for each in found.pack.decisions if found.compared(each)],
    }
    return json.dumps(whole, indent=2) + "\n"


def _place(found: Consistency, place: PlaceTried) -> dict[str, Any]:
    return {
        "id": place.council,
        "title": place.title,
        "file": place.file,
        "place": place.place,
        "named_in_findings": place.named,
        "answers": {"used": place.used, "at_report": place.at_report, "unmarked": place.unmarked},
        "left_out": {"findings": sorted(place.left.findings), "arguments": list(place.left.arguments)},
        "kept": place.outcome.kept,
        "what_happened": place.outcome.what_happened,
        "from": list(place.outcome.from_),
        "decisions": [
            {
                "decision": each.decision,
                "verdict": each.verdict.kind,
                "says": pointed_words(found.pack, each),
                "points_to": each.pointed_to,
                "first": each.first,
                "today": each.today,
                "did": each.did,
                "agreement": each.agreement,
                "parting": _parting(found.pack, each.parting) if each.parting else None,
            }
            for each in place.decisions
        ],
    }


def _parting(pack: Pack, each: Parting) -> dict[str, Any]:
    """What drives the difference: every reason, not only those that the text has room for."""
    return {
        "kind": each.kind,
        "says": parting_words(pack, each),
        "first": each.first,
        "did": each.did,
        "did_openness": each.did_openness,
        "why_not": each.why_not,
        "lead": figure(each.lead),
        "speaks_for": figure(each.speaks_for),
        "speaks_against": figure(each.speaks_against),
        "reasons_against": each.others,
        "drivers": [_driver(driver) for driver in each.drivers],
    }


def _driver(each: Driver) -> dict[str, Any]:
    return {
        "argument": each.argument,
        "criterion": each.criterion,
        "says": driver_words(each),
        "because": each.because,
        "adds": figure(each.adds),
        "share_of_lead": figure(each.share) if each.share is not None else None,
        "not_known": each.undecided,
        "is_judgement": each.is_judgement,
        "judgement": each.judgement,
        "findings": _cited(each.findings),
        "disputed_by": _cited(each.disputed_by),
    }


def _cited(findings: Sequence[Cited]) -> list[dict[str, str]]:
    return [{"finding": each.citation, "report": each.report, "where": each.where} for each in findings]


def _decision(found: Consistency, decision: str) -> dict[str, Any]:
    counts = tally(found, decision)
    return {
        "decision": decision,
        "title": found.pack.decisions[decision].title,
        "places": counts.places,
        "agreements": dict(counts.agreements),
        "verdicts": dict(counts.verdicts),
        "pointed": _score(counts.pointed),
        "first": _score(counts.first),
        "baselines": [
            {
                "always": each.model or "stay",
                "majority": each.majority,
                "everywhere": _score(each.everywhere),
                "where_pointed": _score(each.where_pointed),
            }
            for each in counts.baselines
        ],
    }


def _score(score: Score) -> dict[str, int]:
    return {"right": score.right, "of": score.of}
