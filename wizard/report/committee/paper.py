"""What a committee report is made from: one council's result, in the version that its readers may see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from wizard.report.ranking import is_ranked
from wizard.report.subject import Subject, runner_up

from .citing import Citing
from .risk_scale import FIVE_BY_FIVE
from .withholding import private_questions, public_assessment, rests_on

if TYPE_CHECKING:
    from wizard.conditions.deciding import Truth
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, Standing

    from .risk_scale import Scale

Version = Literal["draft", "public", "exempt"]

MARKS: dict[Version, str] = {
    "draft": "Draft: rests on answers that are private, and shows what follows from them. Not for publication",
    "public": "",
    "exempt": "Exempt: not for publication",
}


@dataclass(frozen=True)
class Paper:
    """`subject` holds what this version may rest on; `private` names the sensitive questions that are answered.

    `results` are the decisions that the report is about.
    """

    subject: Subject
    rules: Rules
    version: Version
    private: frozenset[str]
    scale: Scale
    results: tuple[DecisionResult, ...]
    citing: Citing

    @property
    def withheld(self) -> bool:
        """Whether the report rests on answers that it may not tell."""
        return self.version == "public" and bool(self.private)

    @property
    def mark(self) -> str:
        """Who may read it; nothing where nothing sensitive is answered and nobody asked for a mark."""
        return MARKS[self.version] if self.private or self.version == "exempt" else ""

    def rests_on_private(self, truth: Truth) -> bool:
        """Whether something is open only because an answer is kept private in this version."""
        return self.withheld and rests_on(truth, self.private)

    @cached_property
    def several(self) -> bool:
        """Whether more than one decision is reported on."""
        return len(self.results) > 1

    @property
    def hides(self) -> bool:
        """Whether a sensitive answer may not be told as an answer."""
        return self.version != "exempt"


def paper_of(
    rules: Rules,
    subject: Subject,
    version: Version = "draft",
    scale: Scale = FIVE_BY_FIVE,
    decision: str | None = None,
    numbered: bool = True,
) -> Paper:
    """The paper for a subject assessed with these rules. Raises KeyError where there is no such decision."""
    private = private_questions(subject.assessment.case.answers, subject.questions)
    if version == "public":
        subject = replace(subject, assessment=public_assessment(rules, subject.assessment, private))
    found = subject.assessment
    results = found.decisions if decision is None else (found.decision(decision),)
    return Paper(subject, rules, version, private, scale, results, Citing(subject.pack, numbered))


def second_best(result: DecisionResult) -> Standing | None:
    """The model whose case deserves a hearing beside the first: the runner-up; None where nothing is ranked."""
    found = runner_up(result)
    if found is not None or not is_ranked(result) or result.verdict.leader is not None:
        return found
    return result.competing[1] if len(result.competing) > 1 else None
