"""What a lead leans on and how far one answer moves it, in words and in bars of plain signs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.conditions.answers import Chosen
from wizard.conditions.domain import Domain, answer_words
from wizard.proof.pack_test import VERDICT_WORDS

from .evidence_words import OWN_JUDGEMENT, said_by
from .figures import hundredths, percent, points_words, whole
from .reason_conditions import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.leaning import JudgementFound, Outcome, ThresholdFound, ThresholdTried
    from wizard.engine.tornado import Bar, End, Tornado
    from wizard.schema.pack import Pack

    from .subject import Subject

BAR_CELLS = 15
"""Narrow enough to stay on one line beside words in the narrowest text."""

BAR_SIGNS = "# is how far it can move the lead, | is where the two stand level, x is the lead as it is."
HOW_TO_READ_BARS = f"Each row changes one answer and leaves all others as they are. {BAR_SIGNS}"

THRESHOLD_WORDS: Mapping[str, str] = {
    "core_needed": "How much of what matters most must be answered before anything is pointed to",
    "lead_needed": "In how many of the ways the unknown answers could fall the first must lead",
    "split": "In how many mixes of priorities each of two must lead for it to depend on priorities",
    "close": "How near to the first is too close to call",
    "clear_unknowns": "In how many of the ways the unknown answers could fall a clear leader leads",
    "clear_priorities": "In how many mixes of priorities a clear leader leads",
    "priorities_needed": "In how many mixes of priorities the first must lead for nobody to be asked about them",
}


def lead_words(lead: Fraction) -> str:
    """'1.20 ahead', '0.40 behind', 'level'."""
    if lead == 0:
        return "level"
    return f"{hundredths(lead).lstrip('+-')} {'ahead' if lead > 0 else 'behind'}"


def outcome_words(pack: Pack, outcome: Outcome) -> str:
    """'still first, 0.83 ahead', 'one director for both would come first', where totals are changed."""
    if outcome.turns:
        return f"{pack.models[outcome.first].name} would come first"
    return f"still first, {lead_words(outcome.lead)}"


def judgement_notes(pack: Pack, each: JudgementFound) -> tuple[str, ...]:
    """What follows without it, and a grade up or down; what the judgement is, and which findings it goes beyond."""
    said = [f"left out: {outcome_words(pack, each.without)}"]
    for way, outcome in (("higher", each.higher), ("lower", each.lower)):
        if outcome is not None:
            said.append(f"evidence one grade {way}: {outcome_words(pack, outcome)}")
    argument = each.argument
    notes = ["; ".join(said), f"a judgement: {argument.judgement}" if argument.judgement else OWN_JUDGEMENT]
    cited = said_by(pack, argument.supported_by)
    return (*notes, f"it goes further than: {cited}") if cited else tuple(notes)


def threshold_title(name: str) -> str:
    """What a number of the rule set decides."""
    return THRESHOLD_WORDS.get(name, name.replace("_", " ").capitalize())


def threshold_value(name: str, value: Fraction) -> str:
    """'60 of 100', '1 point'."""
    return points_words(value) if name == "close" else f"{percent(value)} of 100"


def tried_words(pack: Pack, threshold: ThresholdFound, tried: ThresholdTried) -> str:
    """'at 2 points, too close to call', with the model where one is named."""
    named = f" ({pack.models[tried.leader].name})" if tried.leader else ""
    return f"at {threshold_value(threshold.name, tried.value)}, {VERDICT_WORDS[tried.kind]}{named}"


def bar_scale(found: Tornado, bars: tuple[Bar, ...]) -> tuple[Fraction, Fraction]:
    """The lowest and highest lead that the bars have to show; level and the lead as it is are always within."""
    leads = [Fraction(0), found.lead, *(end.lead for bar in bars for end in (bar.low, bar.high))]
    return min(leads), max(leads)


def bar_signs(found: Tornado, bar: Bar, scale: tuple[Fraction, Fraction]) -> str:
    """The bar as signs, such as '...|##x####....'; no spaces, so that it wraps nowhere."""
    low, high = scale

    def place(lead: Fraction) -> int:
        return whole((lead - low) / (high - low) * (BAR_CELLS - 1)) if high > low else 0

    signs = ["."] * BAR_CELLS
    first, last = place(bar.low.lead), place(bar.high.lead)
    signs[first : last + 1] = "#" * (last - first + 1)
    signs[place(found.lead)] = "x"
    signs[place(Fraction(0))] = "|"
    return "".join(signs)


def bar_words(subject: Subject, found: Tornado, bar: Bar) -> str:
    """'from 0.17 behind (one director for both) to 2.84 ahead (two directors)'."""
    low, high = (f"{lead_words(end.lead)} ({_end_words(subject, found, bar, end)})" for end in (bar.low, bar.high))
    more = "" if bar.exhaustive else "; not every combination was tried"
    return f"from {low} to {high}{more}"


def end_answer_words(subject: Subject, bar: Bar, end: End) -> str:
    """The answers at one end of a bar: 'as answered', 'with “cost”', '9,999 at most'."""
    question = subject.questions[bar.question]
    if question.sensitive and bar.known != "unknown":
        return PRIVATE
    if end.given:
        return "as answered"
    domain = Domain(question)
    given = subject.assessment.case.answers.get(bar.question)
    if isinstance(end.alike, Chosen) and isinstance(given, Chosen):
        changed = [option for option in domain.options if option in given.options ^ end.alike.options]
        way = "with" if changed and changed[0] in end.alike.options else "without"
        return f"{way} “{domain.option_title(changed[0])}”" if changed else "as answered"
    return answer_words(domain, end.alike)


def _end_words(subject: Subject, found: Tornado, bar: Bar, end: End) -> str:
    said = end_answer_words(subject, bar, end)
    if end.first == found.first:
        return said
    then = f"{subject.pack.models[end.first].name} first" if end.first else "none is open"
    return f"{said}: {then}"
