"""What a council file needs to know of a rule set: questions, models, what can be weighted, what was renamed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wizard.conditions.domain import Domain
from wizard.schema.pack import Pack
from wizard.schema.pack_head import Renamed
from wizard.schema.question import QuestionFile

VERDICTS = (
    "not_enough_known",
    "depends_on_priorities",
    "too_close",
    "clear",
    "leans",
    "only_one_open",
    "none_open",
)
"""The classes of verdict that `expect:` may name."""


@dataclass(frozen=True)
class PackView:
    """A rule set as a council file sees it.

    `domains` and `sections` hold the questions, in the order of asking. `models` gives each
    decision's models. `weighable` gives, for each decision, what can be given a weight: a group
    (mapped to None) or a criterion (mapped to its group). `verdicts` are the classes of verdict
    that can be expected. `bases` gives the version of each rule set that this one builds on, and `gone` the
    ids of its questions, models, criteria and groups that are not there any more.
    """

    id: str
    version: str
    domains: Mapping[str, Domain]
    sections: tuple[QuestionFile, ...]
    models: Mapping[str, tuple[str, ...]]
    weighable: Mapping[str, Mapping[str, str | None]]
    renamed: Renamed = field(default_factory=Renamed)
    verdicts: tuple[str, ...] = VERDICTS
    bases: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)


def view_of(pack: Pack) -> PackView:
    """The view of a whole rule set."""
    return PackView(
        id=pack.head.id,
        version=pack.head.version,
        domains={question.id: Domain(question) for question in pack.questions.values()},
        sections=pack.sections,
        models={decision: tuple(model.id for model in pack.models_of(decision)) for decision in pack.decisions},
        weighable={decision: _weighable(pack, decision) for decision in pack.decisions},
        renamed=pack.head.renamed,
        bases={each.id: each.version for each in pack.built_on},
        gone={each.id: frozenset(each.gone) for each in pack.built_on},
    )


def _weighable(pack: Pack, decision: str) -> dict[str, str | None]:
    criteria = [criterion for criterion in pack.criteria.values() if criterion.decision == decision]
    used = {criterion.group for criterion in criteria}
    found: dict[str, str | None] = {criterion.id: criterion.group for criterion in criteria}
    # Last, so that a word that names both a group and a criterion is the group.
    found.update({group.id: None for group in pack.head.groups if group.id in used})
    return found
