"""What-ifs on a screen: one beside its base, or all of them in columns; what moved comes before what did not.

Entries that lead further have a key: `answer:QUESTION`, `weights`, `models`, or `argument:CRITERION.ARGUMENT`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .comparing_document import NOW, THEN, WHAT_IF, new_notices, what_if_decision
from .comparing_words import Sides, changes_words
from .document import Block, Column, Item, Items, Paragraph, Section, Table
from .levers import levers_section
from .moved_sections import argument_text, nothing_to_tell
from .variant import letter
from .verdict_words import ADVICE, verdict_in_brief

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.engine.compared import Changes
    from wizard.schema.pack import Pack

    from .levers import DecisionLevers
    from .subject import Subject
    from .variant import Variant

NOTHING_YET = (
    "Nothing is otherwise in this what-if yet. Vary an answer, a priority or which models are on the table, and what "
    "that moves stands here at once. The council file itself stays as it is."
)
NONE_BEGUN = (
    "What would come out if something were otherwise? Vary an answer, a priority or which models are on the table, "
    "and what that moves stands here at once, beside what the council file says. The file itself stays as it is."
)
AS_IT_IS = "What this varies says the same as the council file: nothing moves."


class Shown(NamedTuple):
    """Blocks for a screen, and the keys, by their words, of those entries that lead further."""

    blocks: tuple[Block, ...]
    keys: Mapping[str, str]

    def key_of(self, what: Item | tuple[str, ...]) -> str | None:
        """The key of an entry; None for one that leads nowhere, and for rows of tables."""
        return self.keys.get(what.text) if isinstance(what, Item) else None


def none_shown(subject: Subject, levers: Sequence[DecisionLevers] | None) -> Shown:
    """Before anything is varied: what it is for, and what would turn the result."""
    return _with_levers([Paragraph(NONE_BEGUN)], {}, subject.pack, levers)


def one_shown(subject: Subject, variant: Variant, levers: Sequence[DecisionLevers] | None, *, empty: bool) -> Shown:
    """One what-if beside the base, and what would turn it. `levers` is None while they are being worked out."""
    note: list[Block] = [Paragraph(variant.note)] if variant.note else []
    if empty:
        return _with_levers([*note, Paragraph(NOTHING_YET)], {}, subject.pack, levers)
    changed = _changed_items(subject.pack, variant)
    keys = {**_keys(changed), **_arguments(variant)}
    moved, still = _decisions(subject, [variant], [WHAT_IF])
    said: list[Block] = [Items(tuple(item for item, _ in changed)) if changed else Paragraph(AS_IT_IS)]
    notices = new_notices(subject, [variant], [WHAT_IF])
    return _with_levers([*note, *said, *notices, *moved, *still], keys, subject.pack, levers)


def all_shown(subject: Subject, variants: Sequence[Variant]) -> Shown:
    """All what-ifs beside the base: a table with a column for each, then verdicts and reasons one after the other."""
    labels = [letter(place) for place in range(len(variants))]
    keys: dict[str, str] = {}
    changed: list[Block] = []
    for label, variant in zip(labels, variants, strict=True):
        items = _changed_items(subject.pack, variant)
        keys |= {**_keys(items), **_arguments(variant)}
        said: Block = Items(tuple(item for item, _ in items)) if items else Paragraph(AS_IT_IS)
        note = (Paragraph(variant.note),) if variant.note else ()
        changed.append(Section(f"{label}: {variant.title or label}", (*note, said)))
    moved, still = _decisions(subject, variants, labels)
    columns = (_in_columns(subject, variants, labels),)
    notices = new_notices(subject, variants, labels)
    blocks = (*columns, *notices, Section("What is varied", tuple(changed)), *moved, *still, Paragraph(ADVICE))
    return Shown(blocks, keys)


def _with_levers(
    blocks: Sequence[Block], keys: Mapping[str, str], pack: Pack, levers: Sequence[DecisionLevers] | None
) -> Shown:
    section, opening = levers_section(pack, levers)
    return Shown((*blocks, section, Paragraph(ADVICE)), {**keys, **opening})


def _in_columns(subject: Subject, variants: Sequence[Variant], labels: Sequence[str]) -> Table:
    """What is varied and what the evidence then points to, in a few words each."""
    titles = (Column(), Column(NOW), *map(Column, labels))
    rows = [
        ("Name", "", *(each.title or label for label, each in zip(labels, variants, strict=True))),
        ("What is varied", "", *(_varied_in_brief(subject.pack, each.comparison.changes) for each in variants)),
    ]
    for place, result in enumerate(subject.assessment.decisions):
        results = [result, *(each.comparison.decisions[place].after for each in variants)]
        first, *others = (verdict_in_brief(subject.pack, each.verdict, each.verdict.so_far) for each in results)
        rows.append((result.decision.title, first, *(f"{'MOVED: ' if each != first else ''}{each}" for each in others)))
    return Table(titles, tuple(rows), wide=True)


def _varied_in_brief(pack: Pack, changes: Changes) -> str:
    """'strength of the heads of service; the weight of “Capacity”'."""
    titles = {group.id: group.title for group in pack.head.groups}
    titles |= {criterion.id: criterion.title for criterion in pack.criteria.values() if criterion.id not in titles}
    parts = [pack.questions[each.question].named for each in changes.answers]
    parts += [f"the weight of “{titles.get(each.of, each.of)}”" for each in changes.weights]
    parts += [pack.models[each.model].name for each in changes.off_the_table if each.model in pack.models]
    return "; ".join(parts) or "nothing"


def _decisions(
    subject: Subject, variants: Sequence[Variant], labels: Sequence[str]
) -> tuple[list[Section], list[Section]]:
    """The decisions on which something moved, and those on which nothing did."""
    moved: list[Section] = []
    still: list[Section] = []
    for place in range(len(subject.assessment.decisions)):
        section = what_if_decision(subject, place, variants, labels, to_scroll=True)
        quiet = all(
            nothing_to_tell(subject.pack, each.comparison.decisions[place], Sides(NOW, label, THEN))
            for each, label in zip(variants, labels, strict=True)
        )
        (still if quiet else moved).append(section)
    return moved, still


def _changed_items(pack: Pack, variant: Variant) -> list[tuple[Item, str]]:
    """A sentence for each thing that is otherwise, with the key of where it can be varied again."""
    changes = variant.comparison.changes
    words = changes_words(pack, changes, variant.without_effect)
    keys = [f"answer:{each.question}" for each in changes.answers]
    keys += ["weights"] * (len(changes.weights) + len(changes.trade_offs))
    keys += ["models"] * len(changes.off_the_table)
    return [(Item(each), key) for each, key in zip(words, keys, strict=True)]


def _keys(items: Sequence[tuple[Item, str]]) -> dict[str, str]:
    return {item.text: key for item, key in items}


def _arguments(variant: Variant) -> dict[str, str]:
    """The words of every reason that moved, with the key of its evidence."""
    sides = Sides(NOW, WHAT_IF, THEN)
    return {
        argument_text(moved, sides): f"argument:{moved.criterion}.{moved.argument.id}"
        for compared in variant.comparison.decisions
        for moved in compared.arguments
    }
