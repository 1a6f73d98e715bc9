"""The cells that rules cut each question into, as bits.

Every rule that looks at a number asks on which side of some cut it lies, so answers between two cuts
are alike to all rules: they are one cell. An option is a cell. What is possible for an answer is a
set of bits; bit 0 stands for "unknown", which no test ever accepts, so that what is not known can
leave a test undecided and can never make it true.

A question to which several options can be chosen becomes one yes/no fact for each option.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from .answers import Answer, Between, Chosen, NotSure, OneOf
from .nodes import ChosenTest, Condition, Edge, NumberTest, OptionTest, Test, tests_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .domain import Domain

UNKNOWN = 1
NO, YES = 2, 4

Facts = dict[str, int]
"""For every key (a question, or `question:option`), the set of cells that are still possible, as bits."""


def option_key(question: str, option: str) -> str:
    """The key of one option of a question with several."""
    return f"{question}:{option}"


class Cells:
    """The cells of every question, given every condition that will be asked of them."""

    def __init__(self, domains: Mapping[str, Domain], conditions: Iterable[Condition]) -> None:
        self.domains = domains
        cuts: dict[str, set[Edge]] = {}
        for condition in conditions:
            for test in tests_in(condition):
                if isinstance(test, NumberTest):
                    cuts.setdefault(test.question, set()).update(edge for pair in test.intervals for edge in pair)
        self._edges: dict[str, list[Edge]] = {
            question: sorted(edge for edge in edges if abs(edge[0]) != float("inf")) for question, edges in cuts.items()
        }
        self._bits = {
            domain.id: {option: 2 << n for n, option in enumerate(domain.options)} for domain in domains.values()
        }
        self.full: Facts = {}
        for domain in domains.values():
            if domain.kind == "choices":
                self.full.update({option_key(domain.id, option): NO | YES for option in domain.options})
            elif domain.is_numeric:
                low = domain.low if domain.low is not None else float("-inf")
                high = domain.high if domain.high is not None else float("inf")
                self.full[domain.id] = self._numbers(domain.id, Between(low, high))
            else:
                self.full[domain.id] = sum(self._bits[domain.id].values())
        self.nothing_known: Facts = {key: cells | UNKNOWN for key, cells in self.full.items()}

    def keys_of(self, question: str) -> tuple[str, ...]:
        """The keys that stand for a question."""
        domain = self.domains[question]
        if domain.kind != "choices":
            return (question,)
        return tuple(option_key(question, option) for option in domain.options)

    def facts(self, answers: Mapping[str, Answer]) -> Facts:
        """What is possible, given the answers; questions without one are unknown."""
        facts = dict(self.nothing_known)
        for question, answer in answers.items():
            if question in self.domains:
                facts.update(self.facts_of(question, answer))
        return facts

    def facts_of(self, question: str, answer: Answer) -> Facts:
        """What one answer leaves possible, for each key of its question."""
        if isinstance(answer, NotSure):
            return {key: self.nothing_known[key] for key in self.keys_of(question)}
        if isinstance(answer, Chosen):
            options = self.domains[question].options
            return {option_key(question, option): YES if option in answer.options else NO for option in options}
        if isinstance(answer, OneOf):
            return {question: sum(self._bits[question][option] for option in answer.options)}
        return {question: self._numbers(question, answer)}

    def accepted(self, test: Test) -> tuple[str, int]:
        """The key that a test looks at and the cells that it accepts."""
        if isinstance(test, ChosenTest):
            return option_key(test.question, test.option), YES
        if isinstance(test, OptionTest):
            return test.question, sum(self._bits[test.question][option] for option in test.options)
        edges = self._edges[test.question]
        cells = 0
        for start, end in test.intervals:
            first = 0 if start[0] == float("-inf") else bisect_right(edges, start)
            stop = len(edges) + 1 if end[0] == float("inf") else bisect_left(edges, end) + 1
            for cell in range(first, stop):
                cells |= 2 << cell
        return test.question, cells

    def cell_of(self, question: str, value: float) -> int:
        """The cell, as a bit, that a number or a day lies in."""
        return 2 << bisect_right(self._edges.get(question, []), (value, 0))

    def values_of(self, question: str, cell: int) -> tuple[float, float]:
        """The lowest and highest value of a number's cell (infinite where open), within the question's range."""
        edges = self._edges.get(question, [])
        index = cell.bit_length() - 2
        domain = self.domains[question]
        low = edges[index - 1][0] if index > 0 else float("-inf")
        high = edges[index][0] if index < len(edges) else float("inf")
        if domain.whole and high != float("inf"):
            high -= 1
        low = max(low, domain.low) if domain.low is not None else low
        return low, min(high, domain.high) if domain.high is not None else high

    def _numbers(self, question: str, answer: Between) -> int:
        edges = self._edges.get(question, [])
        first = bisect_right(edges, (answer.low, 0))
        last = bisect_right(edges, (answer.high, 0))
        cells = 0
        for cell in range(first, last + 1):
            cells |= 2 << cell
        return cells
