"""The differences between two results in words: the same in text and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comparing_words import changes_words
from .figures import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from wizard.proof.difference import Difference, Explained
    from wizard.schema.pack import Pack

    from .subject import Subject

PARTS = {
    "decisions": "question being settled",
    "questions": "question",
    "models": "model",
    "criteria": "criterion",
    "poor_fits": "poor fit",
    "risks": "risk",
    "measures": "measure",
    "sources": "source",
}
"""The parts of a rule set, and what one of each is called."""
_PLURALS = {"criteria": "criteria", "decisions": "questions being settled"}


def difference_words(explained: Explained, difference: Difference) -> str:
    """'Changed “...” from A to B.': what differs, from the first to the second."""
    if difference.kind == "rule_set":
        one, other = rule_set_words(explained.before.pack), rule_set_words(explained.after.pack)
        return f"Changed the rule set from {one} to {other}." if one != other else f"Changed the text of {one}."
    return " ".join(changes_words(explained.after.pack, difference.changes))


def rule_set_words(pack: Pack) -> str:
    """'“What the reports say” (2026.1.0)'."""
    return f"“{pack.head.title}” ({pack.head.version})"


def parts_changed(before: Pack, after: Pack) -> dict[str, dict[str, list[str]]]:
    """By part of a rule set the ids that were added, taken away and changed; only parts in which something was.

    Under `head` stand the keys of its head that changed, but for the version.
    """
    from wizard.kept import recorded

    found: dict[str, dict[str, list[str]]] = {}
    heads = [vars(recorded(pack.head)) for pack in (before, after)]
    changed = [key for key in heads[0] if key != "version" and heads[0][key] != heads[1].get(key)]
    if changed:
        found["head"] = {"changed": changed}
    for part in PARTS:
        one, other = dict(getattr(before, part)), dict(getattr(after, part))
        ways = {
            "added": [each for each in other if each not in one],
            "taken_away": [each for each in one if each not in other],
            "changed": [each for each in one if each in other and recorded(one[each]) != recorded(other[each])],
        }
        if any(ways.values()):
            found[part] = ways
    return found


def parts_words(changed: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    """'2 criteria changed; 1 question added', or that only the version and the wording of the files differ."""
    said = [
        f"{counted(len(ids), PARTS[part], _PLURALS.get(part))} {way.replace('_', ' ')}"
        for part, ways in changed.items()
        for way, ids in ways.items()
        if ids and part in PARTS
    ]
    if "head" in changed:
        said.append(f"at its head changed: {listed([each.replace('_', ' ') for each in changed['head']['changed']])}")
    return "; ".join(said) or "what they say is the same, only the version or the layout of their files differs"


def lineage_words(one: Subject, other: Subject, labels: tuple[str, str], digests: tuple[str, str]) -> str | None:
    """Whether either council file was begun from the other, and whether that one has changed since."""
    for (child, name), (parent, origin, digest) in (
        ((other, labels[1]), (one, labels[0], digests[0])),
        ((one, labels[0]), (other, labels[1], digests[1])),
    ):
        derived = child.council.derived_from
        if derived is None or parent is child:
            continue
        if derived.digest == digest:
            return f"{name} was begun from {origin}, as it stands now."
        if derived.id == parent.council.id:
            return f"{name} was begun from {origin}, which has changed since."
    return None


def not_compared(explained: Explained, labels: tuple[str, str]) -> Iterator[str]:
    """What could not be held against the other rule set."""
    before, after = explained.before.pack, explained.after.pack
    if explained.left_out:
        asks = listed([f"“{before.questions[each].ask}”" for each in explained.left_out if each in before.questions])
        yield f"The rule set of {labels[1]} does not ask this, or not so, and what {labels[0]} says is left out: {asks}"
    for pack, name, only in (
        (before, labels[0], explained.only_before),
        (after, labels[1], explained.only_after),
    ):
        if only:
            titles = listed([f"“{pack.decisions[each].title}”" for each in only])
            yield f"Only the rule set of {name} settles {titles}."
