"""Holds what a council file says of a group, and of those who do not agree, against the rule set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from wizard.strict_yaml import Mapping, Node, Scalar, Sequence

from .own_keys import identity
from .plain import says_yes

if TYPE_CHECKING:
    from wizard.conditions.domain import Domain

    from .linking_trade_offs import Faults, Unknown
    from .pack_view import PackView

    Understood = Callable[[Node, Domain], object]
    """Notes what is wrong with an answer to a question."""


def link_group(faults: Faults, unknown: Unknown, tree: Mapping, pack: PackView) -> None:
    """Somebody was in the group; every question asked apart exists, and stands there once."""
    group = tree.value_node("group")
    if not isinstance(group, Mapping):
        return
    people = group.value_node("people")
    if isinstance(people, Sequence) and not people.items:
        faults.add("nobody", people, "'people' names nobody.", "Name the roles or teams, such as [finance, care team].")
    seen: set[str] = set()
    for node in _texts(group.value_node("asked")):
        if node.text not in pack.domains:
            unknown("question", node.text, node, list(pack.domains))
        elif node.text in seen:
            faults.add("asked-twice", node, f"'{node.text}' stands here twice.", "Keep one of the two.")
        seen.add(node.text)


def link_dissent(faults: Faults, unknown: Unknown, understood: Understood, tree: Mapping, pack: PackView) -> None:
    """What each is on exists and takes what they say, somebody says it, and nobody says two things on one matter."""
    items = tree.value_node("dissent")
    seen: set[str] = set()
    for item in items.items if isinstance(items, Sequence) else ():
        if not isinstance(item, Mapping):
            continue
        on, who = item.value_node("on"), item.value_node("who")
        nobody = isinstance(who, Sequence) and not who.items
        if nobody and who is not None:
            faults.add("nobody", who, "'who' names nobody.", "Name the role or team, such as [finance officer].")
        if not isinstance(on, Scalar):
            continue
        _said(faults, unknown, understood, item, on, pack)
        name = identity(item)
        if name in seen and not nobody:
            message = f"The same people dissent on '{on.text}' twice."
            faults.add("dissent-twice", item, message, "Put what they say into one entry.")
        seen.add(name)


def _said(faults: Faults, unknown: Unknown, understood: Understood, item: Mapping, on: Scalar, pack: PackView) -> None:
    says, domain = item.value_node("says"), pack.domains.get(on.text)
    if domain is not None:
        if says is not None:
            understood(says, domain)
        return
    models = pack.models.get(on.text)
    if models is None:
        unknown("question or decision", on.text, on, [*pack.domains, *pack.models])
        return
    if isinstance(says, Scalar) and says.text not in models:
        unknown(f"model of '{on.text}'", says.text, says, list(models))
    elif says is not None and not isinstance(says, Scalar):
        hint = f"It can be: {', '.join(models)}."
        faults.add("wrong-type", says, f"'says' should be one of the models of '{on.text}'.", hint)
    turns = item.value_node("turns")
    if isinstance(turns, Scalar) and says_yes(turns.text):
        message = f"'turns' is said of an answer, and '{on.text}' is no question."
        faults.add("odd-turns", turns, message, "Take this line away.")


def _texts(node: Node | None) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar):
            yield item
