"""From the words of a `when` to a condition; every fault is found, none stops the reading."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from .dates import date_words
from .domain import Domain, Fault, Refused
from .nodes import HIGHEST, LOWEST, AllOf, AnyOf, ChosenTest, Condition, Edge, NoneOf, NumberTest, OptionTest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GROUPS: dict[str, Callable[[tuple[Condition, ...]], Condition]] = {"all_of": AllOf, "any_of": AnyOf, "none_of": NoneOf}
NUMBER_WORDS = ("is", "is_not", "one_of", "at_least", "at_most", "above", "below", "between")
OPTION_WORDS = ("is", "is_not", "one_of")
CHOICES_WORDS = ("includes", "includes_any", "includes_all")
EVERY_WORD = tuple(dict.fromkeys((*NUMBER_WORDS, *CHOICES_WORDS)))

Path = tuple[str | int, ...]


def parse(raw: Any, domains: Mapping[str, Domain], path: Path = ()) -> tuple[Condition, list[Fault]]:
    """The condition that `raw` spells, and every fault in it (with faults the condition is not to be used)."""
    faults: list[Fault] = []
    return _mapping(raw, domains, path, faults), faults


def _mapping(raw: Any, domains: Mapping[str, Domain], path: Path, faults: list[Fault]) -> Condition:
    if not isinstance(raw, dict):
        faults.append(Fault(path, "odd-condition", "A condition is a mapping: question: answer."))
        return AllOf(())
    if not raw:
        faults.append(Fault(path, "odd-condition", "This condition is empty.", "Remove it if it should always hold."))
    parts: list[Condition] = []
    for key, value in raw.items():
        here = (*path, key)
        if key in GROUPS:
            parts.append(_group(key, value, domains, here, faults))
        elif key in domains:
            parts.append(_tests(domains[key], value, here, faults))
        else:
            faults.append(_unknown_question(key, domains, here))
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _group(key: str, value: Any, domains: Mapping[str, Domain], path: Path, faults: list[Fault]) -> Condition:
    if not isinstance(value, list) or not value:
        faults.append(Fault(path, "odd-condition", f"'{key}' takes a list of conditions."))
        return AllOf(())
    parts = tuple(_mapping(item, domains, (*path, index), faults) for index, item in enumerate(value))
    return GROUPS[key](parts)


def _unknown_question(key: str, domains: Mapping[str, Domain], path: Path) -> Fault:
    close = get_close_matches(key, [*domains, *GROUPS], n=1)
    hint = f"Did you mean '{close[0]}'?" if close else "See 'wizard pack show' for the questions there are."
    return Fault(path, "unknown-question", f"'{key}' is not a question.", hint, of_key=True)


def _tests(domain: Domain, value: Any, path: Path, faults: list[Fault]) -> Condition:
    if isinstance(value, dict):
        if not value:
            faults.append(Fault(path, "odd-condition", f"The test on '{domain.id}' is empty."))
        parts = tuple(_test(domain, word, operand, (*path, word), faults) for word, operand in value.items())
        return parts[0] if len(parts) == 1 else AllOf(parts)
    if domain.kind == "choices":
        hint = f"Write '{domain.id}: {{includes: ...}}'."
        faults.append(Fault(path, "odd-condition", f"Several answers can be chosen to '{domain.id}'.", hint))
        return AllOf(())
    return _test(domain, "one_of" if isinstance(value, list) else "is", value, path, faults)


def _test(domain: Domain, word: str, operand: Any, path: Path, faults: list[Fault]) -> Condition:
    known = CHOICES_WORDS if domain.kind == "choices" else NUMBER_WORDS if domain.is_numeric else OPTION_WORDS
    if word not in known:
        faults.append(_unknown_word(domain, word, known, path))
        return AllOf(())
    try:
        if domain.kind == "choices":
            return _chosen(domain, word, operand)
        if domain.is_numeric:
            return _number(domain, word, operand)
        options = frozenset(domain.option(each) for each in _listed(operand, word))
        return OptionTest(domain.id, frozenset(domain.options) - options if word == "is_not" else options)
    except Refused as refused:
        faults.append(refused.fault._replace(path=(*path, *refused.fault.path)))
        return AllOf(())


def _unknown_word(domain: Domain, word: str, known: tuple[str, ...], path: Path) -> Fault:
    close = get_close_matches(word, known, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else f"Use one of: {', '.join(known)}."
    message = (
        f"'{word}' does not suit '{domain.id}'."
        if word in EVERY_WORD
        else f"'{word}' is not a word for testing an answer."
    )
    return Fault(path, "unknown-test", message, hint, of_key=True)


def _listed(operand: Any, word: str) -> list[Any]:
    if word in ("one_of", "includes_any", "includes_all"):
        if not isinstance(operand, list) or not operand:
            raise Refused("odd-condition", f"'{word}' takes a list.")
        return operand
    return [operand]


def _chosen(domain: Domain, word: str, operand: Any) -> Condition:
    tests = tuple(ChosenTest(domain.id, domain.option(each)) for each in _listed(operand, word))
    if len(tests) == 1:
        return tests[0]
    return AnyOf(tests) if word == "includes_any" else AllOf(tests)


def _number(domain: Domain, word: str, operand: Any) -> NumberTest:
    if word == "between":
        if not isinstance(operand, list) or len(operand) != 2:
            raise Refused("odd-condition", "'between' takes a list of two: [lowest, highest].")
        low, high = domain.ends(operand[0])[0], domain.ends(operand[1])[1]
        if low > high:
            raise Refused("odd-condition", "The lowest value comes first in 'between'.")
        words = f"between {domain.value_words(low)} and {domain.value_words(high)}"
        return NumberTest(domain.id, (_interval(domain, low, high),), words)
    ends = sorted(domain.ends(each) for each in _listed(operand, word))
    low, high = ends[0]
    if word in ("is", "one_of"):
        return NumberTest(
            domain.id,
            tuple(_interval(domain, *each) for each in ends),
            " or ".join(domain.value_words(*each) for each in ends),
        )
    before, after = (LOWEST, (low, 0)), (_after(domain, high), HIGHEST)
    intervals: dict[str, tuple[tuple[Edge, Edge], ...]] = {
        "is_not": (before, after),
        "at_least": (((low, 0), HIGHEST),),
        "at_most": ((LOWEST, _after(domain, high)),),
        "above": (after,),
        "below": (before,),
    }
    return NumberTest(domain.id, intervals[word], _number_words(domain, word, low, high))


def _number_words(domain: Domain, word: str, low: float, high: float) -> str:
    start, end = domain.value_words(low), domain.value_words(high)
    if domain.kind == "date":
        start, end = (date_words(int(day), int(day)) for day in (low, high))
    words = {
        "is_not": f"not {domain.value_words(low, high)}",
        "at_least": f"{start} or later" if domain.kind == "date" else f"{start} or more",
        "at_most": f"{end} or earlier" if domain.kind == "date" else f"{end} or fewer",
        "above": f"after {end}" if domain.kind == "date" else f"above {end}",
        "below": f"before {start}" if domain.kind == "date" else f"below {start}",
    }
    return words[word]


def _interval(domain: Domain, low: float, high: float) -> tuple[Edge, Edge]:
    return (low, 0), _after(domain, high)


def _after(domain: Domain, value: float) -> Edge:
    """The cut just after a value; between whole numbers it is the one just before the next."""
    return (value + 1, 0) if domain.whole else (value, 1)
