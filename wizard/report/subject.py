"""What a document is about: a result, the council file it came from, and how that file is named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wizard.proof.council_case import when_known

if TYPE_CHECKING:
    from wizard.conditions.deciding import Truth
    from wizard.engine.results import Assessment, DecisionResult, Standing
    from wizard.schema.council import CouncilFile
    from wizard.schema.pack import Pack
    from wizard.schema.question import Question

MOST_ASKED = 2
"""A remark names at most so many questions: the list of what to find out has them all."""


@dataclass(frozen=True)
class Subject:
    """`file` is the council file's name as the person gave it, for the commands a document names.

    `remarks` are sentences that belong at the top, such as that the file was frozen.
    """

    assessment: Assessment
    council: CouncilFile
    file: str
    remarks: tuple[str, ...] = ()

    @property
    def pack(self) -> Pack:
        """The rule set."""
        return self.assessment.pack

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question of the rule set by id."""
        return self.pack.questions

    @property
    def after_the_choice(self) -> int:
        """How many answers of a case study tell of the time after its choice."""
        return sum(when_known(each) == "at_report" for each in self.council.answers.values())

    @property
    def explain(self) -> str:
        """The command that shows everything."""
        return self.command("explain")

    @property
    def priorities(self) -> str:
        """The command that shows and sets priorities."""
        return self.command("priorities")

    def command(self, name: str, options: str = "") -> str:
        """'wizard NAME FILE OPTIONS', the file in quotation marks where its name needs them."""
        file = f'"{self.file}"' if " " in self.file else self.file
        return f"wizard {name} {file} {options}".rstrip()

    def ask(self, truth: Truth) -> str:
        """'ask: ...' with the questions because of which something is undecided, in the order of asking."""
        if not isinstance(truth, frozenset):
            return ""
        asks = [question.ask for question in self.questions.values() if question.id in truth]
        more = f" (and {len(asks) - MOST_ASKED} more)" if len(asks) > MOST_ASKED else ""
        return f"ask: {' / '.join(asks[:MOST_ASKED])}{more}"


def spoken_for(result: DecisionResult) -> tuple[Standing, ...]:
    """The models a case is made for: the leader, or all those the verdict names; none where nothing is pointed to.

    Where the lead is too weak to advise, both sides are heard: the first so far and the second.
    """
    verdict = result.verdict
    if verdict.so_far is not None:
        return result.competing[:2]
    if verdict.leader is not None:
        return (result.standing(verdict.leader),)
    named = {"depends_on_priorities": verdict.rivals, "too_close": verdict.close}.get(verdict.kind, ())
    return tuple(each for each in result.standings if each.model.id in named)


def runner_up(result: DecisionResult) -> Standing | None:
    """The first open model that does not lead; None where nothing leads or nothing else is open."""
    leader = result.verdict.leader
    others = [each for each in result.competing if each.model.id != leader]
    return others[0] if leader is not None and others else None
