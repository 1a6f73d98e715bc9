"""What published figures answer of a rule set's questions, before anybody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.dates import date_words, days_of
from wizard.conditions.domain import Refused, understand
from wizard.published import FIGURES_DATE, ORIGIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.conditions.domain import Domain
    from wizard.published import Council
    from wizard.schema.base import RawAnswer
    from wizard.schema.pack_head import Period

POPULATION, PEOPLE = "population", "people"
"""A whole number of people asked for under this id is the population of the council's area."""

NEW_COUNCIL = "new_council"
"""A yes or no asked for under this id is whether the council is newly made, or about to be."""


class KnownFigures(NamedTuple):
    """Answers by question, as a council file writes them; and a sentence for each figure that could not be used."""

    answers: Mapping[str, RawAnswer]
    not_used: tuple[str, ...]


def known_figures(councils: Sequence[Council], domains: Mapping[str, Domain], period: Period) -> KnownFigures:
    """What the list of councils says of one council, or of a new authority in place of several.

    Only a question that asks for exactly that is answered: of the same id, kind and unit. Each answer says where
    it comes from and of which date it is, and owns up where that date lies outside the evidence's `period`.
    """
    answers: dict[str, RawAnswer] = {}
    not_used: list[str] = []
    if _asks(domains.get(POPULATION), "whole_number", PEOPLE):
        people = sum(each.population for each in councils)
        try:
            understand(domains[POPULATION], str(people))
        except Refused as refused:
            not_used.append(f"The population was not filled in: {refused.fault.message}")
        else:
            note = " ".join([*_sum_note(councils), *_date_note(period)])
            answers[POPULATION] = {"is": str(people), "from": ORIGIN, **({"note": note} if note else {})}
    if len(councils) > 1 and _asks(domains.get(NEW_COUNCIL), "yes_no", None):
        names = "; ".join(each.name for each in councils)
        answers[NEW_COUNCIL] = {"is": "yes", "from": f"begun as one authority in place of: {names}"}
    return KnownFigures(answers, tuple(not_used))


def _asks(domain: Domain | None, kind: str, unit: str | None) -> bool:
    return domain is not None and domain.kind == kind and (unit is None or domain.question.unit == unit)


def _sum_note(councils: Sequence[Council]) -> list[str]:
    if len(councils) < 2:
        return []
    return ["The sum of " + "; ".join(f"{each.name}, {each.population:,}" for each in councils) + "."]


def _date_note(period: Period) -> list[str]:
    first, last, day = (days_of(text) for text in (period.first, period.last, FIGURES_DATE))
    if first is None or last is None or day is None or first[0] <= day[0] <= last[1]:
        return []
    years = f"{period.first} to {period.last}"
    return [f"The figure is of {date_words(*day)}, outside the years the reports speak for ({years})."]
