"""What is said of priorities, in words that every format shares."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from .figures import listed, of_hundred, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.engine.results import DecisionResult
    from wizard.engine.trade_offs import Portrait, PrioritiesFound, Stake, TradeOff
    from wizard.schema.council import CouncilFile, TradeOffEntry, WeightEntry
    from wizard.schema.pack import Pack

WHOSE_THEY_ARE = (
    "How much each group of criteria should count is for people to say: the reports give no weights. Groups count the "
    "same until somebody says otherwise."
)
HOW_COUNTED = (
    "How often a model comes first is counted over {mixes:,} mixes of priorities, every way of dividing the whole "
    "among what nobody has settled being as likely as any other; such a count is right to within 3 in 100 or so."
)
NOT_RANKED = (
    "Too little is known yet to say which comes first under which priorities. Priorities can be set all the same: "
    "they are then set before the result was seen."
)

NOTEWORTHY = 0.02
"""A group that weighs this much more than usual where a model leads is named; less is the error of the count."""

FEW_MIXES = 20
"""Of so few mixes no average can be told."""

MOST_NAMED = 2


def bearing_words(result: DecisionResult, found: PrioritiesFound) -> str:
    """Whether priorities change who comes first, and whether anybody need be asked."""
    if found.bearing == "no_choice":
        return "Fewer than two models compete: there is nothing for priorities to settle."
    if found.bearing == "nothing_to_weigh":
        return "There is only one thing to weigh: your priorities do not change this."
    leading = [model for model, share in found.as_set.items() if share > 0]
    names = listed([_name(result, model) for model in leading])
    if found.bearing == "all_set" and len(leading) == 1:
        return f"Every weight has been set: with these, {names} comes first."
    if len(leading) > 1 and found.bearing in ("all_set", "same_lead"):
        return f"Your priorities do not change this: {names} share the first place in every mix of priorities."
    first = found.first or ""
    said = f"{_name(result, first)} comes first in {of_hundred(found.as_set[first])} mixes of priorities"
    if found.bearing == "settled":
        return f"Your priorities do not change this: {said}. No opinion is needed."
    rival = found.rival or ""
    return f"Your priorities can change this: {said}, {_name(result, rival)} in {of_hundred(found.as_set[rival])}."


def none_asked_words(found: PrioritiesFound) -> str:
    """Why no trade-off is asked although priorities can change who comes first; nothing where they cannot."""
    if found.bearing != "open" or found.trade_offs:
        return ""
    # Every result's page uses words from here; only the page of priorities needs the search for trade-offs.
    from wizard.engine.trade_offs import MOST_ASKED

    if found.answered >= MOST_ASKED:
        return f"{found.answered} trade-offs have been answered; no more are asked."
    return "No either/or question about two groups would move this much."


def question_words(trade_off: TradeOff) -> str:
    """The either/or question: 'Which matters more: leadership capacity, or the cost of changing?'"""
    return f"Which matters more: {within(trade_off.first.title)}, or {within(trade_off.second.title)}?"


def stake_words(result: DecisionResult, stake: Stake) -> str:
    """What is at stake in a group, and for which of the two models it speaks."""
    what = "; ".join(within(each) for each in stake.criteria)
    return f"{stake.title} speaks for {_name(result, stake.better)}. It is about: {what}."


def answer_words(result: DecisionResult, stake: Stake, shares: Mapping[str, float]) -> str:
    """What an answer would make of the result: who leads how often among the mixes that agree."""
    said = [f"{_name(result, model)} in {of_hundred(share)}" for model, share in shares.items() if share > 0]
    if said:
        said[0] = said[0].replace(" in ", " comes first in ", 1) + " mixes"
    return f"If {within(stake.title)}: {listed(said)}."


def portrait_words(result: DecisionResult, portrait: Portrait) -> str:
    """Where a model comes first: '... most of all where leadership capacity weighs more than usual (24 in 100 ...)'."""
    name = _name(result, portrait.model)
    if not portrait.groups:
        return sentence(f"{name} comes first in none of the mixes of priorities tried")
    first = f"{name} comes first in {of_hundred(portrait.share)} mixes of priorities"
    if portrait.mixes < FEW_MIXES:
        return sentence(f"{first}, too few to say where")
    more = sorted(portrait.groups, key=lambda each: each.usual - each.when_first)
    named = [each for each in more if each.when_first - each.usual >= NOTEWORTHY][:MOST_NAMED]
    if not named:
        return sentence(f"{first}, whichever group weighs more")
    titles = listed([within(each.title) for each in named])
    verb = "weighs" if len(named) == 1 else "weigh"
    figures = "; ".join(f"{in_hundred(each.when_first)} in 100 rather than {in_hundred(each.usual)}" for each in named)
    return sentence(f"{first}, most of all where {titles} {verb} more than usual ({figures})")


def weight_set_words(pack: Pack, each: str, entry: WeightEntry) -> str:
    """'Leadership capacity: 30 in 100 (by the chief executive, before the result)'."""
    return f"{title_of(pack, each)}: {entry.weight:g} in 100{by_words(entry)}"


def trade_off_set_words(pack: Pack, entry: TradeOffEntry) -> str:
    """'leadership capacity over the cost of changing (by ...)'; 'no view on A or B' where nobody could say."""
    one, other = (within(title_of(pack, each)) for each in entry.of)
    if entry.says not in entry.of:
        return f"no view on {one} or {other}{by_words(entry)}"
    more, less = (one, other) if entry.says == entry.of[0] else (other, one)
    return f"{more} over {less}{by_words(entry)}"


def trade_offs_set_words(pack: Pack, council: CouncilFile) -> str:
    """One sentence with every trade-off that was answered; nothing where none was."""
    said = [trade_off_set_words(pack, each) for entries in council.trade_offs.values() for each in entries]
    return (
        sentence(f"Trade-offs that were answered, and hold in every mix of priorities: {listed(said)}") if said else ""
    )


def by_words(entry: WeightEntry | TradeOffEntry) -> str:
    """' (by the chief executive, before the result)': whatever of it is told."""
    remarks = [f"by {entry.set_by}"] if entry.set_by else []
    remarks += [entry.when.replace("_", " the ")] if entry.when else []
    return f" ({', '.join(remarks)})" if remarks else ""


def in_hundred(share: float) -> int:
    """A share from 0 to 1 as a whole number in 100; halves go up."""
    return floor(share * 100 + 0.5)


def within(title: str) -> str:
    """A title as it stands within a sentence: a small first letter, unless its first word is a name in capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def title_of(pack: Pack, each: str) -> str:
    """The title of a group or a criterion; a word that names both is the group."""
    groups = {group.id: group.title for group in pack.head.groups}
    if each in groups:
        return groups[each]
    return pack.criteria[each].title if each in pack.criteria else each.replace("_", " ")


def _name(result: DecisionResult, model: str) -> str:
    return result.standing(model).model.name
