"""A council held against a rule set, from answers to verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.conditions.answers import Answer, Between, Chosen
from wizard.conditions.dates import days_of

from . import designing
from .case import Case
from .completing import COMPLETIONS, completions
from .declaring import with_declared
from .evaluating import Weighing, evaluate, scores_with
from .judging import Known, grounds_of, judge, known_of
from .priorities import exact_share, leaders_in, level_throughout, mixes_of, shares_of
from .results import (
    Assessment,
    DecisionResult,
    NoticeKind,
    Openness,
    PoorFitFound,
    PreconditionFound,
    Reason,
    Standing,
    UnknownFound,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.conditions.cells import Facts
    from wizard.conditions.deciding import Truth
    from wizard.schema.pack_head import Period

    from .compiling import DecisionRules, Rules


def assess(rules: Rules, case: Case) -> Assessment:
    """Everything the rules say about the case. Answers to questions the pack does not have are passed over.

    The result's own case also holds the weights that the rule set declares.
    """
    case = with_declared(rules.pack, case)
    answers, facts, notices = _understood(rules, case)
    every = known_of(rules, answers, facts, tuple(rules.domains), core=False)
    core = known_of(rules, answers, facts, tuple(rules.domains), core=True)
    decisions = tuple(_Deciding(rules, each, case, answers, facts, notices).result() for each in rules.decisions)
    return Assessment(
        rules.pack,
        case,
        decisions,
        notices,
        len(every.answered),
        len(every.asked),
        len(core.answered),
        len(core.asked),
    )


def assess_decision(rules: Rules, case: Case, decision: str) -> DecisionResult:
    """One decision of the case, as `assess` has it. Raises KeyError where there is none of that id."""
    case = with_declared(rules.pack, case)
    for each in rules.decisions:
        if each.decision.id == decision:
            return _Deciding(rules, each, case, *_understood(rules, case)).result()
    raise KeyError(decision)


def _understood(rules: Rules, case: Case) -> tuple[dict[str, Answer], Facts, tuple[NoticeKind, ...]]:
    """The answers to questions of the rule set, what they leave possible, and what must be said of all results."""
    answers = {question: answer for question, answer in case.answers.items() if question in rules.domains}
    notices = _notices(rules.pack.head.period, answers.get(rules.pack.head.decision_date))
    return answers, rules.cells.facts(answers), notices


def _notices(period: Period, answer: Answer | None) -> tuple[NoticeKind, ...]:
    first, last = days_of(period.first), days_of(period.last)
    if not isinstance(answer, Between) or first is None or last is None:
        return ("date_not_known",)
    return () if first[0] <= answer.low and answer.high <= last[1] else ("outside_period",)


@dataclass(frozen=True)
class _Spread:
    """What the 256 completions come to: per model totals and openness, and how often each argument holds."""

    totals: list[list[int]]
    open_models: list[list[int]]
    held: list[int]


class _Deciding:
    """One decision of one case."""

    def __init__(
        self,
        rules: Rules,
        decision: DecisionRules,
        case: Case,
        answers: dict[str, Answer],
        facts: Facts,
        notices: tuple[NoticeKind, ...],
    ) -> None:
        self.rules, self.decision, self.case = rules, decision, case
        self.answers, self.facts, self.notices = answers, facts, notices
        self.weights = case.weights_of(decision.decision.id, decision.criteria)
        self.weighing = Weighing(decision.criteria, self.weights)
        self.evaluation = evaluate(decision, facts)
        self.undecided = [
            (number, rule)
            for number, rule in enumerate(decision.arguments)
            if isinstance(self.evaluation.truths[number], frozenset)
        ]
        self.openness = [self._openness(number) for number in range(len(decision.models))]
        self.spread = self._spread()

    def result(self) -> DecisionResult:
        """Everything about the decision."""
        scores = self._expected()
        standings = self._standings(scores)
        competing = tuple(each for each in standings if each.openness in ("open", "not_known"))
        fits = designing.poor_fits(self.decision, self.facts)
        needs = designing.preconditions(self.decision, self.facts)
        models, criteria = self.decision.models, self.decision.criteria
        reasons = self._reasons()
        spoken = {(reason.criterion, reason.model) for reason in reasons}
        pairs = [(criterion.id, model.id) for criterion in criteria for model in models]
        return DecisionResult(
            decision=self.decision.decision,
            criteria=criteria,
            weights=self.weights,
            standings=standings,
            verdict=self._verdict(competing, fits, needs),
            reasons=reasons,
            scores=dict(zip(pairs, (score for row in scores for score in row), strict=True)),
            silent=frozenset(pair for pair in pairs if pair not in spoken),
            poor_fits=fits,
            preconditions=needs,
            risks=designing.risks(self.decision, self.facts),
            measures=designing.measures(self.rules, self.decision.decision.id, self.facts),
            variants=designing.variants(self.decision, self.facts),
            unknowns=self._unknowns(self._beside(competing, fits, needs)),
        )

    def _openness(self, number: int) -> Openness:
        rule = self.decision.openness[number]
        if rule.model in self.case.off_the_table:
            return "off_the_table"
        truth = rule.decide(self.facts)
        return "open" if truth is True else "not_open" if truth is False else "not_known"

    def _spread(self) -> _Spread:
        always = [number for number, each in enumerate(self.openness) if each == "open"]
        maybe = [number for number, each in enumerate(self.openness) if each == "not_known"]
        undecided = [rule for _, rule in self.undecided]
        totals, open_models, held = [], [], [0] * len(undecided)
        if not undecided and not maybe:
            drawn = [self.facts]
        else:
            seed = self.rules.pack.head.seed
            drawn = completions(self.rules.cells, self.answers, self.decision.bearing, seed)
        for facts in drawn:
            scores, holds = scores_with(self.evaluation.scores, undecided, facts)
            totals.append(self.weighing.totals(scores))
            open_models.append([*always, *(n for n in maybe if self.decision.openness[n].decide(facts) is True)])
            for number, each in enumerate(holds):
                held[number] += each
        return _Spread(totals, open_models, held)

    def _chances(self) -> dict[int, Fraction]:
        """The chance of each undecided argument, by its place among the rules."""
        return {
            number: Fraction(count, COMPLETIONS)
            for (number, _), count in zip(self.undecided, self.spread.held, strict=True)
        }

    def _expected(self) -> list[list[Fraction]]:
        scores = [[Fraction(score) for score in row] for row in self.evaluation.scores]
        for number, chance in self._chances().items():
            rule = self.decision.arguments[number]
            for effect in rule.effects:
                scores[rule.criterion][effect.model] += effect.points * chance
        return scores

    def _standings(self, scores: list[list[Fraction]]) -> tuple[Standing, ...]:
        today = self.answers.get(self.decision.decision.today)
        inherited = today.options if isinstance(today, Chosen) else frozenset()
        unit = self.weighing.unit
        competing = [n for n, each in enumerate(self.openness) if each in ("open", "not_known")]
        in_mixes = leaders_in([[float(score) for score in row] for row in scores], competing, self._mixes())
        in_completions = self._leaders_in_completions()
        models = self.decision.models
        by_priorities = shares_of(in_mixes, len(models))
        found = []
        for number, model in enumerate(models):
            column = [totals[number] for totals in self.spread.totals]
            off = self.case.off_the_table.get(model.id)
            closed = model.unavailable_because if self.openness[number] == "not_open" else None
            waits = self.decision.openness[number].decide(self.facts)
            found.append(
                Standing(
                    model=model,
                    is_today=model.id in inherited,
                    stays=inherited == {model.id},
                    openness=self.openness[number],
                    why_not=off or closed,
                    waits_for=waits if isinstance(waits, frozenset) else frozenset(),
                    total=Fraction(sum(column), len(column) * unit),
                    low=Fraction(min(column), unit),
                    high=Fraction(max(column), unit),
                    first_unknowns=exact_share(in_completions, number),
                    first_priorities=by_priorities[number],
                    level_unknowns=frozenset(models[each].id for each in level_throughout(in_completions, number)),
                    level_priorities=frozenset(models[each].id for each in level_throughout(in_mixes, number)),
                )
            )
        # Ties keep the declared order of the models, with today's arrangement first among equals.
        return tuple(
            sorted(
                found, key=lambda each: (each.openness in ("not_open", "off_the_table"), -each.total, not each.stays)
            )
        )

    def _mixes(self) -> tuple[tuple[float, ...], ...]:
        decision = self.decision
        return mixes_of(decision.decision.id, decision.criteria, self.case, self.rules.pack.head.seed)

    def _leaders_in_completions(self) -> list[tuple[int, ...]]:
        """For each completion the models that lead: one, several that tie, or none where none is open."""
        found = []
        for totals, open_models in zip(self.spread.totals, self.spread.open_models, strict=True):
            best = max((totals[model] for model in open_models), default=0)
            found.append(tuple(model for model in open_models if totals[model] == best))
        return found

    def _reasons(self) -> tuple[Reason, ...]:
        chances = self._chances()
        found = []
        for number, rule in enumerate(self.decision.arguments):
            truth = self.evaluation.truths[number]
            chance = Fraction(1) if truth is True else Fraction(0) if truth is False else chances[number]
            criterion = self.decision.criteria[rule.criterion].id
            for effect in rule.effects:
                points = effect.points * chance
                model = self.decision.models[effect.model].id
                weighted = points * self.weights[criterion]
                found.append(Reason(rule.argument, criterion, model, effect.grade, truth, chance, points, weighted))
        return tuple(found)

    def _verdict(
        self, competing: Sequence[Standing], fits: Sequence[PoorFitFound], needs: Sequence[PreconditionFound]
    ) -> Verdict:
        grounds = grounds_of(self.rules, self.decision, self.answers, self.facts, competing, fits, needs, self.notices)
        return judge(self.rules.pack.head.thresholds, competing, *grounds)

    def _beside(
        self, competing: Sequence[Standing], fits: Sequence[PoorFitFound], needs: Sequence[PreconditionFound]
    ) -> list[Truth]:
        """The truths of what stands beside the totals of the models that compete."""
        models = {each.model.id for each in competing}
        found = [each.truth for each in fits if each.model in models]
        found += [each.truth for each in needs if each.model in models]
        return found + [rule.decide(self.facts) for rule in self.decision.openness if rule.model in models]

    def _known(self, questions: Sequence[str], *, core: bool = False) -> Known:
        return known_of(self.rules, self.answers, self.facts, questions, core)

    def _unknowns(self, beside: Sequence[Truth]) -> tuple[UnknownFound, ...]:
        """What is not answered and matters, what could move most first.

        `beside` are the truths of what stands beside the totals: poor fits, preconditions, openness.
        """
        found = []
        for question in self._known(self.decision.bearing).unanswered:
            moved: dict[int, Fraction] = {}
            hanging: set[tuple[int, str]] = set()
            for number, rule in self.undecided:
                if _hangs_on(self.evaluation.truths[number], question):
                    hanging.add((rule.criterion, rule.argument.id))
                    weight = self.weights[self.decision.criteria[rule.criterion].id]
                    for effect in rule.effects:
                        moved[effect.model] = moved.get(effect.model, Fraction(0)) + abs(effect.points) * weight
            others = sum(_hangs_on(truth, question) for truth in beside)
            if hanging or others:
                points = max(moved.values(), default=Fraction(0))
                found.append(UnknownFound(question, len(hanging), others, points))
        return tuple(sorted(found, key=lambda each: (-each.points, -each.others)))


def _hangs_on(truth: Truth, question: str) -> bool:
    return isinstance(truth, frozenset) and question in truth
