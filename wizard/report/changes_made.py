"""What a person changed, in a sentence: 'Changed “population” from “180,000” to “190,000”.'"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import answer_words
from wizard.session.change import (
    AboutChange,
    AnswerChange,
    OffTheTableChange,
    Reload,
    TakenOver,
    TitleChange,
    TradeOffsChange,
    WeightsChange,
    WhatIfChange,
)

from .figures import counted, listed, sentence

if TYPE_CHECKING:
    from wizard.engine import Rules
    from wizard.session.change import AnswerGiven, Change


def change_made(rules: Rules, change: Change) -> str:
    """The sentence for a change that was just made."""
    return sentence(_what(rules, change))


def change_undone(rules: Rules, change: Change) -> str:
    """The sentence for one that was taken back."""
    return sentence(f"Taken back: {_lower(_what(rules, change))}")


def change_redone(rules: Rules, change: Change) -> str:
    """The sentence for one that was made again."""
    return sentence(f"Made again: {_lower(_what(rules, change))}")


def _what(rules: Rules, change: Change) -> str:
    if isinstance(change, AnswerChange):
        return _answer(rules, change) + _where(change.variant)
    if isinstance(change, OffTheTableChange):
        title = rules.pack.models[change.model].title
        done = "Put back on the table" if change.after is None else "Taken off the table"
        return f"{done}: {title}{_where(change.variant)}"
    if isinstance(change, WeightsChange):
        return f"Changed priorities: {_title(rules, change.decision)}{_where(change.variant)}"
    if isinstance(change, TradeOffsChange):
        return f"Changed what matters more: {_title(rules, change.decision)}"
    if isinstance(change, TitleChange):
        return f"Changed the title from “{change.before}” to “{change.after}”"
    if isinstance(change, AboutChange):
        return "Changed what is said about the council"
    if isinstance(change, TakenOver):
        return _taken_over(change)
    return "Took up the file as it stands on the disk" if isinstance(change, Reload) else _what_if(change)


def _answer(rules: Rules, change: AnswerChange) -> str:
    domain = rules.domains[change.question]

    def said(given: AnswerGiven) -> str:
        return f"“{answer_words(domain, given.answer)}”"

    ask = f"“{domain.question.named}”"
    before, after = change.before, change.after
    if before is None:
        return f"Answered {ask} with {said(after)}" if after is not None else f"Left {ask} as it was"
    if after is None:
        return f"Took back the answer to {ask}, which was {said(before)}"
    if before.answer == after.answer:
        return f"Changed what is noted on {ask}"
    return f"Changed {ask} from {said(before)} to {said(after)}"


def _what_if(change: WhatIfChange) -> str:
    before, after = change.before, change.after
    if before is None:
        return f"Began the what-if “{after.title}”" if after is not None else "Changed a what-if"
    if after is None:
        return f"Took away the what-if “{before.title}”"
    if before.title != after.title:
        return f"Renamed the what-if “{before.title}” to “{after.title}”"
    if change.kept_before != change.kept_after:
        where = "Kept in the council file" if change.kept_after else "No longer kept in the council file"
        return f"{where}: the what-if “{after.title}”"
    return f"Changed the what-if “{after.title}”"


def _taken_over(change: TakenOver) -> str:
    counts = ((len(change.answers), "answer"), (change.weights, "weight"), (len(change.models), "model"))
    what = listed([counted(count, noun) for count, noun in counts if count])
    return f"Taken over into the council file from the what-if “{change.title}”: {what}"


def _where(variant: str | None) -> str:
    if variant is None:
        return ""
    name = variant.replace("_", " ")
    return f" (in {name})" if name.startswith("what if") else f" (in the what-if {name})"


def _title(rules: Rules, decision: str) -> str:
    return rules.pack.decisions[decision].title


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
