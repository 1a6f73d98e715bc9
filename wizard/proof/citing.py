"""Who cites a finding: every argument, poor fit, risk, condition and measure, with what it does for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from wizard.conditions.moves import moved
from wizard.conditions.nodes import questions_in
from wizard.conditions.parse import parse
from wizard.pack.usage import citations_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wizard.conditions.domain import Domain
    from wizard.engine import Rules
    from wizard.pack.places import Path
    from wizard.schema.base import Evidenced, RawCondition
    from wizard.schema.criterion import Argument, Criterion
    from wizard.schema.operating_model import OperatingModel
    from wizard.schema.pack import Pack
    from wizard.schema.risk import Risk

Role = Literal["supports", "disputes", "qualifies"]
Kind = Literal[
    "argument",
    "model",
    "precondition",
    "variant",
    "poor_fit",
    "risk",
    "likelihood",
    "impact",
    "raised",
    "lowered",
    "mitigation",
    "measure",
]
ROLES: tuple[Role, ...] = ("supports", "disputes", "qualifies")

_ROLE_OF: dict[str, Role] = {"supported_by": "supports", "disputed_by": "disputes", "qualified_by": "qualifies"}
_PART_OF: dict[str, Kind] = {
    "arguments": "argument",
    "preconditions": "precondition",
    "variants": "variant",
    "mitigations": "mitigation",
    "raised_by": "raised",
    "lowered_by": "lowered",
}


class Citing(NamedTuple):
    """One citation. `of` is the id of the object that holds `thing`: its criterion, model, risk, or itself.

    `models` are those it bears on and `questions` those its condition looks at, both in no order that matters.
    """

    finding: str
    role: Role
    kind: Kind
    of: str
    thing: Evidenced
    decision: str
    models: tuple[str, ...]
    questions: frozenset[str]

    @property
    def criterion(self) -> str | None:
        """The criterion of an argument; None for anything else."""
        return self.of if self.kind == "argument" else None

    @property
    def argument(self) -> str | None:
        """`criterion.argument`; None for anything else."""
        return f"{self.of}.{cast('Argument', self.thing).id}" if self.kind == "argument" else None


class _About(NamedTuple):
    decision: str
    models: tuple[str, ...]
    questions: frozenset[str]


def citings(rules: Rules) -> tuple[Citing, ...]:
    """Every citation of a rule set, in the order of its files. The rule set must have been read without faults."""
    known: dict[tuple[str, str, Path], tuple[Kind, _About]] = {}
    found = []
    for resting, path, citation in citations_in(rules.pack):
        where = (resting.kind, resting.id, resting.path)
        if where not in known:
            kind = _kind(resting.kind, resting.path)
            known[where] = kind, _about(rules, kind, resting.id, resting.thing)
        kind, about = known[where]
        found.append(Citing(citation, _ROLE_OF[str(path[-2])], kind, resting.id, resting.thing, *about))
    return tuple(found)


def effects_of(pack: Pack, criterion: Criterion, argument: Argument) -> dict[str, int]:
    """Which way an argument moves each model: 1 for, -1 against. Moves that can never be so far are left out."""
    effects = {**dict.fromkeys(argument.counts_against, -1), **dict.fromkeys(argument.favours, 1)}
    if argument.counts_against_moves is not None:
        decision = pack.decisions[criterion.decision]
        for model in pack.models_of(decision.id):
            if model.id not in effects and moved(decision, model.id, argument.counts_against_moves.at_least):
                effects[model.id] = -1
    return effects


def _kind(kind: str, path: Path) -> Kind:
    for part in reversed(path):
        if part in ("likelihood", "impact"):
            return cast("Kind", part)
        if isinstance(part, str):
            return _PART_OF[part]
    return cast("Kind", kind)


def _about(rules: Rules, kind: Kind, of: str, thing: Evidenced) -> _About:
    pack = rules.pack
    if kind == "argument":
        return _of_argument(rules, pack.criteria[of], cast("Argument", thing))
    if kind in ("model", "precondition", "variant"):
        model = pack.models[of]
        return _About(model.decision, (of,), _looked_at(rules.domains, [_own_condition(model, kind, thing)]))
    if kind == "poor_fit":
        poor_fit = pack.poor_fits[of]
        models = poor_fit.models or _all_of(pack, poor_fit.decision)
        return _About(poor_fit.decision, models, _looked_at(rules.domains, [poor_fit.when]))
    if kind == "measure":
        measure = pack.measures[of]
        models = measure.models or _all_of(pack, measure.decision)
        return _About(measure.decision, models, _looked_at(rules.domains, [measure.when]))
    return _of_risk(rules, pack.risks[of], thing)


def _of_argument(rules: Rules, criterion: Criterion, argument: Argument) -> _About:
    questions = _looked_at(rules.domains, [argument.when])
    if argument.counts_against_moves is not None:
        questions |= {rules.pack.decisions[criterion.decision].today}
    return _About(criterion.decision, tuple(effects_of(rules.pack, criterion, argument)), questions)


def _of_risk(rules: Rules, risk: Risk, thing: Evidenced) -> _About:
    """What moves a level of a risk looks at its own condition and at that of the risk."""
    models = risk.models or _all_of(rules.pack, risk.decision)
    return _About(risk.decision, models, _looked_at(rules.domains, [risk.when, getattr(thing, "when", None)]))


def _own_condition(model: OperatingModel, kind: Kind, thing: Evidenced) -> RawCondition | None:
    field = {"model": "available_when", "precondition": "needs", "variant": "when"}[kind]
    condition: RawCondition | None = getattr(thing if kind != "model" else model, field)
    return condition


def _all_of(pack: Pack, decision: str) -> tuple[str, ...]:
    return tuple(model.id for model in pack.models_of(decision))


def _looked_at(domains: Mapping[str, Domain], conditions: Iterable[RawCondition | None]) -> frozenset[str]:
    parsed = [parse(raw, domains)[0] for raw in conditions if raw is not None]
    return frozenset(question for each in parsed for question in questions_in(each))
