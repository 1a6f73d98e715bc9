"""Holds the trade-offs of a council file against the rule set and against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from wizard.schema.council import CANNOT_SAY
from wizard.strict_yaml import Mapping, Node, Scalar, Sequence

from .pack_view import PackView


class Faults(Protocol):
    """Where faults are noted."""

    def add(self, check: str, node: Node, message: str, hint: str | None = None) -> None:
        """Notes a fault at a node."""


Unknown = Callable[[str, str, Node, list[str]], None]
"""Notes a word that should name something: what it should name, the word, its node, and what there is."""


class _Answered(NamedTuple):
    """One trade-off with nothing wrong in itself."""

    pair: tuple[str, str]
    says: str
    node: Node


def link_trade_offs(faults: Faults, unknown: Unknown, tree: Mapping, pack: PackView) -> None:
    """Groups exist and have no stated weight, `says` is one of the two, no pair stands twice, none go in a circle."""
    node, weights = tree.value_node("trade_offs"), tree.value_node("weights")
    for decision, (name, entries) in node.entries.items() if isinstance(node, Mapping) else ():
        weighable = pack.weighable.get(decision)
        if weighable is None:
            unknown("decision", decision, name, list(pack.weighable))
            continue
        groups = [each for each, group in weighable.items() if group is None]
        stated = weights.value_node(decision) if isinstance(weights, Mapping) else None
        found: list[_Answered] = []
        for entry in entries.items if isinstance(entries, Sequence) else ():
            answered = _answered(faults, unknown, entry, groups, stated)
            if answered is not None and not _asked_before(faults, answered, found):
                found.append(answered)


def _answered(
    faults: Faults, unknown: Unknown, entry: Node, groups: list[str], stated: Node | None
) -> _Answered | None:
    pair, says = _parts(entry)
    if pair is None or says is None:
        return None
    sound = True
    for node in pair:
        if node.text not in groups:
            unknown("group", node.text, node, groups)
            sound = False
        elif isinstance(stated, Mapping) and node.text in stated.entries:
            message = f"'{node.text}' has a weight in 'weights', which says more than a trade-off."
            faults.add("trade-off-of-weight", node, message, "Take away the one or the other.")
            sound = False
    one, other = (node.text for node in pair)
    if one == other:
        faults.add("trade-off-of-one", pair[1], f"'{one}' is set against itself.", "Name two groups.")
        return None
    if says.text not in (one, other, CANNOT_SAY):
        hint = f"It can be: {one}, {other} or {CANNOT_SAY}."
        faults.add("odd-trade-off", says, f"'{says.text}' is neither of the two.", hint)
        return None
    return _Answered((one, other), says.text, entry) if sound else None


def _parts(entry: Node) -> tuple[tuple[Scalar, Scalar] | None, Scalar | None]:
    """The two groups and the answer; None where they have not the shape they should have."""
    of, says = (entry.value_node("of"), entry.value_node("says")) if isinstance(entry, Mapping) else (None, None)
    items = [item for item in of.items if isinstance(item, Scalar)] if isinstance(of, Sequence) else []
    whole = len(items) == 2 and isinstance(of, Sequence) and len(of.items) == 2
    return (items[0], items[1]) if whole else None, says if isinstance(says, Scalar) else None


def _asked_before(faults: Faults, answered: _Answered, before: list[_Answered]) -> bool:
    """Whether the pair stands above already, or its answer contradicts those above; either is a fault."""
    one, other = answered.pair
    if any(set(each.pair) == {one, other} for each in before):
        message = f"'{one}' and '{other}' are set against each other twice."
        faults.add("trade-off-twice", answered.node, message, "Keep one of the two.")
        return True
    if answered.says == CANNOT_SAY:
        return False
    more, less = answered.says, other if answered.says == one else one
    chain = _chain(before, less, more)
    if chain:
        message = f"'{more}' cannot matter more than '{less}': the answers above put {' before '.join(chain)}."
        faults.add("trade-offs-in-a-circle", answered.node, message, "Change one of these answers, or take it away.")
    return bool(chain)


def _chain(answers: list[_Answered], start: str, end: str) -> list[str]:
    """From what matters more, answer by answer, to what matters less; nothing where none leads there."""
    ways, seen = [[start]], {start}
    for way in ways:
        if way[-1] == end:
            return way
        onward = [less for less in _less(answers, way[-1]) if less not in seen]
        seen.update(onward)
        ways += [[*way, less] for less in onward]
    return []


def _less(answers: list[_Answered], more: str) -> Iterator[str]:
    for each in answers:
        if each.says == more:
            yield each.pair[1] if each.pair[0] == more else each.pair[0]
