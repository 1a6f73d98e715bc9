"""The consistency check: places of the reports, on what was known before they chose, without their own findings.

It is no proof that the rules are right: they were written from these very places, by people who knew what
each had done, and leaving a place's own findings out does not undo that. It shows whether the rules hang
together, and where they and the places part company.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wizard.conditions.answers import Chosen, NotSure
from wizard.engine import Case, assess, compile_rules

from .council_case import when_known
from .driving import first_so_far, parting
from .leaving_out import Left, is_named, without_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wizard.conditions.answers import Answer
    from wizard.council_file import OpenCouncil
    from wizard.engine import Rules
    from wizard.engine.results import DecisionResult, Verdict
    from wizard.schema.outcome import Outcome
    from wizard.schema.pack import Pack

    from .driving import Parting

Agreement = Literal["agreed", "differed", "no_one_model", "not_enough_known", "only_one_open"]
"""How what the evidence points to compares with what the place did.

`no_one_model`: too close, or a matter of priorities. `only_one_open`: law or circumstance left no
choice (or none at all), so that agreeing would prove nothing.
"""

AGREEMENTS: tuple[Agreement, ...] = ("agreed", "differed", "no_one_model", "not_enough_known", "only_one_open")


@dataclass(frozen=True)
class Compared:
    """One decision of one place.

    `pointed_to` is the model that the verdict names. `first` is the model with the highest total,
    however little that says; None where two or more tie or fewer than two compete. `today` is the place's
    arrangement before, None where it is not known or there were several. `parting` says what drives the
    difference where what is pointed to, or comes first where nothing is, is not what the place did.
    """

    decision: str
    verdict: Verdict
    pointed_to: str | None
    first: str | None
    today: str | None
    did: str
    agreement: Agreement
    parting: Parting | None


@dataclass(frozen=True)
class PlaceTried:
    """One council file. `place` is its id in the findings, `named` whether any finding names it.

    `used` counts the answers known before; `at_report` those known only at the time of the report and
    `unmarked` those that do not say when: neither are used. 'Not sure' is no answer here.
    """

    council: str
    title: str
    file: str
    place: str
    named: bool
    outcome: Outcome
    left: Left
    used: int
    at_report: int
    unmarked: int
    decisions: tuple[Compared, ...]


@dataclass(frozen=True)
class Consistency:
    """Every place that has an outcome; `without_outcome` names the files of those that have none."""

    pack: Pack
    places: tuple[PlaceTried, ...]
    without_outcome: tuple[str, ...]

    def compared(self, decision: str) -> tuple[tuple[PlaceTried, Compared], ...]:
        """The places that chose on a decision."""
        return tuple((place, each) for place in self.places for each in place.decisions if each.decision == decision)


def check_consistency(pack: Pack, councils: Iterable[tuple[OpenCouncil, Outcome | None]]) -> Consistency:
    """Runs each place, in the order given. The pack must hold every source; council files must belong to it."""
    packs: dict[str, tuple[Left, Rules]] = {}
    places, without = [], []
    for council, outcome in councils:
        if outcome is None:
            without.append(council.shown_as)
            continue
        place = outcome.of_place
        if place not in packs:
            left = without_place(pack, place)
            packs[place] = (left, compile_rules(left.pack))
        places.append(_tried(pack, council, outcome, *packs[place]))
    return Consistency(pack, tuple(places), tuple(without))


def _tried(pack: Pack, council: OpenCouncil, outcome: Outcome, left: Left, rules: Rules) -> PlaceTried:
    said = {question: answer for question, answer in council.answers.items() if not isinstance(answer, NotSure)}
    when = {question: when_known(council.file.answers[question]) for question in said}
    answers = {question: answer for question, answer in said.items() if when[question] == "before"}
    found = assess(rules, Case(answers))
    return PlaceTried(
        council=council.file.id,
        title=council.file.title,
        file=council.shown_as,
        place=outcome.of_place,
        named=is_named(pack, outcome.of_place),
        outcome=outcome,
        left=left,
        used=len(answers),
        at_report=sum(each == "at_report" for each in when.values()),
        unmarked=sum(each is None for each in when.values()),
        decisions=tuple(
            _compared(pack, found.decision(decision), answers, outcome.did[decision])
            for decision in pack.decisions
            if decision in outcome.did
        ),
    )


def _compared(pack: Pack, result: DecisionResult, answers: Mapping[str, Answer], did: str) -> Compared:
    verdict = result.verdict
    today = answers.get(result.decision.today)
    return Compared(
        decision=result.decision.id,
        verdict=verdict,
        pointed_to=verdict.leader,
        first=first_so_far(result),
        today=next(iter(today.options)) if isinstance(today, Chosen) and len(today.options) == 1 else None,
        did=did,
        agreement=_agreement(verdict, did),
        parting=parting(pack, result, did),
    )


def _agreement(verdict: Verdict, did: str) -> Agreement:
    if verdict.kind == "not_enough_known":
        return "not_enough_known"
    if verdict.kind in ("only_one_open", "none_open"):
        return "only_one_open"
    if verdict.leader is None:
        return "no_one_model"
    return "agreed" if verdict.leader == did else "differed"
