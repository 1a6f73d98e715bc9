"""Poor fits and risks."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.pack.parsed import ParsedPack
from wizard.schema.poor_fit import PoorFit
from wizard.schema.risk import ImpactRating, LikelihoodRating, Mitigation, Risk, Shift

from .lines import condition_words, evidence, example_lines, labelled, listed, text, titles


def show_poor_fit(parsed: ParsedPack, name: str) -> list[str]:
    """A poor fit: of which models, when, and what would remove it."""
    poor_fit = parsed.pack.poor_fits[name]
    lines = [f"{name}: {poor_fit.title}", *text(poor_fit.because), *_concerned(parsed, poor_fit)]
    lines += labelled("Holds when", condition_words(parsed, parsed.condition(poor_fit.when)))
    lines += labelled("Unless", poor_fit.unless)
    lines += labelled("What would remove it", poor_fit.remedy)
    return [*lines, *evidence(poor_fit, 2), *example_lines(poor_fit.examples)]


def show_risk(parsed: ParsedPack, name: str) -> list[str]:
    """A risk: of which models, how likely and serious, and what moves that."""
    risk = parsed.pack.risks[name]
    lines = [f"{name}: {risk.title}", *text(risk.says), *_concerned(parsed, risk)]
    if risk.together_with:
        lines += labelled("Only together with", titles(parsed, risk.together_with))
    if risk.when is not None:
        lines += labelled("Arises when", condition_words(parsed, parsed.condition(risk.when)))
    lines += _rating(parsed, "Likelihood", risk.likelihood)
    lines += _rating(parsed, "Impact", risk.impact)
    lines += listed("Warning signs", risk.warning_signs)
    lines += listed("What lowers it", (_mitigation(each) for each in risk.mitigations))
    lowering = (f"{each.id}: {each.title}" for each in parsed.pack.measures.values() if name in each.lowers)
    lines += listed("Measures that lower it", lowering)
    return [*lines, *evidence(risk, 2), *example_lines(risk.examples)]


def _mitigation(mitigation: Mitigation) -> str:
    return f"{mitigation.do} ({mitigation.judgement})" if mitigation.judgement else mitigation.do


def _concerned(parsed: ParsedPack, thing: PoorFit | Risk) -> list[str]:
    if thing.models:
        note = ", where it is not today's" if thing.any_change else ""
        return labelled("Concerns", titles(parsed, thing.models) + note)
    return labelled("Concerns", f"every model of {thing.decision} that is not today's")


def _rating(parsed: ParsedPack, label: str, rating: LikelihoodRating | ImpactRating) -> list[str]:
    lines = labelled(label, rating.start.replace("_", " "))
    lines += _shifts(parsed, "one higher", rating.raised_by)
    return lines + _shifts(parsed, "one lower", rating.lowered_by)


def _shifts(parsed: ParsedPack, label: str, shifts: Iterable[Shift]) -> list[str]:
    lines: list[str] = []
    for shift in shifts:
        when = condition_words(parsed, parsed.condition(shift.when))
        lines += labelled(f"{label} when {when}", shift.because, 4)
    return lines
