"""The models in order, with their totals and how far the unknown answers could move them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import Block, Column, Item, Items, Table
from .figures import listed, range_words, sentence, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wizard.engine.results import DecisionResult, Standing

    from .subject import Subject

TODAY = "<- today"
STAYING = "(stay, and join up the front line)"


def ranking(subject: Subject, result: DecisionResult) -> tuple[Block, ...]:
    """The models that are open, or may be, as a table in whole points; below it why others are not open."""
    competing = result.competing
    rows = tuple(
        (
            rank_words(each, competing),
            model_words(each),
            str(whole(each.total)),
            range_words(each.low, each.high),
            _remarks(each),
        )
        for each in competing
    )
    columns = (Column("rank"), Column("model"), Column("total", figures=True), Column("range"), Column("remarks"))
    table = (Table(columns, rows, self_explaining=True),) if rows else ()
    return (*table, *not_open(subject, result))


def not_open(subject: Subject, result: DecisionResult) -> tuple[Items, ...]:
    """Why models are not open, one by one; and, in one sentence, which may not be and what to ask."""
    items = [Item(words) for each in result.standings if (words := openness_words(each))]
    doubtful = [each for each in result.standings if each.openness == "not_known"]
    if doubtful:
        waits = frozenset().union(*(each.waits_for for each in doubtful))
        names = listed([each.model.name for each in doubtful])
        items.append(Item(sentence(f"Whether {names} can be chosen is not known yet"), "point", subject.ask(waits)))
    return (Items(tuple(items)),) if items else ()


def is_ranked(result: DecisionResult) -> bool:
    """Whether a ranking may be shown: not before enough of what matters most is answered."""
    return result.verdict.kind != "not_enough_known" or result.verdict.so_far is not None


def in_order(result: DecisionResult) -> tuple[Standing, ...]:
    """The standings as they may be shown: ranked where that is allowed, else as the rule set lists the models."""
    if is_ranked(result):
        return result.standings
    return tuple(sorted(result.standings, key=lambda each: each.model.order))


def rank(standing: Standing, result: DecisionResult) -> int | None:
    """The rank from 1, shared by equal totals; None for a model that is not open, or where nothing is ranked yet."""
    return _place(standing, result.competing) if is_ranked(result) and standing in result.competing else None


def _place(standing: Standing, competing: Sequence[Standing]) -> int:
    return 1 + sum(each.total > standing.total for each in competing)


def rank_words(standing: Standing, competing: Sequence[Standing]) -> str:
    """'2', or '2=' where another has the same total."""
    shared = sum(each.total == standing.total for each in competing) > 1
    return f"{_place(standing, competing)}{'=' if shared else ''}"


def model_words(standing: Standing) -> str:
    """The model's title; today's sole arrangement competes as staying."""
    return f"{standing.model.title} {STAYING}" if standing.stays else standing.model.title


def openness_words(standing: Standing) -> str:
    """Why a model is not open, as a sentence; nothing for one that is or may be."""
    said = {"not_open": "is not open", "off_the_table": "was taken off the table"}.get(standing.openness)
    if said is None:
        return ""
    why = f" {sentence(standing.why_not)}" if standing.why_not else ""
    today = " It is today's arrangement." if standing.is_today else ""
    return f"{standing.model.title} {said}.{why}{today}"


def _remarks(standing: Standing) -> str:
    said = "may not be open" if standing.openness == "not_known" else ""
    return "   ".join(part for part in (said, TODAY if standing.is_today else "") if part)
