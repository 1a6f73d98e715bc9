"""What differs between two rule sets: which parts were added, taken away or changed, down to the key.

Parts are told apart by their ids: models, arguments, options and all else that has one. Where it stands in a list or
a file does not matter; which section a question is asked in does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from wizard.schema.pack import Pack

How = Literal["added", "taken_away", "changed"]

KINDS = {
    "decisions": "decision",
    "questions": "question",
    "models": "model",
    "criteria": "criterion",
    "poor_fits": "poor_fit",
    "risks": "risk",
    "measures": "measure",
}
_NOT_COMPARED = ("id", "version")
"""Keys of the head that always differ between two rule sets, and say nothing of the rules."""


class PartDiffers(NamedTuple):
    """One thing inside an object: the path of keys and ids to it, and its text on both sides where it has one."""

    how: How
    path: tuple[str, ...]
    before: str | None
    after: str | None


class ObjectDiffers(NamedTuple):
    """An object of a rule set: its kind and id (`source.finding` for a finding), its title, and what differs in it."""

    how: How
    kind: str
    id: str
    title: str
    parts: tuple[PartDiffers, ...] = ()


def objects_apart(before: Pack, after: Pack) -> tuple[ObjectDiffers, ...]:
    """Every object that differs, kind by kind, the head first. Both must have been read, not recalled."""
    one, other = _objects(before), _objects(after)
    found = []
    for kind, id in dict.fromkeys([*one, *other]):
        old, new = one.get((kind, id)), other.get((kind, id))
        if old is None or new is None:
            there = new if old is None else old
            assert there is not None
            found.append(ObjectDiffers("taken_away" if new is None else "added", kind, id, _title(there)))
            continue
        parts = tuple(_parts(old, new, ()))
        if parts:
            found.append(ObjectDiffers("changed", kind, id, _title(new), parts))
    return tuple(found)


def _objects(pack: Pack) -> dict[tuple[str, str], dict[str, Any]]:
    """Every object as plain values, by kind and id."""
    head = {key: value for key, value in _plain(pack.head).items() if key not in _NOT_COMPARED}
    found: dict[tuple[str, str], dict[str, Any]] = {("head", ""): head}
    for key, kind in KINDS.items():
        objects: Mapping[str, BaseModel] = getattr(pack, key)
        found.update(((kind, id), _plain(each)) for id, each in objects.items())
    for section in pack.sections:
        found["section", section.section] = {"title": section.title}
        for question in section.questions:
            found["question", question.id]["section"] = section.section
    for source in pack.sources.values():
        plain = _plain(source)
        findings = plain.pop("findings")
        found["source", source.id] = plain
        found.update((("finding", f"{source.id}.{id}"), each) for id, each in findings.items())
    return found


def _plain(thing: BaseModel) -> dict[str, Any]:
    return thing.model_dump()


def _title(thing: Mapping[str, Any]) -> str:
    return str(thing.get("short") or thing.get("title") or thing.get("says") or "")


def _parts(before: Any, after: Any, path: tuple[str, ...]) -> Iterator[PartDiffers]:
    if before == after:
        return
    one, other = _by_name(before), _by_name(after)
    if one is None or other is None:
        how: How = "added" if _is_nothing(before) else "taken_away" if _is_nothing(after) else "changed"
        yield PartDiffers(how, path, _text(before), _text(after))
        return
    for name in dict.fromkeys([*one, *other]):
        if name not in one:
            yield PartDiffers("added", (*path, name), None, _text(other[name]))
        elif name not in other:
            yield PartDiffers("taken_away", (*path, name), _text(one[name]), None)
        else:
            yield from _parts(one[name], other[name], (*path, name))


def _by_name(value: Any) -> dict[str, Any] | None:
    """What is inside, by name: keys, ids, or the texts of a list; None where there is nothing inside."""
    if isinstance(value, dict):
        return {str(key): each for key, each in value.items()}
    if not isinstance(value, (list, tuple)):
        return None
    if value and all(isinstance(each, dict) and "id" in each for each in value):
        return {str(each["id"]): each for each in value}
    # A text in a list either stands there or does not; anything else in one has no name.
    if all(isinstance(each, str) for each in value) and len(set(value)) == len(value):
        return dict.fromkeys(value, True)
    return {f"item {number}": each for number, each in enumerate(value, 1)}


def _is_nothing(value: Any) -> bool:
    return value is None or value in ({}, (), [])


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, (str, int, float)) else None
