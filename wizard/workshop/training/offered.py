"""What those who take part choose from: models, reasons and risks, in an order that gives nothing away."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from wizard.proof.citing import effects_of
from wizard.report.figures import listed, sentence

from .bearing import ReasonHere, RiskHere, reasons_here, risks_here
from .place_title import place_name
from .study import Study, study_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wizard.engine.results import DecisionResult, Openness, Standing
    from wizard.schema.criterion import Argument
    from wizard.schema.decision import Decision
    from wizard.workshop.workshop import Workshop

MOST_OF_A_KIND = 6
"""Reasons that hold, and as many at most that do not or are not known."""

MOST_ALWAYS = 3
"""Reasons that hold for every council are many; with more of them a case would be like any other."""

MOST_RISKS_OF_A_KIND = 7

YOU = "“You” in a reason means the place."
"""Reasons are written for whoever decides; on a case nobody in the room does."""

AGAINST_MOVES = "against every model that lies so far from today's"
"""Which models those are follows from where the place stood: that is not always known."""

Shown = TypeVar("Shown", ReasonHere, RiskHere)


class ModelOffered(NamedTuple):
    """A model to choose. `says` is a sentence or two; `why_not` says why it was not open, where it was not."""

    id: str
    title: str
    name: str
    says: str
    openness: Openness
    why_not: str | None


class ReasonOffered(NamedTuple):
    """A reason to choose: whether it holds is for those who take part to say. `sides` says which way it speaks."""

    id: str
    says: str
    sides: str


class RiskOffered(NamedTuple):
    """A risk to choose."""

    id: str
    title: str
    says: str


class DecisionOffered(NamedTuple):
    """One decision to foretell; models in the rule set's order."""

    decision: Decision
    models: tuple[ModelOffered, ...]
    reasons: tuple[ReasonOffered, ...]


class Offered(NamedTuple):
    """All that a sheet on a case study can choose from."""

    decisions: tuple[DecisionOffered, ...]
    risks: tuple[RiskOffered, ...]


@lru_cache(maxsize=32)
def offered(workshop: Workshop) -> Offered:
    """What the sheets of a case study choose from. Raises NotTaken for a workshop that is none; Unreadable.

    Of each decision at most twelve reasons: the weightiest six that hold on what was known before (at most three of
    them for every council), and six that do not hold or are not known, as far as there are so many. At most fourteen
    risks: seven that arise for some model and are medium or more, or that the reports tell of this place, and seven
    others. Words that name the place are left out: they may say what it did.
    """
    study = study_of(workshop)
    risks = _in_order(study, _risks_chosen(study))
    return Offered(
        tuple(_decision(study, each) for each in study.results),
        tuple(RiskOffered(each.risk.id, each.risk.title, sentence(each.risk.says)) for each in risks),
    )


def _decision(study: Study, result: DecisionResult) -> DecisionOffered:
    standings = {each.model.id: each for each in result.standings}
    models = tuple(_model(standings[each.id]) for each in study.pack.models_of(result.decision.id))
    reasons = tuple(
        ReasonOffered(
            each.argument.id, sentence(each.argument.because), sides_words(study, each.criterion, each.argument)
        )
        for each in _in_order(study, _reasons_chosen(study, result))
    )
    return DecisionOffered(result.decision, models, reasons)


def _model(standing: Standing) -> ModelOffered:
    model = standing.model
    return ModelOffered(model.id, model.title, model.name, sentence(model.summary), standing.openness, standing.why_not)


def sides_words(study: Study, criterion: str, argument: Argument) -> str:
    """'for two directors, against one director for both'."""
    if argument.counts_against_moves is not None:
        return AGAINST_MOVES
    effects = effects_of(study.pack, study.pack.criteria[criterion], argument)
    sides = []
    for way, sign in (("for", 1), ("against", -1)):
        named = [study.pack.models[model].name for model, each in effects.items() if each == sign]
        sides += [f"{way} {listed(named)}"] if named else []
    return ", ".join(sides)


def _reasons_chosen(study: Study, result: DecisionResult) -> list[ReasonHere]:
    found = [each for each in reasons_here(result).values() if not _names_place(study, each.argument.because)]
    found.sort(key=lambda each: (-each.weight, _digest(study, each.argument.id)))
    # One sentence may stand for several models, each with a reason of its own: on paper they would look alike.
    found = list({each.argument.because: each for each in reversed(found)}.values())[::-1]
    always = [each for each in found if each.holding == "holds" and each.always][:MOST_ALWAYS]
    holding = [each for each in found if each.holding == "holds" and (each in always or not each.always)]
    false = [each for each in found if each.holding == "does_not_hold"]
    unknown = [each for each in found if each.holding == "not_known"]
    return holding[:MOST_OF_A_KIND] + _shared_out(false, unknown, MOST_OF_A_KIND)


def _risks_chosen(study: Study) -> list[RiskHere]:
    found = [
        each for each in risks_here(study).values() if not _names_place(study, f"{each.risk.title} {each.risk.says}")
    ]
    found.sort(key=lambda each: (not each.told, -each.score, _digest(study, each.risk.id)))
    there = [each for each in found if each.is_there]
    not_there = [each for each in found if not each.is_there]
    may_arise = [each for each in not_there if each.waits_for]
    others = [each for each in not_there if not each.waits_for]
    return there[:MOST_RISKS_OF_A_KIND] + _shared_out(others, may_arise, MOST_RISKS_OF_A_KIND)


def _shared_out(one: Sequence[Shown], other: Sequence[Shown], most: int) -> list[Shown]:
    """Half of each, the larger half of the first; what one has too few of, the other makes up."""
    of_other: int = min(len(other), max(most // 2, most - len(one)))
    return list(one[: most - of_other]) + list(other[:of_other])


def _in_order(study: Study, chosen: Iterable[Shown]) -> list[Shown]:
    """By a digest of the case and the id: the same on every machine, and no sign of what was chosen why."""
    return sorted(chosen, key=lambda each: _digest(study, _id(each)))


def _id(each: ReasonHere | RiskHere) -> str:
    return each.argument.id if isinstance(each, ReasonHere) else each.risk.id


def _digest(study: Study, id: str) -> str:
    return sha256(f"{study.workshop.file.council}/{id}".encode()).hexdigest()


def _names_place(study: Study, words: str) -> bool:
    return place_name(study.workshop.facts.file).casefold() in words.casefold()
