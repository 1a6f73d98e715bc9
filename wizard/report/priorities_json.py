"""Priorities as JSON: the same as the text, with keys that stay. Shares run from 0 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wizard.engine.priorities import MIXES
from wizard.engine.trade_offs import priorities_of

from .declared_weights import declared_in, declared_weight_words
from .json_form import SHAPE, figure, pack_json
from .priorities_changed import shares_moved
from .priorities_document import answered_pairs, options_for, set_trade_offs, set_weights
from .priorities_words import (
    HOW_COUNTED,
    NOT_RANKED,
    WHOSE_THEY_ARE,
    answer_words,
    bearing_words,
    none_asked_words,
    portrait_words,
    question_words,
    stake_words,
    title_of,
    trade_off_set_words,
    weight_set_words,
)
from .ranking import is_ranked, model_words
from .verdict_words import ADVICE, notice_words, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.engine.results import DecisionResult
    from wizard.engine.trade_offs import Portrait, PrioritiesFound, Stake, TradeOff
    from wizard.schema.council import TradeOffEntry, WeightEntry

    from .priorities_changed import PrioritiesChanged
    from .subject import Subject


def priorities_json(subject: Subject, decisions: Sequence[str]) -> str:
    """One JSON object with what priorities do to each of the decisions named."""
    found = subject.assessment
    return _written(
        {
            **_head(subject),
            "says": [WHOSE_THEY_ARE, HOW_COUNTED.format(mixes=MIXES)],
            "mixes": MIXES,
            "decisions": [_decision(subject, found.decision(each)) for each in decisions],
        }
    )


def priorities_changed_json(changed: PrioritiesChanged) -> str:
    """One JSON object with one decision before and after; `standings` are left out where the result was not seen."""
    before, after = changed.results
    pack, new = changed.before.pack, changed.new
    whole = {
        **_head(changed.before),
        "decision": changed.decision,
        "saved": changed.saved,
        "touched": list(new.touched),
        "takes_the_place_of": {
            "weights": [_weight(changed.before, each, entry) for each, entry in new.replaced_weights.items()],
            "trade_offs": [_trade_off_set(changed.before, entry) for entry in new.replaced_trade_offs],
        },
        "weights": [_weight(changed.after, each, entry) for each, entry in set_weights(changed.after, after).items()],
        "trade_offs": [_trade_off_set(changed.after, each) for each in set_trade_offs(changed.after, after)],
        "counts": [
            {
                "id": each.id,
                "title": title_of(pack, each.id),
                "before": figure(each.before),
                "after": figure(each.after),
            }
            for each in shares_moved(changed)
        ],
        "result_shown": changed.seen,
    }
    if changed.seen:
        whole["before"], whole["after"] = _result(changed.before, before), _result(changed.after, after)
    return _written(whole)


def _written(whole: dict[str, Any]) -> str:
    import json

    return json.dumps(whole, indent=2) + "\n"


def _head(subject: Subject) -> dict[str, Any]:
    notices = subject.assessment.notices
    return {
        "shape": SHAPE,
        "advice": ADVICE,
        "council": {"id": subject.council.id, "title": subject.council.title, "file": subject.file},
        "pack": pack_json(subject.pack),
        "notices": [{"kind": kind, "says": notice_words(kind, subject.assessment)} for kind in notices],
    }


def _decision(subject: Subject, result: DecisionResult) -> dict[str, Any]:
    ranked = is_ranked(result)
    found = priorities_of(subject.assessment, result, answered_pairs(subject, result)) if ranked else None
    return {
        "decision": result.decision.id,
        "title": result.decision.title,
        "verdict": {"kind": result.verdict.kind, "says": verdict_sentence(subject.assessment, result).text},
        "ranked": ranked,
        "weights": [_weight(subject, each, entry) for each, entry in set_weights(subject, result).items()],
        "declared": [
            {
                "of": each,
                "says": declared_weight_words(subject.pack, each, entry),
                "weight": entry.weight,
                "set_by": entry.set_by,
                "why": entry.why,
            }
            for each, entry in declared_in(subject.assessment, result.decision.id).items()
        ],
        "trade_offs_answered": [_trade_off_set(subject, each) for each in set_trade_offs(subject, result)],
        **(_found(result, found) if found else {"says": NOT_RANKED}),
    }


def _found(result: DecisionResult, found: PrioritiesFound) -> dict[str, Any]:
    return {
        "says": bearing_words(result, found),
        "bearing": found.bearing,
        "first": found.first,
        "rival": found.rival,
        "over_all_mixes": _shares(found.over_all),
        "with_what_was_set": _shares(found.as_set),
        "portraits": [_portrait(result, each) for each in found.portraits],
        "worth_asking": [_trade_off(result, each) for each in found.trade_offs],
        "none_asked": none_asked_words(found) or None,
    }


def _portrait(result: DecisionResult, portrait: Portrait) -> dict[str, Any]:
    return {
        "model": portrait.model,
        "says": portrait_words(result, portrait),
        "share": figure(portrait.share),
        "mixes": portrait.mixes,
        "groups": [
            {
                "group": each.group,
                "title": each.title,
                "usual": figure(each.usual),
                "when_first": figure(each.when_first),
            }
            for each in portrait.groups
        ]
        or None,
    }


def _trade_off(result: DecisionResult, each: TradeOff) -> dict[str, Any]:
    return {
        "asks": question_words(each),
        "first": _stake(result, each.first, each.if_first),
        "second": _stake(result, each.second, each.if_second),
        "moves": figure(each.moves),
        "options": list(options_for(each)),
    }


def _stake(result: DecisionResult, stake: Stake, shares: Mapping[str, float]) -> dict[str, Any]:
    return {
        "group": stake.group,
        "title": stake.title,
        "criteria": list(stake.criteria),
        "better": stake.better,
        "points": figure(stake.points),
        "says": stake_words(result, stake),
        "if_it_matters_more": {"says": answer_words(result, stake, shares), "shares": _shares(shares)},
    }


def _result(subject: Subject, result: DecisionResult) -> dict[str, Any]:
    ranked = is_ranked(result)
    return {
        "verdict": {"kind": result.verdict.kind, "says": verdict_sentence(subject.assessment, result).text},
        "ranked": ranked,
        "standings": [
            {
                "model": each.model.id,
                "says": model_words(each),
                "total": figure(each.total),
                "first_priorities": figure(each.first_priorities),
            }
            for each in (result.competing if ranked else ())
        ],
    }


def _weight(subject: Subject, each: str, entry: WeightEntry) -> dict[str, Any]:
    return {
        "id": each,
        "weight": entry.weight,
        **_by(entry),
        "says": weight_set_words(subject.pack, each, entry),
    }


def _trade_off_set(subject: Subject, entry: TradeOffEntry) -> dict[str, Any]:
    says = trade_off_set_words(subject.pack, entry)
    return {"of": list(entry.of), "answer": entry.says, **_by(entry), "says": says}


def _by(entry: WeightEntry | TradeOffEntry) -> dict[str, Any]:
    return {"set_by": entry.set_by, "when": entry.when, "why": entry.why}


def _shares(shares: Mapping[str, float]) -> dict[str, float]:
    return {model: figure(share) for model, share in shares.items()}
