"""A document whose entries lead on to others; a face decides how they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from wizard.report.document import Document, Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.proof.evidence_library import EvidenceLibrary
    from wizard.report.document import Item

Target = Literal["finding", "argument", "place"]


class Linked(NamedTuple):
    """`opens` gives, for an item, the target it leads to as `kind:id`: `finding:source.finding`,
    `argument:criterion.argument`, `place:city_of_london`.
    """

    document: Document
    opens: Mapping[Item, str]

    def key_of(self, what: object) -> str | None:
        """The target of an item (or of anything else, which has none)."""
        return self.opens.get(what)  # type: ignore[call-overload, no-any-return]


def of_another_rule_set(library: EvidenceLibrary) -> Linked:
    """What stands in place of something that the rule set in use does not hold: a case study may rest on another."""
    said = (
        f"This belongs to the rule set of the place it was told of, and not to “{library.pack.head.title}”, "
        "which is in use here. Open the place itself to read on there."
    )
    return Linked(Document("Of another rule set", "", (Paragraph(said),)), {})


class Links:
    """Gathers the targets of items while a document is made."""

    def __init__(self) -> None:
        self.opens: dict[Item, str] = {}

    def to(self, kind: Target, id: str, item: Item) -> Item:
        """The item, remembered as leading to `kind:id`."""
        self.opens[item] = f"{kind}:{id}"
        return item


def target_of(key: str) -> tuple[str, str]:
    """`kind` and `id` of a target."""
    kind, _, id = key.partition(":")
    return kind, id
