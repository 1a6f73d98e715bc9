"""The weights that a rule set declares: what they name can be weighed, and no whole is given away twice."""

from __future__ import annotations

from .head import OWNER
from .links import Links, did_you_mean

MOST_PER_CENT = 100 + 1e-9
"""The rest allows for what floating point makes of thirds."""


def check(links: Links) -> None:
    """Every decision of `weights`."""
    head = links.parts.head
    for decision in head.weights if head is not None else ():
        if links.known("decision", decision, links.parts.decisions, OWNER, ("weights", decision), key=True):
            _decision(links, decision)


def _decision(links: Links, decision: str) -> None:
    head = links.parts.head
    assert head is not None
    weighable = _weighable(links, decision)
    sums: dict[str | None, float] = {}
    for each, entry in head.weights[decision].items():
        path = ("weights", decision, each)
        if each not in weighable:
            if not links.parts.is_doubtful("criterion", each):
                message = f"'{each}' is not a group or a criterion of '{decision}'."
                links.report("unknown-weight", OWNER, path, message, did_you_mean(each, list(weighable)), key=True)
            continue
        whole = weighable[each]
        sums[whole] = sums.get(whole, 0) + entry.weight
        if sums[whole] > MOST_PER_CENT:
            of = f"criteria of '{whole}'" if whole else "groups"
            message = f"With this one the weights of the {of} come to {sums[whole]:g} per cent."
            links.report("weights-over-100", OWNER, path, message, "Together they may come to 100 at most.", key=True)
            sums[whole] = 0
    for whole in dict.fromkeys(weighable.values()):
        members = [each for each, its in weighable.items() if its == whole]
        given = [head.weights[decision][each].weight for each in members if each in head.weights[decision]]
        if len(given) == len(members) and not any(given):
            of = f"criteria of '{whole}'" if whole else "groups"
            message = f"All {of} weigh 0: nothing would count."
            hint = "Give at least one a weight."
            links.report("weights-all-0", OWNER, ("weights", decision), message, hint, key=True)


def _weighable(links: Links, decision: str) -> dict[str, str | None]:
    """Each criterion of the decision with its group, and each of their groups with None; a group's name comes first."""
    criteria = [each for each in links.parts.criteria.values() if each.decision == decision]
    return {**{each.id: each.group for each in criteria}, **{each.group: None for each in criteria}}
