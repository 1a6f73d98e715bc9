"""Where people part, and what hangs on it: each one's answer in the place of the joined one, all else as it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.answers import Answer, NotSure
from wizard.engine import assess

from .positions import Position, positions_of
from .voices import case_with, next_to_each_other, pointed_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from wizard.engine import Case, Rules
    from wizard.engine.results import Assessment, DecisionResult

    from .voices import Voice


class WithIt(NamedTuple):
    """A position, and the whole result where it stands in the place of the joined answer."""

    position: Position
    assessment: Assessment


class Disagreement(NamedTuple):
    """`on` is a question, or a decision whose priorities people see differently (`of_priorities`).

    `turns` names the decisions in which what is pointed to depends on who is right; `moves` those in which only the
    kind of verdict does. `spread` is by how many points of the total (0 to 100) the lead of the first model over the
    second differs at most.
    """

    on: str
    of_priorities: bool
    outcomes: tuple[WithIt, ...]
    turns: tuple[str, ...]
    moves: tuple[str, ...]
    spread: Fraction

    @property
    def has_effect(self) -> bool:
        """Whether anything hangs on it."""
        return bool(self.turns or self.moves or self.spread)


def ranked(
    rules: Rules, joined: Assessment, voices: Sequence[Voice], asked: Mapping[str, Sequence[Position]]
) -> tuple[Disagreement, ...]:
    """Every matter on which two people or more say different things, that on which most hangs first.

    What turns more decisions comes first, then what moves the kind of more verdicts, then the wider spread of the
    lead. "Not sure" differs from no answer: it is no position of its own.
    """
    found = [*_on_questions(rules, joined, asked), *_on_priorities(rules, joined, voices)]
    return tuple(sorted(found, key=lambda each: (-len(each.turns), -len(each.moves), -each.spread)))


def _on_questions(rules: Rules, joined: Assessment, asked: Mapping[str, Sequence[Position]]) -> Iterator[Disagreement]:
    case = joined.case
    for question, positions in asked.items():
        told = [each for each in positions if not isinstance(each.said, (NotSure, tuple))]
        if len(told) > 1:
            with_it = [WithIt(each, assess(rules, _answering(case, question, each.said))) for each in told]
            yield _disagreement(question, False, joined, with_it)


def _on_priorities(rules: Rules, joined: Assessment, voices: Sequence[Voice]) -> Iterator[Disagreement]:
    for decision in joined.pack.decisions:
        orders = {each.who: each.orders[decision] for each in voices if decision in each.orders}
        positions = positions_of(orders)
        if len(positions) > 1:
            with_it = [
                WithIt(
                    each, assess(rules, case_with(joined.case, {}, {decision: tuple(next_to_each_other(each.said))}))
                )
                for each in positions
                if isinstance(each.said, tuple)
            ]
            yield _disagreement(decision, True, joined, with_it)


def _answering(case: Case, question: str, said: object) -> Case:
    assert isinstance(said, Answer)
    return replace(case, answers={**case.answers, question: said})


def _disagreement(on: str, of_priorities: bool, joined: Assessment, with_it: list[WithIt]) -> Disagreement:
    turns, moves, spread = [], [], Fraction(0)
    for decision in joined.pack.decisions:
        results = [each.assessment.decision(decision) for each in with_it]
        # What the joined answer itself comes to is one of the outcomes people part over.
        every = [joined.decision(decision), *results]
        if len({pointed_to(each) for each in every}) > 1:
            turns.append(decision)
        elif len({each.verdict.kind for each in every}) > 1:
            moves.append(decision)
        spread = max(spread, _spread(joined.decision(decision), results))
    return Disagreement(on, of_priorities, tuple(with_it), tuple(turns), tuple(moves), spread)


def _spread(joined: DecisionResult, results: Iterable[DecisionResult]) -> Fraction:
    pair = joined.competing[:2]
    if len(pair) < 2:
        return Fraction(0)
    one, other = (each.model.id for each in pair)
    leads = [each.standing(one).total - each.standing(other).total for each in results]
    return max(leads) - min(leads)
