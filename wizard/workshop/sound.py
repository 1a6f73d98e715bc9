"""Whether what stands in a workshop's files suits its rule set; what does not is told in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.conditions.domain import Refused, understand
from wizard.problems import Place, Problem
from wizard.session.change import NotTaken
from wizard.strict_yaml import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wizard.schema.workshop import Order, Sheet, WorkshopFile
    from wizard.session.rule_sets import RuleSet
    from wizard.strict_yaml import Node

MOST_REASONS, MOST_RISKS = 3, 5
"""How many reasons and risks somebody may name: with no limit whoever ticks everything would miss nothing."""


class Unsound(NamedTuple):
    """Something wrong with a record, and the path that leads to it."""

    path: tuple[str | int, ...]
    check: str
    message: str
    hint: str | None = None


def unsound_head(file: WorkshopFile, tree: Node, name: str, rule_set: RuleSet) -> list[Problem]:
    """What the head of a workshop names that its rule set does not know."""
    pack = rule_set.rules.pack
    found = []
    for index, each in enumerate(file.questions):
        if each not in pack.questions:
            hint = "'wizard pack show' lists the questions."
            found.append(Unsound(("questions", index), "unknown-question", f"'{each}' is not a question.", hint))
        elif pack.questions[each].sensitive and not file.confidential:
            words = f"'{each}' is sensitive, and this workshop is not confidential."
            hint = "Take it out, or add 'confidential: yes'."
            found.append(Unsound(("questions", index), "sensitive", words, hint))
    for index, each in enumerate(file.decisions):
        if each not in pack.decisions:
            hint = f"It can be: {', '.join(pack.decisions)}."
            found.append(Unsound(("decisions", index), "unknown-decision", f"'{each}' is not a decision.", hint))
    return [_problem(each, tree, name) for each in found]


def unsound_sheet(sheet: Sheet, tree: Node, name: str, file: WorkshopFile, rule_set: RuleSet) -> list[Problem]:
    """What a sheet says that it cannot, each with its place."""
    return [_problem(each, tree, name) for each in _unsound(rule_set, file, sheet)]


def refuse_unsound(rule_set: RuleSet, file: WorkshopFile, sheet: Sheet) -> None:
    """Raises NotTaken for the first thing that a sheet says and cannot."""
    for each in _unsound(rule_set, file, sheet):
        raise NotTaken(each.check, each.message, each.hint)


def _unsound(rule_set: RuleSet, file: WorkshopFile, sheet: Sheet) -> Iterator[Unsound]:
    if sheet.workshop != file.id:
        words = f"This sheet belongs to the workshop '{sheet.workshop}', not to '{file.id}'."
        yield Unsound(("workshop",), "other-workshop", words, "Put it in where it belongs.")
    for question, written in sheet.answers.items():
        if question not in file.questions:
            words = f"'{question}' is not asked apart in this workshop."
            yield Unsound(("answers", question), "unknown-question", words, f"Asked are: {', '.join(file.questions)}.")
            continue
        try:
            understand(rule_set.rules.domains[question], written)
        except Refused as refused:
            fault = refused.fault
            yield Unsound(("answers", question, *fault.path), fault.check, fault.message, fault.hint)
    for decision, order in sheet.priorities.items():
        yield from _unsound_order(rule_set, file, decision, order)
    yield from _unsound_foretold(rule_set, file, sheet)


def _unsound_order(rule_set: RuleSet, file: WorkshopFile, decision: str, order: Order) -> Iterator[Unsound]:
    path = ("priorities", decision)
    if decision not in file.decisions:
        yield _unknown(path, "decision", decision, file.decisions)
        return
    groups = groups_of(rule_set, decision)
    named = [each for tier in order for each in tier]
    for each in named:
        if each not in groups:
            yield _unknown(path, "group of criteria", each, tuple(groups))
        elif named.count(each) > 1:
            yield Unsound(path, "named-twice", f"'{each}' stands twice in one order.", "Name each once.")
    if any(not tier for tier in order):
        yield Unsound(path, "empty-tier", "A place in the order is empty.", "Leave it out.")
    missing = [each for each in groups if each not in named]
    if named and missing:
        words = f"The order leaves out: {', '.join(missing)}."
        yield Unsound(path, "order-not-whole", words, "Give every one a place; some may share one.")


def _unsound_foretold(rule_set: RuleSet, file: WorkshopFile, sheet: Sheet) -> Iterator[Unsound]:
    pack = rule_set.rules.pack
    for decision, foretold in sheet.foretold.items():
        path = ("foretold", decision)
        if decision not in file.decisions or file.kind != "case_study":
            yield _unknown(path, "decision that is foretold here", decision, file.decisions)
            continue
        models = tuple(each.id for each in pack.models_of(decision))
        if foretold.model not in models:
            yield _unknown((*path, "model"), f"model of '{decision}'", foretold.model, models)
        arguments = {
            argument.id
            for criterion in pack.criteria.values()
            if criterion.decision == decision
            for argument in criterion.arguments
        }
        for index, each in enumerate(foretold.reasons):
            if each not in arguments:
                yield Unsound((*path, "reasons", index), "unknown-reason", f"'{each}' is not a reason of '{decision}'.")
        if len(set(foretold.reasons)) > MOST_REASONS:
            words = f"{len(set(foretold.reasons))} reasons are named; at most {MOST_REASONS} can be."
            yield Unsound((*path, "reasons"), "too-many", words, "Keep those that weigh most.")
    for index, each in enumerate(sheet.risks):
        if each not in pack.risks:
            yield Unsound(("risks", index), "unknown-risk", f"'{each}' is not a risk of this rule set.")
    if len(set(sheet.risks)) > MOST_RISKS:
        words = f"{len(set(sheet.risks))} risks are named; at most {MOST_RISKS} can be."
        yield Unsound(("risks",), "too-many", words, "Keep those that you would watch first.")


def groups_of(rule_set: RuleSet, decision: str) -> Mapping[str, str]:
    """The groups of criteria of a decision, in the rule set's order, with their titles."""
    pack = rule_set.rules.pack
    used = {criterion.group for criterion in pack.criteria.values() if criterion.decision == decision}
    return {group.id: group.title for group in pack.head.groups if group.id in used}


def _unknown(path: tuple[str | int, ...], what: str, word: str, known: tuple[str, ...]) -> Unsound:
    return Unsound(path, f"unknown-{what.split()[0]}", f"'{word}' is not a {what}.", f"It can be: {', '.join(known)}.")


def _problem(found: Unsound, tree: Node, name: str) -> Problem:
    span = locate(tree, found.path)
    return Problem(found.check, Place(name, span.start_line + 1, span.start_column + 1), found.message, found.hint)
