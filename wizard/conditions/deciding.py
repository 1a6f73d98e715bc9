"""Three-valued evaluation: a condition becomes a function from facts to true, false or undecided.

Undecided comes as the set of questions because of which it is so. Kleene's strong logic: one false
part settles "all of", one true part settles "any of", whatever else is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .cells import UNKNOWN, Cells, Facts
from .nodes import AllOf, AnyOf, Condition, Test

Truth = bool | frozenset[str]
"""True, False, or the questions because of which it is undecided (never an empty set)."""

Decider = Callable[[Facts], Truth]


class Compiler:
    """Turns conditions into deciders; a test on a question that is not asked is false.

    `asked_when` gives the condition under which a question is asked, for those that have one.
    Equal conditions share one decider.
    """

    def __init__(self, cells: Cells, asked_when: Mapping[str, Condition]) -> None:
        self._cells = cells
        self._asked_when = asked_when
        self._known: dict[Condition, Decider] = {}

    def decider(self, condition: Condition) -> Decider:
        """The function that decides a condition."""
        found = self._known.get(condition)
        if found is None:
            found = self._known[condition] = self._build(condition)
        return found

    def _build(self, condition: Condition) -> Decider:
        if isinstance(condition, AllOf):
            return _all_of([self.decider(part) for part in condition.parts])
        if isinstance(condition, AnyOf):
            return _any_of([self.decider(part) for part in condition.parts])
        if hasattr(condition, "parts"):
            return _none_of(_any_of([self.decider(part) for part in condition.parts]))
        return self._test(condition)

    def _test(self, test: Test) -> Decider:
        key, accepted = self._cells.accepted(test)
        undecided = frozenset([test.question])
        # What is unknown may yet be accepted, even by a test that no answer passes: "none of" such
        # tests must not come to hold because nothing is known.
        may_pass, refused = accepted | UNKNOWN, ~accepted

        def decide(facts: Facts) -> Truth:
            possible = facts[key]
            if not possible & may_pass:
                return False
            return undecided if possible & refused else True

        asked = self._asked_when.get(test.question)
        return decide if asked is None else _all_of([self.decider(asked), decide])


def _settled_by(settles: bool, parts: list[Decider]) -> Decider:
    """One part that is `settles` settles it; else what is undecided leaves it so; else it is the opposite."""
    if len(parts) == 1:
        return parts[0]

    def decide(facts: Facts) -> Truth:
        undecided: frozenset[str] | None = None
        for part in parts:
            found = part(facts)
            if not isinstance(found, bool):
                undecided = found if undecided is None else undecided | found
            elif found is settles:
                return settles
        return not settles if undecided is None else undecided

    return decide


def _all_of(parts: list[Decider]) -> Decider:
    return _settled_by(False, parts)


def _any_of(parts: list[Decider]) -> Decider:
    return _settled_by(True, parts)


def _none_of(any_of: Decider) -> Decider:
    def decide(facts: Facts) -> Truth:
        found = any_of(facts)
        return not found if found is True or found is False else found

    return decide
