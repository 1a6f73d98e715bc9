"""The order of the groups of criteria, for one decision: a place for each, equal ones allowed, or cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.web.fields import Option, choices, remarks
from wizard.web.markup import Html, joined, tag
from wizard.workshop.order_words import order_words
from wizard.workshop.sound import groups_of

from .sheet_pages import Said, Taken

if TYPE_CHECKING:
    from wizard.schema.workshop import Order, Sheet
    from wizard.web.exchange import Form
    from wizard.workshop.workshop import Workshop

    from .sheet_pages import Faults

CANNOT_SAY = "cannot_say"
NO_PLACE = Option("", "No place yet")
CANNOT = "Cannot say: all left out"


class OrderPage:
    """One decision: what matters more in settling it."""

    def __init__(self, workshop: Workshop, decision: str) -> None:
        self.id = f"order-{decision}"
        found = workshop.rules.pack.decisions[decision]
        self.title = f"What matters more: {found.title}"
        self._decision, self._question = decision, found.question
        self._groups = groups_of(workshop.rule_set, decision)
        self._holds = {
            group: [
                each.title
                for each in workshop.rules.pack.criteria.values()
                if each.group == group and each.decision == decision
            ]
            for group in self._groups
        }

    def fields(self, sheet: Sheet, sent: Form | None, faults: Faults) -> Html:
        """A list to choose a place from for each group."""
        if sent is not None:
            places = {each: sent.one(_field(each)) for each in self._groups}
            cannot = sent.has(CANNOT_SAY)
        else:
            order = sheet.priorities.get(self._decision, ())
            places = {each: str(place) for place, tier in enumerate(order, 1) for each in tier}
            cannot = False
        said = "Give each a place: 1 matters most. Those that matter alike may share a place."
        box = choices(CANNOT_SAY, CANNOT_SAY, (Option("yes", CANNOT),), ["yes"] if cannot else [], "checkbox")
        return joined(
            (
                tag("p", self._question, class_="quiet-words"),
                tag("p", said),
                *(self._field(each, places.get(each, ""), faults) for each in self._groups),
                box,
            )
        )

    def taken(self, sheet: Sheet, sent: Form) -> Taken:
        """The order, or none where it cannot be said or every place is empty."""
        others = {each: order for each, order in sheet.priorities.items() if each != self._decision}
        places = {each: sent.one(_field(each)).strip() for each in self._groups}
        if sent.has(CANNOT_SAY) or not any(places.values()):
            return Taken(sheet.model_copy(update={"priorities": others}), {})
        known = frozenset(str(number) for number in range(1, len(self._groups) + 1))
        left = [each for each, place in places.items() if place not in known]
        if left:
            words = "Give every one a place, or tick “Cannot say”. Those that matter alike may share one."
            return Taken(sheet, {_field(left[0]): words})
        order: Order = tuple(
            tuple(each for each, place in places.items() if int(place) == number)
            for number in sorted({int(each) for each in places.values()})
        )
        return Taken(sheet.model_copy(update={"priorities": {**others, self._decision: order}}), {})

    def said(self, sheet: Sheet) -> tuple[Said, ...]:
        """The order in one line."""
        order = sheet.priorities.get(self._decision, ())
        words = order_words([[self._groups[each] for each in tier] for tier in order])
        return (Said("From what matters most to what matters least", words or CANNOT),)

    def _field(self, group: str, place: str, faults: Faults) -> Html:
        id = _field(group)
        said, described = remarks(id, f"In it: {'; '.join(self._holds[group])}.", faults.get(id, ""))
        last = len(self._groups)
        words = {1: "1 – matters most", last: f"{last} – last place"} if last > 1 else {}
        offered = [NO_PLACE, *(Option(str(each), words.get(each, str(each))) for each in range(1, last + 1))]
        options = (tag("option", each.words, value=each.value, selected=each.value == place) for each in offered)
        field = tag("select", *options, id=id, name=id, class_="short", aria_describedby=described)
        wrong = "field has-error" if id in faults else "field"
        return tag("div", tag("label", self._groups[group], for_=id), *said, field, class_=wrong)


def _field(group: str) -> str:
    return f"place-{group}"
