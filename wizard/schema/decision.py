"""A question being settled: its models are the alternatives, and each move between them has a distance."""

from __future__ import annotations

from .base import Authored, Id, Text


class Decision(Authored):
    """A decision problem.

    `today` names the question (several answers allowed) whose options are this decision's
    models. `distances` run from the smallest move to the largest. `moves` gives, for each
    model of today, the distance to every other. Until each question of `answer_first` that is
    asked has an answer, the verdict stays "not enough known yet". `matters_most` names the
    questions of which enough must be answered before anything is pointed to (those core
    questions that bear on the decision, where none are named).
    """

    id: Id
    title: Text
    question: Text
    order: int
    today: Id
    answer_first: tuple[Id, ...] = ()
    matters_most: tuple[Id, ...] = ()
    distances: dict[Id, Text]
    moves: dict[Id, dict[Id, Id]]
    because: Text
