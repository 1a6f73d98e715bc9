"""A rule set with its conditions understood: what checks and `wizard pack show` look at."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from wizard.conditions.cells import Cells
from wizard.conditions.deciding import Compiler
from wizard.conditions.domain import Domain
from wizard.conditions.moves import moved
from wizard.conditions.nodes import ALWAYS, AllOf, Condition, questions_in
from wizard.conditions.parse import parse
from wizard.conditions.reach import every_known, reach, with_askers
from wizard.schema.base import RawCondition
from wizard.schema.criterion import Argument, Criterion
from wizard.schema.pack import Pack

from .places import Path, Places
from .reading import ReadPack
from .usage import Use, conditions_in


class ParsedUse(NamedTuple):
    """A condition in use: whose it is and where, and what it means."""

    use: Use
    condition: Condition


class PlacedArgument(NamedTuple):
    """An argument, the criterion it stands in, its path there and its condition."""

    criterion: Criterion
    argument: Argument
    path: Path
    condition: Condition


class ParsedPack:
    """A rule set that was read without faults; what is costly is worked out when first asked for."""

    def __init__(self, read: ReadPack) -> None:
        self.pack: Pack = read.pack
        self.places: Places = read.places
        self.domains = {question.id: Domain(question) for question in read.pack.questions.values()}
        self.uses = tuple(ParsedUse(use, self.condition(use.raw)) for use in conditions_in(read.pack))
        self.asked_when = {use.id: condition for use, condition in self.uses if use.role == "asked_when"}
        self._same: dict[tuple[Condition, Condition], bool] = {}

    def condition(self, raw: RawCondition | None) -> Condition:
        """What the words of a condition mean; without words it always holds."""
        return ALWAYS if raw is None else parse(raw, self.domains)[0]

    @cached_property
    def cells(self) -> Cells:
        """The cells that the conditions cut each question into."""
        return Cells(self.domains, [condition for _, condition in self.uses])

    @cached_property
    def compiler(self) -> Compiler:
        """What decides conditions over those cells."""
        return Compiler(self.cells, self.asked_when)

    @cached_property
    def arguments(self) -> tuple[PlacedArgument, ...]:
        """Every argument of every criterion."""
        return tuple(
            PlacedArgument(criterion, argument, ("arguments", index), self.condition(argument.when))
            for criterion in self.pack.criteria.values()
            for index, argument in enumerate(criterion.arguments)
        )

    def reach(self, condition: Condition) -> tuple[bool, bool] | None:
        """Whether a condition can hold and can fail, over known answers; None where that is too much to try."""
        return reach(condition, self.cells, self.compiler, self.asked_when)

    def alike(self, first: Condition, second: Condition) -> bool:
        """Whether two conditions hold for exactly the same known answers (where too many to try: are written alike)."""
        if first == second:
            return True
        if set(questions_in(first)) != set(questions_in(second)):
            return False
        found = self._same.get((first, second))
        if found is None:
            found = self._same[first, second] = self._agree(first, second)
        return found

    def _agree(self, first: Condition, second: Condition) -> bool:
        combinations = every_known(with_askers(questions_in(first), self.asked_when), self.cells)
        if combinations is None:
            return False
        one, other = self.compiler.decider(first), self.compiler.decider(second)
        return all((one(facts) is True) == (other(facts) is True) for facts in combinations)

    def moves(self, placed: PlacedArgument, model: str) -> tuple[int, Condition] | None:
        """Which way (+1 or -1) an argument moves a model, and when; None where it does not."""
        argument = placed.argument
        if model in argument.favours:
            return 1, placed.condition
        if model in argument.counts_against:
            return -1, placed.condition
        if argument.counts_against_moves is None:
            return None
        decision = self.pack.decisions[placed.criterion.decision]
        far = moved(decision, model, argument.counts_against_moves.at_least)
        if far is None:
            return None
        return -1, far if placed.condition == ALWAYS else AllOf((placed.condition, far))
