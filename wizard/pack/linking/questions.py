"""Questions: what can be answered suits the kind of answer, and so does what is likely."""

from __future__ import annotations

import math

from wizard.conditions.domain import NOT_SURE_WORD, Domain, Refused
from wizard.conditions.nodes import Condition, questions_in
from wizard.conditions.parse import GROUPS, parse
from wizard.schema.question import Question

from .links import Links, Owner

_WITH_OPTIONS = ("choice", "choices")


def check(links: Links) -> None:
    """Fills `links.domains` with the questions that are sound; conditions can be read after that."""
    for question in links.parts.questions.values():
        owner = ("question", question.id)
        before = len(links.problems)
        if question.id in GROUPS:
            links.report(
                "reserved-id", owner, ("id",), f"'{question.id}' is a word of conditions.", "Rename the question."
            )
        _options(links, question, owner)
        domain = _bounds(links, question, owner)
        if domain is not None and len(links.problems) == before:
            links.domains[question.id] = domain
            _prior(links, domain, owner)
        else:
            links.parts.doubtful.add(("question", question.id))
    _asked_when(links)


def _options(links: Links, question: Question, owner: Owner) -> None:
    if question.answer not in _WITH_OPTIONS:
        if question.options:
            message = f"Options do not suit a question with 'answer: {question.answer}'."
            links.report(
                "odd-option", owner, ("options",), message, "Remove them, or write 'answer: choice'.", key=True
            )
        return
    if len(question.options) < 2:
        message = f"'{question.id}' needs at least two options to choose from."
        links.report(
            "odd-option", owner, ("options",), message, "Add lines '- {id: ..., title: ...}' under 'options:'."
        )
    links.ids_once([option.id for option in question.options], owner, ("options",), "an option")
    for index, option in enumerate(question.options):
        if option.id == NOT_SURE_WORD:
            message = f"'{NOT_SURE_WORD}' can be answered to every question."
            links.report("reserved-id", owner, ("options", index, "id"), message, "Remove this option.")


def _bounds(links: Links, question: Question, owner: Owner) -> Domain | None:
    numeric = question.answer in ("whole_number", "number", "date")
    if not numeric:
        for key in ("min", "max", "unit"):
            if getattr(question, key) is not None:
                message = f"'{key}' does not suit a question with 'answer: {question.answer}'."
                links.report("odd-bound", owner, (key,), message, "Remove it.", key=True)
        return Domain(question)
    sound = True
    bare = Domain(question.model_copy(update={"min": None, "max": None}))
    for key in ("min", "max"):
        text = getattr(question, key)
        if text is not None:
            try:
                bare.ends(text)
            except Refused as refused:
                sound = False
                links.report("odd-bound", owner, (key,), refused.fault.message, refused.fault.hint)
    if not sound:
        return None
    domain = Domain(question)
    if domain.low is not None and domain.high is not None and domain.low > domain.high:
        links.report("odd-bound", owner, ("max",), "'max' is below 'min'.", "Swap the two.")
    return domain


def _prior(links: Links, domain: Domain, owner: Owner) -> None:
    prior = domain.question.prior
    if prior is None:
        return
    if domain.is_numeric:
        if isinstance(prior, tuple):
            _steps(links, domain, prior, owner)
        else:
            hint = "Write [lowest, ..., highest]."
            links.report("odd-prior", owner, ("prior",), "The prior of a number or date is a list of steps.", hint)
    elif isinstance(prior, dict):
        _weights(links, domain, prior, owner)
    else:
        hint = "Write {first_option: 40, second_option: 60}."
        links.report("odd-prior", owner, ("prior",), "The prior of a choice gives a weight for each option.", hint)


def _steps(links: Links, domain: Domain, prior: tuple[str, ...], owner: Owner) -> None:
    if len(prior) < 2:
        links.report(
            "odd-prior", owner, ("prior",), "A prior needs at least two steps.", "Write [lowest, ..., highest]."
        )
    last: float | None = None
    for index, text in enumerate(prior):
        try:
            value = domain.ends(text)[0]
        except Refused as refused:
            links.report("odd-prior", owner, ("prior", index), refused.fault.message, refused.fault.hint)
            continue
        if last is not None and value < last:
            hint = "Write the steps from the lowest to the highest."
            links.report("odd-prior", owner, ("prior", index), f"'{text}' is lower than the step before it.", hint)
        last = value


def _weights(links: Links, domain: Domain, prior: dict[str, str], owner: Owner) -> None:
    total = 0.0
    most = 100.0 if domain.kind == "choices" else math.inf
    for option, text in prior.items():
        if links.known("option", option, domain.options, owner, ("prior", option), key=True):
            weight = _weight(text)
            if weight is None or not 0 <= weight <= most:
                what = "a chance from 0 to 100" if domain.kind == "choices" else "a weight of 0 or more"
                links.report("odd-prior", owner, ("prior", option), f"'{text}' is not {what}.")
            else:
                total += weight
    missing = [option for option in domain.options if option not in prior]
    if missing:
        links.report(
            "odd-prior", owner, ("prior",), f"The prior leaves out {', '.join(missing)}.", "Give each option a number."
        )
    elif total == 0 and domain.kind != "choices":
        links.report(
            "odd-prior", owner, ("prior",), "Every weight of this prior is 0.", "Give at least one option more."
        )


def _weight(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _asked_when(links: Links) -> None:
    """Reads each `asked_when` and refuses circles: a question may not decide whether it is itself asked."""
    asks: dict[str, tuple[str, ...]] = {}
    for question in links.parts.questions.values():
        if question.asked_when is not None:
            found: Condition = parse(question.asked_when, links.domains)[0]
            asks[question.id] = questions_in(found)
    reported: set[str] = set()
    for start in asks:
        circle = _circle(start, asks)
        if circle and not reported & set(circle):
            reported.update(circle)
            links.report(
                "circle",
                ("question", start),
                ("asked_when",),
                f"Whether '{start}' is asked depends on itself: {' <- '.join([*circle, start])}.",
                "Leave out one of these 'asked_when'.",
                key=True,
            )


def _circle(start: str, asks: dict[str, tuple[str, ...]]) -> list[str]:
    """The questions of a way from `start` back to it; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for question in asks.get(way[-1], ()):
            if question == start:
                return way
            if question not in seen:
                seen.add(question)
                ways.append([*way, question])
    return []
