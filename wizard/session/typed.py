"""What a person types for a number or a date, and rough answers to choose from where one is not known exactly."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.domain import NOT_SURE_WORD
from wizard.conditions.reach import single_cells

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain, Number
    from wizard.engine import Rules
    from wizard.schema.base import RawAnswer

MOST_ROUGH = 8
"""With 'not sure' there are nine to choose from, one for each digit."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RANGE = re.compile(r"^(?:between\s+|from\s+)?(\S.*?)(?:\s+(?:to|and|-)\s+|\s*(?:\.\.|–|—)\s*)(\S.*)$", re.IGNORECASE)
_NUMBERS = re.compile(r"^([\d,. ]+)-([\d,. ]+)$")
_THOUSANDS = re.compile(r"(?<=\d)[, \u00a0](?=\d{3}(?!\d))")
_NAMED = re.compile(r"^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$", re.IGNORECASE)
_SLASHED = re.compile(r"^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$")


class Rough(NamedTuple):
    """An answer that says only between which bounds: in words, and as a council file writes it."""

    words: str
    written: RawAnswer


def typed(domain: Domain, text: str) -> RawAnswer:
    """What was typed as a council file would have it; whether it will do is for the session to say.

    Understood beside the written forms: '180,000', 'April 2008', '1/4/2008' (the day first), 'not sure', and ranges
    such as '180000 - 200000', 'April to June 2008' excepted: each end stands whole.
    """
    text = " ".join(text.split())
    if text.casefold() in (NOT_SURE_WORD, "not sure"):
        return NOT_SURE_WORD
    found = _RANGE.match(text) or (_NUMBERS.match(text) if domain.kind != "date" else None)
    if found is not None:
        return {"between": [_one(domain, found[1]), _one(domain, found[2])]}
    return _one(domain, text)


def as_typed(written: RawAnswer) -> str:
    """The text that `typed` understands as this answer; nothing for 'not sure'."""
    value = written.get("is", written) if isinstance(written, dict) else written
    if isinstance(value, dict):
        return " - ".join(str(each) for each in value.get("between", ()))
    return "" if value == NOT_SURE_WORD else str(value)


def rough_answers(rules: Rules, question: str) -> tuple[Rough, ...]:
    """The stretches of a number or of time between which the rules tell, from the lowest to the highest.

    None for other questions, for one that the rules do not cut, and where there are too many to choose from.
    """
    domain = rules.domains[question]
    if not domain.is_numeric or domain.low is None or domain.high is None:
        return ()
    stretches = [rules.cells.values_of(question, cell) for cell in single_cells(rules.cells.full[question])]
    if not 1 < len(stretches) <= MOST_ROUGH:
        return ()
    return tuple(
        Rough(domain.value_words(low, high), {"between": [value_text(domain, low), value_text(domain, high)]})
        for low, high in stretches
    )


def _one(domain: Domain, text: str) -> str:
    return _date(text) if domain.kind == "date" else _THOUSANDS.sub("", text)


def _date(text: str) -> str:
    named, slashed = _NAMED.match(text), _SLASHED.match(text)
    if named is not None and named[2][:3].lower() in _MONTHS:
        month = f"{named[3]}-{_MONTHS.index(named[2][:3].lower()) + 1:02}"
        return month if named[1] is None else f"{month}-{int(named[1]):02}"
    if slashed is not None:
        month = f"{slashed[3]}-{int(slashed[2]):02}"
        return month if slashed[1] is None else f"{month}-{int(slashed[1]):02}"
    return text


def value_text(domain: Domain, value: Number) -> str:
    """A number or a day as a council file writes it."""
    if domain.kind == "date":
        return datetime.date.fromordinal(int(value)).isoformat()
    return str(int(value) if domain.whole else value)
