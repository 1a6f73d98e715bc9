"""From the fields of a question's form to an answer as a council file has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.domain import NOT_SURE_WORD
from wizard.report.asking_words import NONE_OF_THESE, NOT_SURE, refusal_words
from wizard.session.change import NotTaken
from wizard.session.typed import as_typed, rough_answers, typed

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain
    from wizard.engine import Rules
    from wizard.schema.base import RawAnswer

    from .exchange import Form

ANSWER, FIGURE, MAY_BE = "answer", "figure", "may_be"
"""The fields: what is chosen, what is typed, and what it may be one of."""

UNSURE, NONE, TYPED, SEVERAL = "not_sure", "none", "typed", "several"
OPTION, ROUGH = "is_", "roughly_"
"""What the values of choices begin with, so that no option can be taken for one of the words above."""

SEVERAL_WORDS = "One of several: tick all that it may be, below"
YES_NO = {"yes": "Yes", "no": "No"}


class Choice(NamedTuple):
    """A radio button or a box to tick: its value and its words."""

    value: str
    words: str


def choices_of(rules: Rules, question: str) -> tuple[Choice, ...]:
    """What can be chosen, 'not sure' last; for figures and dates, rough answers after the one that is typed."""
    domain = rules.domains[question]
    if domain.is_numeric:
        rough = rough_answers(rules, question)
        said = (Choice(f"{ROUGH}{place}", f"Roughly: {each.words}") for place, each in enumerate(rough))
        what = "The date typed above" if domain.kind == "date" else "The figure typed above"
        return (Choice(TYPED, what), *said, Choice(UNSURE, NOT_SURE))
    found = [Choice(f"{OPTION}{each}", title_of(domain, each)) for each in domain.options]
    if domain.kind == "choices":
        found.append(Choice(NONE, NONE_OF_THESE))
    found.append(Choice(UNSURE, NOT_SURE))
    if may_be_several(domain):
        found.append(Choice(SEVERAL, SEVERAL_WORDS))
    return tuple(found)


def may_be_several(domain: Domain) -> bool:
    """Whether it can be left open which of several options it is."""
    return domain.kind == "choice" and len(domain.options) > 2


def title_of(domain: Domain, option: str) -> str:
    """An option in words."""
    title = domain.option_title(option)
    return YES_NO.get(title, title) if domain.kind == "yes_no" else title


class Filled(NamedTuple):
    """What stands in a form: the values chosen, what is typed, and the options it may be."""

    chosen: frozenset[str] = frozenset()
    figure: str = ""
    may_be: frozenset[str] = frozenset()


def filled_by(form: Form) -> Filled:
    """What a person sent, to be shown again where it cannot be taken."""
    return Filled(frozenset(form.every(ANSWER)), form.one(FIGURE), frozenset(form.every(MAY_BE)))


def filled_with(rules: Rules, question: str, written: RawAnswer | None) -> Filled:
    """What an answer that stands looks like in the form."""
    domain = rules.domains[question]
    if written is None:
        return Filled(frozenset([TYPED]) if domain.is_numeric else frozenset())
    value = written.get("is", written) if isinstance(written, dict) else written
    if value == NOT_SURE_WORD:
        return Filled(frozenset([UNSURE]))
    if domain.is_numeric:
        for place, each in enumerate(rough_answers(rules, question)):
            if isinstance(value, dict) and each.written == {"between": list(map(str, value.get("between", ())))}:
                return Filled(frozenset([f"{ROUGH}{place}"]))
        return Filled(frozenset([TYPED]), as_typed(written))
    if isinstance(value, dict):
        options = frozenset(map(str, value.get("one_of", ())))
        if len(options) > 1:
            return Filled(frozenset([SEVERAL]), may_be=frozenset(f"{OPTION}{each}" for each in options))
        return Filled(frozenset(f"{OPTION}{each}" for each in options))
    several = value if isinstance(value, (list, tuple)) else [value]
    return Filled(frozenset(f"{OPTION}{each}" for each in several) or frozenset([NONE]))


def answer_in(rules: Rules, question: str, form: Form, stood: Filled) -> RawAnswer | None:
    """The answer that a form gives; None where it gives none. `stood` is what the form was filled with.

    Raises NotTaken with words for whoever filled it in.
    """
    domain, sent = rules.domains[question], filled_by(form)
    if not sent.chosen <= {each.value for each in choices_of(rules, question)}:
        raise NotTaken("unknown-answer", "That is not one of the answers.", "Choose one of those below.")
    if domain.is_numeric:
        return _figure(rules, question, sent, stood)
    if domain.kind == "choices":
        return _ticked(sent.chosen, domain)
    if SEVERAL in sent.chosen or (sent.may_be and not sent.chosen):
        return _one_of(domain, sent.may_be)
    chosen = next(iter(sent.chosen), None)
    if chosen is None:
        return None
    return NOT_SURE_WORD if chosen == UNSURE else chosen.removeprefix(OPTION)


def _figure(rules: Rules, question: str, sent: Filled, stood: Filled) -> RawAnswer | None:
    domain, chosen = rules.domains[question], next(iter(sent.chosen), TYPED)
    if chosen == TYPED:
        if not sent.figure.strip():
            return None
        try:
            return typed(domain, sent.figure)
        except NotTaken as fault:
            raise NotTaken(fault.check, refusal_words(domain, fault)) from None
    if sent.figure.strip() and sent.figure.strip() != stood.figure:
        what = "date" if domain.kind == "date" else "figure"
        message = f"You typed a {what} and chose something else below."
        raise NotTaken("two-answers", message, f"Choose “The {what} typed above”, or empty the field.")
    if chosen == UNSURE:
        return NOT_SURE_WORD
    return rough_answers(rules, question)[int(chosen.removeprefix(ROUGH))].written


def _ticked(chosen: frozenset[str], domain: Domain) -> RawAnswer | None:
    for value, words in ((UNSURE, NOT_SURE), (NONE, NONE_OF_THESE)):
        if value in chosen and len(chosen) > 1:
            raise NotTaken("two-answers", f"“{words}” cannot stand beside another answer.", "Untick it, or the others.")
    if UNSURE in chosen:
        return NOT_SURE_WORD
    if NONE in chosen:
        return []
    return [each for each in domain.options if f"{OPTION}{each}" in chosen] or None


def _one_of(domain: Domain, may_be: frozenset[str]) -> RawAnswer:
    options = [each for each in domain.options if f"{OPTION}{each}" in may_be]
    if len(options) < 2:
        raise NotTaken("too-few", "Tick at least two that it may be.", "Where it is one of them, choose that one.")
    return {"one_of": options}
