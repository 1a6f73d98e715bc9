"""How firm a result is when everything that is not certain varies at once, and when each of it varies alone.

Four things vary: priorities (uniform over groups, then within each; or around what a person said), the answers that
are not known (from their priors), the scores on which the reports are silent (25 to 75) and how firm the evidence of
each argument is (its grade one lower, as it is or one higher, about equally likely). What does not vary stays as an
assessment has it: stated or equal weights, expected scores, 50 where the reports are silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import numpy as np

from wizard.engine.case import of_criteria, shares_within
from wizard.engine.changing.expected import Expected
from wizard.engine.columns.completed import drawn_rows

from .drawing import around, by_group, seeded
from .smaa import Shares, sampling_error, smaa
from .tipping import tipping_points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from wizard.engine.case import Case
    from wizard.engine.compiling import DecisionRules, Rules

    from .tipping import Tipping

DRAWS = 10_000
"""With ten thousand draws a share is within one point in 95 of 100 runs with other draws."""

SILENT_LOW, SILENT_HIGH = 25, 75
"""Where the reports say nothing the truth may lie on either side, but hardly at an end of the scale: a judgement."""

SPREAD = 0.5
"""A stated weight of 30 is tried from 15 to 45: a judgement on how exactly anybody can state one."""

# Taken once and given back untouched, so that the C library learns not to return a few megabytes to the system after
# every run and to fetch them again page by page: that took 3 of 8 ms. Elsewhere it does nothing.
np.empty(30_000_000, dtype=np.uint8)

Varied = Literal["priorities", "unknowns", "silences", "grades"]
EVERYTHING: tuple[Varied, ...] = ("priorities", "unknowns", "silences", "grades")


@dataclass(frozen=True)
class ModelShares:
    """One model. `ranks` are the shares (0 to 1) of draws in which it takes the first, second, ... rank.

    `priorities` is the average weight of each criterion (together 1) over the draws in which it comes first: the
    priorities under which it leads (its central weights). None where it never leads.
    """

    model: str
    ranks: tuple[float, ...]
    priorities: Mapping[str, float] | None

    @property
    def first(self) -> float:
        """The share of draws in which it comes first."""
        return self.ranks[0]


@dataclass(frozen=True)
class Firmness:
    """What comes of it when `varied` vary together, over `draws` draws.

    `around_stated` says whether priorities vary around what was said rather than over all that are possible.
    `wins` gives, for each two models, the share of draws in which the first beats the second, of those in which both
    are open; pairs that never meet are missing. `openness` is the entropy of the first ranks in bits: 0 where one
    model always leads; None where none ever is open.
    """

    varied: tuple[Varied, ...]
    around_stated: bool
    draws: int
    models: tuple[ModelShares, ...]
    wins: Mapping[tuple[str, str], float]
    openness: float | None

    def of(self, model: str) -> ModelShares:
        """The shares of one model. Raises KeyError for a model of another decision."""
        for each in self.models:
            if each.model == model:
                return each
        raise KeyError(model)

    def error(self, model: str) -> float:
        """How far the first share of a model may be off through drawing alone, in 95 of 100 runs."""
        return sampling_error(min(1.0, self.of(model).first), self.draws)


@dataclass(frozen=True)
class Robustness:
    """One decision. `leader` is the model that comes first in an assessment, None where none is open.

    `over_all` varies everything over all priorities that are possible, `as_stated` around what was said by a person or,
    where nobody did, by the rule set (None where nothing was). `alone` varies one thing at a time; its priorities are
    those that apply to the council. `weights` and `groups` give for each criterion, and each group, what changing its
    weight alone would do. `silent` counts the scores on which the reports say nothing, `unknown` the questions that
    are not known.
    """

    decision: str
    leader: str | None
    over_all: Firmness
    as_stated: Firmness | None
    alone: Mapping[Varied, Firmness]
    weights: Mapping[str, Tipping[str]]
    groups: Mapping[str, Tipping[str]]
    silent: int
    unknown: int

    @property
    def firmness(self) -> Firmness:
        """The one that applies to the council: around what was said, where something was."""
        return self.as_stated or self.over_all


def robustness(rules: Rules, decision: DecisionRules, case: Case, draws: int = DRAWS) -> Robustness:
    """How firm one decision of a case is. Draws are seeded by the rule set: the same input gives the same digits."""
    trial = Trial(rules, decision, case, draws)
    said = bool(case.stated(decision.decision.id) or case.trade_offs.get(decision.decision.id))
    expected = trial.expected
    return Robustness(
        decision=decision.decision.id,
        leader=None if expected.leader is None else decision.models[expected.leader].id,
        over_all=trial.firmness(EVERYTHING, around_stated=False),
        as_stated=trial.firmness(EVERYTHING, around_stated=True) if said else None,
        alone={each: trial.firmness((each,), around_stated=said) for each in EVERYTHING},
        weights=trial.tipping(by_group=False),
        groups=trial.tipping(by_group=True),
        silent=int(trial.silent.sum()),
        unknown=len({key.partition(":")[0] for key in expected.columns.keys if expected.is_open(key)}),
    )


class Trial:
    """One decision of one case, `draws` times over. Each thing that varies has draws of its own."""

    def __init__(self, rules: Rules, decision: DecisionRules, case: Case, draws: int) -> None:
        self.rules, self.decision, self.case, self.draws = rules, decision, case, draws
        self.expected = Expected(rules, decision, case)
        self.columns = self.expected.columns
        self.silent = self.columns.silent
        self.weights = case.weights_of(decision.decision.id, decision.criteria)

    def firmness(self, varied: tuple[Varied, ...], *, around_stated: bool) -> Firmness:
        """The shares when `varied` vary."""
        scores, competing = self._scores(varied)
        found = smaa(scores, self._weights(varied, around_stated), competing)
        return self._told(found, varied, around_stated and "priorities" in varied)

    def tipping(self, *, by_group: bool) -> dict[str, Tipping[str]]:
        """What changing one weight at a time does to the expected totals."""
        scores, weights = self._expected_scores(), self.weights
        if by_group:
            scores, weights = self._grouped(scores)
        models = self.decision.models
        competing = [model.id for model, competes in zip(models, self.expected.competes, strict=True) if competes]
        return tipping_points(scores, weights, competing)

    def _generator(self, purpose: str) -> np.random.Generator:
        return seeded(self.rules.pack.head.seed, f"robustness/{self.decision.decision.id}/{purpose}")

    def _scores(self, varied: tuple[Varied, ...]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Scores (draws or nothing, criteria, models), and which models compete (draws or nothing, models)."""
        columns, competing = self.columns, self.expected.competes
        held: NDArray[np.bool_] | NDArray[np.float32] = self._chances()
        if "unknowns" in varied:
            rows = drawn_rows(self.rules, self.expected.answers, self.decision.bearing, columns.keys, self.draws)
            over = columns.over(rows, self.draws)
            held = columns.held(over)
            off = np.array([[model.id in self.case.off_the_table] for model in self.decision.models])
            competing = (columns.opened(over) & ~off).T
        if "grades" in varied:
            drawn = np.frombuffer(self._generator("grades").bytes(columns.separate * self.draws), dtype=np.uint8)
            scores = columns.scores_shifted(held, drawn.reshape(columns.separate, self.draws))
        else:
            scores = columns.scores(held)
        if "silences" in varied:
            scores = self._with_silences(scores)
        return (scores if len(scores) > 1 else scores[0]), competing

    def _with_silences(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        drawn = self._generator("silences").random((int(self.silent.sum()), self.draws), dtype=np.float32)
        found: NDArray[np.float32] = scores if len(scores) > 1 else np.repeat(scores, self.draws, axis=0)
        found[:, self.silent] = (SILENT_LOW + (SILENT_HIGH - SILENT_LOW) * drawn).T
        return found

    def _chances(self) -> NDArray[np.float32]:
        """The share of completions in which each argument holds: (arguments, 1)."""
        counts: NDArray[np.float32] = self.expected.counts.astype(np.float32) / np.float32(self.expected.whole)
        return counts[:, None]

    def _weights(self, varied: tuple[Varied, ...], around_stated: bool) -> NDArray[np.float64]:
        criteria = self.decision.criteria
        if "priorities" not in varied:
            weights = np.array([float(self.weights[each.id]) for each in criteria])
            return np.tile(weights, (self.draws, 1))
        groups = tuple(each.group for each in criteria)
        rng = self._generator("priorities")
        if not around_stated:
            return by_group(rng, groups, self.draws)
        stated = self.case.stated(self.decision.decision.id)
        among = {group: stated[group] for group in groups if group in stated}
        own = of_criteria(stated, groups)
        within = {place: own[each.id] for place, each in enumerate(criteria) if each.id in own}
        pairs = self.case.trade_offs.get(self.decision.decision.id, ())
        return around(rng, groups, self.draws, among, within, SPREAD, pairs)

    def _told(self, found: Shares, varied: tuple[Varied, ...], around_stated: bool) -> Firmness:
        models, criteria = self.decision.models, self.decision.criteria
        shares = []
        for number, model in enumerate(models):
            central = found.central_weights[number]
            leads = (
                None if np.isnan(central).any() else dict(zip((c.id for c in criteria), central.tolist(), strict=True))
            )
            shares.append(ModelShares(model.id, tuple(found.rank_shares[number].tolist()), leads))
        wins = {
            (one.id, other.id): float(found.wins[row, column])
            for row, one in enumerate(models)
            for column, other in enumerate(models)
            if not np.isnan(found.wins[row, column])
        }
        openness = None if np.isnan(found.entropy) else found.entropy
        return Firmness(varied, around_stated, found.draws, tuple(shares), wins, openness)

    def _expected_scores(self) -> dict[str, dict[str, Fraction]]:
        """The expected score of every competing model on every criterion, exact."""
        found: dict[str, dict[str, Fraction]] = {}
        models = [(n, model.id) for n, model in enumerate(self.decision.models) if self.expected.competes[n]]
        scores = self.columns.scores(self._chances())[0]
        for row, criterion in zip(scores, self.decision.criteria, strict=True):
            # Multiples of 1/256 that stay small: exact in single precision.
            found[criterion.id] = {model: Fraction(float(row[number])) for number, model in models}
        return found

    def _grouped(
        self, scores: Mapping[str, Mapping[str, Fraction]]
    ) -> tuple[dict[str, dict[str, Fraction]], dict[str, Fraction]]:
        """Scores and weights of the groups, each with its criteria in their present proportions.

        Those are also known of a group that weighs nothing, so what giving it weight would do can be told.
        """
        grouped: dict[str, dict[str, Fraction]] = {}
        weights: dict[str, Fraction] = {}
        within = shares_within(self.decision.criteria, self.case.stated(self.decision.decision.id))
        for group, parts in within.items():
            weights[group] = sum((self.weights[each] for each in parts), Fraction(0))
            grouped[group] = {
                model: sum((part * scores[each][model] for each, part in parts.items()), Fraction(0))
                for model in scores[next(iter(parts))]
            }
        return grouped, weights
