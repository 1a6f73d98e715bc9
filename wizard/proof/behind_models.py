"""What stands behind each model of a decision: how many arguments, resting on how many findings, and whose.

Every argument is counted, whether or not it would hold for any one council. Findings are those that
support an argument; each is counted once for a model and side, however many arguments it supports.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wizard.engine.compiling import DecisionRules
    from wizard.schema.pack import Pack


class Findings(NamedTuple):
    """Distinct findings, counted by how many spoke, how it was found out, and the post the speaker holds.

    `holders` has a model's id for each holder of its post; "" stands for everybody else.
    """

    total: int
    voices: Mapping[str, int]
    methods: Mapping[str, int]
    holders: Mapping[str, int]


class Side(NamedTuple):
    """The arguments for or against a model, and by grade (its id); `findings` support them.

    `judgements` counts those that no finding supports.
    """

    arguments: int
    grades: Mapping[str, int]
    judgements: int
    findings: Findings


class BehindModel(NamedTuple):
    """One model. `against_moving` holds arguments against it only where it is a move far enough from today."""

    model: str
    favour: Side
    against: Side
    against_moving: Side


class Behind(NamedTuple):
    """One decision: its models, and the findings that support any of its arguments."""

    models: tuple[BehindModel, ...]
    arguments: int
    findings: Findings


def behind_models(pack: Pack, decision: DecisionRules) -> Behind:
    """Everything that supports or speaks against each model."""
    every = {id(rule.argument): rule.argument for rule in decision.arguments}
    return Behind(
        tuple(_model(pack, decision, number) for number in range(len(decision.models))),
        len(every),
        _findings(pack, (citation for each in every.values() for citation in each.supported_by)),
    )


def _model(pack: Pack, decision: DecisionRules, number: int) -> BehindModel:
    model = decision.models[number].id
    sides: dict[str, list[tuple[int, str]]] = {"favour": [], "against": [], "against_moving": []}
    for place, rule in enumerate(decision.arguments):
        for effect in rule.effects:
            if effect.model == number:
                named = model in rule.argument.favours or model in rule.argument.counts_against
                side = "favour" if effect.points > 0 else "against" if named else "against_moving"
                sides[side].append((place, effect.grade.id))
    return BehindModel(model, **{side: _side(pack, decision, found) for side, found in sides.items()})


def _side(pack: Pack, decision: DecisionRules, found: list[tuple[int, str]]) -> Side:
    arguments = [decision.arguments[place].argument for place, _ in found]
    return Side(
        arguments=len(arguments),
        grades=_ordered(Counter(grade for _, grade in found)),
        judgements=sum(not each.supported_by for each in arguments),
        findings=_findings(pack, (citation for each in arguments for citation in each.supported_by)),
    )


def _findings(pack: Pack, citations: Iterable[str]) -> Findings:
    found = [pack.finding(citation) for citation in sorted(set(citations))]
    return Findings(
        len(found),
        _ordered(Counter(each.voices for each in found)),
        _ordered(Counter(each.method for each in found)),
        _ordered(Counter(each.holds or "" for each in found)),
    )


def _ordered(counts: Counter[str]) -> dict[str, int]:
    """The commonest first, equal ones by name: nothing depends on the order of files."""
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
