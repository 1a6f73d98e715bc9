"""A model that no answers can make lead.

A rule set in which one of the models can never come first, whatever a council answers, asks a
question to which it has already decided the answer. Looked for with the weights of the rule set and
every answer known: by seeded random answers, then, for a model that did not lead in any, by
climbing from several starts, one answer at a time. A model that ties for the first place leads.
The search can miss a rare combination, so what it reports is worth a look and no proof.

PASS: {size: small} favours one model, {size: large} the other.
FAIL: every argument that favours a model favours a second one as much, and something else speaks
for the second one too.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from wizard.conditions.cells import Facts
from wizard.conditions.reach import single_cells
from wizard.engine import Rules, compile_rules
from wizard.engine.compiling import DecisionRules
from wizard.engine.declaring import usual_weights
from wizard.engine.evaluating import Weighing, evaluate
from wizard.pack import ReadPack
from wizard.pack.checks import caused_here
from wizard.problems import Problem

CHECK = "no-lead"
RANDOM_TRIES = 400
STARTS = 6
LONGEST_CLIMB = 60


def no_lead(read: ReadPack) -> list[Problem]:
    """A problem for each model that was never seen to lead; those of what the rule set builds on are not its own."""
    return caused_here(read, _never_leading(read), no_lead)


def _never_leading(read: ReadPack) -> list[Problem]:
    rules = compile_rules(read.pack)
    return [
        Problem(
            CHECK,
            read.places.of("model", model, "id"),
            f"No answers were found that let '{model}' come first.",
            "Look for arguments that favour it and no other, or that count against its rivals.",
        )
        for decision in rules.decisions
        for model in _Search(rules, decision).never_leading()
    ]


class _Search:
    """One decision's answers, as cells of every question that bears on it."""

    def __init__(self, rules: Rules, decision: DecisionRules) -> None:
        self.rules, self.decision = rules, decision
        weights = usual_weights(rules.pack, decision.decision.id, decision.criteria)
        self.weighing = Weighing(decision.criteria, weights)
        self.random = Random(f"{rules.pack.head.seed}/no-lead/{decision.decision.id}")
        self.choices = {
            key: single_cells(rules.cells.full[key])
            for question in decision.bearing
            for key in rules.cells.keys_of(question)
        }

    def never_leading(self) -> Iterator[str]:
        """The models that neither random answers nor climbing bring to the first place."""
        waiting = set(range(len(self.decision.models)))
        for _ in range(RANDOM_TRIES):
            if not waiting:
                return
            totals = self._totals(self._random_facts())
            best = max(totals.values(), default=0)
            waiting -= {model for model, total in totals.items() if total == best}
        for number, model in enumerate(self.decision.models):
            if number in waiting and not any(self._climbs(number) for _ in range(STARTS)):
                yield model.id

    def _climbs(self, model: int) -> bool:
        """Whether changing one answer at a time, always for the better, brings the model to the first place."""
        facts = self._random_facts()
        reached = self._lead(facts, model)
        for _ in range(LONGEST_CLIMB):
            if reached is not None and reached >= 0:
                return True
            best, step = reached, facts
            for key, cells in self.choices.items():
                for cell in cells:
                    if facts[key] == cell:
                        continue
                    changed = {**facts, key: cell}
                    lead = self._lead(changed, model)
                    if lead is not None and (best is None or lead > best):
                        best, step = lead, changed
            if step is facts:
                return False
            facts, reached = step, best
        return reached is not None and reached >= 0

    def _lead(self, facts: Facts, model: int) -> int | None:
        """The model's total minus the best other one's; None where it is not open."""
        totals = self._totals(facts)
        if model not in totals:
            return None
        own = totals.pop(model)
        return own - max(totals.values(), default=own)

    def _totals(self, facts: Facts) -> dict[int, int]:
        """The totals, in units, of the models that are open."""
        totals = self.weighing.totals(evaluate(self.decision, facts).scores)
        opened = enumerate(self.decision.openness)
        return {number: totals[number] for number, rule in opened if rule.decide(facts) is True}

    def _random_facts(self) -> Facts:
        drawn = {key: self.random.choice(cells) for key, cells in self.choices.items()}
        return {**self.rules.cells.nothing_known, **drawn}
