"""What weights have to do with who comes first, in words: the priorities under which each does, and turning points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .figures import listed, percent, sentence
from .priorities_words import in_hundred, within
from .robustness_subject import sure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.engine.firmness.tipping import Tipping, Turn
    from wizard.engine.results import DecisionResult
    from wizard.schema.pack import Pack

    from .robustness_subject import Firm

FEW = 20
"""Of so few mixes no average can be told."""

NOTEWORTHY = 0.01
MOST_NAMED = 2


def portrait_words(firm: Firm, model: str, titles: Mapping[str, str]) -> str:
    """The average priorities under which a model comes first, against what the groups weigh as things are."""
    firmness = firm.found.firmness
    shares = firmness.of(model)
    name = sentence(firm.result.standing(model).model.name).rstrip(".")
    if shares.priorities is None:
        return f"{name}: it comes first in no mix, so there are no such priorities."
    led = sure(shares.first)
    if led * firmness.draws < FEW:
        return f"{name}: it comes first in too few mixes to say."
    usual = {group: float(tipping.weight) for group, tipping in firm.found.groups.items()}
    when_first = group_weights(firm.result, shares.priorities)
    gap = {group: when_first[group] - usual[group] for group in usual}
    # Twice the error of an average over so few mixes; a group's weight spreads by about 0.15.
    least = max(NOTEWORTHY, 0.3 / (led * firmness.draws) ** 0.5)
    # Two models have mirror images; of several a group each way is all that anybody keeps in mind.
    most = MOST_NAMED if len(firm.competing) == 2 else 1
    more = [each for each in sorted(gap, key=lambda group: -gap[group]) if gap[each] >= least][:most]
    less = [each for each in sorted(gap, key=lambda group: gap[group]) if gap[each] <= -least][:most]
    said = []
    for way, groups in (("more", more), ("less", less)):
        named = [
            f"{within(titles[each])} ({in_hundred(when_first[each])} rather than {in_hundred(usual[each])})"
            for each in groups
        ]
        said += [f"{way} weight on {listed(named)}"] if named else []
    return f"{name}: {'; '.join(said) or 'much the same as they are'}."


def group_weights(result: DecisionResult, weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of the groups, from those of the criteria."""
    found: dict[str, float] = {}
    for criterion in result.criteria:
        found[criterion.group] = found.get(criterion.group, 0.0) + weights[criterion.id]
    return found


def usual_other(firm: Firm) -> str:
    """The name of the model that comes first at most turning points of single weights; nothing where there are none."""
    tippings = (*firm.found.groups.values(), *firm.found.weights.values())
    turns = [turn.leaders for each in tippings for turn in (each.below, each.above) if turn]
    alone = [leaders[0] for leaders in turns if len(leaders) == 1]
    return firm.result.standing(max(alone, key=alone.count)).model.name if alone else ""


def turn_words(result: DecisionResult, tipping: Tipping[str], usual: str = "") -> str:
    """Where changing one weight alone changes who comes first: 'below 11.5: one director for both'.

    The model is not named where it is the `usual` one.
    """
    turns = ((tipping.below, "below", "less"), (tipping.above, "above", "more"))
    said = "; ".join(_turn(result, tipping, turn, way, usual) for turn, *way in turns if turn)
    if not said:
        return "at no weight"
    return f"{said} (the others, which weigh nothing now, sharing the rest)" if tipping.evenly else said


def _turn(result: DecisionResult, tipping: Tipping[str], turn: Turn[str], way: Sequence[str], usual: str) -> str:
    names = [result.standing(model).model.name for model in turn.leaders]
    where = f"with any {way[1]}" if turn.weight == tipping.weight else f"{way[0]} {percent(turn.weight)}"
    return where if names == [usual] else f"{where}: {listed(names)}"


def title_of_group(pack: Pack) -> dict[str, str]:
    """The titles of all groups."""
    return {group.id: group.title for group in pack.head.groups}
