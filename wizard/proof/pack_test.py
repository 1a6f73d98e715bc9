"""The tests that stand in a rule set: its examples, and what council files expect.

An example of a criterion compares scores by the arguments that hold on its own answers: what it
leaves open moves nothing. An example of a poor fit or a risk must be settled by its answers: where
they leave it undecided the example fails, whatever it expects. Where it concerns any change and the
example does not say how things are today, every model is a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wizard.conditions.answers import Chosen
from wizard.conditions.cells import Facts
from wizard.conditions.domain import understand
from wizard.council_file import OpenCouncil
from wizard.engine import Rules, assess, compile_rules
from wizard.engine.compiling import DecisionRules
from wizard.engine.designing import poor_fits, risks
from wizard.engine.evaluating import evaluate
from wizard.engine.results import LevelFound, VerdictKind
from wizard.pack import ReadPack
from wizard.problems import Place, Problem
from wizard.schema.base import Example
from wizard.schema.criterion import Criterion
from wizard.schema.poor_fit import PoorFit
from wizard.schema.risk import Risk
from wizard.strict_yaml import locate

from .council_case import case_of

CHECK = "example-fails"

VERDICT_WORDS: dict[VerdictKind, str] = {
    "not_enough_known": "not enough known yet",
    "depends_on_priorities": "depends on your priorities",
    "too_close": "too close to call",
    "clear": "points clearly",
    "leans": "leans",
    "only_one_open": "only one is open",
    "none_open": "none is open",
}


@dataclass(frozen=True)
class PackTried:
    """How many examples and expectations were tried, and each that failed with its place."""

    examples: int
    expectations: int
    problems: tuple[Problem, ...]


def try_pack(read: ReadPack, councils: Iterable[OpenCouncil] = ()) -> PackTried:
    """Runs every example of the rule set and every `expect` of the council files, which must belong to it."""
    trial = _Trial(read)
    for criterion in read.pack.criteria.values():
        for index, example in enumerate(criterion.examples):
            trial.criterion(criterion, index, example)
    for poor_fit in read.pack.poor_fits.values():
        for index, example in enumerate(poor_fit.examples):
            trial.poor_fit(poor_fit, index, example)
    for risk in read.pack.risks.values():
        for index, example in enumerate(risk.examples):
            trial.risk(risk, index, example)
    for council in councils:
        trial.council(council)
    told = read.blame.told(trial.problems) if read.blame is not None else trial.problems
    return PackTried(trial.examples, trial.expectations, tuple(sorted(told)))


class _Trial:
    """Tries example after example and gathers what fails."""

    def __init__(self, read: ReadPack) -> None:
        self.read = read
        self.rules: Rules = compile_rules(read.pack)
        self.problems: list[Problem] = []
        self.examples = 0
        self.expectations = 0

    def criterion(self, criterion: Criterion, index: int, example: Example) -> None:
        """Scores compared, pair by pair."""
        self.examples += 1
        decision = self._decision(criterion.decision)
        scores = evaluate(decision, self._facts(example)).scores
        row = scores[[each.id for each in decision.criteria].index(criterion.id)]
        score = {model.id: row[number] for number, model in enumerate(decision.models)}
        for key, pairs in (("expect_higher", example.expect_higher), ("expect_equal", example.expect_equal)):
            for first, second in pairs.items():
                holds = score[first] > score[second] if key == "expect_higher" else score[first] == score[second]
                if not holds:
                    wanted = "above" if key == "expect_higher" else "level with"
                    message = (
                        f"'{example.name}' expects '{first}' {wanted} '{second}'; "
                        f"they score {score[first]} and {score[second]}."
                    )
                    self._fails("criterion", criterion.id, index, (key, first), message)

    def poor_fit(self, poor_fit: PoorFit, index: int, example: Example) -> None:
        """Whether it holds: for the model named, or for any that it concerns."""
        self.examples += 1
        decision = self._decision(poor_fit.decision)
        found = poor_fits(decision, self._facts(example, decision if poor_fit.any_change else None))
        truths = [each.truth for each in found if each.poor_fit.id == poor_fit.id]
        settled = "yes" if any(truth is True for truth in truths) else "no"
        if settled == "no" and any(isinstance(truth, frozenset) for truth in truths):
            settled = "undecided"
        if settled != example.expect:
            because = _missing(truths) if settled == "undecided" else ""
            message = f"'{example.name}' expects {example.expect}; it comes out as {settled}{because}."
            self._fails("poor_fit", poor_fit.id, index, ("expect",), message)

    def risk(self, risk: Risk, index: int, example: Example) -> None:
        """Its levels, for the model named or else for every model that it belongs to."""
        self.examples += 1
        decision = self._decision(risk.decision)
        found = [
            each
            for each in risks(decision, self._facts(example, decision if risk.any_change else None))
            if each.risk.id == risk.id and example.model in (None, each.model)
        ]
        for key, expected in (("likelihood", example.likelihood), ("impact", example.impact)):
            levels: list[LevelFound] = [each.likelihood if key == "likelihood" else each.impact for each in found]
            wrong = next((level for level in levels if expected and not _is_exactly(level, expected)), None)
            if wrong is not None:
                message = f"'{example.name}' expects {key} '{expected}'; it comes out as {_range(wrong)}."
                self._fails("risk", risk.id, index, (key,), message)

    def council(self, council: OpenCouncil) -> None:
        """What a council file expects of each decision."""
        if not council.file.expect:
            return
        found = assess(self.rules, case_of(council))
        for decision, expected in council.file.expect.items():
            verdict = found.decision(decision).verdict
            if expected.leader is not None:
                self.expectations += 1
                if verdict.leader != expected.leader:
                    leads = f"'{verdict.leader}' leads" if verdict.leader else "nothing leads"
                    message = f"'{expected.leader}' is expected to lead; {leads} ({VERDICT_WORDS[verdict.kind]})."
                    self._expectation_fails(council, (decision, "leader"), message)
            if expected.verdict is not None:
                self.expectations += 1
                if verdict.kind != expected.verdict:
                    message = f"The verdict is expected to be '{expected.verdict}'; it is '{verdict.kind}'."
                    self._expectation_fails(council, (decision, "verdict"), message)

    def _expectation_fails(self, council: OpenCouncil, path: tuple[str, str], message: str) -> None:
        span = locate(council.tree, ("expect", *path))
        place = Place(council.shown_as, span.start_line + 1, span.start_column + 1)
        self.problems.append(Problem(CHECK, place, message, "Mend the rules, the answers or what is expected."))

    def _fails(self, kind: str, object_id: str, index: int, path: tuple[str, ...], message: str) -> None:
        place = self.read.places.of(kind, object_id, "examples", index, *path)
        self.problems.append(Problem(CHECK, place, message, "Mend the rule, or the example's answers."))

    def _decision(self, decision: str) -> DecisionRules:
        return next(each for each in self.rules.decisions if each.decision.id == decision)

    def _facts(self, example: Example, changing: DecisionRules | None = None) -> Facts:
        domains = self.rules.domains
        answers = {question: understand(domains[question], written) for question, written in example.answers.items()}
        if changing is not None:
            # None of the models is today's, so that every one is a change.
            answers.setdefault(changing.decision.today, Chosen(frozenset()))
        return self.rules.cells.facts(answers)


def _missing(truths: Iterable[bool | frozenset[str]]) -> str:
    asked: Iterator[str] = (question for truth in truths if isinstance(truth, frozenset) for question in truth)
    return f": it also needs {', '.join(sorted(set(asked)))}"


def _is_exactly(level: LevelFound, expected: str) -> bool:
    return level.level == expected


def _range(level: LevelFound) -> str:
    if level.lowest == level.highest:
        return f"'{level.level}'"
    return f"'{level.level}' (from '{level.lowest}' to '{level.highest}': some answers are missing)"
