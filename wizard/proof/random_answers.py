"""Random complete answer sets: every question answered, seeded, today's arrangement always one of the models.

`evenly`: each option of a choice is as likely as any other, each of several that can be chosen is in or out
by the toss of a coin, and a number or a day lies anywhere in what the question takes. `by_priors`: as the
questions' priors say. In both the decision falls within the years the evidence speaks for, and a
decision's `today` is exactly one of its models. A number whose question is open at an end is drawn from
the span of its prior, or where it has none from between 0 and 1,000,000.
"""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Literal

from wizard.conditions.answers import Answer, Between, Chosen, OneOf
from wizard.conditions.dates import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.conditions.domain import Domain
    from wizard.engine import Rules

Way = Literal["evenly", "by_priors"]

Step = tuple[float, float, float]
"""Lowest and highest value and the weight of drawing between them."""

OPEN_ENDED = (0.0, 1_000_000.0)


def random_answers(rules: Rules, way: Way, count: int) -> Iterator[dict[str, Answer]]:
    """`count` answer sets; the first ones are the same whatever the count."""
    random = Random(f"{rules.pack.head.seed}/tilt/{way}")
    drawn_from = Ranges(rules, way)
    for _ in range(count):
        yield {question: drawn_from.draw(random, domain) for question, domain in rules.domains.items()}


class Ranges:
    """What each question is drawn from."""

    def __init__(self, rules: Rules, way: Way) -> None:
        self.by_priors = way == "by_priors"
        self._today = {each.decision.today: [model.id for model in each.models] for each in rules.decisions}
        head = rules.pack.head
        first, last = days_of(head.period.first), days_of(head.period.last)
        self._steps = {}
        for domain in rules.domains.values():
            if domain.is_numeric:
                within = (first[0], last[1]) if domain.id == head.decision_date and first and last else None
                self._steps[domain.id] = _steps(domain, self.by_priors, within)

    def draw(self, random: Random, domain: Domain) -> Answer:
        """One known answer."""
        if domain.is_numeric:
            return _number(random, self._steps[domain.id], domain.whole)
        if domain.id in self._today:
            return Chosen(frozenset([self._one_of(random, domain, self._today[domain.id])]))
        if domain.kind == "choices":
            return Chosen(frozenset(each for each in domain.options if self._is_in(random, domain, each)))
        return OneOf(frozenset([self._one_of(random, domain, domain.options)]))

    def _one_of(self, random: Random, domain: Domain, options: list[str] | tuple[str, ...]) -> str:
        prior = domain.question.prior
        if self.by_priors and isinstance(prior, dict):
            weights = [float(prior.get(option, "0")) for option in options]
            if sum(weights) > 0:
                return random.choices(options, weights)[0]
        return random.choice(options)

    def _is_in(self, random: Random, domain: Domain, option: str) -> bool:
        prior = domain.question.prior
        chance = float(prior.get(option, "50")) if self.by_priors and isinstance(prior, dict) else 50.0
        return random.random() * 100 < chance


def _number(random: Random, steps: list[Step], whole: bool) -> Between:
    low, high, _ = random.choices(steps, [weight for _, _, weight in steps])[0]
    value: float = random.randint(int(low), int(high)) if whole else random.uniform(low, high)
    return Between(value, value)


def _steps(domain: Domain, by_priors: bool, within: tuple[float, float] | None) -> list[Step]:
    """The steps of the prior, or one step over all values; cut down to `within` where it is given."""
    values = _prior_values(domain)
    spread = (values[0], values[-1]) if len(values) > 1 else OPEN_ENDED
    low = float(domain.low) if domain.low is not None else min(spread[0], domain.high or spread[0])
    high = float(domain.high) if domain.high is not None else max(spread[1], low)
    if within is not None:
        low, high = within
    steps = []
    for start, end in pairwise(values if by_priors else ()):
        bottom, top = max(start, low), min(end, high)
        if bottom <= top:
            # A step that the cut leaves only a part of keeps that part of its chance.
            steps.append((bottom, top, (top - bottom) / (end - start) if end > start else 1.0))
    return steps if sum(weight for _, _, weight in steps) > 0 else [(low, high, 1.0)]


def _prior_values(domain: Domain) -> list[float]:
    prior = domain.question.prior
    if not isinstance(prior, tuple):
        return []
    return [float(domain.ends(text, within=False)[0]) for text in prior]
