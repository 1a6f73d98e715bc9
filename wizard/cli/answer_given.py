"""An answer as it is given on the command line, turned into what a council file would say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Chosen
from wizard.conditions.domain import NOT_SURE_WORD, Refused, understand

from .naming import meant, suggestion
from .usage import Misused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.conditions.domain import Domain
    from wizard.schema.base import RawAnswer

NONE = "none"


class AnswerGiven(NamedTuple):
    """An answer as a council file writes it, and what it means."""

    question: str
    written: RawAnswer
    answer: Answer


def answer_given(text: str, domains: Mapping[str, Domain], present: Mapping[str, Answer]) -> AnswerGiven:
    """What 'question=answer', 'question+=option' or 'question-=option' says; `present` are the answers so far.

    Raises Misused with what can be answered.
    """
    name, equals, value = text.partition("=")
    toggles = name[-1:] if name[-1:] in ("+", "-") else ""
    name, value = name.removesuffix(toggles).strip(), value.strip()
    if not equals or not name:
        raise Misused(f"'{text}' is not a change of an answer: write it as question=answer.")
    question = question_meant(name, domains)
    domain = domains[question]
    if not value:
        raise Misused(f"'{text}' gives no answer. {_takes(domain)}")
    written = _toggled(domain, toggles, value, present.get(question)) if toggles else _written(domain, value)
    try:
        return AnswerGiven(question, written, understand(domain, written))
    except Refused as refused:
        more = refused.fault.hint or _takes(domain)
        raise Misused(f"{refused.fault.message} {more}") from None


def question_meant(name: str, domains: Mapping[str, Domain]) -> str:
    """The id of the question that an id or the question's own words stand for. Raises Misused."""
    asks = {each.id: each.question.ask for each in domains.values()}
    return meant(name, asks, "question", "'wizard pack show' lists the questions.")


def _written(domain: Domain, value: str) -> RawAnswer:
    if value == NOT_SURE_WORD or value.casefold() == "not sure":
        return NOT_SURE_WORD
    if domain.is_numeric:
        low, dots, high = value.partition("..")
        return {"between": [low.strip(), high.strip()]} if dots else value
    # A title may hold a comma or a bar: as a whole it comes first.
    whole = _option(domain, value)
    if domain.kind == "choices":
        if whole is None and value.casefold() == NONE:
            return []
        return [whole] if whole else list(dict.fromkeys(_options(domain, value, ",")))
    if whole is None and "|" in value:
        return {"one_of": list(dict.fromkeys(_options(domain, value, "|")))}
    if whole is None and "," in value and all(_option(domain, each) for each in value.split(",")):
        one_of = "|".join(each.strip() for each in value.split(","))
        raise Misused(
            f"'{domain.id}' takes one answer. Where it is one of several, and not known which, "
            f"write it as '{domain.id}={one_of}', in quotation marks."
        )
    return whole or _unknown(domain, value)


def _toggled(domain: Domain, sign: str, value: str, present: Answer | None) -> list[str]:
    if domain.kind != "choices":
        raise Misused(f"'{domain.id}' takes one answer: write it as {domain.id}=answer, without '{sign}'.")
    if not isinstance(present, Chosen):
        raise Misused(
            f"'{domain.id}' is not answered yet, so there is nothing to {'add to' if sign == '+' else 'take from'}. "
            f"Write it as {domain.id}=one,another. {_takes(domain)}"
        )
    whole = _option(domain, value)
    named = [whole] if whole else _options(domain, value, ",")
    for each in named:
        if (each in present.options) is (sign == "+"):
            state = "is among the answers already" if sign == "+" else "is not among the answers"
            raise Misused(f"'{each}' {state} to '{domain.id}': nothing would change.")
    options = present.options.union(named) if sign == "+" else present.options.difference(named)
    return [each for each in domain.options if each in options]


def _options(domain: Domain, value: str, between: str) -> list[str]:
    return [_option(domain, each) or _unknown(domain, each.strip()) for each in value.split(between)]


def _option(domain: Domain, text: str) -> str | None:
    """The option of an id or a title; None where there is none."""
    text = text.strip()
    if text in domain.options:
        return text
    plain = text.casefold()
    for each in domain.options:
        if plain in (each, domain.option_title(each).casefold(), each.replace("_", " ")):
            return each
    return None


def _unknown(domain: Domain, text: str) -> str:
    titles = [domain.option_title(each) for each in domain.options]
    hint = suggestion(text, domain.options) or suggestion(text, titles) or _takes(domain)
    raise Misused(f"'{text}' is not an answer to '{domain.id}'. {hint}")


def _takes(domain: Domain) -> str:
    """'It takes one of: yes, no; or not_sure.'"""
    more: Sequence[str] = (NONE, NOT_SURE_WORD) if domain.kind == "choices" else (NOT_SURE_WORD,)
    return f"It takes {domain.takes()}; or {' or '.join(more)}."
