"""What `--set`, `--unset`, `--weight`, `--off` and `--on` say together: a variation of a council."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.engine.varying import Variation

from .answer_given import answer_given, question_meant
from .naming import meant, suggestion
from .usage import Misused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.engine import Case, Rules
    from wizard.schema.base import RawAnswer

_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?")

OPTIONS = ("set", "unset", "weight", "off", "on")


@dataclass(frozen=True)
class ChangesGiven:
    """A variation, and its answers as a council file writes them."""

    variation: Variation
    written: Mapping[str, RawAnswer]


def takes_changes(parser: ArgumentParser) -> None:
    """Adds the options that say what would be otherwise."""
    said = {
        "set": ("QUESTION=ANSWER", "answer this; an option's id or title, a number, a date, or not_sure"),
        "unset": ("QUESTION", "take an answer back"),
        "weight": ("NAME=NUMBER", "the weight of a group, in 100, or of a criterion within its group"),
        "off": ("MODEL=REASON", "take a model off the table"),
        "on": ("MODEL", "put a model back on the table"),
    }
    for name in OPTIONS:
        metavar, help = said[name]
        parser.add_argument(f"--{name}", metavar=metavar, action="append", default=[], help=help)


def any_given(args: Namespace) -> bool:
    """Whether any of these options was used."""
    return any(getattr(args, name) for name in OPTIONS)


def changes_given(args: Namespace, rules: Rules, case: Case) -> ChangesGiven:
    """The variation. Raises Misused with what to write instead."""
    answers, written = _answers(args.set, rules, case)
    for name in args.unset:
        question = question_meant(name, rules.domains)
        if question in answers:
            raise Misused(f"'{question}' is both set and unset: leave one out.")
        if question not in case.answers:
            raise Misused(f"'{question}' has no answer that could be taken back.")
        answers[question] = None
    return ChangesGiven(Variation(answers, _weights(args.weight, rules), _off(args.off, args.on, rules, case)), written)


def _answers(given: list[str], rules: Rules, case: Case) -> tuple[dict[str, Answer | None], dict[str, RawAnswer]]:
    answers: dict[str, Answer | None] = {}
    written: dict[str, RawAnswer] = {}
    present = dict(case.answers)
    for text in given:
        found = answer_given(text, rules.domains, present)
        toggles = text.partition("=")[0].rstrip()[-1:] in ("+", "-")
        if found.question in answers and not toggles:
            raise Misused(f"'{found.question}' is set twice. To hold two answers side by side, put --and between them.")
        answers[found.question] = present[found.question] = found.answer
        written[found.question] = found.written
    return answers, written


def _weights(given: list[str], rules: Rules) -> dict[str, dict[str, Fraction | None]]:
    found: dict[str, dict[str, Fraction | None]] = {}
    for text in given:
        name, equals, number = (part.strip() for part in text.partition("="))
        if not equals or not name:
            raise Misused(f"'{text}' is not a weight: write it as name=number, such as capacity=30.")
        decision, of = _weighed(name, rules)
        if of in found.get(decision, {}):
            raise Misused(f"The weight of '{of}' is given twice.")
        found.setdefault(decision, {})[of] = _per_cent(number, of)
    return found


def _weighed(name: str, rules: Rules) -> tuple[str, str]:
    """The decision, and the group or criterion, that a name stands for; 'decision.name' where two have one."""
    wanted, dot, of = name.partition(".") if name.partition(".")[1] else ("", "", name)
    decisions = {each.decision.id: each.decision.title for each in rules.decisions}
    if dot:
        wanted = meant(wanted, decisions, "decision")
    titles = {each.id: each.title for each in rules.pack.head.groups}
    weighable = {
        each.decision.id: {criterion.group: titles.get(criterion.group, criterion.group) for criterion in each.criteria}
        | {criterion.id: criterion.title for criterion in each.criteria}
        for each in rules.decisions
        if not dot or each.decision.id == wanted
    }
    every = {key: title for names in weighable.values() for key, title in names.items()}
    found = meant(of, every, "group or criterion")
    having = [decision for decision, names in weighable.items() if found in names]
    if len(having) > 1:
        ways = " or ".join(f"{decision}.{found}=NUMBER" for decision in having)
        raise Misused(f"'{found}' is weighed for {len(having)} questions. Say which one: {ways}.")
    return having[0], found


def _per_cent(text: str, of: str) -> Fraction:
    number = Fraction(text) if _NUMBER.fullmatch(text) else None
    if number is None or number > 100:
        raise Misused(f"'{text}' is not a weight for '{of}': write a number from 0 to 100, such as {of}=30.")
    return number


def _off(off: list[str], on: list[str], rules: Rules, case: Case) -> dict[str, str | None]:
    titles = {each.id: each.title for each in rules.pack.models.values()}
    found: dict[str, str | None] = {}
    for text in off:
        name, _, reason = (part.strip() for part in text.partition("="))
        model = meant(name, titles, "model")
        if not reason:
            raise Misused(f"Say why '{model}' is off the table: --off \"{model}=No partner\".")
        if model in found:
            raise Misused(f"'{model}' is taken off the table twice.")
        found[model] = reason
    for name in on:
        model = meant(name, titles, "model")
        if model in found:
            raise Misused(f"'{model}' is both taken off the table and put back: leave one out.")
        if model not in case.off_the_table:
            hint = suggestion(model, case.off_the_table) or "There is nothing to put back."
            raise Misused(f"'{model}' is not off the table. {hint}")
        found[model] = None
    return found
