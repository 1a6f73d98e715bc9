"""A criterion, and the arguments that move the models' scores on it."""

from __future__ import annotations

from typing import Literal

from .base import Authored, Citation, Evidenced, Example, Id, RawCondition, Text

Status = Literal["draft", "reviewed"]


class ByMove(Authored):
    """Which models an argument counts against: those at least this far from today's."""

    at_least: Id


class Argument(Evidenced):
    """A reason: when it holds, it moves the models it names by the step that its evidence earns.

    Without `when` it always holds. `counts_against_moves` names models by how far they are
    from today's, so that disruption is charged once. `shared_findings` gives the reason where
    a finding also stands in another argument of the same decision.
    """

    id: Id
    when: RawCondition | None = None
    favours: tuple[Id, ...] = ()
    counts_against: tuple[Id, ...] = ()
    counts_against_moves: ByMove | None = None
    because: Text
    shared_findings: dict[Citation, Text] = {}


class Criterion(Authored):
    """A criterion of one decision, on a local scale of 0 to 100 where 50 is "the reports do not say"."""

    id: Id
    title: Text
    question: Text
    decision: Id
    group: Id
    status: Status
    scale: dict[Literal["0", "50", "100"], Text]
    arguments: tuple[Argument, ...]
    examples: tuple[Example, ...] = ()
