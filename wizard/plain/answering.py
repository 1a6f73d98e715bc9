"""From a line that was typed to an answer as a council file has it; and what can be answered, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wizard.conditions.domain import NOT_SURE_WORD
from wizard.report.asking_words import NONE_OF_THESE, NOT_SURE, takes_words
from wizard.session.change import NotTaken
from wizard.session.typed import typed

from .lines import number_of, shown

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain
    from wizard.schema.base import RawAnswer

YES_NO = {"yes": "Yes", "no": "No"}
UNSURE = frozenset(("u", "unsure", "not sure", "not_sure", "don't know", "do not know"))
NONE = frozenset(("none", "none of these"))
SHORT = {"y": "yes", "n": "no"}
FEWEST_LETTERS = 3
"""A part of an option's words stands for it only if it is at least so long, and only that option has it."""

_APART = re.compile(r"\s*(?:,|;|\band\b|\s)\s*")
_OR = re.compile(r"\s+or\s+|\s*\|\s*")


def options_of(domain: Domain) -> list[str]:
    """Everything that can be chosen by number, in an order that never changes; nothing for numbers and dates."""
    if domain.is_numeric:
        return []
    titles = [title_of(domain, each) for each in domain.options]
    return [*titles, *([NONE_OF_THESE] if domain.kind == "choices" else []), NOT_SURE]


def title_of(domain: Domain, option: str) -> str:
    """An option as it is read out."""
    return YES_NO.get(option) or domain.option_title(option) if domain.kind == "yes_no" else domain.option_title(option)


def how_words(domain: Domain) -> str:
    """What kind of answer it takes, where the options do not say so."""
    if domain.is_numeric:
        return takes_words(domain)
    if domain.kind == "choices":
        return "All that hold can be named, with commas between them."
    return ""


def prompt_for(domain: Domain, *, stands: bool) -> str:
    """What is expected, and where there is help."""
    keep = ", Enter to keep it" if stands else ""
    if domain.is_numeric:
        what = "a date" if domain.kind == "date" else "a number"
        return f"Type {what}, u for not sure{keep}, ? for help:"
    count = len(options_of(domain))
    how = f"1 to {count}, such as 1,2" if domain.kind == "choices" else f"1 to {count}"
    return f"Answer {how}{keep}, ? for help:"


def can_be(domain: Domain) -> str:
    """What can be answered, for a message about something that cannot."""
    if domain.is_numeric:
        return f"{takes_words(domain)} u means not sure."
    count = len(options_of(domain))
    if domain.kind == "choices":
        return f"Answer with numbers from 1 to {count}, such as 1,2."
    either = " Where it may be either of two, put or between them: 1 or 2." if len(domain.options) > 2 else ""
    return f"Answer with a number from 1 to {count}.{either}"


def is_option(domain: Domain, line: str) -> bool:
    """Whether a line names an option in full, so that no command of the same word takes its place."""
    plain = line.casefold()
    return not domain.is_numeric and any(plain in (each, title_of(domain, each).casefold()) for each in domain.options)


def answer_in(domain: Domain, line: str) -> RawAnswer:
    """The answer that a line gives. Raises NotTaken with what can be answered."""
    if line.casefold() in UNSURE:
        return NOT_SURE_WORD
    if domain.is_numeric:
        return typed(domain, line)
    if domain.kind == "choices":
        return _several(domain, line)
    parts = [_one(domain, each) for each in _OR.split(line)]
    if len(parts) == 1:
        return parts[0]
    if NOT_SURE_WORD in parts:
        raise NotTaken("wrong-value", "Not sure cannot stand beside another answer.", can_be(domain))
    return {"one_of": list(dict.fromkeys(parts))} if len(set(parts)) > 1 else parts[0]


def _several(domain: Domain, line: str) -> RawAnswer:
    whole = _named(domain, line)
    parts = [whole] if whole is not None else [_one(domain, each) for each in _APART.split(line) if each]
    alone = [each for each in parts if each in (NOT_SURE_WORD, NONE_OF_THESE)]
    if alone and len(set(parts)) > 1:
        raise NotTaken("wrong-value", f"“{_words(alone[0])}” cannot stand beside another answer.", can_be(domain))
    if not parts:
        raise _refused(domain, line)
    if alone:
        return NOT_SURE_WORD if alone[0] == NOT_SURE_WORD else []
    return [each for each in domain.options if each in parts]


def _one(domain: Domain, text: str) -> str:
    """The option of a number or of words."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        every = _everything(domain)
        number = number_of(text, len(every))
        if not number:
            raise _refused(domain, text)
        return every[number - 1]
    found = _named(domain, text)
    if found is None:
        raise _refused(domain, text)
    return found


def _everything(domain: Domain) -> list[str]:
    none = [NONE_OF_THESE] if domain.kind == "choices" else []
    return [*domain.options, *none, NOT_SURE_WORD]


def _named(domain: Domain, text: str) -> str | None:
    plain = text.casefold()
    if plain in UNSURE:
        return NOT_SURE_WORD
    if domain.kind == "choices" and plain in NONE:
        return NONE_OF_THESE
    if domain.kind == "yes_no":
        plain = SHORT.get(plain, plain)
    titles = {each: title_of(domain, each).casefold() for each in domain.options}
    for each, title in titles.items():
        if plain in (each, title, each.replace("_", " ")):
            return each
    near = [each for each, title in titles.items() if plain in title] if len(plain) >= FEWEST_LETTERS else []
    return near[0] if len(near) == 1 else None


def _refused(domain: Domain, text: str) -> NotTaken:
    return NotTaken("unknown-answer", f"“{shown(text)}” is not an answer here.", can_be(domain))


def _words(option: str) -> str:
    return NOT_SURE if option == NOT_SURE_WORD else option
