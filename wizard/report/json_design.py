"""The part of the JSON that stands beside the totals, and the shape of evidence in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .evidence_words import evidence_aside, evidence_notes, voice_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.conditions.deciding import Truth
    from wizard.engine.results import DecisionResult, LevelFound
    from wizard.schema.base import Evidenced

    from .subject import Subject


def design_json(subject: Subject, result: DecisionResult) -> dict[str, Any]:
    """Poor fits, preconditions, risks, variants, first steps and measures of every model of a decision."""
    arising = {
        (each.risk.id, each.model)
        for standing in result.standings
        for each in subject.assessment.risks_of(result.decision.id, standing.model.id)
    }
    return {
        "poor_fits": [
            {
                "poor_fit": each.poor_fit.id,
                "model": each.model,
                "title": each.poor_fit.title,
                "says": each.poor_fit.because,
                "unless": each.poor_fit.unless,
                "remedy": each.poor_fit.remedy,
                **_truth(subject, each.truth, "holds", "does_not_hold"),
                **rests_on(subject, each.poor_fit),
            }
            for each in result.poor_fits
        ],
        "preconditions": [
            {
                "precondition": each.precondition.id,
                "model": each.model,
                "title": each.precondition.title,
                "says": each.precondition.because,
                "unless": each.precondition.unless,
                "remedy": each.precondition.remedy,
                **_truth(subject, each.truth, "met", "not_met"),
                **rests_on(subject, each.precondition),
            }
            for each in result.preconditions
        ],
        "risks": [
            {
                "risk": each.risk.id,
                "model": each.model,
                "title": each.risk.title,
                "says": each.risk.says,
                "in_register": (each.risk.id, each.model) in arising,
                "likelihood": _level(subject, each.likelihood),
                "impact": _level(subject, each.impact),
                "warning_signs": list(each.risk.warning_signs),
                "lowered_by": [{"do": how.do, **rests_on(subject, how)} for how in each.risk.mitigations],
                **_truth(subject, each.arises, "arises", "does_not_arise"),
                **rests_on(subject, each.risk),
            }
            for each in result.risks
        ],
        "variants": [
            {
                "variant": each.variant.id,
                "model": each.model,
                "title": each.variant.title,
                "says": each.variant.summary,
                "used_by": list(each.variant.used_by),
                **_truth(subject, each.suits, "suits", "does_not_suit"),
                **rests_on(subject, each.variant),
            }
            for each in result.variants
        ],
        "first_steps": {each.model.id: list(each.model.first_steps) for each in result.standings},
        "measures": [
            {
                "measure": each.measure.id,
                "models": list(each.measure.models),
                "title": each.measure.title,
                "does": each.measure.does,
                "says": each.measure.because,
                "lowers": list(each.measure.lowers),
                **_truth(subject, each.helps, "helps", "does_not_help"),
                **rests_on(subject, each.measure),
            }
            for each in result.measures
        ],
    }


def rests_on(subject: Subject, evidenced: Evidenced) -> dict[str, Any]:
    """The findings under something, each with where to find it, and who says so in words."""
    return {
        "said_by": evidence_aside(subject.pack, evidenced),
        "remarks": list(evidence_notes(subject.pack, evidenced, in_full=True)),
        "judgement": evidenced.judgement,
        "supported_by": [_finding(subject, each) for each in evidenced.supported_by],
        "disputed_by": [_finding(subject, each) for each in evidenced.disputed_by],
        "qualified_by": [_finding(subject, each) for each in evidenced.qualified_by],
    }


def questions_because(subject: Subject, questions: Iterable[str]) -> list[dict[str, str]]:
    """Questions in the order of asking, with whom to ask; the order given is kept for a tuple."""
    order = list(subject.questions)
    wanted = questions if isinstance(questions, tuple) else sorted(questions, key=order.index)
    found = [subject.questions[each] for each in wanted]
    return [{"question": each.id, "asks": each.ask, "ask_whom": each.ask_whom} for each in found]


def _finding(subject: Subject, citation: str) -> dict[str, Any]:
    finding = subject.pack.finding(citation)
    return {
        "finding": citation,
        "source": subject.pack.sources[citation.partition(".")[0]].title,
        "where": finding.where,
        "who": voice_words(finding),
        "says": finding.says,
        "phrase": finding.phrase,
    }


def _truth(subject: Subject, truth: Truth, yes: str, no: str) -> dict[str, Any]:
    if isinstance(truth, frozenset):
        return {"truth": "not_known", "undecided_because": questions_because(subject, truth)}
    return {"truth": yes if truth else no, "undecided_because": []}


def _level(subject: Subject, level: LevelFound) -> dict[str, Any]:
    return {
        "level": level.level,
        "lowest": level.lowest,
        "highest": level.highest,
        "moved_by": [
            {
                "says": each.shift.because,
                "direction": "raises" if each.sign > 0 else "lowers",
                **_truth(subject, each.truth, "holds", "does_not_hold"),
                **rests_on(subject, each.shift),
            }
            for each in level.shifts
        ],
    }
