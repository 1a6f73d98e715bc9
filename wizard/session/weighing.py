"""Every change of weights and of answers to "which matters more?", as a function from one state to the next.

What can be said is decided by `wizard.proof.setting_priorities`; here it becomes one change that can be undone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.engine.eliciting import NotWeights
from wizard.proof.setting_priorities import SaidBy, with_stated, with_trade_offs

from .change import NotTaken, TradeOffsChange, WeightsChange
from .editing import with_what_if

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from wizard.council_file import PackView
    from wizard.proof.setting_priorities import Compared, NewPriorities
    from wizard.schema.council import CouncilFile, TradeOffEntry, WeightEntry

    from .change import Change
    from .state import State

    Step = tuple[State, Change]
    Weights = Mapping[str, Mapping[str, WeightEntry]]

UNSAID = SaidBy()
"""Nobody said who set it, when, or why."""


def weighed(
    state: State,
    view: PackView,
    decision: str,
    weights: Mapping[str, str],
    by: SaidBy = UNSAID,
    variant: str | None = None,
) -> Step | None:
    """Per cents, as they were typed, for some groups or criteria of a decision. Raises NotTaken."""
    weighable = _weighable(view, decision)
    try:
        new = with_stated(_file_with(state, variant), decision, weighable, list(weights.items()), by)
    except NotWeights as fault:
        raise NotTaken("weights", fault.message, fault.hint) from None
    if variant is None:
        return prioritised(state, decision, new)
    before = state.variant(variant).what_if.weights
    entries = {each: new.file.weights[decision][each] for each in new.touched}
    changed = {**before, decision: {**before.get(decision, {}), **entries}}
    return _step(state, decision, changed, variant)


def prioritised(state: State, decision: str, new: NewPriorities) -> Step | None:
    """What one of the functions of `wizard.proof.setting_priorities` came to, made of `session.file`."""
    before, after = state.file, new.file
    changed = state.file.model_copy(update={"weights": after.weights, "trade_offs": after.trade_offs})
    if before.weights == after.weights:
        if before.trade_offs == after.trade_offs:
            return None
        compared = [file.trade_offs.get(decision, ()) for file in (before, after)]
        return replace(state, file=changed), TradeOffsChange(decision, *compared)
    differ = _differing(before.weights.get(decision, {}), after.weights.get(decision, {}))
    change = WeightsChange(decision, *differ, trade_offs_gone=new.replaced_trade_offs)
    return replace(state, file=changed), change


def unweighed(state: State, decision: str, ids: Collection[str], variant: str | None = None) -> Step | None:
    """Weights taken back: these groups and criteria share what the others leave, or are as the base has them."""
    before = _weights(state, variant)
    left = {each: entry for each, entry in before.get(decision, {}).items() if each not in ids}
    changed = {each: entries for each, entries in {**before, decision: left}.items() if entries}
    return _step(state, decision, changed, variant)


def compared(
    state: State, view: PackView, decision: str, pairs: Sequence[Compared], by: SaidBy = UNSAID
) -> Step | None:
    """Answers to "which matters more?". Raises NotTaken, also where they go round in a circle."""
    try:
        return prioritised(
            state, decision, with_trade_offs(state.file, decision, _weighable(view, decision), pairs, by)
        )
    except NotWeights as fault:
        raise NotTaken("trade-offs", fault.message, fault.hint) from None


def uncompared(state: State, decision: str, groups: Collection[str]) -> Step | None:
    """The answer about two groups taken back, as if it had never been asked."""
    before = state.file.trade_offs.get(decision, ())
    after = tuple(each for each in before if set(each.of) != set(groups))
    if after == before:
        return None
    trade_offs: dict[str, tuple[TradeOffEntry, ...]] = {**state.file.trade_offs, decision: after}
    kept = {each: entries for each, entries in trade_offs.items() if entries}
    changed = replace(state, file=state.file.model_copy(update={"trade_offs": kept}))
    return changed, TradeOffsChange(decision, before, after)


def usual_role(file: CouncilFile) -> str:
    """The role in whose name something was weighed last, as far as the file says; nothing where nobody is named."""
    named = [each.set_by for weights in file.weights.values() for each in weights.values() if each.set_by]
    named += [each.set_by for those in file.trade_offs.values() for each in those if each.set_by]
    return named[-1] if named else ""


def _step(state: State, decision: str, weights: Weights, variant: str | None) -> Step | None:
    before = _weights(state, variant)
    if before == weights:
        return None
    if variant is None:
        changed = replace(state, file=state.file.model_copy(update={"weights": weights}))
    else:
        changed = with_what_if(state, variant, weights=weights)
    differ = _differing(before.get(decision, {}), weights.get(decision, {}))
    return changed, WeightsChange(decision, *differ, variant=variant)


def _differing(
    before: Mapping[str, WeightEntry], after: Mapping[str, WeightEntry]
) -> tuple[dict[str, WeightEntry | None], dict[str, WeightEntry | None]]:
    ids = [each for each in {**before, **after} if before.get(each) != after.get(each)]
    return {each: before.get(each) for each in ids}, {each: after.get(each) for each in ids}


def _file_with(state: State, variant: str | None) -> CouncilFile:
    """The base, or what it comes to with the weights of a what-if."""
    if variant is None:
        return state.file
    weights = {each: dict(entries) for each, entries in state.file.weights.items()}
    for decision, entries in _weights(state, variant).items():
        weights[decision] = {**weights.get(decision, {}), **entries}
    return state.file.model_copy(update={"weights": weights})


def _weights(state: State, variant: str | None) -> Weights:
    return state.file.weights if variant is None else state.variant(variant).what_if.weights


def _weighable(view: PackView, decision: str) -> Mapping[str, str | None]:
    if decision not in view.weighable:
        raise NotTaken("unknown-decision", f"'{decision}' is not a decision of this rule set.")
    return view.weighable[decision]
