"""What-ifs and comparisons as JSON: everything the text says and more.

Figures are rounded as in `json_form`, so that sums of what is printed may be out by a few ten-thousandths.
Answers to sensitive questions are left out, and counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .comparing_words import answer_in_words, changes_words, openness_state, risk_state
from .json_design import rests_on
from .json_form import SHAPE, figure, pack_json, verdict_json
from .subject import Subject
from .verdict_words import ADVICE, notice_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from wizard.conditions.deciding import Truth
    from wizard.engine.compared import (
        ArgumentMoved,
        Changes,
        Comparison,
        DecisionCompared,
        LeadMoved,
        PoorFitMoved,
        PreconditionMoved,
        SeveralCompared,
        WeightChanged,
    )
    from wizard.engine.results import Assessment
    from wizard.schema.pack import Pack

    from .variant import Variant


def what_if_json(subject: Subject, variants: Sequence[Variant]) -> str:
    """One JSON object: `council` as it stands, and `variants` in the order given."""
    import json

    whole = {
        "shape": SHAPE,
        "advice": ADVICE,
        "pack": pack_json(subject.pack),
        "council": _council(subject),
        "variants": [
            {
                "id": each.id,
                "title": each.title,
                "note": each.note,
                "notices": _notices(each.comparison.after),
                **_comparison(subject, each.comparison, each.without_effect),
            }
            for each in variants
        ],
    }
    return json.dumps(whole, indent=2) + "\n"


def compare_json(subjects: Sequence[Subject], several: SeveralCompared, changed_only: bool = False) -> str:
    """One JSON object: `councils` with verdicts and totals, `questions` across them, and each against the first."""
    import json

    pack = subjects[0].pack
    shown = [each for each in several.questions if not (changed_only and each.agree)]
    whole = {
        "shape": SHAPE,
        "advice": ADVICE,
        "pack": pack_json(pack),
        "councils": [council_result_json(each) for each in subjects],
        "changed_only": changed_only,
        "answers_kept_private": sum(pack.questions[each.question].sensitive for each in shown),
        "questions": [
            {
                "question": each.question,
                "asks": pack.questions[each.question].ask,
                "agree": each.agree,
                "answers": [None if one is None else answer_in_words(pack, each.question, one) for one in each.answers],
            }
            for each in shown
            if not pack.questions[each.question].sensitive
        ],
        "against_first": [
            {"council": subject.council.id, "file": subject.file, **_comparison(subject, comparison)}
            for subject, comparison in zip(subjects[1:], several.against_first, strict=True)
        ],
    }
    return json.dumps(whole, indent=2) + "\n"


def council_result_json(subject: Subject) -> dict[str, Any]:
    """A council among several: what is known of it, verdicts and totals."""
    return {**_council(subject), "decisions": _decisions(subject)}


def _council(subject: Subject) -> dict[str, Any]:
    council = subject.council
    return {
        "id": council.id,
        "title": council.title,
        "council": council.about.council,
        "date": council.about.date,
        "file": subject.file,
        "answered": subject.assessment.answered,
        "asked": subject.assessment.asked,
        "notices": _notices(subject.assessment),
    }


def _notices(found: Assessment) -> list[dict[str, str]]:
    return [{"kind": kind, "says": notice_words(kind, found)} for kind in found.notices]


def _decisions(subject: Subject) -> list[dict[str, Any]]:
    return [
        {
            "decision": result.decision.id,
            "title": result.decision.title,
            "verdict": verdict_json(subject, result),
            "totals": [
                {
                    "model": each.model.id,
                    "title": each.model.title,
                    "openness": each.openness,
                    "total": figure(each.total),
                }
                for each in sorted(result.standings, key=lambda each: each.model.order)
            ],
        }
        for result in subject.assessment.decisions
    ]


def _comparison(
    subject: Subject, comparison: Comparison, without_effect: frozenset[str] = frozenset()
) -> dict[str, Any]:
    after = Subject(comparison.after, subject.council, subject.file)
    before = Subject(comparison.before, subject.council, subject.file)
    return {
        "changes": _changes(subject.pack, comparison.changes, without_effect),
        "decisions": [_decision(before, after, each) for each in comparison.decisions],
    }


def _changes(pack: Pack, changes: Changes, without_effect: frozenset[str]) -> dict[str, Any]:
    told = [each for each in changes.answers if not pack.questions[each.question].sensitive]
    open_to_all = changes._replace(answers=tuple(told))
    return {
        "says": changes_words(pack, open_to_all, without_effect),
        "answers_kept_private": len(changes.answers) - len(told),
        "answers": [
            {
                "question": each.question,
                "asks": pack.questions[each.question].ask,
                "before": answer_in_words(pack, each.question, each.before),
                "after": answer_in_words(pack, each.question, each.after),
                "without_effect": each.question in without_effect,
            }
            for each in told
        ],
        "weights": [_weight(each) for each in changes.weights],
        "trade_offs": [
            {"decision": each.decision, "before": [*map(list, each.before)], "after": [*map(list, each.after)]}
            for each in changes.trade_offs
        ],
        "off_the_table": [each._asdict() for each in changes.off_the_table],
    }


def _weight(changed: WeightChanged) -> dict[str, Any]:
    before, after = (None if each is None else float(each) for each in (changed.before, changed.after))
    return {"decision": changed.decision, "of": changed.of, "before": before, "after": after}


def _decision(before: Subject, after: Subject, compared: DecisionCompared) -> dict[str, Any]:
    return {
        "decision": compared.before.decision.id,
        "title": compared.before.decision.title,
        "moved": compared.moved,
        "verdict_moved": compared.verdict_moved,
        "leader_moved": compared.leader_moved,
        "verdict": {"before": verdict_json(before, compared.before), "after": verdict_json(after, compared.after)},
        "totals": [
            {
                "model": each.model.id,
                "title": each.model.title,
                "before": figure(each.before.total),
                "after": figure(each.after.total),
                "moved": figure(each.moved),
                "openness": {"before": each.before.openness, "after": each.after.openness},
            }
            for each in compared.totals
        ],
        "lead": _lead(after, compared.lead) if compared.lead else None,
        "arguments": [_argument(after, each) for each in compared.arguments],
        **_beside(compared),
    }


def _lead(subject: Subject, lead: LeadMoved) -> dict[str, Any]:
    return {
        "first": lead.first,
        "second": lead.second,
        "before": figure(lead.before),
        "after": figure(lead.after),
        "moved": figure(lead.moved),
        "reasons": [{"adds": figure(each.adds), **_argument(subject, each.moved)} for each in lead.reasons],
        "weights": [
            {
                "criterion": each.criterion,
                "before": figure(each.before),
                "after": figure(each.after),
                "adds": figure(each.adds),
            }
            for each in lead.weights
        ],
    }


def _argument(subject: Subject, moved: ArgumentMoved) -> dict[str, Any]:
    return {
        "argument": moved.argument.id,
        "criterion": moved.criterion,
        "says": moved.argument.because,
        "turn": moved.turn,
        "before": _held(moved.before, moved.chance_before),
        "after": _held(moved.after, moved.chance_after),
        "points": {model: figure(points) for model, points in moved.points},
        **rests_on(subject, moved.argument),
    }


def _held(truth: Truth, chance: Fraction) -> dict[str, Any]:
    return {"truth": _truth(truth), "chance": figure(chance)}


def _truth(truth: Truth) -> str:
    return "not_known" if not isinstance(truth, bool) else "yes" if truth else "no"


def _beside(compared: DecisionCompared) -> dict[str, Any]:
    """What stands beside the totals: truths as yes, no or not_known."""
    return {
        "openness": [
            {"model": each.after.model.id, "before": openness_state(each.before), "after": openness_state(each.after)}
            for each in compared.openness
        ],
        "poor_fits": [
            {"poor_fit": each.after.poor_fit.id, "title": each.after.poor_fit.title, **_truths(each)}
            for each in compared.poor_fits
        ],
        "preconditions": [
            {"precondition": each.after.precondition.id, "title": each.after.precondition.title, **_truths(each)}
            for each in compared.preconditions
        ],
        "risks": [
            {
                "risk": each.after.risk.id,
                "title": each.after.risk.title,
                "model": each.after.model,
                "before": risk_state(each.before),
                "after": risk_state(each.after),
            }
            for each in compared.risks
        ],
    }


def _truths(moved: PoorFitMoved | PreconditionMoved) -> dict[str, str]:
    return {"model": moved.after.model, "before": _truth(moved.before.truth), "after": _truth(moved.after.truth)}
