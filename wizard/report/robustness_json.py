"""Firmness as JSON: the same as the text and more, with keys that stay. Shares and weights run from 0 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wizard.engine.firmness.robustness import EVERYTHING
from wizard.engine.firmness.smaa import WORST_SHARE, sampling_error

from .json_form import SHAPE, figure, pack_json
from .ranking import rank
from .robustness_annex import method_words
from .robustness_subject import sure
from .robustness_weights import group_weights, portrait_words, title_of_group
from .robustness_words import (
    alone_words,
    close_call_words,
    counted_words,
    most_uncertain_words,
    none_open_words,
    over_all_words,
    overall_words,
    priorities_words,
    varied_words,
)
from .sensitivity_document import leaning_json, tornado_json
from .verdict_words import ADVICE, notice_words, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.firmness.robustness import Firmness, ModelShares
    from wizard.engine.firmness.tipping import Tipping, Turn

    from .robustness_subject import Firm
    from .subject import Subject


def robustness_json(subject: Subject, found: Sequence[Firm]) -> str:
    """One JSON object with the firmness of each of the decisions found."""
    import json

    draws = found[0].found.firmness.draws if found else 0
    whole = {
        "shape": SHAPE,
        "advice": ADVICE,
        "council": {"id": subject.council.id, "title": subject.council.title, "file": subject.file},
        "pack": pack_json(subject.pack),
        "notices": [
            {"kind": kind, "says": notice_words(kind, subject.assessment)} for kind in subject.assessment.notices
        ],
        "mixes": draws,
        "seed": subject.pack.head.seed,
        "sampling_error": figure(sampling_error(WORST_SHARE, draws)) if draws else None,
        "method": method_words(subject, found),
        "decisions": [_decision(subject, each) for each in found],
    }
    return json.dumps(whole, indent=2) + "\n"


def _decision(subject: Subject, firm: Firm) -> dict[str, Any]:
    found, result = firm.found, firm.result
    titles = title_of_group(subject.pack)
    decision = result.decision.id
    return {
        "decision": decision,
        "title": result.decision.title,
        "verdict": {"kind": result.verdict.kind, "says": verdict_sentence(subject.assessment, result).text},
        "ranked": firm.ranked,
        "leader": firm.leader.model.id if firm.leader else None,
        "says": [words for words in (overall_words(firm), none_open_words(firm), over_all_words(firm)) if words],
        "counted": counted_words(firm),
        "varied": {each: varied_words(firm, each) for each in EVERYTHING},
        "silent_scores": found.silent,
        "unknown_questions": found.unknown,
        "priorities": {"bearing": firm.bearing, "says": priorities_words(firm, subject.priorities) or None},
        "most_uncertain": most_uncertain_words(firm) or None,
        "everything": _firmness(firm, found.firmness),
        "over_all_priorities": _firmness(firm, found.over_all),
        "around_what_was_said": _firmness(firm, found.as_stated) if found.as_stated else None,
        "alone": {
            each: {"says": alone_words(firm, each), **_firmness(firm, alone)} for each, alone in found.alone.items()
        },
        "close_calls": [
            {
                "threshold": call.threshold,
                "line": figure(call.line),
                "model": call.model,
                "share": figure(call.share),
                "sampling_error": figure(call.error),
                "otherwise": {"kind": call.kind, "leader": call.leader},
                "says": close_call_words(firm, call),
            }
            for call in firm.calls
        ],
        "portraits": [
            {"model": each.model.id, "says": portrait_words(firm, each.model.id, titles)}
            for each in (firm.competing if firm.ranked else ())
        ],
        "one_weight": {
            "groups": {each: _tipping(tipping, titles.get(each, each)) for each, tipping in found.groups.items()},
            "criteria": {each.id: _tipping(found.weights[each.id], each.title) for each in result.criteria},
        },
        "leans_on": leaning_json(subject, decision, firm.leaning),
        "one_answer": tornado_json(subject, decision, firm.tornado),
    }


def _firmness(firm: Firm, firmness: Firmness) -> dict[str, Any]:
    return {
        "varied": list(firmness.varied),
        "around_what_was_said": firmness.around_stated,
        "mixes": firmness.draws,
        "entropy_bits": None if firmness.openness is None else figure(firmness.openness),
        "models": [_model(firm, firmness, each) for each in firmness.models],
        "wins": [
            {"model": one, "beats": other, "share": figure(sure(share))}
            for (one, other), share in firmness.wins.items()
        ],
    }


def _model(firm: Firm, firmness: Firmness, shares: ModelShares) -> dict[str, Any]:
    standing = firm.result.standing(shares.model)
    central = shares.priorities
    return {
        "model": shares.model,
        "title": standing.model.title,
        "openness": standing.openness,
        "rank": rank(standing, firm.result),
        "first": figure(sure(shares.first)),
        "sampling_error": figure(firmness.error(shares.model)),
        "ranks": [figure(sure(each)) for each in shares.ranks],
        "central_weights": None if central is None else {each: figure(weight) for each, weight in central.items()},
        "central_weights_of_groups": None
        if central is None
        else {group: figure(weight) for group, weight in group_weights(firm.result, central).items()},
    }


def _tipping(tipping: Tipping[str], title: str) -> dict[str, Any]:
    return {
        "title": title,
        "weight": figure(tipping.weight),
        "leaders": list(tipping.leaders),
        "below": _turn(tipping.below),
        "above": _turn(tipping.above),
        "totals_at_nothing": {model: figure(total) for model, total in tipping.at_nothing.items()},
        "totals_at_everything": {model: figure(total) for model, total in tipping.at_everything.items()},
        "others_share_evenly": tipping.evenly,
    }


def _turn(turn: Turn[str] | None) -> dict[str, Any] | None:
    return {"weight": figure(turn.weight), "leaders": list(turn.leaders)} if turn else None
