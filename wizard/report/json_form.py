"""JSON: everything the text says and more, with keys that stay.

Figures are decimals rounded to four places; points and totals run from 0 to 100, shares and chances
from 0 to 1, weights of a decision together to 1. Answers to sensitive questions are left out.
The text is plain ASCII with escapes, so that no console's encoding can spoil it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wizard.conditions.domain import Domain, answer_words

from .assessment_document import answered_words
from .declared_weights import declared_in
from .dissent_json import group_json
from .json_design import design_json, questions_because, rests_on
from .ranking import in_order, model_words, rank
from .subject import Subject, runner_up
from .verdict_words import ADVICE, core_words, firmness, held_back_by, notice_words, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from wizard.conditions.answers import Answer
    from wizard.engine.results import DecisionResult, Standing
    from wizard.schema.pack import Pack

SHAPE = 1
"""Raised when a key changes its meaning or goes away; new keys may come without."""


def json_of(subjects: Sequence[Subject]) -> str:
    """One JSON text: an object with `councils`, one entry for each council file, in the order given."""
    import json

    whole = {"shape": SHAPE, "advice": ADVICE, "councils": [council_json(subject) for subject in subjects]}
    return json.dumps(whole, indent=2) + "\n"


def pack_json(pack: Pack) -> dict[str, Any]:
    """Which rule set a result rests on, down to the last byte of its files."""
    head = pack.head
    return {
        "id": head.id,
        "title": head.title,
        "version": head.version,
        "fingerprint": pack.fingerprint,
        "builds_on": [
            {"id": each.id, "version": each.version, "written_for": each.written_for} for each in pack.built_on
        ],
        "seed": head.seed,
        "period": {"first": head.period.first, "last": head.period.last, "because": head.period.because},
    }


def council_json(subject: Subject) -> dict[str, Any]:
    """One council held against its rule set."""
    found, council = subject.assessment, subject.council
    return {
        "council": {
            "id": council.id,
            "title": council.title,
            "council": council.about.council,
            "date": council.about.date,
            "file": subject.file,
        },
        "pack": pack_json(subject.pack),
        "answered": {
            "says": answered_words(subject),
            "answered": found.answered,
            "asked": found.asked,
            "core_answered": found.core_answered,
            "core_asked": found.core_asked,
            "after_the_choice": subject.after_the_choice,
        },
        **group_json(subject),
        "remarks": list(subject.remarks),
        "notices": [{"kind": kind, "says": notice_words(kind, found)} for kind in found.notices],
        "answers": _answers(subject, found.case.answers),
        "off_the_table": dict(found.case.off_the_table),
        "decisions": [_decision(subject, result) for result in found.decisions],
        "sources": [
            {"id": each.id, "title": each.title, "short": each.short, "date": each.date, "limits": each.limits}
            for each in subject.pack.sources.values()
        ],
    }


def figure(value: Fraction | float) -> float:
    """A figure as JSON carries it."""
    return round(float(value), 4)


def _answers(subject: Subject, answers: Any) -> list[dict[str, Any]]:
    found = []
    for question in subject.questions.values():
        answer: Answer | None = answers.get(question.id)
        if answer is not None and not question.sensitive:
            words = answer_words(Domain(question), answer)
            found.append({"question": question.id, "asks": question.ask, "answer": words})
    return found


def _decision(subject: Subject, result: DecisionResult) -> dict[str, Any]:
    second = runner_up(result)
    return {
        "decision": result.decision.id,
        "title": result.decision.title,
        "question": result.decision.question,
        "verdict": verdict_json(subject, result),
        "runner_up": second.model.id if second else None,
        "standings": [_standing(each, result) for each in in_order(result)],
        "weights": _weights(subject, result),
        "trade_offs": [
            {"of": list(each.of), "answer": each.says, "set_by": each.set_by, "when": each.when, "why": each.why}
            for each in subject.council.trade_offs.get(result.decision.id, ())
        ],
        "scores": _scores(result),
        "reasons": _reasons(subject, result),
        **design_json(subject, result),
        "unknowns": [
            {
                "question": each.question,
                "asks": subject.questions[each.question].ask,
                "ask_whom": subject.questions[each.question].ask_whom,
                "reasons": each.arguments,
                "points": figure(each.points),
            }
            for each in result.unknowns
        ],
    }


def verdict_json(subject: Subject, result: DecisionResult) -> dict[str, Any]:
    """A verdict with its sentence and everything it is made of."""
    verdict = result.verdict
    return {
        "kind": verdict.kind,
        "says": verdict_sentence(subject.assessment, result).text,
        "firmness": firmness(result),
        "held_back_by": list(held_back_by(result)),
        "leader": verdict.leader,
        "so_far": verdict.so_far,
        "close": list(verdict.close),
        "rivals": list(verdict.rivals),
        "caps": [{"kind": cap.kind, "unless": cap.unless, "known": cap.known} for cap in verdict.caps],
        "answer_first": questions_because(subject, verdict.answer_first),
        "core_says": core_words(subject.assessment, result),
        "core_answered": verdict.core_answered,
        "core_asked": verdict.core_asked,
    }


def _standing(standing: Standing, result: DecisionResult) -> dict[str, Any]:
    return {
        "model": standing.model.id,
        "title": standing.model.title,
        "says": model_words(standing),
        "summary": standing.model.summary,
        "gains": list(standing.model.gains),
        "costs": list(standing.model.costs),
        "rank": rank(standing, result),
        "openness": standing.openness,
        "why_not": standing.why_not,
        "waits_for": sorted(standing.waits_for),
        "today": standing.is_today,
        "stays": standing.stays,
        "total": figure(standing.total),
        "low": figure(standing.low),
        "high": figure(standing.high),
        "first_unknowns": figure(standing.first_unknowns),
        "first_priorities": figure(standing.first_priorities),
    }


def _weights(subject: Subject, result: DecisionResult) -> list[dict[str, Any]]:
    groups = {group.id: group.title for group in subject.pack.head.groups}
    stated = subject.council.weights.get(result.decision.id, {})
    declared = declared_in(subject.assessment, result.decision.id)
    found = []
    for criterion in result.criteria:
        entry = stated.get(criterion.id) or stated.get(criterion.group)
        by_rules = None if entry else declared.get(criterion.id) or declared.get(criterion.group)
        found.append(
            {
                "criterion": criterion.id,
                "title": criterion.title,
                "group": groups.get(criterion.group, criterion.group),
                "weight": figure(result.weights[criterion.id]),
                "set": entry is not None,
                "set_by": entry.set_by if entry else None,
                "when": entry.when if entry else None,
                "why": entry.why if entry else None,
                "declared_by": by_rules.set_by if by_rules else None,
                "declared_because": by_rules.why if by_rules else None,
            }
        )
    return found


def _scores(result: DecisionResult) -> list[dict[str, Any]]:
    return [
        {
            "criterion": criterion,
            "model": model,
            "score": figure(score),
            "silent": (criterion, model) in result.silent,
        }
        for (criterion, model), score in result.scores.items()
    ]


def _reasons(subject: Subject, result: DecisionResult) -> list[dict[str, Any]]:
    return [
        {
            "argument": reason.argument.id,
            "criterion": reason.criterion,
            "model": reason.model,
            "says": reason.argument.because,
            "truth": _truth(reason.truth),
            "undecided_because": questions_because(subject, _undecided(reason.truth)),
            "chance": figure(reason.chance),
            "grade": reason.grade.id,
            "step": reason.grade.step,
            "points": figure(reason.points),
            "weighted": figure(reason.weighted),
            **rests_on(subject, reason.argument),
        }
        for reason in result.reasons
    ]


def _truth(truth: bool | frozenset[str]) -> str:
    return "not_known" if isinstance(truth, frozenset) else "holds" if truth else "does_not_hold"


def _undecided(truth: bool | frozenset[str]) -> Iterable[str]:
    return truth if isinstance(truth, frozenset) else ()
