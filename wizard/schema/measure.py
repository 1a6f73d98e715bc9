"""A measure: something a council can do under a model, or under any."""

from __future__ import annotations

from .base import Evidenced, Id, RawCondition, Text
from .criterion import Status


class Measure(Evidenced):
    """A step that joins up services without being a model.

    Without `models` it works under any model of `decision`. `when` says where it helps.
    `lowers` names the risks it lowers.
    """

    id: Id
    title: Text
    does: Text
    decision: Id
    status: Status
    models: tuple[Id, ...] = ()
    when: RawCondition | None = None
    because: Text
    lowers: tuple[Id, ...] = ()
    used_by: tuple[Id, ...] = ()
