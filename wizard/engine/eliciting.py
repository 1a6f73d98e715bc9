"""From what a person says to weights in per cent, as council files carry them.

Weights of groups are per cents of the whole, those of criteria per cents of their group. Three ways of saying it:
swing weights ("how much does the step from worst to best matter?", D. von Winterfeldt and W. Edwards, Decision
Analysis and Behavioral Research, 1986), an order alone (rank-order centroid weights: W. Edwards and F. H. Barron,
"SMARTS and SMARTER", Organizational Behavior and Human Decision Processes 60, 1994; Barron and Barrett,
Management Science 42(11), 1996), and the weights themselves.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import floor, isfinite
from typing import TYPE_CHECKING

from .ordering import rank_order_centroid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    Said = Mapping[str, object] | Iterable[tuple[str, object]]
    """Ids with what was said of each: a whole number, a decimal, or either as it was typed."""

WHOLE = Fraction(100)

_NUMBER = re.compile(r"[+-]?(\d{1,12}(\.\d{0,12})?|\.\d{1,12})", re.ASCII)


class NotWeights(ValueError):
    """What was said cannot be made into weights: `message` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.message, self.hint = message, hint


def from_swings(points: Said, among: Collection[str] | None = None) -> dict[str, Fraction]:
    """Per cents in proportion to the points given to each step from worst to best; together exactly 100.

    Any points from 0 up, the step that matters most usually 100. `among` are the ids there are: each must be
    given its points. Raises NotWeights.
    """
    said = {each: _number(each, value) for each, value in _once(points, among)}
    _all_there(said, among, "Give it 0 where its step from worst to best does not matter.")
    total = sum(said.values(), Fraction(0))
    if total == 0:
        raise _all_zero()
    return {each: WHOLE * value / total for each, value in said.items()}


def from_ranks(order: Iterable[str | Sequence[str]], among: Collection[str] | None = None) -> dict[str, Fraction]:
    """Per cents from an order alone, what matters most first; together exactly 100.

    A list inside the order is a tie: its members share the places they take. `among` are the ids there are: each
    must be placed. Raises NotWeights.
    """
    tiers = [(tier,) if isinstance(tier, str) else tuple(tier) for tier in order if tier]
    placed = [each for tier in tiers for each in tier]
    each_once(placed, among)
    _all_there(placed, among, "Put it in its place; '=' joins those that matter the same.")
    centroid = rank_order_centroid(len(placed))
    weights: dict[str, Fraction] = {}
    for tier in tiers:
        places = centroid[len(weights) : len(weights) + len(tier)]
        weights.update(dict.fromkeys(tier, WHOLE * sum(places, Fraction(0)) / len(tier)))
    return weights


def direct(weights: Said, among: Collection[str] | None = None) -> dict[str, Fraction]:
    """The per cents themselves; those not given share what is left of 100. Raises NotWeights."""
    said = {each: _number(each, value) for each, value in _once(weights, among)}
    total = sum(said.values(), Fraction(0))
    if total > WHOLE:
        raise NotWeights(f"Together they come to {_shown(total)} in 100.", "Together they may come to 100 at most.")
    if total == 0 and set(among if among is not None else said) <= set(said):
        raise _all_zero()
    return said


def each_once(ids: Iterable[str], among: Collection[str] | None = None) -> None:
    """Raises NotWeights where nothing is named, something unknown, or something twice."""
    _once([(each, None) for each in ids], among)


def in_hundredths(weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Per cents to two decimals, as a person reads and files carry them, for weights that are together 100.

    What was equal stays equal and the sum never passes 100; else it is kept as nearly as can be, the largest
    remainders rounded up first. Where all that share a whole are given only their proportions count.
    """
    exact = {each: weight * 100 for each, weight in weights.items()}
    rounded = {each: floor(value) for each, value in exact.items()}
    missing = floor(sum(exact.values(), Fraction(0))) - sum(rounded.values())
    for value in sorted(set(exact.values()), key=lambda value: floor(value) - value):
        alike = [each for each in exact if exact[each] == value]
        if value != floor(value) and len(alike) <= missing:
            rounded.update((each, floor(value) + 1) for each in alike)
            missing -= len(alike)
    return {each: Fraction(value, 100) for each, value in rounded.items()}


def _once(said: Said, among: Collection[str] | None) -> list[tuple[str, object]]:
    """The ids with what was said of each. Raises NotWeights for none, an unknown one and one said twice."""
    pairs = list(said.items() if hasattr(said, "items") else said)
    if not pairs:
        raise NotWeights("Nothing is said about any of them.", _there_are(among) or "Name at least one.")
    seen: set[str] = set()
    for each, _ in pairs:
        if among is not None and each not in among:
            raise NotWeights(f"'{each}' is not one of those to weigh.", _did_you_mean(each, among))
        if each in seen:
            raise NotWeights(f"'{each}' is given twice.", "Say it once.")
        seen.add(each)
    return pairs


def _all_there(said: Collection[str], among: Collection[str] | None, hint: str) -> None:
    missing = [each for each in among or () if each not in said]
    if missing:
        raise NotWeights(f"Nothing is said about {', '.join(missing)}.", hint)


def _number(each: str, value: object) -> Fraction:
    number = _fraction(value)
    if number is None:
        raise NotWeights(f"'{value}' for '{each}' is not a number.", "Write a number from 0 up, such as 40 or 12.5.")
    if number < 0:
        raise NotWeights(f"'{each}' has {_shown(number)}, which is below 0.", "The least is 0: it does not count.")
    return number


def _fraction(value: object) -> Fraction | None:
    """A number exactly as written; None for what is none, and for what no person would type."""
    if isinstance(value, str):
        return Fraction(value.strip()) if _NUMBER.fullmatch(value.strip()) else None
    if isinstance(value, bool) or not isinstance(value, (int, float, Fraction)):
        return None
    if isinstance(value, float):
        return Fraction(str(value)) if isfinite(value) else None
    return Fraction(value)


def _all_zero() -> NotWeights:
    return NotWeights("All of them weigh 0: nothing would count.", "Give at least one of them more.")


def _there_are(among: Collection[str] | None) -> str:
    return f"There are: {', '.join(among)}." if among else ""


def _did_you_mean(word: str, among: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(among), n=1)
    return f"Did you mean '{close[0]}'?" if close else _there_are(among)


def _shown(number: Fraction) -> str:
    return f"{float(number):g}"
