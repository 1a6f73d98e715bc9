"""A practice run: sheets that the program makes up, in a folder of their own; the real workshop is never touched."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from wizard.conditions.answers import Answer, Between, Chosen, OneOf
from wizard.proof.random_answers import Ranges
from wizard.schema.workshop import Foretold, Sheet
from wizard.session.change import NotTaken
from wizard.session.naming import free_id
from wizard.session.typed import value_text

from .beginning import Wanted, begin_case_study, begin_group
from .paper import NONE, Entry, paper_of
from .sound import groups_of

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.conditions.domain import Domain
    from wizard.schema.workshop import Order

    from .paper import Paper
    from .workshop import Workshop

TEAM = "Made-up team"
NOT_SURE_IN = 8
"""One answer in so many is 'not sure', and one entry in so many is left out: as on real sheets."""

OWN_WORDS = "Words that the program made up, to show where a team's own would stand."


def begin_rehearsal(workshop: Workshop, folder: Path, sheets: int) -> None:
    """A workshop for practice on the same facts and questions, in a new folder, for so many sheets.

    Raises NotSaved where the folder holds something already.
    """
    file = workshop.file
    wanted = Wanted(
        title=file.title,
        questions=file.questions,
        decisions=file.decisions,
        expected=sheets,
        confidential=file.confidential,
        rehearsal=True,
    )
    if workshop.is_case_study:
        begin_case_study(folder, file.council, workshop.rule_set, wanted)
    else:
        begin_group(folder, workshop.facts, workshop.rule_set, wanted)


def put_in_made_up(workshop: Workshop, teams: int) -> tuple[Sheet, ...]:
    """Seals so many made-up sheets. Raises NotTaken where this is no rehearsal's workshop, NotSaved."""
    if not workshop.file.rehearsal:
        raise NotTaken("no-rehearsal", "Made-up sheets are for a practice run: this workshop is a real one.")
    found = tuple(made_up_sheet(workshop, number) for number in range(1, teams + 1))
    for each in found:
        workshop.seal(each)
    return found


def made_up_sheet(workshop: Workshop, number: int) -> Sheet:
    """The sheet of one made-up team: the same for a number each time, and unlike those of the others.

    Answers are drawn as the questions' priors say; orders, models, reasons and risks from what the sheet offers.
    """
    random = Random(f"{workshop.rules.pack.head.seed}/rehearsal/{number}")
    who = f"{TEAM} {number}"
    paper = paper_of(workshop)
    said: dict[str, Any] = _foretold(random, paper) if workshop.is_case_study else _judged(random, workshop)
    return Sheet(id=free_id(who, "team", ()), workshop=workshop.file.id, who=who, came_by="rehearsal", **said)


def _judged(random: Random, workshop: Workshop) -> dict[str, Any]:
    drawn_from = Ranges(workshop.rules, "by_priors")
    answers = {}
    for each in workshop.file.questions:
        domain = workshop.rules.domains[each]
        drawn = _written(domain, drawn_from.draw(random, domain))
        chance = random.randrange(NOT_SURE_IN)
        if chance > 1 or len(workshop.file.questions) == 1:
            answers[each] = drawn
        elif chance == 1:
            answers[each] = "not_sure"
    orders = {each: _order(random, tuple(groups_of(workshop.rule_set, each))) for each in workshop.file.decisions}
    return {"answers": answers, "priorities": orders}


def _written(domain: Domain, answer: Answer) -> Any:
    """An answer as a council file writes it."""
    if isinstance(answer, Between):
        return value_text(domain, answer.low if domain.whole else round(answer.low, 1))
    if isinstance(answer, Chosen):
        return [each for each in domain.options if each in answer.options]
    return next(iter(answer.options)) if isinstance(answer, OneOf) else "not_sure"


def _order(random: Random, groups: tuple[str, ...]) -> Order:
    """Any order, in which each group may share the place of the one before it."""
    mixed = random.sample(groups, len(groups))
    tiers: list[list[str]] = []
    for each in mixed:
        if tiers and random.random() < 0.35:
            tiers[-1].append(each)
        else:
            tiers.append([each])
    return tuple(tuple(sorted(tier, key=groups.index)) for tier in tiers)


def _foretold(random: Random, paper: Paper) -> dict[str, Any]:
    foretold = {}
    reasons = {each.on: each for each in paper.of_part("reasons")}
    for each in paper.of_part("model"):
        words = OWN_WORDS if random.randrange(3) == 0 else None
        model = random.choice(each.choices).id
        foretold[each.on] = Foretold(model=model, reasons=_some(random, reasons[each.on]), words=words)
    risks = [risk for each in paper.of_part("risks") for risk in _some(random, each)]
    return {"foretold": foretold, "risks": tuple(risks)}


def _some(random: Random, entry: Entry) -> tuple[str, ...]:
    """As many as may be ticked, or one or two less."""
    ids = [each.id for each in entry.choices if each.id != NONE]
    count = min(len(ids), max(1, entry.most - random.randrange(2)))
    picked = set(random.sample(ids, count))
    return tuple(each for each in ids if each in picked)
