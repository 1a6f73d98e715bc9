"""A rule set while it is being read: what could be built so far, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.schema.criterion import Criterion
from wizard.schema.decision import Decision
from wizard.schema.measure import Measure
from wizard.schema.operating_model import OperatingModel
from wizard.schema.pack import Pack
from wizard.schema.pack_head import PackHead
from wizard.schema.poor_fit import PoorFit
from wizard.schema.question import Question, QuestionFile
from wizard.schema.risk import Risk
from wizard.schema.source import Source

from .places import Places

ANY = "*"


@dataclass
class Parts:
    """Every object that could be built.

    `doubtful` names what exists but has faults of its own, as (kind, id), so that a mention of it
    is not called unknown; the id is ANY where not even the names could be read. `questions` also
    has the sound questions of a file in which others are not.
    """

    places: Places
    head: PackHead | None = None
    decisions: dict[str, Decision] = field(default_factory=dict)
    sections: list[QuestionFile] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)
    models: dict[str, OperatingModel] = field(default_factory=dict)
    criteria: dict[str, Criterion] = field(default_factory=dict)
    poor_fits: dict[str, PoorFit] = field(default_factory=dict)
    risks: dict[str, Risk] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    source_names: tuple[str, ...] = ()
    doubtful: set[tuple[str, str]] = field(default_factory=set)

    def is_doubtful(self, kind: str, object_id: str) -> bool:
        """Whether the object may exist although it was not built."""
        return (kind, object_id) in self.doubtful or (kind, ANY) in self.doubtful

    def models_of(self, decision: str) -> list[str]:
        """The ids of a decision's models."""
        return [model.id for model in self.models.values() if model.decision == decision]

    def pack(self, fingerprint: str) -> Pack:
        """The whole rule set. Everything must have been built."""
        assert self.head is not None
        return Pack(
            self.head,
            {each.id: each for each in sorted(self.decisions.values(), key=lambda each: (each.order, each.id))},
            tuple(self.sections),
            {each.id: each for each in sorted(self.models.values(), key=lambda each: (each.order, each.id))},
            self.criteria,
            self.poor_fits,
            self.risks,
            self.measures,
            self.sources,
            fingerprint,
        )


Objects = Parts | Pack
"""Anything with a rule set's objects by id."""
