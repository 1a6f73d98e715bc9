"""A poor fit: a mismatch between a model and the council that no total may average away."""

from __future__ import annotations

from .base import Evidenced, Example, Id, RawCondition, Text
from .criterion import Status


class PoorFit(Evidenced):
    """An organisational misfit (Burton and Obel), with what would remove it.

    It concerns the `models` named or, with `any_change`, every model that is not today's.
    `unless` completes the verdict's sentence: "..., unless <unless>".
    """

    id: Id
    title: Text
    decision: Id
    models: tuple[Id, ...] = ()
    any_change: bool = False
    status: Status
    when: RawCondition
    because: Text
    unless: Text
    remedy: Text
    examples: tuple[Example, ...] = ()
