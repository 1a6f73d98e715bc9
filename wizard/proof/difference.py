"""Why two results differ: each thing that differs changed alone, and what is left to several of them together.

The way leads from the first result to the second. Where their rule sets differ, the first step holds the first
council against the second's rules; every other difference is then changed alone from there. What the single
moves do not add up to comes of several changed together, and is never shared out among them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeVar

from wizard.engine import assess
from wizard.engine.compared import BeforeAndAfter, Changes
from wizard.engine.comparing import compare, leading_pair

from .carrying import carried

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.engine import Case, Rules
    from wizard.engine.compared import Comparison
    from wizard.engine.results import Assessment, DecisionResult

Kind = Literal["rule_set", "answer", "weights", "trade_offs", "off_the_table"]
Given = TypeVar("Given")

NOTHING = Changes((), (), (), ())


@dataclass(frozen=True)
class Effect(BeforeAndAfter):
    """What one difference alone does to one decision: the result without it and with it.

    `moved` is by how many points it moves the lead of the decision's pair; None without a pair.
    """

    moved: Fraction | None

    @property
    def moves(self) -> bool:
        """Whether it moves the lead, the verdict or what holds the verdict back."""
        return bool(self.moved) or self.before.verdict != self.after.verdict


@dataclass(frozen=True)
class Difference:
    """One thing that differs: an answer, a decision's weights or trade-offs, a model off the table, the rule set.

    `of` is the question, decision or model; empty for the rule set. `changes` holds just this difference.
    `after` is the whole result with it alone changed; `effects` runs over `Explained.decisions`.
    """

    kind: Kind
    of: str
    changes: Changes
    after: Assessment
    effects: tuple[Effect, ...]

    @property
    def moves(self) -> bool:
        """Whether it moves anything alone."""
        return any(each.moves for each in self.effects)


@dataclass(frozen=True)
class DecisionExplained:
    """One decision in both results. `pair` are the models whose lead is followed; None where none can be.

    `lead_before` and `lead_after` are the leads of the first over the second; what the differences move alone
    and `together` add up to exactly the move between them.
    """

    before: DecisionResult
    after: DecisionResult
    pair: tuple[str, str] | None
    lead_before: Fraction
    lead_after: Fraction
    together: Fraction


@dataclass(frozen=True)
class Explained:
    """Two results, what differs between them, and what each difference does alone, in the order of the files.

    `comparison` is theirs, where the rule set is the same. `left_out` names questions of the first rule set
    that mean nothing in the second; `only_before` and `only_after` decisions that one rule set alone settles.
    """

    before: Assessment
    after: Assessment
    comparison: Comparison | None
    differences: tuple[Difference, ...]
    decisions: tuple[DecisionExplained, ...]
    left_out: tuple[str, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]

    @property
    def same_rules(self) -> bool:
        """Whether both were held against one rule set."""
        return self.comparison is not None


def explain_difference(before: Assessment, after: Assessment, rules: Rules) -> Explained:
    """Why `after` differs from `before`; `rules` are those of `after`."""
    pairs = _Pairs(before, after)
    same = _rule_set(before) == _rule_set(after)
    start = before
    left_out: tuple[str, ...] = ()
    differences: list[Difference] = []
    if not same:
        found = carried(before.case, before.pack, rules)
        start, left_out = assess(rules, found.case), found.left_out
        differences.append(Difference("rule_set", "", NOTHING, start, pairs.effects(before, start)))
    for kind, of, case in _single_changes(start.case, after.case):
        alone = assess(rules, case)
        changes = compare(start, alone).changes
        differences.append(Difference(kind, of, changes, alone, pairs.effects(start, alone)))
    return Explained(
        before,
        after,
        compare(before, after) if same else None,
        tuple(differences),
        pairs.explained(differences),
        left_out,
        tuple(each for each in before.pack.decisions if each not in pairs.decisions),
        tuple(each for each in after.pack.decisions if each not in pairs.decisions),
    )


def _rule_set(found: Assessment) -> tuple[str, str, str]:
    return found.pack.head.id, found.pack.head.version, found.pack.fingerprint


class _Pairs:
    """The decisions that both results settle, each with the pair of models whose lead is followed."""

    def __init__(self, before: Assessment, after: Assessment) -> None:
        self.before, self.after = before, after
        settled = {each.decision.id for each in after.decisions}
        self.decisions = [each.decision.id for each in before.decisions if each.decision.id in settled]
        self.pairs = {each: self._pair(each) for each in self.decisions}

    def _pair(self, decision: str) -> tuple[str, str] | None:
        pair = leading_pair(self.before.decision(decision), self.after.decision(decision))
        sides = [{each.model.id for each in side.decision(decision).standings} for side in (self.before, self.after)]
        return pair if pair and all(known.issuperset(pair) for known in sides) else None

    def lead(self, found: Assessment, decision: str) -> Fraction:
        """The lead of a decision's pair; nothing without one."""
        pair, result = self.pairs[decision], found.decision(decision)
        return result.standing(pair[0]).total - result.standing(pair[1]).total if pair else Fraction(0)

    def effects(self, before: Assessment, after: Assessment) -> tuple[Effect, ...]:
        """What the step from one result to the other does to each decision."""
        return tuple(
            Effect(
                before.decision(each),
                after.decision(each),
                self.lead(after, each) - self.lead(before, each) if self.pairs[each] else None,
            )
            for each in self.decisions
        )

    def explained(self, differences: list[Difference]) -> tuple[DecisionExplained, ...]:
        """Each decision with what is left to several differences together."""
        found = []
        for place, each in enumerate(self.decisions):
            before, after = self.lead(self.before, each), self.lead(self.after, each)
            alone = sum((one.effects[place].moved or Fraction(0) for one in differences), Fraction(0))
            found.append(
                DecisionExplained(
                    self.before.decision(each),
                    self.after.decision(each),
                    self.pairs[each],
                    before,
                    after,
                    after - before - alone,
                )
            )
        return tuple(found)


def _single_changes(one: Case, other: Case) -> Iterator[tuple[Kind, str, Case]]:
    """For each thing that differs, the first case with only that as in the second.

    The weights of a decision share one hundred per cent, so they change together.
    """
    for question in _differing(one.answers, other.answers):
        yield "answer", question, replace(one, answers=_with(one.answers, other.answers, question))
    for decision in _differing(_stated(one), _stated(other)):
        yield "weights", decision, replace(one, weights=_with(one.weights, other.weights, decision))
    for decision in _differing(_settled(one), _settled(other)):
        yield "trade_offs", decision, replace(one, trade_offs=_with(one.trade_offs, other.trade_offs, decision))
    for model in _differing(one.off_the_table, other.off_the_table):
        yield "off_the_table", model, replace(one, off_the_table=_with(one.off_the_table, other.off_the_table, model))


def _stated(case: Case) -> dict[str, Mapping[str, Fraction]]:
    return {decision: weights for decision, weights in case.weights.items() if weights}


def _settled(case: Case) -> dict[str, frozenset[tuple[str, str]]]:
    """In which order trade-offs were made does not matter, nor that none were."""
    return {decision: frozenset(pairs) for decision, pairs in case.trade_offs.items() if pairs}


def _differing(one: Mapping[str, Given], other: Mapping[str, Given]) -> list[str]:
    return [key for key in dict.fromkeys([*one, *other]) if one.get(key) != other.get(key)]


def _with(one: Mapping[str, Given], other: Mapping[str, Given], key: str) -> dict[str, Given]:
    found = {each: value for each, value in one.items() if each != key}
    if key in other:
        found[key] = other[key]
    return found
