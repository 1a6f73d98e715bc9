"""What people wanted to be read with their sheets, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Item, Items, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.schema.workshop import Sheet


def remarks_of(sheets: Iterable[Sheet]) -> tuple[Section, ...]:
    """A part of a document with every remark; nothing where nobody made one. Only for sheets that are open."""
    items = tuple(Item(f"{each.who}: {each.remark}") for each in sheets if each.remark)
    return (Section("What else was said", (Items(items),)),) if items else ()
