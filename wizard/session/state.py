"""What is being worked on, as one value that never changes: a change makes a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wizard.engine.varying import varied
from wizard.proof.council_case import case_of
from wizard.proof.what_if import variation_of
from wizard.schema.council import InterviewRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.conditions.answers import Answer
    from wizard.council_file import OpenCouncil
    from wizard.engine import Case, Rules
    from wizard.problems import Problem
    from wizard.schema.council import CouncilFile, WhatIf


@dataclass(frozen=True)
class Variant:
    """A what-if beside the base. `answers` are what its own answers mean; `kept` says it goes into the file."""

    what_if: WhatIf
    answers: Mapping[str, Answer]
    kept: bool

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return self.what_if.id

    @property
    def is_empty(self) -> bool:
        """Whether nothing is otherwise in it yet."""
        found = self.what_if
        return not (found.answers or found.weights or found.trade_offs or found.off_the_table)


@dataclass(frozen=True)
class State:
    """A council file's values, its what-ifs apart. `answers` are what those of `file` mean.

    `file` never holds what-ifs or the record: `written_file` puts all three together.
    """

    file: CouncilFile
    answers: Mapping[str, Answer]
    variants: tuple[Variant, ...] = ()

    @property
    def notices(self) -> tuple[Problem, ...]:
        """None: what was read in an older shape is told once, by whoever opened the file."""
        return ()

    def variant(self, id: str) -> Variant:
        """One what-if. Raises KeyError where there is none of that id."""
        for each in self.variants:
            if each.id == id:
                return each
        raise KeyError(id)


def state_of(council: OpenCouncil) -> State:
    """The state of a file that was read."""
    variants = tuple(Variant(each, council.what_ifs[each.id], kept=True) for each in council.file.what_ifs)
    return State(bare(council.file), dict(council.answers), variants)


def bare(file: CouncilFile) -> CouncilFile:
    """The file without its what-ifs and its record."""
    return file.model_copy(update={"what_ifs": (), "record": InterviewRecord()})


def written_file(state: State, record: InterviewRecord, *, with_unkept: bool = False) -> CouncilFile:
    """The council file that says all of this; with what nobody asked to keep yet only where that is wanted."""
    what_ifs = tuple(each.what_if for each in state.variants if each.kept or with_unkept)
    return state.file.model_copy(update={"what_ifs": what_ifs, "record": record})


def case_in(rules: Rules, state: State, variant: str | None = None) -> Case:
    """What the engine reasons about: the base, or one of its what-ifs. Raises KeyError for an unknown one."""
    base = case_of(state)
    return base if variant is None else varied(base, variation_of(rules, state.variant(variant).what_if))
