"""What can be answered to a question, and how what was written is understood."""

from __future__ import annotations

import math
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from .answers import NOT_SURE, Answer, Between, Chosen, OneOf
from .dates import date_words, days_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.schema.question import Question

Number = int | float

NOT_SURE_WORD = "not_sure"


class Fault(NamedTuple):
    """Something wrong with words an author wrote; `path` leads to it from where they begin."""

    path: tuple[str | int, ...]
    check: str
    message: str
    hint: str | None = None
    of_key: bool = False


class Refused(Exception):
    """An answer or a value that a question cannot take."""

    def __init__(self, check: str, message: str, hint: str | None = None, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.fault = Fault(path, check, message, hint)


class Domain:
    """The answers that a question can take.

    `low` and `high` bound numbers and days (None where open); `options` lists what can be chosen.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.id = question.id
        self.kind = question.answer
        self.is_numeric = question.answer in ("whole_number", "number", "date")
        self.whole = question.answer != "number"
        if question.answer == "yes_no":
            self.options: tuple[str, ...] = ("yes", "no")
        else:
            self.options = tuple(option.id for option in question.options)
        self.low = self._bound(question.min, first=True)
        self.high = self._bound(question.max, first=False)

    def _bound(self, text: str | None, *, first: bool) -> Number | None:
        if text is None or not self.is_numeric:
            return None
        ends = self.ends(text, within=False)
        return ends[0] if first else ends[1]

    def ends(self, text: Any, *, within: bool = True) -> tuple[Number, Number]:
        """The lowest and highest value that a written number or date may mean. Raises Refused."""
        if not isinstance(text, str):
            raise Refused("wrong-type", f"'{self.id}' takes {self.takes()}.")
        if self.kind == "date":
            days = days_of(text)
            if days is None:
                raise Refused(
                    "wrong-type",
                    f"'{text}' is not a date.",
                    "Write a year, a month or a day: 2008, 2008-04 or 2008-04-01.",
                )
            ends: tuple[Number, Number] = days
        else:
            number = self._number(text)
            ends = number, number
        if within:
            self._refuse_outside(text, ends)
        return ends

    def _number(self, text: str) -> Number:
        plain = text.strip().replace("_", "")
        try:
            if self.whole:
                # int() also reads other scripts' digits; an answer is written with 0-9.
                if not plain.lstrip("+-").isascii():
                    raise ValueError
                return int(plain)
            value = float(plain)
        except ValueError:
            hint = f"Write it without commas: {plain.replace(',', '')}." if "," in plain else None
            raise Refused(
                "wrong-type", f"'{text}' is not {'a whole number' if self.whole else 'a number'}.", hint
            ) from None
        if not math.isfinite(value):
            raise Refused("wrong-type", f"'{text}' is not a number.")
        return value

    def _refuse_outside(self, text: str, ends: tuple[Number, Number]) -> None:
        if (self.low is not None and ends[1] < self.low) or (self.high is not None and ends[0] > self.high):
            raise Refused("out-of-range", f"'{text}' is outside what '{self.id}' can be: {self.takes()}.")

    def option(self, text: Any) -> str:
        """An option's id. Raises Refused with a suggestion where there is no such option."""
        if isinstance(text, str) and text in self.options:
            return text
        close = get_close_matches(str(text), self.options, n=1)
        hint = f"Did you mean '{close[0]}'?" if close else f"It can be: {', '.join(self.options)}."
        shown = f"'{text}'" if isinstance(text, str) else "This"
        raise Refused("unknown-answer", f"{shown} is not an answer to '{self.id}'.", hint)

    def takes(self) -> str:
        """In words, what can be answered."""
        if not self.is_numeric:
            return f"{'any of' if self.kind == 'choices' else 'one of'}: {', '.join(self.options)}"
        noun = {"whole_number": "a whole number", "number": "a number", "date": "a date"}[self.kind]
        if self.low is None and self.high is None:
            return noun
        if self.low is None or self.high is None:
            return (
                f"{noun} from {self.value_words(self.low)}"
                if self.high is None
                else f"{noun} up to {self.value_words(self.high)}"
            )
        return f"{noun} from {self.value_words(self.low)} to {self.value_words(self.high)}"

    def value_words(self, value: Number | None, last: Number | None = None) -> str:
        """A number or day as a person reads it, or the range from `value` to `last`."""
        if value is None:
            return ""
        if self.kind == "date":
            return date_words(int(value), int(value if last is None else last))
        text = _plain(value)
        return text if last is None or last == value else f"between {text} and {_plain(last)}"

    def option_title(self, option: str) -> str:
        """What a person reads for an option."""
        titles = {each.id: each.title for each in self.question.options}
        return titles.get(option, option)


def understand(domain: Domain, written: Any) -> Answer:
    """The answer that `written` (text, list, or a mapping with is, one_of or between) means. Raises Refused."""
    if isinstance(written, dict):
        return _detailed(domain, written)
    if written == NOT_SURE_WORD:
        return NOT_SURE
    if domain.kind == "choices":
        chosen = written if isinstance(written, list) else [written]
        return Chosen(frozenset(_each(domain.option, chosen)))
    if domain.is_numeric:
        return Between(*domain.ends(written))
    return OneOf(frozenset([domain.option(written)]))


def _detailed(domain: Domain, written: dict[str, Any]) -> Answer:
    given = [key for key in ("is", "one_of", "between") if written.get(key) is not None]
    if len(given) != 1:
        raise Refused("wrong-type", f"The answer to '{domain.id}' needs exactly one of 'is', 'one_of' and 'between'.")
    key, value = given[0], written[given[0]]
    try:
        if key == "is":
            return understand(domain, value)
        if key == "between":
            return _between(domain, value)
        if domain.is_numeric or domain.kind == "choices":
            raise Refused("wrong-type", f"'one_of' does not suit '{domain.id}', which takes {domain.takes()}.")
        if not isinstance(value, list) or not value:
            raise Refused("wrong-type", "'one_of' should be a list of at least one answer.")
        return OneOf(frozenset(_each(domain.option, value)))
    except Refused as refused:
        fault = refused.fault
        raise Refused(fault.check, fault.message, fault.hint, (key, *fault.path)) from None


def _between(domain: Domain, value: Any) -> Between:
    if not domain.is_numeric:
        raise Refused("wrong-type", f"'between' does not suit '{domain.id}', which takes {domain.takes()}.")
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise Refused("wrong-type", "'between' should be a list of two: [lowest, highest].")
    low, high = (domain.ends(each) for each in value)
    if low[0] > high[1]:
        raise Refused("wrong-type", "The lowest value comes first in 'between'.")
    return Between(low[0], high[1])


def _each(read: Any, values: Sequence[Any]) -> list[str]:
    found = []
    for index, value in enumerate(values):
        try:
            found.append(read(value))
        except Refused as refused:
            fault = refused.fault
            raise Refused(fault.check, fault.message, fault.hint, (index, *fault.path)) from None
    return found


def answer_words(domain: Domain, answer: Answer | None) -> str:
    """An answer as a person reads it."""
    if answer is None:
        return "not answered"
    if isinstance(answer, Between):
        return _range_words(domain, answer)
    if isinstance(answer, (OneOf, Chosen)):
        titles = [domain.option_title(option) for option in domain.options if option in answer.options]
        return (" or " if isinstance(answer, OneOf) else "; ").join(titles) or "none of these"
    return "not sure"


def _plain(value: Number) -> str:
    """'12,000', '0.3'; a fraction that is whole looks so."""
    return f"{value:,}".removesuffix(".0")


def _range_words(domain: Domain, answer: Between) -> str:
    """A number or day, or a range of them, any end of which may be open."""
    low, high = _open_end(domain, answer.low, 1), _open_end(domain, answer.high, -1)
    bounded = math.isfinite(answer.low), math.isfinite(answer.high)
    if all(bounded) and low is None and high is None:
        return domain.value_words(answer.low, answer.high)
    least, most = ("or later", "or earlier") if domain.kind == "date" else ("at least", "at most")
    said = []
    if bounded[0]:
        said.append(f"above {low}" if low is not None else f"{domain.value_words(answer.low)} {least}")
    if bounded[1]:
        said.append(f"below {high}" if high is not None else f"{domain.value_words(answer.high)} {most}")
    return " and ".join(said) or "any"


def _open_end(domain: Domain, value: Number, towards: int) -> str | None:
    """The number that is just not meant, where a fraction is the very next one above (1) or below (-1) a plain one."""
    if domain.whole or not math.isfinite(value):
        return None
    plain = float(f"{value:.12g}") if abs(value) > 1e-300 else 0.0
    return domain.value_words(plain) if value == math.nextafter(plain, towards * math.inf) else None
