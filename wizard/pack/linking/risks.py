"""Poor fits and risks: decision and models exist, and each concerns some model."""

from __future__ import annotations

from wizard.schema.poor_fit import PoorFit
from wizard.schema.risk import Risk

from .links import Links, Owner


def check(links: Links) -> None:
    """Every poor fit, every risk."""
    for poor_fit in links.parts.poor_fits.values():
        _concerned(links, poor_fit, ("poor_fit", poor_fit.id))
    for risk in links.parts.risks.values():
        owner = ("risk", risk.id)
        _concerned(links, risk, owner)
        _together_with(links, risk, owner)


def _concerned(links: Links, thing: PoorFit | Risk, owner: Owner) -> None:
    if links.known("decision", thing.decision, links.parts.decisions, owner, ("decision",)):
        for index, model in enumerate(thing.models):
            links.known_model(model, thing.decision, owner, ("models", index))
    links.each_once(thing.models, "model-twice", owner, ("models",), "of the two")
    if not thing.models and not thing.any_change:
        message = f"'{thing.id}' concerns no model."
        links.report("moves-nothing", owner, ("id",), message, "Add a line 'models: [...]', or 'any_change: yes'.")


def _together_with(links: Links, risk: Risk, owner: Owner) -> None:
    for index, name in enumerate(risk.together_with):
        path = ("together_with", index)
        others = [model.id for model in links.parts.models.values() if model.decision != risk.decision]
        model = links.parts.models.get(name)
        if model is not None and model.decision == risk.decision:
            message = f"'{name}' is a model of '{risk.decision}' too: only one of that decision can be chosen."
            links.report("foreign-model", owner, path, message, "Name models of another decision.")
        else:
            links.known("model", name, others, owner, path)
    links.each_once(risk.together_with, "model-twice", owner, ("together_with",), "of the two")
