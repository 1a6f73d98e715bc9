"""Models and measures: what they name exists."""

from __future__ import annotations

from .links import Links


def check(links: Links) -> None:
    """Every model, every measure."""
    _orders(links)
    for model in links.parts.models.values():
        owner = ("model", model.id)
        links.known("decision", model.decision, links.parts.decisions, owner, ("decision",))
        if (model.available_when is None) != (model.unavailable_because is None):
            given, missing = "available_when", "unavailable_because"
            if model.available_when is None:
                given, missing = missing, given
            message = f"'{given}' stands without '{missing}'."
            links.report("missing-key", owner, (given,), message, f"Add a line '{missing}: ...'.", key=True)
        links.ids_once([each.id for each in model.preconditions], owner, ("preconditions",), "a precondition")
        links.ids_once([each.id for each in model.variants], owner, ("variants",), "a variant")
    for measure in links.parts.measures.values():
        owner = ("measure", measure.id)
        if links.known("decision", measure.decision, links.parts.decisions, owner, ("decision",)):
            for index, name in enumerate(measure.models):
                links.known_model(name, measure.decision, owner, ("models", index))
        links.each_once(measure.models, "model-twice", owner, ("models",), "of the two")
        for index, name in enumerate(measure.lowers):
            links.known("risk", name, links.parts.risks, owner, ("lowers", index))
        links.each_once(measure.lowers, "risk-twice", owner, ("lowers",), "of the two")


def _orders(links: Links) -> None:
    """Two of the same order would leave the sequence on screen to chance."""
    taken: dict[tuple[str, int], str] = {}
    for kind, objects in (("decision", links.parts.decisions), ("model", links.parts.models)):
        for each in objects.values():
            where = (getattr(each, "decision", ""), each.order)
            if where in taken:
                message = f"'{taken[where]}' has the same order."
                links.report("same-order", (kind, each.id), ("order",), message, "Give each its own number.")
            taken.setdefault(where, each.id)
