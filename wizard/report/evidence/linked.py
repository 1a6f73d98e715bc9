"""A document whose entries lead on to others; a face decides how they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.report.document import Document, Item

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
