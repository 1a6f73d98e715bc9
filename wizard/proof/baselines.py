"""What a consistency check comes to in numbers, beside what a rule of thumb would have scored."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .consistency import AGREEMENTS, Agreement, Compared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.results import VerdictKind

    from .consistency import Consistency


class Score(NamedTuple):
    """In how many of how many places a way of choosing names what the place did."""

    right: int
    of: int


class Baseline(NamedTuple):
    """Always the same model, or always staying (`model` None), whatever the place.

    `everywhere` is over all places (for staying: those whose arrangement before is known), `where_pointed`
    over those in which the evidence points to one model. `majority` marks what most places did.
    """

    model: str | None
    everywhere: Score
    where_pointed: Score
    majority: bool


class DecisionTally(NamedTuple):
    """One decision over all places that chose on it.

    `pointed` is the check itself: of the places where the evidence points to one model, those that did
    it. `first` takes whichever model comes first, however little is known; places where none does alone
    are not counted.
    """

    decision: str
    places: int
    agreements: Mapping[Agreement, int]
    verdicts: Mapping[VerdictKind, int]
    pointed: Score
    first: Score
    baselines: tuple[Baseline, ...]


def tally(found: Consistency, decision: str) -> DecisionTally:
    """The counts of one decision."""
    compared = [each for _, each in found.compared(decision)]
    agreements = Counter(each.agreement for each in compared)
    return DecisionTally(
        decision=decision,
        places=len(compared),
        agreements={each: agreements[each] for each in AGREEMENTS},
        verdicts=dict(Counter(each.verdict.kind for each in compared).most_common()),
        pointed=Score(agreements["agreed"], agreements["agreed"] + agreements["differed"]),
        first=_first(compared),
        baselines=_baselines(found, decision, compared),
    )


def _baselines(found: Consistency, decision: str, compared: list[Compared]) -> tuple[Baseline, ...]:
    chosen = Counter(each.did for each in compared)
    most = max(chosen.values(), default=0)
    pointed = [each for each in compared if each.agreement in ("agreed", "differed")]
    always = [
        Baseline(
            model.id,
            Score(chosen[model.id], len(compared)),
            Score(sum(each.did == model.id for each in pointed), len(pointed)),
            bool(most) and chosen[model.id] == most,
        )
        for model in found.pack.models_of(decision)
    ]
    staying = Baseline(None, _stayed(compared), _stayed(pointed), False)
    return (*always, staying)


def _first(compared: list[Compared]) -> Score:
    alone = [each for each in compared if each.first is not None]
    return Score(sum(each.did == each.first for each in alone), len(alone))


def _stayed(compared: list[Compared]) -> Score:
    known = [each for each in compared if each.today is not None]
    return Score(sum(each.did == each.today for each in known), len(known))
