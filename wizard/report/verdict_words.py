"""The verdict in words: one sentence for each class, the same on every screen and in every report.

A class never borrows another's words: what "leans" is never said to "point clearly", and where not
enough is known nothing is pointed to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from .figures import counted, listed, of_hundred, points_words, sentence

if TYPE_CHECKING:
    from wizard.engine.results import Assessment, Cap, DecisionResult, NoticeKind, Standing, Verdict
    from wizard.schema.pack import Pack

ADVICE = "Advice, not a decision; no report ties structure to outcomes."
NOT_KNOWN = "(not known yet)"
MOST_UNKNOWN_CAPS = 2
"""More than two things not known make a sentence nobody can hold in mind; the rest stands further down."""


class VerdictSentence(NamedTuple):
    """The sentence, and the models' names in it that deserve weight."""

    text: str
    names: tuple[str, ...]


def verdict_sentence(assessment: Assessment, result: DecisionResult) -> VerdictSentence:
    """What the evidence points to on one decision."""
    verdict = result.verdict
    text, named = _SENTENCES[verdict.kind](assessment, result)
    return VerdictSentence(sentence(text), tuple(result.standing(model).model.name for model in named))


_Said = tuple[str, Iterable[str]]


def _clear(_: Assessment, result: DecisionResult) -> _Said:
    leader = _leader(result)
    return f"The evidence points clearly to {leader.model.name}", [leader.model.id]


def _leans(_: Assessment, result: DecisionResult) -> _Said:
    leader = _leader(result)
    return f"The evidence leans to {leader.model.name}{unless_words(result.verdict.caps)}", [leader.model.id]


def _not_enough_known(_: Assessment, result: DecisionResult) -> _Said:
    so_far = result.verdict.so_far
    if so_far is None:
        return "Not enough known yet", []
    return f"Not enough known yet; so far it points to {result.standing(so_far).model.name}", [so_far]


def _depends(_: Assessment, result: DecisionResult) -> _Said:
    rivals = [result.standing(model) for model in result.verdict.rivals]
    said = [f"{each.model.name} comes first in {of_hundred(each.first_priorities)}" for each in rivals]
    said[0] += " mixes of priorities"
    return f"It depends on your priorities: {listed(said)}", result.verdict.rivals


def _too_close(assessment: Assessment, result: DecisionResult) -> _Said:
    names = [result.standing(model).model.name for model in result.verdict.close]
    reach = points_words(Fraction(str(assessment.pack.head.thresholds.close)))
    return f"Too close to call: {listed(names)} stand within {reach} of the first", result.verdict.close


def _only_one_open(_: Assessment, result: DecisionResult) -> _Said:
    leader = _leader(result)
    if leader.openness == "not_known":
        return f"At most one is open: {leader.model.name}, and whether it is, is not known yet", [leader.model.id]
    return f"Only one is open: {leader.model.name}{unless_words(result.verdict.caps)}", [leader.model.id]


def _none_open(_: Assessment, __: DecisionResult) -> _Said:
    return "None is open to the council", []


_SENTENCES: dict[str, Callable[[Assessment, DecisionResult], _Said]] = {
    "clear": _clear,
    "leans": _leans,
    "not_enough_known": _not_enough_known,
    "depends_on_priorities": _depends,
    "too_close": _too_close,
    "only_one_open": _only_one_open,
    "none_open": _none_open,
}


def _leader(result: DecisionResult) -> Standing:
    return result.standing(result.verdict.leader or "")


def verdict_in_brief(pack: Pack, verdict: Verdict, so_far: str | None) -> str:
    """'leans to two directors', 'not enough known yet; first so far: a care trust': for a cell of a table.

    What holds it back is left out, so the whole sentence must stand beside it.
    """

    def name(model: str | None) -> str:
        return "" if model is None else pack.models[model].name

    if verdict.kind in ("clear", "leans"):
        return f"{'points clearly' if verdict.kind == 'clear' else 'leans'} to {name(verdict.leader)}"
    if verdict.kind == "too_close":
        return f"too close: {listed([name(model) for model in verdict.close])}"
    if verdict.kind == "depends_on_priorities":
        return f"depends on priorities: {listed([name(model) for model in verdict.rivals], 'or')}"
    if verdict.kind == "only_one_open":
        return f"only one is open: {name(verdict.leader)}"
    if verdict.kind == "none_open":
        return "none is open"
    return "not enough known yet" + (f"; first so far: {name(so_far)}" if so_far else "")


def unless_words(caps: Iterable[Cap]) -> str:
    """', unless ...': what is known first, then at most two things that are not known yet."""
    spoken = [cap for cap in caps if cap.unless]
    known = [f"{cap.unless} (as your answers say)" for cap in spoken if cap.known]
    unknown = [f"{cap.unless} {NOT_KNOWN}" for cap in spoken if not cap.known]
    parts = known + unknown[:MOST_UNKNOWN_CAPS]
    return f", unless {listed(parts, 'or')}" if parts else ""


def firmness(result: DecisionResult) -> str | None:
    """How firmly: in how many mixes of priorities and ways of the unknown it comes first; None without a lead."""
    verdict = result.verdict
    model = verdict.leader or verdict.so_far
    if model is None or verdict.kind in ("only_one_open", "none_open"):
        return None
    standing = result.standing(model)
    priorities = f"It comes first in {of_hundred(standing.first_priorities)} mixes of priorities"
    # What decides whether a model is open can still turn the lead where no argument is left undecided.
    if not result.unknowns and standing.first_unknowns == 1:
        return f"{priorities}; no question still open moves the totals."
    return f"{priorities}, and in {of_hundred(standing.first_unknowns)} ways the unknown answers could fall."


def held_back_by(result: DecisionResult) -> tuple[str, ...]:
    """Sentences for what keeps the verdict from being firmer and does not stand in its sentence."""
    said = {
        "core_only": "Only questions that matter most are answered: until others are, this is no more than a leaning.",
        "openness_not_known": "Whether it is open to the council is not known yet.",
    }
    kinds = [cap.kind for cap in result.verdict.caps]
    if result.verdict.kind not in ("leans", "only_one_open"):
        return ()
    return tuple(words for kind, words in said.items() if kind in kinds)


def core_words(assessment: Assessment, result: DecisionResult) -> str:
    """How many of the questions that matter most to a decision are answered, and how many are missing at least."""
    verdict = result.verdict
    said = (
        f"{verdict.core_answered} of the {counted(verdict.core_asked, 'question')} "
        f"that matter most to this {'is' if verdict.core_answered == 1 else 'are'} answered."
    )
    missing = (
        ceil(Fraction(str(assessment.pack.head.thresholds.core_needed)) * verdict.core_asked) - verdict.core_answered
    )
    if missing <= 0:
        return said
    return f"{said} Before anything can be pointed to, at least {missing} more must be."


def notice_words(kind: NoticeKind, assessment: Assessment) -> str:
    """A notice that stands at the top of everything."""
    period = assessment.pack.head.period
    years = f"{period.first} to {period.last}"
    if kind == "outside_period":
        return (
            f"The decision lies outside the years the reports speak for ({years}): "
            "nothing here can be more than a leaning. " + sentence(period.because)
        )
    return (
        f"When the decision will be made is not known. The reports speak for {years}: "
        "until the date is known, nothing here can be more than a leaning."
    )
