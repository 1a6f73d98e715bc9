"""Why a reason holds or a risk is there, in words: from which answers, for which models, by whose finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import answer_words
from wizard.conditions.nodes import questions_in
from wizard.conditions.parse import parse
from wizard.report.design_sections import level_name
from wizard.report.evidence.finding_words import said_words
from wizard.report.evidence_words import OWN_JUDGEMENT, said_by
from wizard.report.figures import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.schema.base import Evidenced

    from .bearing import ReasonHere, RiskHere
    from .study import Study

MOST_VOICES = 2
MOST_QUESTIONS = 3
"""A remark names at most so many questions or answers; more are counted."""


def reason_why(study: Study, here: ReasonHere) -> str:
    """Why a reason holds, does not, or is not known, from what was known before."""
    if here.holding == "not_known":
        return f"Nobody could tell yet: it hangs on {questions_words(study, here.waits_for)}."
    if here.always:
        return "It holds for every council, this one too."
    said = "It holds" if here.holding == "holds" else "It does not hold"
    return f"{said} on what was known before{_known_words(study, here)}."


def questions_words(study: Study, questions: Iterable[str]) -> str:
    """'“rating of children's services” and “someone to appoint”', in the order of asking."""
    wanted = set(questions)
    named = [f"“{each.named}”" for each in study.pack.questions.values() if each.id in wanted]
    return listed(_cut(named))


def _known_words(study: Study, here: ReasonHere) -> str:
    """': who leads today – two directors': the answers from before that the reason looks at."""
    looked_at = _looked_at(study, here)
    domains = study.rules.domains
    said = [
        f"{question.named} – {answer_words(domains[question.id], study.before[question.id])}"
        for question in study.pack.questions.values()
        if question.id in looked_at and question.id in study.before
    ]
    return f" ({'; '.join(_cut(said))})" if said else ""


def _looked_at(study: Study, here: ReasonHere) -> frozenset[str]:
    argument = here.argument
    found: set[str] = set()
    if argument.when is not None:
        found.update(questions_in(parse(argument.when, study.rules.domains)[0]))
    if argument.counts_against_moves is not None:
        found.add(study.pack.decisions[study.pack.criteria[here.criterion].decision].today)
    return frozenset(found)


def risk_why(study: Study, here: RiskHere) -> str:
    """Why a risk is there or is not: for which models, how likely and how serious."""
    if here.grave:
        return f"It arises {_arising_words(study, here)}."
    if here.told:
        known = "it could not be known beforehand" if here.waits_for else "it is no more than low"
        return f"The reports tell of it at this very place; by the rules {known}."
    if any(each.arises is True for each in here.others):
        return "It arises, but is low: unlikely, or of little weight."
    if here.waits_for:
        return f"Nobody could tell yet whether it arises: it hangs on {questions_words(study, here.waits_for)}."
    return "It does not arise on what was known before."


def _arising_words(study: Study, here: RiskHere) -> str:
    """'with one director for both (likely, major) and with two directors (possible, moderate)'."""
    alike: dict[str, list[str]] = {}
    for each in here.grave:
        levels = f"{level_name(each.likelihood)}, {level_name(each.impact)}"
        alike.setdefault(levels, []).append(study.pack.models[each.model].name)
    said = listed([f"with {listed(models)} ({levels})" for levels, models in alike.items()])
    partners = [study.pack.models[each].name for each in here.risk.together_with]
    return f"{said}, where {listed(partners, 'or')} is chosen too" if partners else said


def voices_words(study: Study, rests: Evidenced) -> str:
    """Who says so, short enough for a projector: at most two findings are named, more are counted."""
    return said_by(study.pack, rests.supported_by, MOST_VOICES) or OWN_JUDGEMENT


def risk_finding(study: Study, here: RiskHere) -> str:
    """The place's own finding that tells of the risk; else whose findings it rests on."""
    if here.told:
        entry = study.library.entry(here.told[0])
        return f"of this very place: {sentence(entry.finding.says)} ({said_words(entry)})"
    return voices_words(study, here.risk)


def _cut(parts: list[str]) -> list[str]:
    more = len(parts) - MOST_QUESTIONS
    return parts if more <= 0 else [*parts[:MOST_QUESTIONS], f"{more} more"]
