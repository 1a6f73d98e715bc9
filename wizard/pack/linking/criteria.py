"""Criteria and their arguments: decision, group and models exist, and an argument moves something, once."""

from __future__ import annotations

from wizard.pack.places import Path
from wizard.schema.criterion import Argument, Criterion

from .links import Links, Owner

ENDS_OF_SCALE = ("0", "50", "100")


def check(links: Links) -> None:
    """Every criterion."""
    head = links.parts.head
    for criterion in links.parts.criteria.values():
        owner = ("criterion", criterion.id)
        decided = links.known("decision", criterion.decision, links.parts.decisions, owner, ("decision",))
        if head is not None:
            links.known("group", criterion.group, [group.id for group in head.groups], owner, ("group",))
        missing = [end for end in ENDS_OF_SCALE if end not in criterion.scale]
        if missing:
            message = f"The scale does not say what {' and '.join(missing)} means."
            links.report("missing-key", owner, ("scale",), message, "Describe 0, 50 and 100.", key=True)
        if not criterion.arguments:
            links.report("no-argument", owner, ("arguments",), "A criterion needs at least one argument.", key=True)
        links.ids_once([argument.id for argument in criterion.arguments], owner, ("arguments",), "an argument")
        for index, argument in enumerate(criterion.arguments):
            _argument(links, criterion, argument, owner, ("arguments", index), decided)


def _argument(links: Links, criterion: Criterion, argument: Argument, owner: Owner, path: Path, decided: bool) -> None:
    if not (argument.favours or argument.counts_against or argument.counts_against_moves):
        message = f"The argument '{argument.id}' moves no model."
        links.report("moves-nothing", owner, path, message, "Add a line 'favours: [...]' or 'counts_against: [...]'.")
    seen: set[str] = set()
    for key in ("favours", "counts_against"):
        for index, model in enumerate(getattr(argument, key)):
            if decided:
                links.known_model(model, criterion.decision, owner, (*path, key, index))
            if model in seen:
                message = f"The argument '{argument.id}' already names '{model}'."
                links.report("model-twice", owner, (*path, key, index), message, "Name each model once, on one side.")
            seen.add(model)
    by_move = argument.counts_against_moves
    decision = links.parts.decisions.get(criterion.decision)
    if by_move is not None and decision is not None:
        place = (*path, "counts_against_moves", "at_least")
        links.known("distance", by_move.at_least, decision.distances, owner, place)
    for citation in argument.shared_findings:
        if citation not in argument.supported_by:
            message = f"'{citation}' is not among the findings that support '{argument.id}'."
            links.report(
                "odd-citation",
                owner,
                (*path, "shared_findings", citation),
                message,
                "Remove it, or add it to 'supported_by'.",
                key=True,
            )
