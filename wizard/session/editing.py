"""Every change of answers, models and titles, as a function from one state to the next; the state given stays as it is.

Each gives None where what is asked for is so already, and raises NotTaken, changing nothing, where it cannot be.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from wizard.conditions.domain import NOT_SURE_WORD

from .change import AboutChange, AnswerChange, NotTaken, OffTheTableChange, TitleChange
from .giving import AS_IT_STANDS, given_in, one_line, some_words, taken
from .state import Variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.domain import Domain
    from wizard.engine import Rules
    from wizard.schema.council import WhatIf

    from .change import AnswerGiven, Change
    from .giving import Words
    from .state import State

    Step = tuple[State, Change]

Value = TypeVar("Value")

ABOUT_LINES = ("council", "date", "prepared_by")


def answered(
    state: State,
    rules: Rules,
    question: str,
    written: Any,
    note: Words = AS_IT_STANDS,
    from_: Words = AS_IT_STANDS,
    variant: str | None = None,
) -> Step | None:
    """An answer given or changed. In a what-if, one that says what the base says is no change of it."""
    domain = _domain(rules, question)
    before = given(state, rules, question, variant)
    stands = before if variant is None or before is not None else given(state, rules, question)
    after = taken(domain, written, note, from_, stands)
    if variant is not None and stands is not None and before is None and after.answer == stands.answer:
        return None
    if before is not None and _says_the_same(before, after):
        return None
    return _with_answer(state, question, after, variant), AnswerChange(question, before, after, variant)


def not_sure(state: State, rules: Rules, question: str, variant: str | None = None) -> Step | None:
    """The answer "not sure": asked, and nobody knows."""
    return answered(state, rules, question, NOT_SURE_WORD, variant=variant)


def forgotten(state: State, rules: Rules, question: str, variant: str | None = None) -> Step | None:
    """The answer taken back, as if the question had never been asked; in a what-if, as the base has it."""
    _domain(rules, question)
    before = given(state, rules, question, variant)
    if before is None:
        return None
    return _with_answer(state, question, None, variant), AnswerChange(question, before, None, variant)


def given(state: State, rules: Rules, question: str, variant: str | None = None) -> AnswerGiven | None:
    """The answer as it stands in the base, or in a what-if where that has one of its own; None where there is none."""
    answers = state.file.answers if variant is None else state.variant(variant).what_if.answers
    return given_in(rules.domains[question], answers[question]) if question in answers else None


def taken_off(state: State, rules: Rules, model: str, reason: str, variant: str | None = None) -> Step | None:
    """A model ruled out by a person, for a reason that every result shows."""
    if model not in rules.pack.models:
        raise NotTaken("unknown-model", f"'{model}' is not a model of this rule set.")
    reason = one_line(reason, "The reason")
    off = _off_the_table(state, variant)
    before = off.get(model)
    if before == reason:
        return None
    return _with_models(state, {**off, model: reason}, variant), OffTheTableChange(model, before, reason, variant)


def put_back(state: State, model: str, variant: str | None = None) -> Step | None:
    """A model put back on the table. What the base rules out stays so in its what-ifs."""
    off = _off_the_table(state, variant)
    if model not in off:
        if variant is not None and model in state.file.off_the_table:
            message = "This model is off the table in the council file itself, not only in this what-if."
            raise NotTaken("not-in-a-what-if", message, "Put it back there.")
        return None
    return _with_models(state, _without(off, model), variant), OffTheTableChange(model, off[model], None, variant)


def titled(state: State, title: str) -> Step | None:
    """Another title for the council file."""
    title = one_line(title, "The title")
    if title == state.file.title:
        return None
    changed = replace(state, file=state.file.model_copy(update={"title": title}))
    return changed, TitleChange(state.file.title, title)


def told_about(state: State, **said: str | None) -> Step | None:
    """What is said of the council: `council`, `date`, `prepared_by` and `note`; None takes one away."""
    before = state.file.about
    unknown = said.keys() - {*ABOUT_LINES, "note"}
    if unknown:
        raise NotTaken("unknown-key", f"'{sorted(unknown)[0]}' is not something that is said about a council.")
    new = {
        key: some_words(words) if key == "note" or not (words or "").strip() else one_line(words or "", "This")
        for key, words in said.items()
    }
    after = before.model_copy(update=new)
    if after == before:
        return None
    return replace(state, file=state.file.model_copy(update={"about": after})), AboutChange(before, after)


def with_what_if(state: State, variant: str, **new: Any) -> State:
    """The state with some values of one what-if changed."""
    return with_variant(state, variant, what_if=_what_if(state, variant).model_copy(update=new))


def with_variant(state: State, variant: str, **new: Any) -> State:
    """The state with one what-if changed."""
    changed = tuple(replace(each, **new) if each.id == variant else each for each in state.variants)
    return replace(state, variants=changed)


def _with_answer(state: State, question: str, after: AnswerGiven | None, variant: str | None) -> State:
    if variant is None:
        written, answers = state.file.answers, state.answers
    else:
        found: Variant = state.variant(variant)
        written, answers = found.what_if.answers, found.answers
    if after is None:
        new_written, new_answers = _without(written, question), _without(answers, question)
    else:
        new_written = {**written, question: after.written}
        new_answers = {**answers, question: after.answer}
    if variant is None:
        file = state.file.model_copy(update={"answers": new_written})
        return replace(state, file=file, answers=new_answers)
    what_if = _what_if(state, variant).model_copy(update={"answers": new_written})
    return with_variant(state, variant, what_if=what_if, answers=new_answers)


def _with_models(state: State, off: Mapping[str, str], variant: str | None) -> State:
    if variant is not None:
        return with_what_if(state, variant, off_the_table=off)
    return replace(state, file=state.file.model_copy(update={"off_the_table": off}))


def _off_the_table(state: State, variant: str | None) -> Mapping[str, str]:
    return state.file.off_the_table if variant is None else _what_if(state, variant).off_the_table


def _what_if(state: State, variant: str) -> WhatIf:
    return state.variant(variant).what_if


def _domain(rules: Rules, question: str) -> Domain:
    if question not in rules.domains:
        raise NotTaken("unknown-question", f"'{question}' is not a question of this rule set.")
    return rules.domains[question]


def _says_the_same(one: AnswerGiven, other: AnswerGiven) -> bool:
    return one._replace(written="") == other._replace(written="")


def _without(values: Mapping[str, Value], key: str) -> dict[str, Value]:
    return {each: value for each, value in values.items() if each != key}
