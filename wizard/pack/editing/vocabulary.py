"""The ids of a rule set by what they name, each with what a person reads for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.schema.pack import Pack

Titles = dict[str, str]


class Vocabulary:
    """Every id that files may mention."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.decisions: Titles = {each.id: each.title for each in pack.decisions.values()}
        self.sections: Titles = {each.section: each.title for each in pack.sections}
        self.questions: Titles = {each.id: each.ask for each in pack.questions.values()}
        self.models: Titles = {each.id: each.title for each in pack.models.values()}
        self.criteria: Titles = {each.id: each.title for each in pack.criteria.values()}
        self.poor_fits: Titles = {each.id: each.title for each in pack.poor_fits.values()}
        self.risks: Titles = {each.id: each.title for each in pack.risks.values()}
        self.measures: Titles = {each.id: each.title for each in pack.measures.values()}
        self.sources: Titles = {each.id: each.title for each in pack.sources.values()}
        self.groups: Titles = {each.id: each.title for each in pack.head.groups}
        self.findings: Titles = {
            f"{source.id}.{name}": finding.says
            for source in pack.sources.values()
            for name, finding in source.findings.items()
        }
        self.distances: Titles = {
            id: title for decision in pack.decisions.values() for id, title in decision.distances.items()
        }

    def models_of(self, decision: str) -> Titles:
        """The models of one decision."""
        return {each.id: each.title for each in self.pack.models_of(decision)}

    def groups_of(self, decision: str) -> Titles:
        """The groups in which a decision has criteria."""
        used = {each.group for each in self.pack.criteria.values() if each.decision == decision}
        return {id: title for id, title in self.groups.items() if id in used}

    def weighable(self, decision: str) -> Titles:
        """What can be weighed in a decision: its groups and its criteria."""
        own = {each.id: each.title for each in self.pack.criteria.values() if each.decision == decision}
        return {**own, **self.groups_of(decision)}
