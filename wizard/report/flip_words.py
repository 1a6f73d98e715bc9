"""What would come out of a change, in the words of the verdict that it would bring: never firmer than that verdict."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from .change_words import if_words
from .figures import listed, sentence, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wizard.conditions.answers import Answer
    from wizard.engine.changing.flips import Flip
    from wizard.engine.changing.possible import Change
    from wizard.engine.changing.what_would_change import Turned
    from wizard.engine.compiling import Rules
    from wizard.engine.results import DecisionResult, Verdict, VerdictKind

WOULD_BE: Mapping[VerdictKind, str] = {
    "clear": ", and the evidence would point clearly to it",
    "leans": ", and the evidence would lean to it",
    "depends_on_priorities": ", and it would depend on your priorities",
    "too_close": ", and it would be too close to call",
}
"""What follows '... would come first' where enough is known and more than one model is open."""


class TurnedAlike(NamedTuple):
    """What has the same outcome: one change, or several of one answer of which any one does; or a set of changes.

    `leads` are how far the new first model would stand before the next, in points.
    """

    together: tuple[tuple[Change, ...], ...]
    leader: str
    leads: tuple[Fraction, ...]
    verdict: Verdict | None


def alike(turned: Iterable[Turned]) -> list[TurnedAlike]:
    """Changes of one and the same answer with the same outcome told as one, in the order of the first of them."""
    found: dict[tuple[object, ...], list[Turned]] = {}
    for number, each in enumerate(turned):
        changes = each.flip.changes
        kind = None if each.verdict is None else (each.verdict.kind, each.verdict.so_far)
        alone = len(changes) == 1 and changes[0].option is None
        outcome = (each.flip.leader, kind, bool(each.flip.lead))
        found.setdefault((changes[0].question if alone else number, outcome), []).append(each)
    return [_as_one(same) for same in found.values()]


def _as_one(same: Sequence[Turned]) -> TurnedAlike:
    first = same[0]
    together: list[tuple[Change, ...]] = [(change,) for change in first.flip.changes]
    if len(same) > 1:
        together = [tuple(each.flip.changes[0] for each in same)]
    return TurnedAlike(tuple(together), first.flip.leader, tuple(each.flip.lead for each in same), first.verdict)


def turned_sentence(rules: Rules, answers: Mapping[str, Answer], turned: TurnedAlike, *, hiding: bool = False) -> str:
    """'If the answer on “pay” were “B”, not “A”, two directors would come first, and ...'

    With `hiding` nothing is said that would tell the answer to a sensitive question.
    """
    return sentence(f"{if_words(rules, answers, turned.together, hiding=hiding)}, {outcome_words(rules, turned)}")


def outcome_words(rules: Rules, turned: TurnedAlike) -> str:
    """What would come first, by how much, and which verdict that would be."""
    models, verdict = rules.pack.models, turned.verdict
    name = models[turned.leader].name
    if verdict is None:
        return f"{name} would come first{by_words(turned.leads)}"
    if verdict.kind == "only_one_open":
        if any(cap.kind == "openness_not_known" for cap in verdict.caps):
            return f"at most {name} would be open, and whether it is would not be known"
        return f"{name} would be the only one open"
    if verdict.so_far is not None:
        # Of two that tie the verdict may name the other one.
        far = models[verdict.so_far].name
        return f"it would so far point to {far}{by_words(turned.leads)}; not enough would be known to say more"
    tied = not max(turned.leads)
    first = f"{name} would share the first place" if tied else f"{name} would come first{by_words(turned.leads)}"
    if verdict.kind == "not_enough_known":
        return f"{first}, but not enough would be known to point to any"
    return f"{first}{WOULD_BE[verdict.kind]}"


def by_words(leads: Sequence[Fraction]) -> str:
    """' by 0.3 points'; ' by 0.3 points or more' where they differ; nothing where it ties, or no other is open."""
    if not max(leads):
        return ""
    least = tenths_words(min(leads))
    return f" by {least}{' or more' if tenths_words(max(leads)) != least else ''}"


def tenths_words(points: Fraction) -> str:
    """'0.3 points', '1 point', 'less than 0.1 points'; a point has no finer part that anyone should go by."""
    tenths = whole(points * 10)
    if not tenths:
        return "less than 0.1 points" if points else "0 points"
    return "1 point" if tenths == 10 else f"{tenths / 10:g} points"


def first_by_totals(result: DecisionResult) -> str | None:
    """Which model comes first where the verdict names no one model; None where it does, or none competes."""
    verdict = result.verdict
    if verdict.leader is not None or verdict.so_far is not None or not result.competing:
        return None
    first, *others = result.competing
    lead = first.total - others[0].total if others else Fraction(0)
    if lead:
        return f"By the totals, with the weights as they are, {first.model.name} comes first by {tenths_words(lead)}."
    sharing = listed([each.model.name for each in result.competing if each.total == first.total])
    return f"By the totals, with the weights as they are, {sharing} share the first place."


def needs_words(flip: Flip) -> str:
    """'this were so', 'all 3 of these were so'."""
    count = len(flip.changes)
    return "this were so" if count == 1 else f"{'both' if count == 2 else f'all {count}'} of these were so"
