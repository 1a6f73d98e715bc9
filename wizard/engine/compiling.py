"""A rule set made ready for reasoning: every condition a function, every argument a list of steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.cells import Cells
from wizard.conditions.deciding import Compiler, Decider
from wizard.conditions.domain import Domain
from wizard.conditions.moves import moved
from wizard.conditions.nodes import ALWAYS, AllOf, ChosenTest, Condition, NoneOf, questions_in
from wizard.conditions.parse import parse
from wizard.schema.grading import grade_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.schema.base import RawCondition
    from wizard.schema.criterion import Argument, Criterion
    from wizard.schema.decision import Decision
    from wizard.schema.operating_model import OperatingModel, Precondition, Variant
    from wizard.schema.pack import Pack
    from wizard.schema.pack_head import Grade
    from wizard.schema.poor_fit import PoorFit
    from wizard.schema.risk import Risk, Shift


class Effect(NamedTuple):
    """What an argument does to one model: `points` (its step, negative against) on a criterion's scale."""

    model: int
    points: int
    grade: Grade


class ArgumentRule(NamedTuple):
    """An argument as the engine sees it; one that counts against moves becomes one rule for each model."""

    argument: Argument
    criterion: int
    condition: Condition
    decide: Decider
    effects: tuple[Effect, ...]


class ModelRule(NamedTuple):
    """Something that concerns one model under a condition: a poor fit, a precondition, a risk or openness."""

    model: str
    condition: Condition
    decide: Decider


class RiskRule(NamedTuple):
    """A risk of one model: when it arises, and what moves its levels up (+1) or down (-1)."""

    risk: Risk
    arises: ModelRule
    likelihood: tuple[tuple[Shift, int, Decider], ...]
    impact: tuple[tuple[Shift, int, Decider], ...]


@dataclass(frozen=True)
class DecisionRules:
    """Everything that bears on one decision. `bearing` lists the questions its conditions look at."""

    decision: Decision
    models: tuple[OperatingModel, ...]
    criteria: tuple[Criterion, ...]
    arguments: tuple[ArgumentRule, ...]
    openness: tuple[ModelRule, ...]
    poor_fits: tuple[tuple[PoorFit, ModelRule], ...]
    preconditions: tuple[tuple[Precondition, ModelRule], ...]
    risks: tuple[RiskRule, ...]
    variants: tuple[tuple[Variant, ModelRule], ...]
    bearing: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """A compiled rule set."""

    pack: Pack
    domains: Mapping[str, Domain]
    cells: Cells
    asked: Mapping[str, Decider]
    decisions: tuple[DecisionRules, ...]
    measures: Mapping[str, Decider]


def compile_rules(pack: Pack) -> Rules:
    """The rule set ready for `assess`. The pack must have been read without faults."""
    return _Workshop(pack).rules()


class _Workshop:
    """Parses every condition once, cuts the cells by all of them, then builds the rules."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.domains = {question.id: Domain(question) for question in pack.questions.values()}
        self._parsed: dict[int, Condition] = {}
        conditions = [self.parsed(raw) for raw in _raw_conditions(pack)]
        self.asked_when = {
            question.id: self.parsed(question.asked_when)
            for question in pack.questions.values()
            if question.asked_when is not None
        }
        self.cells = Cells(self.domains, [*conditions, *self.asked_when.values()])
        self.compiler = Compiler(self.cells, self.asked_when)

    def parsed(self, raw: RawCondition | None) -> Condition:
        """The condition that the words spell; the same words are parsed once."""
        if raw is None:
            return ALWAYS
        found = self._parsed.get(id(raw))
        if found is None:
            found, faults = parse(raw, self.domains)
            if faults:
                raise ValueError(f"a condition of this pack was not checked: {faults[0].message}")
            self._parsed[id(raw)] = found
        return found

    def rules(self) -> Rules:
        """Everything compiled."""
        decide = self.compiler.decider
        return Rules(
            self.pack,
            self.domains,
            self.cells,
            {question: decide(condition) for question, condition in self.asked_when.items()},
            tuple(self._decision(decision) for decision in self.pack.decisions.values()),
            {measure.id: decide(self.parsed(measure.when)) for measure in self.pack.measures.values()},
        )

    def _decision(self, decision: Decision) -> DecisionRules:
        # By id, so that nothing depends on the order in which files were read.
        models = tuple(sorted(self.pack.models_of(decision.id), key=lambda model: (model.order, model.id)))
        criteria = tuple(
            sorted(
                (each for each in self.pack.criteria.values() if each.decision == decision.id), key=lambda each: each.id
            )
        )
        arguments = tuple(
            rule
            for index, criterion in enumerate(criteria)
            for argument in criterion.arguments
            for rule in self._argument(argument, index, decision, models)
        )
        openness = tuple(self._model_rule(model.id, self.parsed(model.available_when)) for model in models)
        poor_fits = tuple(
            (poor_fit, self._model_rule(model, self._of_change(poor_fit.any_change, model, decision, poor_fit.when)))
            for poor_fit in self.pack.poor_fits.values()
            if poor_fit.decision == decision.id
            for model in self._concerned(poor_fit.models, poor_fit.any_change, models)
        )
        preconditions = tuple(
            (each, self._model_rule(model.id, self.parsed(each.needs)))
            for model in models
            for each in model.preconditions
        )
        risks = tuple(
            self._risk(risk, model, decision)
            for risk in self.pack.risks.values()
            if risk.decision == decision.id
            for model in self._concerned(risk.models, risk.any_change, models)
        )
        variants = tuple(
            (each, self._model_rule(model.id, self.parsed(each.when))) for model in models for each in model.variants
        )
        conditions = [
            *(rule.condition for rule in arguments),
            *(rule.condition for rule in openness),
            *(rule.condition for _, rule in (*poor_fits, *preconditions)),
        ]
        bearing = self._bearing(conditions, decision)
        return DecisionRules(
            decision, models, criteria, arguments, openness, poor_fits, preconditions, risks, variants, bearing
        )

    def _argument(
        self, argument: Argument, criterion: int, decision: Decision, models: tuple[OperatingModel, ...]
    ) -> Iterator[ArgumentRule]:
        when = self.parsed(argument.when)
        effects = []
        for number, model in enumerate(models):
            sign = (model.id in argument.favours) - (model.id in argument.counts_against)
            if sign:
                grade = grade_of(argument, model.id, self.pack)
                effects.append(Effect(number, sign * grade.step, grade))
        if effects:
            yield ArgumentRule(argument, criterion, when, self.compiler.decider(when), tuple(effects))
        if argument.counts_against_moves is not None:
            for number, model in enumerate(models):
                far = moved(decision, model.id, argument.counts_against_moves.at_least)
                if far is None:
                    continue
                both = _together(when, far)
                grade = grade_of(argument, model.id, self.pack)
                effect = Effect(number, -grade.step, grade)
                yield ArgumentRule(argument, criterion, both, self.compiler.decider(both), (effect,))

    def _of_change(self, any_change: bool, model: str, decision: Decision, raw: RawCondition | None) -> Condition:
        """The condition, limited to councils that do not have the model today where it is about change."""
        when = self.parsed(raw)
        return _together(when, NoneOf((ChosenTest(decision.today, model),))) if any_change else when

    def _risk(self, risk: Risk, model: str, decision: Decision) -> RiskRule:
        arises = self._model_rule(model, self._of_change(risk.any_change, model, decision, risk.when))

        def shifts(raised: tuple[Shift, ...], lowered: tuple[Shift, ...]) -> tuple[tuple[Shift, int, Decider], ...]:
            both = [*((shift, 1) for shift in raised), *((shift, -1) for shift in lowered)]
            return tuple((shift, sign, self.compiler.decider(self.parsed(shift.when))) for shift, sign in both)

        return RiskRule(
            risk,
            arises,
            shifts(risk.likelihood.raised_by, risk.likelihood.lowered_by),
            shifts(risk.impact.raised_by, risk.impact.lowered_by),
        )

    def _model_rule(self, model: str, condition: Condition) -> ModelRule:
        return ModelRule(model, condition, self.compiler.decider(condition))

    @staticmethod
    def _concerned(named: tuple[str, ...], any_change: bool, models: tuple[OperatingModel, ...]) -> tuple[str, ...]:
        return tuple(model.id for model in models) if any_change and not named else named

    def _bearing(self, conditions: list[Condition], decision: Decision) -> tuple[str, ...]:
        """The questions these conditions look at, and those that decide whether one of them is asked."""
        found: dict[str, None] = dict.fromkeys([decision.today, *decision.answer_first, *decision.matters_most])
        for condition in conditions:
            found.update(dict.fromkeys(questions_in(condition)))
        waiting = list(found)
        while waiting:
            asked = self.asked_when.get(waiting.pop())
            for question in questions_in(asked) if asked is not None else ():
                if question not in found:
                    found[question] = None
                    waiting.append(question)
        return tuple(question for question in self.domains if question in found)


def _together(when: Condition, other: Condition) -> Condition:
    return other if when == ALWAYS else AllOf((when, other))


def _raw_conditions(pack: Pack) -> Iterator[RawCondition | None]:
    for criterion in pack.criteria.values():
        yield from (argument.when for argument in criterion.arguments)
    for model in pack.models.values():
        yield model.available_when
        yield from (each.needs for each in model.preconditions)
        yield from (each.when for each in model.variants)
    yield from (poor_fit.when for poor_fit in pack.poor_fits.values())
    yield from (measure.when for measure in pack.measures.values())
    for risk in pack.risks.values():
        yield risk.when
        for rating in (risk.likelihood, risk.impact):
            yield from (shift.when for shift in (*rating.raised_by, *rating.lowered_by))
