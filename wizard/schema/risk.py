"""A risk of a design: how likely, how serious, what moves it, how to see it coming and lower it."""

from __future__ import annotations

from .base import Evidenced, Example, Id, RawCondition, Text
from .criterion import Status
from .levels import Impact, Likelihood


class Shift(Evidenced):
    """A situation that moves a level one up or one down."""

    when: RawCondition
    because: Text


class LikelihoodRating(Evidenced):
    """Where the likelihood starts, and what raises and lowers it, one level each."""

    start: Likelihood
    raised_by: tuple[Shift, ...] = ()
    lowered_by: tuple[Shift, ...] = ()


class ImpactRating(Evidenced):
    """Where the impact starts, and what raises and lowers it, one level each."""

    start: Impact
    raised_by: tuple[Shift, ...] = ()
    lowered_by: tuple[Shift, ...] = ()


class Mitigation(Evidenced):
    """Something that lowers the risk."""

    do: Text


class Risk(Evidenced):
    """An entry of the risk register.

    It belongs to the `models` named or, with `any_change`, to every model of `decision` that
    is not today's. `together_with` makes it a risk of a pair: it arises only where a model of
    the other decision named there is chosen too. `when` limits it to some councils.
    Likelihood and impact are judgements, so `judgement` is required.
    """

    id: Id
    title: Text
    says: Text
    decision: Id
    models: tuple[Id, ...] = ()
    any_change: bool = False
    together_with: tuple[Id, ...] = ()
    status: Status
    when: RawCondition | None = None
    likelihood: LikelihoodRating
    impact: ImpactRating
    warning_signs: tuple[Text, ...]
    mitigations: tuple[Mitigation, ...]
    judgement: Text
    examples: tuple[Example, ...] = ()
