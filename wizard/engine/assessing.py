"""A council held against a rule set, from answers to verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wizard.conditions.answers import Answer, Between, Chosen
from wizard.conditions.dates import days_of

from . import designing
from .case import Case, criterion_weights
from .completing import COMPLETIONS, completions
from .evaluating import Weighing, evaluate, scores_with
from .judging import Known, caps_on, judge, known_of
from .priorities import lead_shares, mixes
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
    """Everything the rules say about the case. Answers to questions the pack does not have are passed over."""
    answers = {question: answer for question, answer in case.answers.items() if question in rules.domains}
    facts = rules.cells.facts(answers)
    notices = _notices(rules.pack.head.period, answers.get(rules.pack.head.decision_date))
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
        self.weights = criterion_weights(decision.criteria, case.weights.get(decision.decision.id, {}))
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
        vectors = self._mixes()
        by_priorities = lead_shares([[float(score) for score in row] for row in scores], competing, iter(vectors))
        by_unknowns = self._shares_of_unknowns()
        found = []
        for number, model in enumerate(self.decision.models):
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
                    first_unknowns=by_unknowns[number],
                    first_priorities=by_priorities[number],
                )
            )
        # Ties keep the declared order of the models, with today's arrangement first among equals.
        return tuple(
            sorted(
                found, key=lambda each: (each.openness in ("not_open", "off_the_table"), -each.total, not each.stays)
            )
        )

    def _mixes(self) -> tuple[tuple[float, ...], ...]:
        criteria, stated = self.decision.criteria, self.case.weights.get(self.decision.decision.id, {})
        groups = tuple(each.group for each in criteria)
        return mixes(
            groups,
            self.rules.pack.head.seed,
            tuple((group, stated[group]) for group in dict.fromkeys(groups) if group in stated),
            tuple((place, stated[each.id]) for place, each in enumerate(criteria) if each.id in stated),
        )

    def _shares_of_unknowns(self) -> list[Fraction]:
        """For each model, the share of completions in which it leads; those that tie share the lead."""
        won = [Fraction(0)] * len(self.decision.models)
        for totals, open_models in zip(self.spread.totals, self.spread.open_models, strict=True):
            if open_models:
                best = max(totals[model] for model in open_models)
                leaders = [model for model in open_models if totals[model] == best]
                for model in leaders:
                    won[model] += Fraction(1, len(leaders))
        return [share / len(self.spread.totals) for share in won]

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
        bearing = self.decision.bearing
        core, every = self._known(bearing, core=True), self._known(bearing)
        core_only = bool(core.asked) and every.answered == core.answered
        caps = caps_on(competing[0], fits, needs, self.notices, core_only) if competing else ()
        # Where no core question bears on a decision, enough of those that do must be known.
        most = self._known(self.decision.decision.matters_most)
        matters = most if most.asked else core if core.asked else every
        first = self._known(self.decision.decision.answer_first)
        return judge(self.rules.pack.head.thresholds, competing, matters, first, caps)

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
