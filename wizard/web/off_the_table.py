"""Models taken off the table, with a reason that every result tells, and put back: in the file, or in a what-if."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.changes_made import change_made
from wizard.report.figures import sentence
from wizard.session.change import NotTaken

from .exchange import Goto, Page
from .fields import Option, choices, group, text_field
from .markup import Html, joined, tag
from .results import not_yet
from .shell import button, errors_box
from .visit import not_there
from .what_if import AT, BESIDE, named, varied

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.results import DecisionResult

    from .exchange import Given
    from .visit import Visit

ABOUT = (
    "A model that is off the table is not weighed against the others. The reason that you give is told with every "
    "result."
)
HERE_ONLY = "Here only: the council file stays as it is."
CHOOSE = "Choose a model."
NO_REASON = "Type a reason: without one no model is taken off the table."
IN_THE_FILE = "So it is in the council file itself; put it back there."
ALL_OFF = "None is left on the table."


def models(visit: Visit) -> Given:
    """Every model of the council file."""
    return _page(visit, None, {})


def change(visit: Visit) -> Given:
    """Takes one off the table of the council file, or puts it back."""
    return _changed(visit, None)


def models_here(visit: Visit) -> Given:
    """Every model of a what-if."""
    return not_yet(visit, AT) or _page(visit, _variant(visit), {})


def change_here(visit: Visit) -> Given:
    """Takes one off the table in a what-if, or puts it back; one that is not there yet is begun with that."""
    return not_yet(visit, AT) or _changed(visit, _variant(visit))


def _changed(visit: Visit, variant: str | None) -> Given:
    form, decision = visit.form, visit.form.one("decision")
    known = [each.id for each in visit.session.rules.pack.models_of(decision)] if _is_decision(visit) else []
    model, reason = form.one("model"), form.one("reason").strip()
    if model and model not in known:
        raise not_there()
    if form.one("do") == "back":
        return _put_back(visit, variant, model)
    faults = {} if model else {f"model-{decision}-0": CHOOSE}
    faults |= {} if reason else {f"reason-{decision}": NO_REASON}
    if not known or faults:
        return _page(visit, variant, faults) if known else Goto(_where(visit, variant))
    try:
        if variant is None:
            change = visit.desk.change(lambda session: session.take_off_the_table(model, reason))
            there = None
        else:
            there, change = varied(visit, lambda session, id: session.take_off_the_table(model, reason, id))
    except NotTaken as fault:
        words = " ".join(each for each in (fault.message, fault.hint) if each)
        return _page(visit, variant, {f"reason-{decision}": words})
    visit.desk.tell(change_made(visit.session.rules, change) if change is not None else "That is so already.")
    return Goto("/models" if there is None else f"/what-if/{there}")


def _put_back(visit: Visit, variant: str | None, model: str) -> Given:
    """Raises NotTaken for one that is off the table in the council file where a what-if is meant."""
    if variant == BESIDE or not model:
        raise not_there()
    change = visit.desk.change(lambda session: session.put_back(model, variant))
    visit.desk.tell(change_made(visit.session.rules, change) if change is not None else "That is so already.")
    return Goto(_where(visit, variant))


def _variant(visit: Visit) -> str:
    return BESIDE if visit.names["variant"] == BESIDE else named(visit)


def _is_decision(visit: Visit) -> bool:
    return visit.form.one("decision") in visit.session.rules.pack.decisions


def _where(visit: Visit, variant: str | None) -> str:
    return "/models" if variant is None else f"/what-if/{variant}/models"


def _page(visit: Visit, variant: str | None, faults: Mapping[str, str]) -> Page:
    stands = visit.session.assessment_of(None if variant == BESIDE else variant)
    parts: list[Html | None] = [errors_box(tuple(faults.items())), tag("p", ABOUT)]
    parts += [tag("p", HERE_ONLY)] if variant is not None else []
    for each in stands.decisions:
        parts.append(tag("h2", each.decision.title))
        parts.append(_off(visit, variant, each, stands.case.off_the_table))
        parts.append(_on(visit, variant, each, faults))
    back = "/work" if variant is None else "/what-if" if variant == BESIDE else f"/what-if/{variant}"
    parts.append(tag("p", tag("a", "Back", href=back)))
    status, before = (422, "Error: ") if faults else (200, "")
    title = "Models on the table" if variant is None else "Models on the table in this what-if"
    return Page(title, joined(parts), status, "work" if variant is None else AT, before_title=before)


def _off(visit: Visit, variant: str | None, result: DecisionResult, off: Mapping[str, str]) -> Html | None:
    """Those that are off the table, each with its reason."""
    here = visit.session.state.file.off_the_table
    if variant is not None:
        here = visit.session.state.variant(variant).what_if.off_the_table if variant != BESIDE else {}
    items = []
    for each in result.standings:
        if each.model.id not in off:
            continue
        said = f"{each.model.title}: off the table. {sentence(off[each.model.id])}"
        hidden = (
            tag("input", type="hidden", name="decision", value=result.decision.id),
            tag("input", type="hidden", name="model", value=each.model.id),
        )
        put = button("Put it back", value="back", quiet=True, label=f"Put it back: {each.model.title}")
        # A reason of the council file holds in each what-if.
        act = visit.to_form(_where(visit, variant), *hidden, put) if each.model.id in here else tag("p", IN_THE_FILE)
        items.append(tag("li", tag("p", said), act))
    return tag("ul", *items, class_="list") if items else None


def _on(visit: Visit, variant: str | None, result: DecisionResult, faults: Mapping[str, str]) -> Html:
    """Those on the table, one of which can be taken off."""
    decision, off = result.decision.id, visit.session.assessment_of(None if variant == BESIDE else variant).case
    options = [
        Option(each.model.id, each.model.title, _openness(each.openness, each.why_not))
        for each in sorted(result.standings, key=lambda each: each.model.order)
        if each.model.id not in off.off_the_table
    ]
    if not options:
        return tag("p", ALL_OFF)
    sent = visit.form if visit.form.one("decision") == decision else None
    chosen, reason = (sent.every("model"), sent.one("reason")) if sent is not None else ([], "")
    model, why = f"model-{decision}", f"reason-{decision}"
    radios = choices(model, "model", options, chosen)
    title = "Take a model off the table"
    hidden = tag("input", type="hidden", name="decision", value=decision)
    return visit.to_form(
        _where(visit, variant),
        hidden,
        group(title, radios, id=model, fault=faults.get(f"{model}-0", "")),
        text_field(why, "Why?", reason, name="reason", fault=faults.get(why, "")),
        tag("div", button("Take it off the table", value="off", quiet=True), class_="buttons"),
        novalidate="novalidate",
    )


def _openness(openness: str, why_not: str | None) -> str:
    """What is to be said of a model that cannot be chosen as things stand."""
    if openness != "not_open":
        return ""
    return sentence(f"Not open: {why_not}") if why_not else "Not open."
