"""The pages of a sheet: what each asks, what it takes from a form, and how it reads on the page to check."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from wizard.session.change import NotTaken
from wizard.session.giving import some_words
from wizard.web.markup import Html, in_lines, tag
from wizard.workshop.sound import groups_of

from .saying import fault_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from wizard.schema.workshop import Sheet
    from wizard.web.exchange import Form
    from wizard.workshop.workshop import Workshop

Faults = dict[str, str]
"""What is wrong with a field of a page, by its id."""


class Taken(NamedTuple):
    """The sheet with all that could be taken from a form, and what is wrong with the rest."""

    sheet: Sheet
    faults: Faults


class Said(NamedTuple):
    """Something a sheet asks, and what stands there now, in words."""

    asked: str
    words: str


class SheetPage(Protocol):
    """One page of a sheet. `id` stands in its address."""

    @property
    def id(self) -> str:
        """What the page is known by."""

    @property
    def title(self) -> str:
        """Its heading."""

    def fields(self, sheet: Sheet, sent: Form | None, faults: Faults) -> Html:
        """Its fields, filled as the sheet says, or as they were sent where that could not be taken."""

    def taken(self, sheet: Sheet, sent: Form) -> Taken:
        """The sheet with what was sent."""

    def said(self, sheet: Sheet) -> tuple[Said, ...]:
        """What the page asks and what stands there."""


def pages_of(workshop: Workshop) -> Mapping[str, SheetPage]:
    """The pages of a workshop's sheet by their ids, in their order."""
    found: list[SheetPage] = []
    if workshop.is_case_study:
        from .foretelling import ForetoldPage, RisksPage

        found += [ForetoldPage(workshop, each) for each in workshop.file.decisions]
        found.append(RisksPage(workshop))
    else:
        from .asked_pages import asked_pages
        from .ordering import OrderPage

        found += asked_pages(workshop)
        # Of one group alone there is no order.
        weighed = (each for each in workshop.file.decisions if len(groups_of(workshop.rule_set, each)) > 1)
        found += [OrderPage(workshop, each) for each in weighed]
    found.append(RemarkPage())
    return {each.id: each for each in found}


REMARK = "remark"


class RemarkPage:
    """What somebody wants to be read with their sheet."""

    id, title = "anything-else", "Anything else?"
    _label = "What do you want to be read with your sheet?"

    def fields(self, sheet: Sheet, sent: Form | None, faults: Faults) -> Html:
        """A field of several lines."""
        words = sent.one(REMARK) if sent is not None else sheet.remark or ""
        hint = "It may stay empty. Everybody reads it once the sheets are open."
        return words_field(REMARK, self._label, words, hint, faults.get(REMARK, ""))

    def taken(self, sheet: Sheet, sent: Form) -> Taken:
        """The remark, or none."""
        return taken_words(sheet, REMARK, lambda words: {"remark": words}, sent)

    def said(self, sheet: Sheet) -> tuple[Said, ...]:
        """The remark."""
        return (Said(self._label, sheet.remark or "Nothing"),)


def words_field(id: str, label: str, words: str, hint: str = "", fault: str = "") -> Html:
    """A field of several lines."""
    from wizard.web.fields import remarks

    said, described = remarks(id, hint, fault)
    field = tag(
        "textarea",
        in_lines(words),
        id=id,
        name=id,
        rows="4",
        aria_describedby=described,
        aria_invalid="true" if fault else None,
    )
    kind = "field has-error" if fault else "field"
    return tag("div", tag("label", label, for_=id), *said, field, class_=kind)


def taken_words(sheet: Sheet, field: str, place: Callable[[str | None], dict[str, object]], sent: Form) -> Taken:
    """The sheet with the words of a field where `place` puts them."""
    try:
        return Taken(sheet.model_copy(update=place(some_words(sent.one(field)))), {})
    except NotTaken as fault:
        return Taken(sheet, {field: fault_words(fault)})
