"""A whole rule set in memory: every object of every file, by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .criterion import Criterion
    from .decision import Decision
    from .measure import Measure
    from .operating_model import OperatingModel
    from .pack_head import PackHead
    from .poor_fit import PoorFit
    from .question import Question, QuestionFile
    from .risk import Risk
    from .source import Finding, Source


class BuiltOn(NamedTuple):
    """A rule set that another builds on: its version as found, and the one that was written for.

    `gone` are the ids of its decisions, questions, models, criteria and groups that are not there any more.
    """

    id: str
    version: str
    written_for: str
    gone: tuple[str, ...] = ()

    @property
    def has_moved(self) -> bool:
        """Whether it is no longer the version that was written for."""
        return self.version != self.written_for


@dataclass(frozen=True)
class Pack:
    """A rule set as read; mappings keep the order of their files' names.

    `decisions` and `models` run in their declared `order`, `sections` in the order of asking.
    `fingerprint` is the SHA-256 of its files, for the annex of a report. `built_on` names the rule sets that it
    builds on, the nearest first; their files count into the fingerprint too.
    """

    head: PackHead
    decisions: Mapping[str, Decision]
    sections: tuple[QuestionFile, ...]
    models: Mapping[str, OperatingModel]
    criteria: Mapping[str, Criterion]
    poor_fits: Mapping[str, PoorFit]
    risks: Mapping[str, Risk]
    measures: Mapping[str, Measure]
    sources: Mapping[str, Source]
    fingerprint: str = ""
    built_on: tuple[BuiltOn, ...] = ()

    @property
    def questions(self) -> dict[str, Question]:
        """Every question by id, in the order of asking."""
        return {question.id: question for section in self.sections for question in section.questions}

    def finding(self, citation: str) -> Finding:
        """The finding that `source.finding` names. Raises KeyError where there is none."""
        source, _, finding = citation.partition(".")
        return self.sources[source].findings[finding]

    def models_of(self, decision: str) -> tuple[OperatingModel, ...]:
        """The alternatives of a decision, in their declared order."""
        return tuple(model for model in self.models.values() if model.decision == decision)
