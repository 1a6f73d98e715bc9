"""One answer at a time: how far each question alone could move the lead, everything else as it is.

Decision analysis draws this as a tornado diagram. A lead is a sum over arguments, each counted for the share of
the 256 completions in which it holds, so changing one answer moves only the arguments that look at it: all ends
are exact, and equal to a whole new assessment with that answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from wizard.conditions.answers import Answer, Chosen, is_known
from wizard.conditions.cells import NO, UNKNOWN, YES, option_key
from wizard.conditions.reach import single_cells

from .held_shares import HeldShares
from .judging import known_of
from .single_answers import alike_answers, answer_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .compiling import Rules
    from .results import Assessment, DecisionResult

Known = Literal["known", "partly", "unknown"]

Tried = TypeVar("Tried")

MOST_TOGETHER = 12
"""More options of one question that the same arguments look at are not tried in all ways together."""


class End(NamedTuple):
    """One end of a range: the answer, the lead with it, and the model that would come first (None where none is open).

    `alike` is for words: all answers that give this lead and this model, as one of several options, or as the numbers
    or days around (infinite where the question sets no bound). `given` says that it is the answer as it stands.
    """

    answer: Answer
    lead: Fraction
    first: str | None
    alike: Answer
    given: bool


class Bar(NamedTuple):
    """How far one question alone could move the lead: from `low` to `high`.

    For a question whose answer is known: over that answer and all others it could take (of several options, one in or
    out at a time). For one that is not: over all its possible answers. `tried` counts those. `exhaustive` is false
    where a question with very many options was not tried in all ways: then the range may be wider.
    """

    question: str
    known: Known
    low: End
    high: End
    tried: int
    exhaustive: bool = True

    @property
    def width(self) -> Fraction:
        """How far the lead moves, in points of the total."""
        return self.high.lead - self.low.lead


@dataclass(frozen=True)
class Tornado:
    """The lead of `first` over `second` as it stands, and how far each question that is asked could move it.

    `bars` run from the widest down; questions that move nothing have width 0.
    """

    decision: str
    first: str
    second: str
    lead: Fraction
    bars: tuple[Bar, ...]


def tornado(rules: Rules, assessment: Assessment, decision: str) -> Tornado | None:
    """One answer at a time for one decision; None where fewer than two models compete.

    `assessment` must come from these rules. Raises KeyError where there is no such decision.
    """
    result = assessment.decision(decision)
    if len(result.competing) < 2:
        return None
    trying = _Trying(rules, assessment, result)
    bars = sorted(trying.bars(), key=lambda bar: -bar.width)
    return Tornado(decision, trying.first, trying.second, trying.lead_with({}), tuple(bars))


class _Trying:
    """One decision of one case, with single answers changed."""

    def __init__(self, rules: Rules, assessment: Assessment, result: DecisionResult) -> None:
        self.rules = rules
        self.held = HeldShares(rules, assessment.case, result)
        self.answers, self.facts = self.held.answers, self.held.facts
        self.first, self.second = (each.model.id for each in result.competing[:2])
        points = zip(self.held.points_of(self.first), self.held.points_of(self.second), strict=True)
        self.values = [first - second for first, second in points]
        self.base = result.standing(self.first).total - result.standing(self.second).total

    def bars(self) -> Iterator[Bar]:
        """A bar for each question that bears on the decision and is asked, or may be."""
        bearing = self.held.decision.bearing
        for question in known_of(self.rules, self.answers, self.facts, bearing, core=False).asked:
            if self.rules.domains[question].kind == "choices":
                answer = self.answers.get(question)
                yield self._toggled(question, answer) if isinstance(answer, Chosen) else self._chosen(question)
            else:
                yield self._single(question)

    def lead_with(self, setting: Mapping[str, int]) -> Fraction:
        """The lead when these keys have these cells."""
        moved = sum(
            self.values[number] * (self.held.count(number, setting) - self.held.counts[number])
            for number in self.held.looking_at(setting)
            if self.values[number]
        )
        return self.base + moved * self.held.scale

    def _single(self, question: str) -> Bar:
        """A number, a day, a choice or yes and no: every cell that it can be in."""
        answer = self.answers.get(question)
        now = self.facts[question]
        known = answer is not None and is_known(answer)
        partly = not now & UNKNOWN and not known
        cells = single_cells(now & ~UNKNOWN if partly else self.rules.cells.full[question])
        leads = {cell: self.lead_with({question: cell}) for cell in cells}
        # The answer as given comes first, so that it stands at an end which others only equal.
        tried = [(leads[cell], cell) for cell in sorted(cells, key=lambda cell: cell != now)]
        low, high = (self._end_of_cell(question, leads, cell) for _, cell in _ends(tried))
        return Bar(question, "known" if known else "partly" if partly else "unknown", low, high, len(cells))

    def _end_of_cell(self, question: str, leads: Mapping[int, Fraction], cell: int) -> End:
        answer = self.answers.get(question)
        if answer is not None and cell == self.facts[question]:
            return End(answer, leads[cell], self._first_in(question, cell), answer, True)
        first = self._first_in(question, cell)
        same = [each for each in leads if leads[each] == leads[cell] and self._first_in(question, each) == first]
        alike = alike_answers(self.rules, answer, question, same, cell)
        return End(answer_in(self.rules, answer, question, cell), leads[cell], first, alike, False)

    def _first_in(self, question: str, cell: int) -> str | None:
        said = answer_in(self.rules, self.answers.get(question), question, cell)
        return self.held.first_with(question, said, {question: cell})

    def _toggled(self, question: str, answer: Chosen) -> Bar:
        """Several options of which some are chosen: one in or out at a time."""
        tried: list[tuple[Fraction, Chosen]] = [(self.base, answer)]
        for option in self.rules.domains[question].options:
            cell = NO if option in answer.options else YES
            lead = self.lead_with({option_key(question, option): cell})
            tried.append((lead, Chosen(answer.options ^ {option})))
        low, high = (self._end_of_chosen(question, *end) for end in _ends(tried))
        return Bar(question, "known", low, high, len(tried))

    def _chosen(self, question: str) -> Bar:
        """Several options of which nothing is known: all ways to choose.

        Options that no argument looks at together add up, so each group of them is tried on its own.
        """
        options = self.rules.domains[question].options
        groups = self._groups(question, options)
        low, high = frozenset[str](), frozenset[str]()
        for group in groups:
            ways = _ways_to_choose(group)
            tried = [(self.lead_with(self._setting(question, group, chosen)), chosen) for chosen in ways]
            (_, lowest), (_, highest) = _ends(tried)
            low, high = low | lowest, high | highest
        # What no argument looks at is left out of both ends.
        ends = [(self.lead_with(self._setting(question, options, each)), Chosen(each)) for each in (low, high)]
        exhaustive = all(len(group) <= MOST_TOGETHER for group in groups)
        first, last = (self._end_of_chosen(question, *end) for end in ends)
        return Bar(question, "unknown", first, last, 2 ** len(options), exhaustive)

    def _groups(self, question: str, options: Sequence[str]) -> list[tuple[str, ...]]:
        """The options that some argument looks at, those that stand together in one in one group."""
        groups: list[set[str]] = []
        for number in self.held.looking_at({option_key(question, option): YES for option in options}):
            if self.values[number]:
                keys = self.held.keys[number]
                merged = {option for option in options if option_key(question, option) in keys}
                apart = [group for group in groups if not group & merged]
                groups = [*apart, merged.union(*(group for group in groups if group & merged))]
        return [tuple(option for option in options if option in group) for group in groups]

    @staticmethod
    def _setting(question: str, options: Sequence[str], chosen: frozenset[str]) -> dict[str, int]:
        return {option_key(question, option): YES if option in chosen else NO for option in options}

    def _end_of_chosen(self, question: str, lead: Fraction, answer: Chosen) -> End:
        setting = self._setting(question, self.rules.domains[question].options, answer.options)
        first = self.held.first_with(question, answer, setting)
        return End(answer, lead, first, answer, answer == self.answers.get(question))


def _ends(tried: Sequence[tuple[Fraction, Tried]]) -> tuple[tuple[Fraction, Tried], tuple[Fraction, Tried]]:
    """What gives the lowest and what gives the highest lead; the first of those that give the same."""
    return min(tried, key=lambda each: each[0]), max(tried, key=lambda each: each[0])


def _ways_to_choose(options: Sequence[str]) -> Iterator[frozenset[str]]:
    """All ways to choose among the options, fewest first; of very many only none, each alone, and all."""
    if len(options) > MOST_TOGETHER:
        yield frozenset()
        yield from (frozenset([option]) for option in options)
        yield frozenset(options)
        return
    for count in range(len(options) + 1):
        yield from (frozenset(chosen) for chosen in combinations(options, count))
