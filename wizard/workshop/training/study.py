"""One case study made ready: the place's facts from before it chose, held against rules without its own evidence.

Made once for each open workshop, because pages are asked for again and again and compiling rules is dear.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from wizard.conditions.answers import NotSure
from wizard.engine import Case, assess, compile_rules
from wizard.proof.council_case import when_known
from wizard.proof.evidence_library import EvidenceLibrary
from wizard.proof.leaving_out import without_place
from wizard.session.change import NotTaken

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from wizard.conditions.answers import Answer
    from wizard.council_file import OpenCouncil
    from wizard.engine import Rules
    from wizard.engine.results import Assessment, DecisionResult
    from wizard.proof.leaving_out import Left
    from wizard.schema.outcome import Outcome
    from wizard.schema.pack import Pack
    from wizard.workshop.workshop import Workshop


@dataclass(frozen=True, eq=False)
class Study:
    """`pack` holds every finding; `left` and `rules` do without those that come only from the place itself.

    `before` are the answers known before the place chose, and `assessment` what they come to under `rules`.
    """

    workshop: Workshop
    pack: Pack
    outcome: Outcome
    left: Left
    rules: Rules
    before: Mapping[str, Answer]
    assessment: Assessment

    @cached_property
    def library(self) -> EvidenceLibrary:
        """Every finding, the place's own included."""
        return EvidenceLibrary(replace(self.rules, pack=self.pack))

    @property
    def results(self) -> tuple[DecisionResult, ...]:
        """The results of the decisions that are foretold, in the workshop's order."""
        return tuple(self.assessment.decision(each) for each in self.workshop.file.decisions)


@lru_cache(maxsize=32)
def study_of(workshop: Workshop) -> Study:
    """The study of a workshop, the same one each time. Raises NotTaken where it is no case study; Unreadable."""
    if not workshop.is_case_study or workshop.outcome is None:
        raise NotTaken("no-case-study", "This workshop is about a council's own facts: there is nothing to foretell.")
    pack = _whole_pack(workshop.rule_set.folder, workshop.rules.pack.fingerprint)
    left = without_place(pack, workshop.outcome.of_place)
    rules = compile_rules(left.pack)
    before = known_before(workshop.facts)
    return Study(workshop, pack, workshop.outcome, left, rules, before, assess(rules, Case(before)))


def refuse_sealed(workshop: Workshop) -> None:
    """Raises NotTaken while the sheets are sealed: until then nothing is told of what holds, or of what was done."""
    if not workshop.is_open:
        words = f"The sheets are sealed. {workshop.presence.in_words}. Nothing is told before they are open."
        raise NotTaken("sealed", words, "Open them once all are in.")


def known_before(council: OpenCouncil) -> dict[str, Answer]:
    """The answers that were known before the place chose; 'not sure' is none."""
    return known_when(council, "before")


def known_when(council: OpenCouncil, when: str | None) -> dict[str, Answer]:
    """The answers that were known `before`, `at_report`, or that do not say when (None); 'not sure' is none."""
    return {
        question: answer
        for question, answer in council.answers.items()
        if not isinstance(answer, NotSure) and when_known(council.file.answers[question]) == when
    }


@lru_cache(maxsize=4)
def _whole_pack(folder: Path, fingerprint: str) -> Pack:
    """The rule set read anew: one that an earlier run kept is for reasoning, and nothing can be left out of it."""
    from wizard.pack import read_pack

    return read_pack(folder, every_source=True).pack
