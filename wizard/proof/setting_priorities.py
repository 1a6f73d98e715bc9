"""Puts what a person says about priorities into a council file: weights, or which of two groups matters more.

Nothing is written here: the new council file comes back with what it takes the place of, for a face to show
and, where the person says so, to save.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.engine.eliciting import NotWeights, direct, each_once, from_ranks, from_swings, in_hundredths
from wizard.engine.ordering import circle_in
from wizard.schema.council import CANNOT_SAY, TradeOffEntry, WeightEntry

from .council_case import more_and_less

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.schema.council import CouncilFile

    Weighable = Mapping[str, str | None]
    """What can be weighed in a decision: groups (None) and criteria (their group), as `PackView.weighable` has it."""

    Numbers = Sequence[tuple[str, str]]
    """Ids with a number each, as it was typed."""

When = Literal["before_result", "after_result"]


class SaidBy(NamedTuple):
    """Who said it (a role), whether they had seen the result, and why; None where that is not told."""

    set_by: str | None = None
    when: When | None = None
    why: str | None = None


class Compared(NamedTuple):
    """Two groups, and whether the first was said to matter more; else nobody could say."""

    one: str
    other: str
    one_matters_more: bool


class NewPriorities(NamedTuple):
    """The council file as it would be, the ids that were given a weight or compared, and what gives way to them."""

    file: CouncilFile
    touched: tuple[str, ...]
    replaced_weights: Mapping[str, WeightEntry]
    replaced_trade_offs: tuple[TradeOffEntry, ...]


def with_swings(file: CouncilFile, decision: str, weighable: Weighable, points: Numbers, by: SaidBy) -> NewPriorities:
    """The file with weights from swing points for all groups, or for all criteria of one group. Raises NotWeights."""
    among = _one_whole([each for each, _ in points], weighable)
    return _weighed(file, decision, in_hundredths(from_swings(points, among)), by)


def with_ranks(
    file: CouncilFile, decision: str, weighable: Weighable, order: Sequence[Sequence[str]], by: SaidBy
) -> NewPriorities:
    """The same from an order alone: tiers of ids, what matters most first. Raises NotWeights."""
    among = _one_whole([each for tier in order for each in tier], weighable)
    return _weighed(file, decision, in_hundredths(from_ranks([tuple(tier) for tier in order], among)), by)


def with_stated(file: CouncilFile, decision: str, weighable: Weighable, weights: Numbers, by: SaidBy) -> NewPriorities:
    """The file with per cents for some groups or criteria, beside those stated before. Raises NotWeights."""
    each_once([each for each, _ in weights], weighable)
    stated = {each: Fraction(str(entry.weight)) for each, entry in file.weights.get(decision, {}).items()}
    found: dict[str, Fraction] = {}
    for whole in dict.fromkeys(weighable[each] for each, _ in weights):
        among = [each for each, group in weighable.items() if group == whole]
        new = direct([(each, number) for each, number in weights if each in among], among)
        _refuse_together({**{each: stated[each] for each in among if each in stated}, **new}, among)
        found.update(new)
    return _weighed(file, decision, {each: found[each] for each, _ in weights}, by)


def with_trade_offs(
    file: CouncilFile, decision: str, weighable: Weighable, compared: Sequence[Compared], by: SaidBy
) -> NewPriorities:
    """The file with answers to "which matters more?"; earlier ones about the same two give way. Raises NotWeights."""
    new: dict[frozenset[str], TradeOffEntry] = {}
    for each in compared:
        _refuse_pair(each, weighable, file.weights.get(decision, {}))
        pair = frozenset((each.one, each.other))
        if pair in new:
            raise NotWeights(f"'{each.one}' and '{each.other}' are set against each other twice.", "Say it once.")
        says = each.one if each.one_matters_more else CANNOT_SAY
        new[pair] = TradeOffEntry(of=[each.one, each.other], says=says, **by._asdict())
    before = file.trade_offs.get(decision, ())
    gone = tuple(entry for entry in before if frozenset(entry.of) in new)
    touched = tuple(dict.fromkeys(group for entry in new.values() for group in entry.of))
    # In the place of the earlier answer, so that the file changes where that stands.
    together = (*(new.pop(frozenset(entry.of), entry) for entry in before), *new.values())
    _refuse_circle(together)
    changed = file.model_copy(update={"trade_offs": {**file.trade_offs, decision: together}})
    return NewPriorities(changed, touched, {}, gone)


def _weighed(file: CouncilFile, decision: str, new: Mapping[str, Fraction], by: SaidBy) -> NewPriorities:
    """The file with these per cents. A trade-off of a group that is given one gives way: a weight says more."""
    before = file.weights.get(decision, {})
    entries = {each: WeightEntry(weight=float(weight), **by._asdict()) for each, weight in new.items()}
    answered = file.trade_offs.get(decision, ())
    gone = tuple(each for each in answered if entries.keys() & set(each.of))
    left = tuple(each for each in answered if each not in gone)
    trade_offs = {**file.trade_offs, decision: left}
    changed = file.model_copy(
        update={
            "weights": {**file.weights, decision: {**before, **entries}},
            "trade_offs": {each: those for each, those in trade_offs.items() if those} if gone else file.trade_offs,
        }
    )
    return NewPriorities(changed, tuple(entries), {each: before[each] for each in entries if each in before}, gone)


def _one_whole(ids: Sequence[str], weighable: Weighable) -> list[str]:
    """All that share a whole with the ids. Raises NotWeights for an unknown one, and where they do not share one."""
    each_once(ids, weighable)
    wholes = {weighable[each] for each in ids}
    if len(wholes) > 1:
        message = f"{', '.join(ids)} do not share one whole."
        raise NotWeights(message, "Weigh all groups against each other, or all criteria of one group.")
    return [each for each, group in weighable.items() if group in wholes]


def _refuse_together(weights: Mapping[str, Fraction], among: Sequence[str]) -> None:
    try:
        direct(weights, among)
    except NotWeights as refused:
        raise NotWeights(f"With what is stated already: {refused.message}", refused.hint) from None


def _refuse_pair(compared: Compared, weighable: Weighable, stated: Mapping[str, WeightEntry]) -> None:
    groups = [each for each, group in weighable.items() if group is None]
    for each in (compared.one, compared.other):
        if weighable.get(each) is not None:
            raise NotWeights(f"'{each}' is a criterion.", f"A trade-off is between two groups: {', '.join(groups)}.")
        each_once([each], groups)
        if each in stated:
            message = f"'{each}' has a weight already ({stated[each].weight:g} in 100), which says more."
            raise NotWeights(message, "Change that weight, or take it out of the file first.")
    if compared.one == compared.other:
        raise NotWeights(f"'{compared.one}' is set against itself.", "Name two groups.")


def _refuse_circle(entries: Sequence[TradeOffEntry]) -> None:
    circle = circle_in([pair for entry in entries if (pair := more_and_less(entry)) is not None])
    if circle:
        shown = " before ".join((*circle, circle[0]))
        raise NotWeights(f"The answers go round in a circle: {shown}.", "Change one of them.")
