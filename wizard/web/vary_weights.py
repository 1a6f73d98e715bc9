"""Priorities in a what-if: how much a group of criteria, or a criterion within its group, would count here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.changes_made import change_made
from wizard.report.figures import sentence
from wizard.report.priorities_on_screen import to_weigh
from wizard.report.priorities_words import title_of
from wizard.report.varied_questions import weights_to_vary
from wizard.session.change import NotTaken

from .exchange import Goto, Page
from .fields import group, number_field
from .markup import Html, joined, tag
from .results import not_yet
from .shell import button, errors_box
from .visit import not_there
from .weighing import AMONG_GROUPS, in_titles
from .what_if import AT, BESIDE, named, varied

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.report.varied_questions import Entry
    from wizard.session.change import Change
    from wizard.session.session import Session

    from .exchange import Given
    from .visit import Visit

ABOUT = (
    "Type how much of 100 each should count in this what-if; what is left empty is as in the council file, or shares "
    "the rest. The council file stays as it is."
)
NOTHING_TYPED = "Type at least one weight."


def weights(visit: Visit) -> Given:
    """Every group and criterion of every decision, each with what it counts here."""
    return not_yet(visit, AT) or _page(visit, "", "")


def weigh(visit: Visit) -> Given:
    """Sets the weights of one decision, and takes back those that were emptied."""
    hidden = not_yet(visit, AT)
    if hidden is not None:
        return hidden
    session, decision = visit.session, visit.form.one("decision")
    if decision not in session.view.weighable:
        raise not_there()
    stated = _stated(visit, decision)
    typed = {each: visit.form.one(f"weight_{each}").strip() for each in session.view.weighable[decision]}
    weights = {each: words for each, words in typed.items() if words and words != stated.get(each)}
    emptied = [each for each in stated if not typed[each]]
    if not weights and not emptied:
        return _page(visit, decision, NOTHING_TYPED)

    def make(session: Session, variant: str) -> Change | None:
        taken = session.remove_weights(decision, emptied, variant) if emptied else None
        try:
            return session.set_weights(decision, weights, variant=variant) if weights else taken
        except NotTaken:
            if taken is not None:
                session.undo()
            raise

    try:
        variant, change = varied(visit, make)
    except NotTaken as fault:
        parts = [each for whole in _wholes(visit, decision) for each in to_weigh(session, decision, whole)]
        return _page(visit, decision, in_titles(f"{fault.message} {fault.hint or ''}".strip(), parts))
    visit.desk.tell(change_made(session.rules, change) if change is not None else "That is so already.")
    return Goto(f"/what-if/{variant}")


def _wholes(visit: Visit, decision: str) -> list[str | None]:
    weighable = visit.session.view.weighable[decision]
    return [None, *(each for each, within in weighable.items() if within is None)]


def _variant(visit: Visit) -> str | None:
    """The what-if; None for one that is not begun yet."""
    return None if visit.names["variant"] == BESIDE else named(visit)


def _stated(visit: Visit, decision: str) -> dict[str, str]:
    """The weights that the what-if has of its own."""
    variant = _variant(visit)
    if variant is None:
        return {}
    own = visit.session.state.variant(variant).what_if.weights.get(decision, {})
    return {each: f"{entry.weight:g}" for each, entry in own.items()}


def _page(visit: Visit, wrong: str, words: str) -> Page:
    variant = _variant(visit)
    stands = {each.id: each for each in weights_to_vary(visit.session, variant)}
    forms: list[Html] = []
    first = ""
    for decision in visit.session.view.weighable:
        # In their order: each group before its criteria.
        entries = {id.partition(":")[2]: each for id, each in stands.items() if id.partition(":")[0] == decision}
        if decision == wrong:
            first = f"weight-{decision}-{next(iter(entries))}"
        forms += [tag("h2", visit.session.rules.pack.decisions[decision].title)]
        forms += [_form(visit, decision, entries, words if decision == wrong else "")]
    parts = (
        errors_box(((first, words),) if wrong else ()),
        tag("p", ABOUT),
        *forms,
        tag("p", tag("a", "Back", href="/what-if" if variant is None else f"/what-if/{variant}")),
    )
    status, before = (422, "Error: ") if wrong else (200, "")
    return Page("Priorities in this what-if", joined(parts), status, AT, before_title=before)


def _form(visit: Visit, decision: str, entries: Mapping[str, Entry], wrong: str) -> Html:
    """The fields of one decision; `wrong` stands beside the first."""
    title = visit.session.rules.pack.decisions[decision].title
    values = {each: visit.form.one(f"weight_{each}") for each in entries} if wrong else _stated(visit, decision)
    parts: list[Html] = []
    within: list[tuple[str, Html]] = []
    for place, (each, entry) in enumerate(entries.items()):
        field = number_field(
            f"weight-{decision}-{each}",
            entry.label.removeprefix("- "),
            values.get(each, ""),
            name=f"weight_{each}",
            # The title of the decision stands above.
            hint=entry.note.removeprefix(f"{sentence(title)} "),
            fault=wrong if place == 0 else "",
        )
        whole = visit.session.view.weighable[decision][each]
        if whole is None:
            parts.append(field)
        else:
            within.append((whole, field))
    hidden = tag("input", type="hidden", name="decision", value=decision)
    groups = group(AMONG_GROUPS, *parts, id=f"how-{decision}")
    opened = [
        _within(
            visit, whole, [field for of, field in within if of == whole], opened=_any(visit, decision, whole, values)
        )
        for whole in dict.fromkeys(of for of, _ in within)
    ]
    save = tag("div", button("Set these weights"), class_="buttons")
    return visit.to_form(_where(visit), hidden, groups, *opened, save)


def _within(visit: Visit, whole: str, fields: list[Html], *, opened: bool) -> Html:
    """The criteria of a group, folded away where none of them has a weight here."""
    title = f"Within “{title_of(visit.session.rules.pack, whole)}”"
    inner = tag("fieldset", tag("legend", title, class_="unseen"), *fields)
    return tag("details", tag("summary", title), inner, open=opened)


def _any(visit: Visit, decision: str, whole: str, values: Mapping[str, str]) -> bool:
    weighable = visit.session.view.weighable[decision]
    return any(weighable.get(each) == whole for each, typed in values.items() if typed)


def _where(visit: Visit) -> str:
    return f"/what-if/{visit.names['variant']}/weights"
