"""A what-if becomes the council file's own: its answers, weights and models off the table, in one change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .change import TakenOver
from .editing import answered, taken_off
from .weighing import weighed

if TYPE_CHECKING:
    from wizard.council_file import PackView
    from wizard.engine import Rules
    from wizard.proof.setting_priorities import SaidBy
    from wizard.schema.council import WeightEntry

    from .change import Change
    from .state import State

    Step = tuple[State, Change]


def taken_over(state: State, rules: Rules, view: PackView, variant: str, by: SaidBy) -> Step | None:
    """The base with all that is otherwise in the what-if; None where it says all of that already.

    The what-if itself stays as it is. `by` is put to weights that do not say when they were set. Raises NotTaken
    where the weights cannot stand beside those of the base, and KeyError for an unknown what-if.
    """
    what_if = state.variant(variant).what_if
    answers, weights, models = [], 0, []
    new = state
    for question, written in what_if.answers.items():
        step = answered(new, rules, question, written)
        if step is not None:
            new = step[0]
            answers.append(question)
    for decision, entries in what_if.weights.items():
        before = new.file.weights.get(decision, {})
        step = weighed(new, view, decision, {each: f"{entry.weight:g}" for each, entry in entries.items()}, by)
        if step is not None and any(_differ(before.get(each), entry) for each, entry in entries.items()):
            weights += sum(_differ(before.get(each), entry) for each, entry in entries.items())
            new = _as_it_was_set(step[0], decision, entries, by)
    for model, reason in what_if.off_the_table.items():
        step = taken_off(new, rules, model, reason)
        if step is not None:
            new = step[0]
            models.append(model)
    if not (answers or weights or models):
        return None
    return new, TakenOver(what_if.title, tuple(answers), weights, tuple(models))


def _differ(before: WeightEntry | None, entry: WeightEntry) -> bool:
    return before is None or before.weight != entry.weight


def _as_it_was_set(state: State, decision: str, entries: dict[str, WeightEntry], by: SaidBy) -> State:
    """Who set a weight in the what-if, and why, goes with it."""
    told = {
        each: entry if entry.when is not None else entry.model_copy(update={"when": by.when})
        for each, entry in entries.items()
    }
    weights = {**state.file.weights, decision: {**state.file.weights.get(decision, {}), **told}}
    return replace(state, file=state.file.model_copy(update={"weights": weights}))
