"""What to find out next, as JSON: everything the text says and more, with keys that stay.

Where too little is known to rank the models, nothing that would tell their order is there: `chance`, `worth` and
`turning` are null or empty, and so are the names of models that a question holds back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .flips_json import change_json, council_head
from .json_form import figure, verdict_json
from .next_words import held_back, reasons_why, stop_words, whom_words
from .ranking import is_ranked

if TYPE_CHECKING:
    from wizard.engine.changing.finding_out import OpenQuestion
    from wizard.engine.changing.next_question import Questions, ToAsk
    from wizard.engine.compiling import Rules

    from .subject import Subject


def next_json(subject: Subject, rules: Rules, found: Questions, most: int | None = None) -> str:
    """One JSON object: for each decision whether asking can stop, and the questions, at most `most` of them."""
    import json

    whole = {
        **council_head(subject),
        "may_stop": found.may_stop,
        "decisions": [
            {
                "decision": result.decision.id,
                "title": result.decision.title,
                "verdict": verdict_json(subject, result),
                "ranked": is_ranked(result),
                "settled": found.settled[result.decision.id],
                "says": stop_words(subject, result, found),
            }
            for result in subject.assessment.decisions
        ],
        "questions_found": len(found.questions),
        "questions": [_question(subject, rules, each) for each in found.by_weight[:most]],
    }
    return json.dumps(whole, indent=2) + "\n"


def _question(subject: Subject, rules: Rules, each: ToAsk) -> dict[str, Any]:
    question = subject.questions[each.question]
    return {
        "question": each.question,
        "asks": question.ask,
        "ask_whom": question.ask_whom,
        "section": each.section,
        "needed": each.needed,
        "not_sure": each.not_sure,
        "says": [whom_words(subject, each), *reasons_why(subject, rules, each, hiding=True)],
        "decisions": [_bearing(subject, rules, decision, found) for decision, found in each.by_decision.items()],
        "holds_back": [
            {"decision": decision, **_held(subject, decision, each.question)} for decision in each.holds_back
        ],
        "opens": [decision for decision in each.opens if is_ranked(subject.assessment.decision(decision))],
    }


def _bearing(subject: Subject, rules: Rules, decision: str, found: OpenQuestion) -> dict[str, Any]:
    ranked = is_ranked(subject.assessment.decision(decision))
    return {
        "decision": decision,
        "chance": figure(found.chance) if ranked else None,
        "worth": figure(found.worth) if ranked else None,
        "swing": figure(found.swing),
        "turning": [
            {"change": change_json(subject, rules, flip.changes[0]), "leader": flip.leader, "lead": figure(flip.lead)}
            for flip in found.turning
        ]
        if ranked
        else [],
    }


def _held(subject: Subject, decision: str, question: str) -> dict[str, Any]:
    result = subject.assessment.decision(decision)
    if not is_ranked(result):
        return {"model": None, "conditions": [], "poor_fits": []}
    found = held_back(result, question)
    titles = {kind: [each.title for each in found if each.kind == kind] for kind in ("condition", "poor fit")}
    return {"model": result.competing[0].model.id, "conditions": titles["condition"], "poor_fits": titles["poor fit"]}
