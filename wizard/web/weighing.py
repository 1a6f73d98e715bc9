"""Weighing several at once: points, an order, or so much of 100; all groups, or the criteria within one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wizard.engine.eliciting import NotWeights
from wizard.proof import setting_priorities as setting
from wizard.report.changes_made import change_made
from wizard.report.priorities_on_screen import HOW_TO_SAY, criteria_words, to_weigh
from wizard.report.priorities_words import title_of

from .exchange import Goto, Page
from .fields import group, number_field
from .markup import Html, joined, tag
from .priorities import AT, WAYS, decision_of, record, way_to, weighable_in
from .said_by import said_by, said_by_fields
from .shell import button, errors_box
from .visit import not_there

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wizard.proof.setting_priorities import NewPriorities, SaidBy
    from wizard.report.priorities_on_screen import ToWeigh

    from .exchange import Given
    from .visit import Visit

HOW = {"points": "swing", "order": "rank", "weights": "weight"}
TITLES = {
    "points": "How much does each step from worst to best matter?",
    "order": "In which order do they matter?",
    "weights": "How much of 100 should each count?",
}
AMONG_GROUPS = "The groups against each other"
NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)


def weigh_page(visit: Visit) -> Given:
    """A field for each."""
    return _page(visit, {})


def weigh(visit: Visit) -> Given:
    """Takes up what was typed; a weight that was emptied is taken back."""
    session, decision, way, whole = visit.session, decision_of(visit), _way(visit), _whole(visit)
    parts = to_weigh(session, decision, whole)
    typed = {each.id: visit.form.one(f"weight_{each.id}").strip() for each in parts}
    faults = {f"weight-{each.id}": words for each in parts if (words := _fault(way, typed[each.id], len(parts)))}
    emptied = [each.id for each in parts if each.stated and not typed[each.id]]
    said = [(each.id, typed[each.id]) for each in parts if typed[each.id]]
    if way == "weights":
        said = [(each.id, typed[each.id]) for each in parts if typed[each.id] not in ("", each.stated)]
        if not said and not faults:
            return _only_emptied(visit, decision, emptied)
    by = said_by(visit, faults)
    if not faults:
        try:
            new = _new(visit, decision, way, said, emptied, by)
        except NotWeights as fault:
            faults[f"weight-{parts[0].id}"] = in_titles(f"{fault.message} {fault.hint}", parts)
        else:
            return record(visit, decision, new)
    return _page(visit, faults)


def in_titles(words: str, parts: Iterable[ToWeigh]) -> str:
    """What is said of ids, said of titles."""
    titles = {each.id: f"“{each.title}”" for each in parts}
    # An id stands in quotation marks, or in a row that goes round in a circle.
    quoted = re.sub(r"'(\w+)'", lambda found: titles.get(found[1], found[0]), words)
    row = re.compile(r"\w+(?: before \w+)+")
    return row.sub(lambda row: re.sub(r"\w+", lambda found: titles.get(found[0], found[0]), row[0]), quoted)


def _only_emptied(visit: Visit, decision: str, emptied: Sequence[str]) -> Goto:
    change = visit.desk.change(lambda session: session.remove_weights(decision, emptied)) if emptied else None
    kept = "The weights stay as they were."
    visit.desk.tell(change_made(visit.session.rules, change) if change is not None else kept)
    return Goto(f"/priorities/{decision}")


def _new(
    visit: Visit, decision: str, way: str, said: list[tuple[str, str]], emptied: Sequence[str], by: SaidBy
) -> NewPriorities:
    """The council file with what was typed. Raises NotWeights."""
    file, weighable = visit.session.file, visit.session.view.weighable[decision]
    if way == "points":
        return setting.with_swings(file, decision, weighable, said, by)
    if way == "weights":
        left = {each: entry for each, entry in file.weights.get(decision, {}).items() if each not in emptied}
        without = file.model_copy(update={"weights": {**file.weights, decision: left}})
        return setting.with_stated(without, decision, weighable, said, by)
    places = sorted({int(place) for _, place in said})
    order = [[each for each, place in said if int(place) == wanted] for wanted in places]
    return setting.with_ranks(file, decision, weighable, order, by)


def _fault(way: str, typed: str, of: int) -> str:
    if way == "weights" and not typed:
        return ""
    if way == "order":
        fine = typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= of
        return "" if fine else f"Type a place from 1 to {of}."
    fine = NUMBER.fullmatch(typed) is not None and float(typed) <= 100
    return "" if fine else "Type a number from 0 to 100."


def _way(visit: Visit) -> str:
    if visit.names["way"] not in WAYS:
        raise not_there()
    return visit.names["way"]


def _whole(visit: Visit) -> str | None:
    """The group whose criteria are weighed; None for the groups themselves."""
    whole = visit.names.get("whole")
    if whole not in weighable_in(visit.session, decision_of(visit)):
        raise not_there()
    return whole


def _page(visit: Visit, faults: Mapping[str, str]) -> Page:
    session, decision, way, whole = visit.session, decision_of(visit), _way(visit), _whole(visit)
    pack, parts = session.rules.pack, to_weigh(session, decision, whole)
    fields = [_field(visit, decision, way, whole, each, faults) for each in parts]
    legend = AMONG_GROUPS if whole is None else f"Within “{title_of(pack, whole)}”"
    action = f"/priorities/{decision}{way_to(way, whole)}"
    save = tag("div", button("Record it"), class_="buttons")
    weighing = group(legend, *fields, id="how", hint=HOW_TO_SAY[HOW[way]])
    body = (
        tag("p", pack.decisions[decision].title, class_="position"),
        errors_box(tuple(faults.items())),
        _wholes(visit, decision, way, whole),
        visit.to_form(action, weighing, said_by_fields(visit, faults), save, novalidate="novalidate"),
        tag("p", tag("a", "Back to the priorities", href=f"/priorities/{decision}")),
    )
    status, before = (422, "Error: ") if faults else (200, "")
    return Page(TITLES[way], joined(body), status, AT, before_title=before)


def _field(visit: Visit, decision: str, way: str, whole: str | None, each: ToWeigh, faults: Mapping[str, str]) -> Html:
    session = visit.session
    made_of = criteria_words(session.rules.pack, session.view.weighable[decision], each.id) if whole is None else ""
    name = f"weight_{each.id}"
    value = visit.form.one(name) if visit.form.has(name) else each.stated if way == "weights" else ""
    id = f"weight-{each.id}"
    return number_field(id, each.title, value, name=name, hint=made_of, fault=faults.get(id, ""))


def _wholes(visit: Visit, decision: str, way: str, whole: str | None) -> Html | None:
    every = weighable_in(visit.session, decision)
    if len(every) < 2:
        return None
    links = []
    for each in every:
        words = AMONG_GROUPS if each is None else f"Within “{title_of(visit.session.rules.pack, each)}”"
        href = f"/priorities/{decision}{way_to(way, each)}"
        links.append(tag("li", tag("a", words, href=href, aria_current="page" if each == whole else None)))
    return tag("nav", tag("ol", *links), aria_label="What is weighed", class_="pages")
