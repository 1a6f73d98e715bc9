"""Every condition and every citation in a rule set, each with whose it is and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.schema.base import Evidenced, RawCondition
    from wizard.schema.operating_model import OperatingModel
    from wizard.schema.risk import Risk

    from .parts import Objects
    from .places import Path


class Use(NamedTuple):
    """A condition: `role` says what it decides, `kind`, `id` and `path` where it stands, `name` whose it is."""

    role: str
    kind: str
    id: str
    path: Path
    raw: RawCondition
    name: str


class Resting(NamedTuple):
    """Something that rests on findings: where it stands and what it is called."""

    kind: str
    id: str
    path: Path
    thing: Evidenced
    name: str


def conditions_in(objects: Objects) -> Iterator[Use]:
    """Every condition, except those of examples (which have none).

    Roles: asked_when, argument, available_when, precondition, variant, poor_fit, risk, shift, measure.
    """
    for question in objects.questions.values():
        if question.asked_when is not None:
            name = f"the question '{question.id}' being asked"
            yield Use("asked_when", "question", question.id, ("asked_when",), question.asked_when, name)
    for criterion in objects.criteria.values():
        for index, argument in enumerate(criterion.arguments):
            if argument.when is not None:
                name = f"the argument '{argument.id}' of '{criterion.id}'"
                yield Use("argument", "criterion", criterion.id, ("arguments", index, "when"), argument.when, name)
    for model in objects.models.values():
        yield from _of_model(model)
    for poor_fit in objects.poor_fits.values():
        yield Use("poor_fit", "poor_fit", poor_fit.id, ("when",), poor_fit.when, f"the poor fit '{poor_fit.id}'")
    for risk in objects.risks.values():
        yield from _of_risk(risk)
    for measure in objects.measures.values():
        if measure.when is not None:
            yield Use("measure", "measure", measure.id, ("when",), measure.when, f"the measure '{measure.id}'")


def _of_model(model: OperatingModel) -> Iterator[Use]:
    if model.available_when is not None:
        name = f"the model '{model.id}' being open"
        yield Use("available_when", "model", model.id, ("available_when",), model.available_when, name)
    for index, precondition in enumerate(model.preconditions):
        name = f"the precondition '{precondition.id}' of '{model.id}'"
        yield Use("precondition", "model", model.id, ("preconditions", index, "needs"), precondition.needs, name)
    for index, variant in enumerate(model.variants):
        if variant.when is not None:
            name = f"the variant '{variant.id}' of '{model.id}'"
            yield Use("variant", "model", model.id, ("variants", index, "when"), variant.when, name)


def _of_risk(risk: Risk) -> Iterator[Use]:
    if risk.when is not None:
        yield Use("risk", "risk", risk.id, ("when",), risk.when, f"the risk '{risk.id}'")
    for level, direction, rating in _ratings(risk):
        for index, shift in enumerate(getattr(rating, direction)):
            name = f"the {level} of the risk '{risk.id}' being {direction.removesuffix('_by')}"
            yield Use("shift", "risk", risk.id, (level, direction, index, "when"), shift.when, name)


def _ratings(risk: Risk) -> Iterator[tuple[str, str, Evidenced]]:
    for direction in ("raised_by", "lowered_by"):
        yield "likelihood", direction, risk.likelihood
        yield "impact", direction, risk.impact


def resting_in(objects: Objects) -> Iterator[Resting]:
    """Everything that may cite findings."""
    for criterion in objects.criteria.values():
        for index, argument in enumerate(criterion.arguments):
            name = f"The argument '{argument.id}'"
            yield Resting("criterion", criterion.id, ("arguments", index), argument, name)
    for model in objects.models.values():
        yield Resting("model", model.id, (), model, f"The model '{model.id}'")
        for index, precondition in enumerate(model.preconditions):
            yield Resting(
                "model", model.id, ("preconditions", index), precondition, f"The precondition '{precondition.id}'"
            )
        for index, variant in enumerate(model.variants):
            yield Resting("model", model.id, ("variants", index), variant, f"The variant '{variant.id}'")
    for poor_fit in objects.poor_fits.values():
        yield Resting("poor_fit", poor_fit.id, (), poor_fit, f"The poor fit '{poor_fit.id}'")
    for risk in objects.risks.values():
        yield from _resting_of_risk(risk)
    for measure in objects.measures.values():
        yield Resting("measure", measure.id, (), measure, f"The measure '{measure.id}'")


def _resting_of_risk(risk: Risk) -> Iterator[Resting]:
    yield Resting("risk", risk.id, (), risk, f"The risk '{risk.id}'")
    yield Resting("risk", risk.id, ("likelihood",), risk.likelihood, f"The likelihood of '{risk.id}'")
    yield Resting("risk", risk.id, ("impact",), risk.impact, f"The impact of '{risk.id}'")
    for level, direction, rating in _ratings(risk):
        for index, shift in enumerate(getattr(rating, direction)):
            name = f"What the {level} of '{risk.id}' is {direction.replace('_', ' ')}"
            yield Resting("risk", risk.id, (level, direction, index), shift, name)
    for index, mitigation in enumerate(risk.mitigations):
        yield Resting("risk", risk.id, ("mitigations", index), mitigation, f"What lowers the risk '{risk.id}'")


def citations_in(objects: Objects) -> Iterator[tuple[Resting, Path, str]]:
    """Every citation: who cites, the path to it from the object, and `source.finding`."""
    for resting in resting_in(objects):
        for field in ("supported_by", "disputed_by", "qualified_by"):
            for index, citation in enumerate(getattr(resting.thing, field)):
                yield resting, (*resting.path, field, index), citation
